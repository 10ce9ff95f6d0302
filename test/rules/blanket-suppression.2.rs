//@ crate-root: false
// In a module that is no crate root the attribute silences that module only.
#![allow(missing_docs)]
#![allow(clippy::perf)]
//~ 1-24 blanket-suppression: `allow(clippy::perf)`
