use std::sync::atomic::AtomicU32;
use std::sync::Mutex;

// example: bad
static mut COUNTER: u32 = 0;
//~ 1-19 static-mut: `static mut COUNTER` is mutable global state that any thread can race on
// example: good
static COUNT: AtomicU32 = AtomicU32::new(0);
// example: end

static LOCKED: Mutex<u32> = Mutex::new(0);

fn next_id() -> u32 {
    pub(crate) static mut NEXT: u32 = 0;
    //         ^^^^^^^^^^^^^^^ static-mut
    id(&raw mut NEXT)
}

fn lifetime(buffer: &'static mut [u8]) -> &'static mut [u8] {
    // static mut PROSE: u8 = 0;
    let _text = "static mut TEXT: u8 = 0;";
    buffer
}

struct Holder {
    inside: &'static mut u32,
}

mod inner {
    pub static mut STATE: [u8; 4] = [0; 4];
    //  ^^^^^^^^^^^^^^^^ static-mut
}

cfg_if! {
    if #[cfg(unix)] {
        static mut HIDDEN: u8 = 0;
    //  ^^^^^^^^^^^^^^^^^ static-mut
    }
}

extern "C" {
    static mut environ: *mut *mut u8;
}
unsafe extern "C" {
    pub static mut errno: i32;
    pub unsafe static mut other: i32;
}

#[allow(static_mut_refs)]
static mut ALLOWED: u32 = 0;

#[cfg(test)]
mod tests {
    static mut QUIET: u32 = 0;
}
