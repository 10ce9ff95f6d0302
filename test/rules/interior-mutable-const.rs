//@ compile: yes
use std::cell::{Cell, OnceCell, RefCell};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, OnceLock};

// example: bad
const REQUESTS: AtomicUsize = AtomicUsize::new(0);
//~ 1-15 interior-mutable-const: `REQUESTS` is copied at every use, so what one use writes into its `AtomicUsize`

pub fn count() -> usize {
    REQUESTS.fetch_add(1, Ordering::Relaxed)
}
// example: good
pub struct Server {
    requests: AtomicUsize,
}
impl Server {
    pub fn count(&self) -> usize {
        self.requests.fetch_add(1, Ordering::Relaxed)
    }
}
// example: end

pub const LOCK: Mutex<u8> = Mutex::new(0);
//~ 5-15 interior-mutable-const
const LAZY: LazyLock<String> = LazyLock::new(String::new);
//~ 1-11 interior-mutable-const
const ONCE: std::sync::OnceLock<u8> = std::sync::OnceLock::new();
//~ 1-11 interior-mutable-const
const CELL: Cell<u8> = Cell::new(1);
//~ 1-11 interior-mutable-const
const MANY: [AtomicBool; 2] = [AtomicBool::new(true), AtomicBool::new(false)];
//~ 1-11 interior-mutable-const
const MIXED: (u8, [RefCell<u8>; 1], Mutex<u8>) = (1, [RefCell::new(1)], Mutex::new(1));
//~ 1-12 interior-mutable-const: `MIXED` is copied at every use, so what one use writes into its `RefCell`
type Counter = AtomicUsize;
const ALIASED: Counter = Counter::new(0);
//~ 1-14 interior-mutable-const

pub fn in_a_body() -> bool {
    const FLAG: AtomicBool = AtomicBool::new(true);
    //~ 5-15 interior-mutable-const
    FLAG.load(Ordering::Relaxed)
}

impl Server {
    const START: Cell<u8> = Cell::new(0);
    //~ 5-16 interior-mutable-const: `START` is copied at every use
    pub const LIMIT: AtomicUsize = AtomicUsize::new(1);
    //~ 9-20 interior-mutable-const: `LIMIT` is copied at every use, so what one use writes into its `AtomicUsize` no other sees; hold it
}
pub trait Slots {
    const SLOT: OnceCell<u8>;
    //~ 5-15 interior-mutable-const
    const NUMBER: u8;
}
impl Slots for Server {
    const SLOT: OnceCell<u8> = OnceCell::new();
    const NUMBER: u8 = 1;
}

const _: Mutex<u8> = Mutex::new(0);
const NONE: Option<Cell<u32>> = None;
static BEHIND: AtomicUsize = AtomicUsize::new(0);
const BORROWED: &AtomicUsize = &BEHIND;
const MAKE: fn() -> Cell<u8> = make;
const ORDER: Ordering = Ordering::Relaxed;
fn make() -> Cell<u8> {
    Cell::new(1)
}

const EMPTY: Mutex<u8> = Mutex::new(0);
static ALL: [Mutex<u8>; 4] = [EMPTY; 4];
const ZERO: AtomicUsize = AtomicUsize::new(0);
pub fn counters() -> [AtomicUsize; 3] {
    // The constant ZERO is only the element of an array.
    [ZERO; 3]
}
pub struct Table([OnceLock<u8>; 8]);
impl Table {
    const FREE: OnceLock<u8> = OnceLock::new();
    pub const fn new() -> Self {
        Self([Self::FREE; 8])
    }
}
const TWICE: AtomicUsize = AtomicUsize::new(0);
//~ 1-12 interior-mutable-const
pub fn repeated_and_used() -> [AtomicUsize; 3] {
    TWICE.store(1, Ordering::Relaxed);
    [const { AtomicUsize::new(0) }; 3]
}

mod own {
    pub struct Cell<T>(pub T);
    const PLAIN: Cell<u8> = Cell(1);
    const UNKNOWN: super::own::Cell<u8> = Cell(1);
}

#[allow(clippy::declare_interior_mutable_const)]
const ALLOWED: Cell<u8> = Cell::new(1);

#[cfg(test)]
mod tests {
    const QUIET: std::cell::Cell<u8> = std::cell::Cell::new(1);
}
