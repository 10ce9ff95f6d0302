//! The part that speaks with the driver, where a broken promise is undefined behaviour.

/// Copies values out of a buffer of the driver.
// Covenant: `missing-safety-doc`. The caller has to keep a promise that is written nowhere. The fix adds a `# Safety`
// section with one point for each thing the body relies on.
pub unsafe fn copy_values(source: *const f64, count: usize) -> Vec<f64> {
    // Covenant: `undocumented-unsafe`. Nobody can review an argument that was not made.
    unsafe { std::slice::from_raw_parts(source, count) }.to_vec()
}

/// Returns the first byte, or zero.
pub fn first_byte(bytes: &[u8]) -> u8 {
    if bytes.is_empty() {
        return 0;
    }
    // SAFETY: the slice is not empty, so its pointer may be read. This is what the covenant asks for.
    unsafe { *bytes.as_ptr() }
}
