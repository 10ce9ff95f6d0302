//! Macros of the file's own, and of other crates, are not std's.
use defmt::panic;

macro_rules! assert {
    ($($anything:tt)*) => {};
}

/// Uses them.
pub fn own(list: &[u8]) {
    assert!(list.is_empty());
    if list.len() > 1 {
        panic!("long");
    }
    kani::assert!(list.len() < 3);
    core::assert_eq(list.len(), 1);
}
/// Uses std's by its path.
pub fn standard(list: &[u8]) {
    // ^^^^^^^^ missing-panics-doc: `standard` can panic (`core::assert!(list.is_empty())`)
    core::assert!(list.is_empty());
}
