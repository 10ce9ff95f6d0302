//@ compile: yes
//! Comments that are added repeat what the called function's own documentation asks.
#![allow(unused)]

/// Reads.
///
/// # Safety
///
/// The caller must make sure of two things:
///
/// - `p` must be aligned and [valid](std::ptr#safety) for
///   reads.
/// - No other thread writes to `*p`;
///
/// Nothing else is asked.
///
/// # Panics
///
/// - Never.
unsafe fn read(p: *const u8) -> u8 {
    unsafe { *p }
    //~ 5-13 undocumented-unsafe
}

/** Ends.
 *
 * # Safety
 *
 * `p` must come from `start`. It must not be used afterwards.
 */
unsafe fn end(p: *mut u8) {}

/// Says nothing.
///
/// # Safety
///
/// TODO: say what must hold
unsafe fn silent() {}

struct Cell(u8);

impl Cell {
    /// Takes.
    ///
    /// # Safety
    ///
    /// * The cell is full.
    unsafe fn take(&self) -> u8 {
        self.0
    }

    fn use_it(&self) -> u8 {
        unsafe { self.take() }
        //~ 9-17 undocumented-unsafe
    }
}

fn call(p: *mut u8) -> u8 {
    let first = unsafe { read(p) };
    //          ^^^^^^^^ undocumented-unsafe
    unsafe { end(p) }
    //~ 5-13 undocumented-unsafe
    unsafe { silent() }
    //~ 5-13 undocumented-unsafe
    first
}
