#![allow(missing_docs, reason = "internal")]
//~ 1-45 blanket-suppression: `allow(missing_docs)` in the crate root switches a lint the covenant relies on off
#![allow(clippy::pedantic)]
//~ 1-28 blanket-suppression: `allow(clippy::pedantic)` switches off every lint of the group
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]
//~ 1-63 blanket-suppression: `allow(clippy::unwrap_used, clippy::expect_used)` in the crate root switches lints
#![cfg_attr(not(feature = "strict"), expect(warnings))]
//~ 1-56 blanket-suppression: `expect(warnings)`
#![cfg_attr(test, allow(unused))]
#![warn(clippy::pedantic)]
#![deny(warnings)]
#![forbid(unused)]

// example: bad
#[allow(clippy::all)]
//~ 1-22 blanket-suppression: `allow(clippy::all)` switches off every lint of the group
pub fn area(width: u32, height: u32) -> u32 {
    width * height
}
// example: good
#[allow(clippy::many_single_char_names, reason = "the names are those of the paper")]
pub fn volume(a: u32, b: u32, c: u32) -> u32 {
    a * b * c
}
// example: end

mod inner {
    #![allow(unused, nonstandard_style)]
    //~ 5-41 blanket-suppression: `allow(unused, nonstandard_style)` switches off every lint of these groups
    #![allow(missing_docs)]

    fn f() {
        #[expect(rust_2018_idioms)]
        //~ 9-36 blanket-suppression
        let x = 1;
        match x {
            #[allow(rustdoc::all)]
            //~ 13-35 blanket-suppression
            _ => {}
        }
    }
}

#[allow(missing_docs, unused_variables, clippy::unwrap_used)]
pub fn single(value: Option<u8>) {}

#[allow(clippy::style, reason = "a reason does not help")]
//~ 1-59 blanket-suppression
pub struct Excused;

#[cfg(test)]
mod tests {
    #![allow(unused)]
    #[allow(clippy::all)]
    fn helper() {}
}
