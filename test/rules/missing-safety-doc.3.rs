//@ compile: yes
//! Sections that are added pass on what the called functions ask.

/// Reads.
///
/// # Safety
///
/// - `p` must be aligned.
/// - `p` must be valid for reads.
pub unsafe fn read(p: *const u8) -> u8 {
    // SAFETY: the caller vouches for `p`.
    unsafe { *p }
}

/// Reads twice.
pub unsafe fn twice(p: *const u8) -> (u8, u8) {
//            ^^^^^ missing-safety-doc
    // SAFETY: the caller vouches for `p`.
    unsafe { (self::read(p), read(p)) }
}
