//! A crate with documentation of its own.

// example: bad
pub struct Invoice {
    //     ^^^^^^^ missing-docs: struct `Invoice` is public and has no documentation
    pub total: u64,
    //  ^^^^^ missing-docs: field `total` is public
    paid: bool,
}
// example: good
/// A bill that has been sent to a customer.
pub struct Bill {
    /// Sum of all positions, in cents.
    pub total: u64,
    paid: bool,
}
// example: end

impl Invoice {
    pub fn is_paid(&self) -> bool {
        //~ 12-19 missing-docs: method `is_paid`
        self.paid
    }
    pub const LIMIT: u64 = 10;
    //        ^^^^^ missing-docs: constant `LIMIT`
    fn private(&self) {}
}

impl Clone for Invoice {
    fn clone(&self) -> Self {
        Self { total: self.total, paid: self.paid }
    }
}

/// Positional fields need no words.
pub struct Pair(pub u8, pub u8);

pub enum Shape {
    //   ^^^^^ missing-docs: enum `Shape`
    /// Round.
    Circle {
        radius: f32,
        //~ 9-15 missing-docs: field `radius`
    },
    Square(f32),
    //~ 5-11 missing-docs: variant `Square`
    #[doc(hidden)]
    Never,
}

pub union Raw {
    //    ^^^ missing-docs: union `Raw`
    pub word: u32,
    //  ^^^^ missing-docs
    hidden: f32,
}

pub trait Draw {
    //    ^^^^ missing-docs: trait `Draw`
    type Canvas;
    //   ^^^^^^ missing-docs: associated type `Canvas`
    const LAYERS: u8;
    //    ^^^^^^ missing-docs: constant `LAYERS`
    fn draw(&self, canvas: &mut Self::Canvas);
    // ^^^^ missing-docs: method `draw`
    fn draw_twice(&self) {
        //~ 8-18 missing-docs: method `draw_twice`
        let _ = self;
    }
}

pub type Name = String;
//       ^^^^ missing-docs: type alias `Name`
pub const MOST: usize = 3;
//        ^^^^ missing-docs: constant `MOST`
pub static GREETING: &str = "hello";
//         ^^^^^^^^ missing-docs: static `GREETING`
const _: () = ();

pub fn outer() -> u8 {
    // ^^^^^ missing-docs: function `outer`
    pub fn inner() -> u8 {
        1
    }
    inner()
}
pub(crate) fn within() {}

pub mod open {
    //  ^^^^ missing-docs: module `open`
    pub fn seen() {}
    //     ^^^^ missing-docs: function `seen`
}
pub mod documented {
    //! Documented inside.
    /// Does nothing.
    pub fn seen() {}
}
pub mod elsewhere;
mod private {
    pub struct Hidden;
    pub struct Shown;
    //         ^^^^^ missing-docs: struct `Shown`
}
pub use private::Shown as Other;

extern "C" {
    pub fn foreign(value: i32) -> i32;
    //     ^^^^^^^ missing-docs: function `foreign`
    pub static COUNTER: i32;
    //         ^^^^^^^ missing-docs: static `COUNTER`
}

#[doc(alias = "x")]
pub struct Aliased;
//         ^^^^^^^ missing-docs: struct `Aliased`
#[doc = include_str!("included.md")]
pub struct Included;
#[doc = "In an attribute."]
pub struct Attributed;
#[cfg_attr(docsrs, doc = "Under a condition.")]
pub struct Conditional;
/** In a block. */
pub struct Block;
//// Four slashes are a plain comment.
pub struct Slashes;
//         ^^^^^^^ missing-docs
/*** Three stars are a plain comment. */
pub struct Stars;
//         ^^^^^ missing-docs

#[doc(hidden)]
pub struct Concealed {
    pub field: u8,
}
#[allow(missing_docs, reason = "generated names speak for themselves")]
pub enum Permitted {
    One,
}
#[cfg(test)]
pub struct OnlyForTests;

#[macro_export]
macro_rules! exported {
    //       ^^^^^^^^ missing-docs: macro `exported`
    () => {};
}
macro_rules! internal {
    () => {};
}

/// TODO: describe
pub struct Placeholder;
//         ^^^^^^^^^^^ missing-docs: the documentation of struct `Placeholder` is still a placeholder

/// Why parsing failed.
pub enum ParseError {
    /// Nothing to parse.
    Empty,
    /// A character that is no digit.
    Digit(char),
}
#[inline]
#[must_use]
pub unsafe fn first_digit(text: *const u8) -> Result<u8, ParseError> {
    //        ^^^^^^^^^^^ missing-docs: function `first_digit`
    let digit = char::from(*text).to_digit(10).expect("a digit");
    Ok(u8::try_from(digit).unwrap())
}
