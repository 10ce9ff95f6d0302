use parking_lot::{Mutex as PlMutex, RwLock};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

// example: bad
static CACHE: Mutex<Vec<String>> = Mutex::new(Vec::new());
//~ 8-13 mutable-global: `CACHE` is mutable state of the whole program behind `Mutex`
// example: good
struct Cache {
    entries: Mutex<Vec<String>>,
}
static NAMES: LazyLock<Vec<String>> = LazyLock::new(read_names);
// example: end

static REGISTRY: OnceLock<Arc<std::sync::RwLock<HashMap<String, u8>>>> = OnceLock::new();
//~ 8-16 mutable-global: `REGISTRY` is mutable state of the whole program behind `RwLock`
static LAZY: LazyLock<dashmap::DashMap<u8, u8>> = LazyLock::new(dashmap::DashMap::new);
//~ 8-12 mutable-global
static CONFIG: arc_swap::ArcSwapOption<Config> = arc_swap::ArcSwapOption::const_empty();
//~ 8-14 mutable-global
static PAIRS: [Mutex<u8>; 2] = [Mutex::new(0), Mutex::new(1)];
//~ 8-13 mutable-global
static BORROWED: Mutex<&'static str> = Mutex::new("");
//~ 8-16 mutable-global

static RENAMED: PlMutex<u8> = PlMutex::new(0);
//~ 8-15 mutable-global: `RENAMED` is mutable state of the whole program behind `Mutex`

type Shared<T> = Arc<Mutex<T>>;
static ALIASED: LazyLock<Shared<u8>> = LazyLock::new(Shared::default);
//~ 8-15 mutable-global: `ALIASED` is mutable state of the whole program behind `Mutex`

static ONCE: OnceLock<String> = OnceLock::new();
static REGEX: LazyLock<HashMap<u8, u8>> = LazyLock::new(HashMap::new);
static SECTION: Mutex<()> = Mutex::new(());
static SECTION_TOO: parking_lot::Mutex< () > = parking_lot::Mutex::new(());
static HANDLERS: [fn(&Mutex<u32>); 1] = [handle];
static VISITORS: &[fn(u8, fn(u8) -> Mutex<u8>) -> Result<Mutex<u8>, u8>] = &[];
static BOXED: LazyLock<Box<dyn Fn(&RefCell<u8>) -> Cell<u8> + Send + Sync>> = LazyLock::new(make);
static BOXED_AND_LOCKED: LazyLock<(Box<dyn Fn(u8) -> Cell<u8>>, Mutex<u8>)> = LazyLock::new(make);
//~ 8-24 mutable-global
static TYPE_ONLY: std::marker::PhantomData<Mutex<u8>> = std::marker::PhantomData;
static READY: AtomicBool = AtomicBool::new(false);
static COMMENTED: u8 /* not a Mutex<u8> */ = 0;
const TEMPLATE: Mutex<u8> = Mutex::new(0);
static mut BOTH: Mutex<u8> = Mutex::new(0);

fn in_a_function() -> &'static str {
    static CALLS: Mutex<u32> = Mutex::new(0);
    //     ^^^^^ mutable-global
    let local: Mutex<u32> = Mutex::new(0);
    ""
}

thread_local! {
    // static PROSE: Cell<u8> = Cell::new(0);
    static DEPTH: Cell<u32> = Cell::new(0);
    //     ^^^^^ mutable-global: `DEPTH` is mutable state of its whole thread behind `Cell`
    pub static STACK: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    //         ^^^^^ mutable-global
    static NAME: OnceCell<String> = OnceCell::new()
}

std::thread_local!(static ONLY: RefCell<u8> = RefCell::new(0));
//~ 27-31 mutable-global

lazy_static! {
    static ref TABLE: HashMap<u8, u8> = HashMap::new();
    pub(crate) static ref STATE: RwLock<HashMap<u8, u8>> = RwLock::new(HashMap::new());
    //                    ^^^^^ mutable-global: `STATE` is mutable state of the whole program
    static ref GUARD: Mutex<()> = Mutex::new(());
}

mod lexer {
    /// A type of its own, whatever its name says.
    pub struct Cell<T>(T);
    static ORIGIN: Cell<u8> = Cell(0);
}

#[cfg(test)]
static FIXTURE: Mutex<u8> = Mutex::new(0);

#[cfg(test)]
mod tests {
    static QUIET: Mutex<u8> = Mutex::new(0);
}
