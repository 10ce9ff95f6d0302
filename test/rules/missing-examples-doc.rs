//@ compile: yes
// example: bad
/// The greatest number that divides both.
pub fn divisor(a: u32, b: u32) -> u32 {
//     ^^^^^^^ missing-examples-doc: the documentation of `divisor` has no example; show how it is used
    if b == 0 { a } else { divisor(b, a % b) }
}
// example: good
/// The least number that both divide.
///
/// # Examples
///
/// ```
/// assert_eq!(numbers::multiple(4, 6), 12);
/// ```
pub fn multiple(a: u32, b: u32) -> u32 {
    a / divisor(a, b) * b
}
// example: end

pub fn undocumented() {}
fn private() {}
/// Not in the API.
pub(crate) fn restricted() {}

/// Data is no example.
///
/// ```json
/// { "a": 1 }
/// ```
///
/// ```text
/// nor is text
/// ```
pub struct Config {
//         ^^^^^^ missing-examples-doc
    /// A field.
    pub size: u8,
}

impl Config {
    /// A method of a type without an example.
    pub fn size_of_all(&self, count: u8) -> u8 {
//         ^^^^^^^^^^^ missing-examples-doc
        self.size * count
    }
    /// What only reads a field needs none.
    pub fn size(&self) -> u8 {
        self.size
    }
    /// A reference to it.
    pub fn size_mut(&mut self) -> &mut u8 {
        &mut self.size
    }
    /// A step of a builder.
    pub fn with_size(mut self, size: u8) -> Self {
        self.size = size;
        self
    }
    /// Reading may do more than reading.
    pub fn size_twice(&self) -> u8 {
//         ^^^^^^^^^^ missing-examples-doc
        self.size.min(9)
    }
    /// The sizes as they come.
    ///
    /// See [`Config::size`] for details.
    pub fn sizes(&self) -> Sizes {
        Sizes(self.size * 2)
    }
    /// The sizes; if they are to be counted, see [`Config::size`].
    pub fn more_sizes(&self) -> Sizes {
//         ^^^^^^^^^^ missing-examples-doc
        Sizes(self.size * 2)
    }
    pub fn undocumented(&self) {}
}

/// An iterator over the sizes.
///
/// This `struct` is created by the
/// [`sizes`](Config::sizes) method.
pub struct Sizes(u8);

/// Created by hand.
pub struct Lonely(u8);
//         ^^^^^^ missing-examples-doc

/// Shown as a whole.
///
/// ```no_run
/// let pool = numbers::Pool;
/// ```
pub struct Pool;
impl Pool {
    /// The example of the type is enough.
    pub fn size(&self) -> u8 {
        3
    }
}
impl Default for Pool {
    /// A default.
    fn default() -> Self {
        Pool
    }
}

/// A choice.
pub enum Choice {
//       ^^^^^^ missing-examples-doc
    /// Left.
    Left,
}

/// ```should_panic
/// panic!();
/// ```
pub fn panics() {}
/// ```edition2021
/// let _ = 1;
/// ```
pub fn edition() {}
/// ```ignore (needs a server)
/// connect();
/// ```
pub fn reasoned() {}
/// ```compile_fail
/// broken(;
/// ```
pub fn broken() {}
/// Indented:
///
///     numbers::indented();
pub fn indented() {}

/// A list is no code:
///
/// - one
///
///     more about it
pub fn listed() {}
//     ^^^^^^ missing-examples-doc

/// A trait.
pub trait Walk {
//        ^^^^ missing-examples-doc
    /// A member.
    fn step(&self);
}

/// An error.
pub struct ParseError;
impl ParseError {
    /// Where.
    pub fn line(&self) -> u32 {
        1
    }
}

#[doc = "Old.\n\n```\nlet x = 1;\n```"]
pub fn quoted() {}
#[doc = concat!("some", "where")]
pub fn elsewhere() {}
///
pub fn blank() {}

/// Gone soon.
#[deprecated]
pub fn old() {}

/// Half done.
///
/// # Examples
///
/// ```
/// // TODO: show how `half` is used
/// ```
pub fn half() {}
//     ^^^^ missing-examples-doc: the example of `half` shows nothing yet; show how it is used

/** A block.
 */
#[inline]
pub fn block() {}
//     ^^^^^ missing-examples-doc

/// Not exported.
macro_rules! local {
    () => {};
}
/// A module, a constant.
pub mod limits {
    /// The most.
    pub const MOST: u8 = 9;
}
/// Hidden.
#[doc(hidden)]
pub fn hidden() {}
