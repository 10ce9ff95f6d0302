//@ crate-root: false
/// A module file needs its words where it is declared or at its start; that is not for this file to judge.
pub fn run() {}
pub struct Bare;
//         ^^^^ missing-docs: struct `Bare`
#[doc(hidden)]
pub mod internal {
    pub struct Unseen;
}
