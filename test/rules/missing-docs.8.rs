//@ compile: yes
//! Skeletons compile, wherever they land.
#![allow(dead_code)]
#![warn(missing_docs)]

pub enum Problem { Empty, Long { by: usize } }
//       ^^^^^^^ missing-docs: enum `Problem`
//~ 20-25 missing-docs: variant `Empty`
//~ 27-31 missing-docs: variant `Long`
//~ 34-36 missing-docs: field `by`
#[derive(Debug)] pub struct Pair { pub left: u8, #[allow(dead_code)] pub right: u8 }
//                          ^^^^ missing-docs: struct `Pair`
//~ 40-44 missing-docs: field `left`
//~ 74-79 missing-docs: field `right`

/* plain */ #[inline] pub unsafe fn first(text: *const u8) -> Result<u8, Problem> {
    //                              ^^^^^ missing-docs: function `first`
    assert!(!text.is_null(), "`{{`, \\ and $ stay as they are");
    unsafe { Ok(*text) }
}

pub mod inner {
    //  ^^^^^ missing-docs: module `inner`
    pub trait Draw { fn draw(&self); const LAYERS: u8; type Canvas; }
    //        ^^^^ missing-docs: trait `Draw`
    //~ 25-29 missing-docs: method `draw`
    //~ 44-50 missing-docs: constant `LAYERS`
    //~ 61-67 missing-docs: associated type `Canvas`
}
