// Licence text.
//~ 1-17 missing-docs: the crate has no documentation

/// Documented.
pub fn run() {}
