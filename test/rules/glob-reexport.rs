//@ dependencies: wire, codec, renamed
// example: bad
pub use wire::*;
//      ^^^^^^^ glob-reexport: everything `wire` exports, now and later, becomes public API of this crate; re-export the items by name
// example: good
pub use codec;
pub use wire::{Frame, Header};
// example: end

pub use ::wire::frame::*;
//      ^^^^^^^^^^^^^^^^ glob-reexport: everything `wire::frame` exports
pub use codec::{json::{self, *}, Encoder, text::*};
//                           ^ glob-reexport: everything `codec::json` exports
//~ 43-50 glob-reexport: everything `codec::text` exports
pub use std::collections::*;
//      ^^^^^^^^^^^^^^^^^^^ glob-reexport
extern crate renamed as other;
pub use other::*;
//      ^^^^^^^^ glob-reexport

pub use self::parts::*;
pub use crate::parts::*;
pub use parts::*;
pub use Direction::*;
use crate::parts as pieces;
pub use pieces::*;
pub(crate) use wire::*;
use codec::*;
pub use unknown::*;
#[doc(hidden)]
pub use wire::*;

pub enum Direction {
    Up,
}

pub mod parts {
    pub use super::Direction::*;
    pub use wire::*;
    //      ^^^^^^^ glob-reexport
}

mod private {
    pub use wire::*;
}

#[doc(hidden)]
pub mod __private {
    pub use std::option::*;
}

pub mod prelude {
    pub use crate::parts::*;
}

fn body() {
    pub use wire::*;
}

mod wire_like {}
pub use wire_like::*;
