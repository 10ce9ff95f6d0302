// example: bad
/// Reads the first byte.
pub unsafe fn first(p: *const u8) -> u8 {
//            ^^^^^ missing-safety-doc: `unsafe fn first` has no `# Safety` section; say what its caller must ensure
    *p
}
// example: good
/// Reads the first byte.
///
/// # Safety
///
/// `p` must be valid for reads.
pub unsafe fn first_documented(p: *const u8) -> u8 {
    *p
}
// example: end

/// Writes and reads.
#[inline]
pub unsafe fn several(p: *mut u8, list: &[u8], len: usize) -> u8 {
//            ^^^^^^^ missing-safety-doc
    *p = 1;
    let all = std::slice::from_raw_parts(p, len);
    let word: u32 = std::mem::transmute([all[0], 0, 0, 0]);
    COUNTER = word;
    let bits = Bits { word };
    *list.get_unchecked(0) + first(p) + bits.byte
}
static mut COUNTER: u32 = 0;
union Bits {
    word: u32,
    byte: u8,
}

/** A block comment. */
pub unsafe fn block(p: *const u8) -> u8 {
//            ^^^^^ missing-safety-doc
    *p
}

/**
 * Stars.
 *
 * More.
 */
#[must_use]
pub unsafe fn starred(p: *const u8) -> u8 {
//            ^^^^^^^ missing-safety-doc
    *p
}

#[doc = "From an attribute."]
#[inline]
pub unsafe fn attribute() {}
//            ^^^^^^^^^ missing-safety-doc

pub unsafe fn inner(cell: &UnsafeCell<u8>) -> u8 {
//            ^^^^^ missing-safety-doc
    //! Documented inside.
    *cell.get()
}

#[inline]
#[must_use]
pub unsafe fn bare(value: &u8, other: Option<u8>) -> u8 {
//            ^^^^ missing-safety-doc
    *value + other.unwrap_unchecked()
}

/// # safety
///
/// `p` must be valid.
pub unsafe fn lower_case(p: *const u8) {}
//            ^^^^^^^^^^ missing-safety-doc: `unsafe fn lower_case` writes `safety`, which is no

/// Text.
///
/// Safety:
/// ------
/// `p` must be valid.
pub unsafe fn colon(p: *const u8) {}
//            ^^^^^ missing-safety-doc: `unsafe fn colon` writes `Safety:`, which is no

/// **Safety**
///
/// `p` must be valid.
pub unsafe fn bold(p: *const u8) {}
//            ^^^^ missing-safety-doc: `unsafe fn bold` writes `**Safety**`, which is no

/// Safety: a sentence is no section.
pub unsafe fn sentence(p: *const u8) {}
//            ^^^^^^^^ missing-safety-doc: `unsafe fn sentence` has no

/// ```
/// # Safety
/// ```
pub unsafe fn in_a_fence(p: *const u8) {}
//            ^^^^^^^^^^ missing-safety-doc: `unsafe fn in_a_fence` has no

// SAFETY: a comment is not enough for a public function.
pub unsafe fn comment(p: *const u8) {}
//            ^^^^^^^ missing-safety-doc

/// # Safety
pub unsafe fn empty(p: *const u8) {}
//            ^^^^^ missing-safety-doc: `unsafe fn empty` has a `# Safety` section that says nothing yet

/// # Safety
///
/// - TODO: `p` must be valid
pub unsafe fn placeholder(p: *const u8) {}
//            ^^^^^^^^^^^ missing-safety-doc: `unsafe fn placeholder` has a `# Safety` section that says nothing yet

/// # Implementation Safety
///
/// Implementors keep the pointer alive.
pub unsafe trait Alive {
    /// Reads.
    unsafe fn read(&self, from: *const u8, to: *mut u8);
    //        ^^^^ missing-safety-doc
    /// Does nothing.
    ///
    /// # Safety
    ///
    /// None.
    unsafe fn nothing(&self) {}
}

/// A marker.
pub unsafe trait Marker {}
//               ^^^^^^ missing-safety-doc: `unsafe trait Marker` has no `# Safety` section; say what its implementors

pub struct Bytes(*mut u8);
// SAFETY: `Bytes` owns its pointer.
unsafe impl Alive for Bytes {
    unsafe fn read(&self, _from: *const u8, _to: *mut u8) {}
}
impl Bytes {
    pub unsafe extern "C" fn get(&self) -> u8 {
    //                       ^^^ missing-safety-doc
        *self.0
    }
}

#[doc = include_str!("safety.md")]
pub unsafe fn documented_elsewhere() {}

#[doc(hidden)]
pub unsafe fn hidden() {}

#[doc(hidden)]
pub mod plumbing {
    pub unsafe fn hidden_too() {}
}

unsafe fn private() {}
//        ^^^^^^^ missing-safety-doc

// SAFETY: the caller holds the lock.
unsafe fn private_with_a_comment() {}

fn safe() {
    unsafe fn local() {}
    //        ^^^^^ missing-safety-doc
    // SAFETY: nothing is asked.
    unsafe { local() }
}

/// # Safety
///
/// A section on a safe function is fine.
pub fn safe_with_a_section() {}

unsafe extern "C" {
    pub unsafe fn foreign(p: *const u8);
}
extern "C" {
    pub fn foreign_too(p: *const u8);
}

mock! {
    pub File {}
    impl FromRawHandle for File {
        unsafe fn from_raw_handle(handle: RawHandle) -> Self;
    }
}
cfg_rt! {
    unsafe fn conditional() {}
    //        ^^^^^^^^^^^ missing-safety-doc
    impl Bytes {
        unsafe fn member(&self) {}
        //        ^^^^^^ missing-safety-doc
    }
}
feature! {
    #![all(unix, feature = "mem")]
    flags! { A, B }
    pub unsafe fn featured() {}
    //            ^^^^^^^^ missing-safety-doc
}

#[allow(clippy::missing_safety_doc)]
pub unsafe fn allowed() {}

type Callback = unsafe extern "C" fn(*const u8);

#[cfg(test)]
mod tests {
    unsafe fn quiet() {}
}
