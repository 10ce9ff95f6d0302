// example: bad
/// # Safety
/// `at` must be below the length.
pub unsafe fn byte_at(bytes: &[u8], at: usize) -> u8 {
    //        ^^^^^^^ unsafe-fn-without-safe-wrapper: `byte_at` is unsafe, and nothing safe in this crate calls it
    *bytes.get_unchecked(at)
}
// example: good
/// # Safety
/// `at` must be below the length.
pub unsafe fn word_at(words: &[u16], at: usize) -> u16 {
    *words.get_unchecked(at)
}
/// The word at an index, or none beyond the end.
pub fn word(words: &[u16], at: usize) -> Option<u16> {
    // SAFETY: `at` is below the length.
    (at < words.len()).then(|| unsafe { word_at(words, at) })
}
// example: end

pub struct Table(Vec<u8>);
impl Table {
    pub unsafe fn get_unchecked(&self, at: usize) -> &u8 {
        self.0.get_unchecked(at)
    }
    pub fn get(&self, at: usize) -> Option<&u8> {
        self.0.get(at)
    }
    pub unsafe fn get_unchecked_mut(&mut self, at: usize) -> &mut u8 {
        //        ^^^^^^^^^^^^^^^^^ unsafe-fn-without-safe-wrapper
        self.0.get_unchecked_mut(at)
    }
    pub unsafe fn set_unchecked(&mut self, at: usize, to: u8) {
        self.0[at] = to;
    }
    pub fn try_set(&mut self, at: usize, to: u8) -> bool {
        self.0.get_mut(at).map(|slot| *slot = to).is_some()
    }
    pub const unsafe fn from_raw_parts(data: *const u8, length: usize) -> Self {
        //              ^^^^^^^^^^^^^^ unsafe-fn-without-safe-wrapper
        todo!()
    }
    /// Called by the destructor.
    pub unsafe fn release(&mut self) {}
    /// Called with type arguments.
    pub unsafe fn cast<T>(&self) -> &T {
        todo!()
    }
    pub fn number(&self) -> u32 {
        unsafe {
            let closure = || { 1 };
            *self.cast::<u32>() + closure()
        }
    }
    /// Called by an unsafe function and by a test only.
    pub unsafe fn inner(&self) {}
    //            ^^^^^ unsafe-fn-without-safe-wrapper
    unsafe fn outer(&self) {
        unsafe { self.inner() }
    }
    pub unsafe fn mentioned(&self) {}
    //            ^^^^^^^^^ unsafe-fn-without-safe-wrapper
    fn mentions(&self) {
        // unsafe { self.mentioned() }
        unsafe { other(/* mentioned() */) }
    }
}
impl Drop for Table {
    fn drop(&mut self) {
        unsafe { self.release() };
    }
}

pub unsafe trait Zeroable {
    unsafe fn zero() -> Self;
}
pub unsafe extern "C" fn for_c(data: *const u8) {}
#[no_mangle]
pub unsafe fn exported(data: *const u8) {}
#[unsafe(no_mangle)]
pub unsafe fn exported_too(data: *const u8) {}
#[doc(hidden)]
pub unsafe fn hidden(data: *const u8) {}
pub(crate) unsafe fn restricted(data: *const u8) {}
unsafe fn private(data: *const u8) {}
mod inside {
    pub unsafe fn unreachable(data: *const u8) {}
}
extern "C" {
    pub fn foreign(data: *const u8);
}
static START: u8 = unsafe { first(&[1]) };
pub const unsafe fn first(bytes: &[u8]) -> u8 {
    bytes[0]
}

#[cfg(test)]
mod tests {
    #[test]
    fn calls() {
        unsafe { super::Table(vec![]).inner() };
    }
}
