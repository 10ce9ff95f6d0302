#![allow(unused)]
//~ 1-18 suppression-without-reason: `allow(unused)` without a reason

// example: bad
#[allow(dead_code)]
//~ 1-20 suppression-without-reason: `allow(dead_code)` without a reason; say why with `reason = "…"`
fn spare() {}
// example: good
#[allow(dead_code, reason = "called by the generated bindings")]
fn used() {}
// example: end

#[expect(clippy::too_many_arguments, clippy::type_complexity)] // the "C" API passes \ all of them
//~ 1-63 suppression-without-reason: `expect(clippy::too_many_arguments, clippy::type_complexity)`
fn commented() {}

#[allow(dead_code)] // the first line
//~ 1-20 suppression-without-reason
                    // and the second
fn continued() {}

#[allow(dead_code)] /* in a block */
//~ 1-20 suppression-without-reason
fn block() {}

#[allow(dead_code)] // TODO: remove
//~ 1-20 suppression-without-reason
fn placeholder() {}

#[allow(dead_code,)]
//~ 1-21 suppression-without-reason
fn trailing_comma() {}

#[allow(
//~ 1-9 suppression-without-reason
    dead_code,
    unused_variables,
)]
fn lines() {}

#[allow(dead_code, reason = "")]
//~ 1-33 suppression-without-reason
fn empty() {}

#[allow(reason = "first is as good as last", dead_code)]
fn first() {}

#[cfg_attr(not(feature = "std"), allow(dead_code))]
//~ 1-52 suppression-without-reason
fn conditional() {}

#[cfg_attr(unix, allow(dead_code), expect(unused_variables))]
//~ 18-34 suppression-without-reason: `allow(dead_code)`
//~ 36-60 suppression-without-reason: `expect(unused_variables)`
fn two() {}

#[allow()]
fn nothing() {}
#[warn(dead_code)]
#[deny(unused)]
#[forbid(unsafe_code)]
fn opposite() {}

fn body(value: Option<u8>) {
    #[allow(unused_variables)]
    //~ 5-31 suppression-without-reason
    let copy = value;
    match value {
        #[allow(clippy::single_match)]
        //~ 9-39 suppression-without-reason
        Some(_) => {}
        None => {}
    }
}

mod inner {
    #![allow(dead_code)]
    //~ 5-25 suppression-without-reason
}

macro_rules! template {
    () => {
        #[allow(dead_code)]
        fn made() {}
    };
}

#[allow(clippy::allow_attributes_without_reason, reason = "this module is a copy")]
mod permitted {
    #[allow(dead_code)]
    fn copied() {}
}

#[cfg(test)]
#[allow(dead_code)]
mod tests {
    #[test]
    #[allow(unused_variables)]
    fn quiet() {
        #[allow(unused)]
        let value = 1;
    }
}
