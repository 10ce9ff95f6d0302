//@ compile: yes
//! Sections compile, wherever they land.
#![allow(rustdoc::broken_intra_doc_links)]

/// What went wrong.
pub enum Problem {
    /// Nothing there.
    Empty,
}

#[doc = "In an attribute."] pub fn attribute() -> Result<u8, Problem> {
    //                             ^^^^^^^^^ missing-errors-doc
    Err(Problem::Empty)
}
/** In a block. */ #[inline]
pub fn block() -> Result<u8, Problem> {
    // ^^^^^ missing-errors-doc
    Err(Problem::Empty)
}
pub fn inside() -> Result<u8, Problem> {
    //~ 8-14 missing-errors-doc
    //! Documented inside.
    Err(Problem::Empty)
}
#[must_use] pub fn bare() -> Result<u8, Problem> { Err(Problem::Empty) }
//                 ^^^^ missing-errors-doc
