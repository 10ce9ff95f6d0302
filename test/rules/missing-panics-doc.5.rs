//@ compile: yes
//! Sections that are added say in words what panics.

/// Sums up.
pub fn sum(all: &[u8], index: usize, named: Option<u8>) -> u8 {
//     ^^^ missing-panics-doc
    assert!(index < all.len());
    assert!(!all.is_empty(), "nothing to sum up");
    assert_eq!(all.len() % 2, 0, "an odd number");
    assert_ne!(all[0], all[1]);
    let first = all.first().unwrap();
    let named = named.expect("the caller has named one");
    if *first > 100 {
        panic!("{first} is too much");
    }
    if named == 0 {
        panic!();
    }
    first + named
}
