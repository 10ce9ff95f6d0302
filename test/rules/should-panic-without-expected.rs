//@ compile: yes
// example: bad
#[test]
#[should_panic]
//~ 1-16 should-panic-without-expected: `#[should_panic]` passes on any panic
fn rejects_zero() {
    parts(0);
}
// example: good
#[test]
#[should_panic(expected = "at least one part")]
fn rejects_no_parts() {
    parts(0);
}
// example: end

fn parts(count: usize) -> usize {
    assert!(count > 0, "at least one part");
    100 / count
}

#[cfg(test)]
mod tests {
    #[test]
    #[should_panic()]
    //~ 5-22 should-panic-without-expected: `#[should_panic]` passes on any panic
    fn list() {
        super::parts(0);
    }

    #[should_panic(expected = "")]
    //~ 5-35 should-panic-without-expected: an empty `expected` passes
    #[test]
    fn empty() {
        super::parts(0);
    }

    #[test]
    #[should_panic = ""]
    //~ 5-25 should-panic-without-expected: an empty `expected` passes
    fn empty_value() {
        super::parts(0);
    }

    #[test]
    #[should_panic = "at least"]
    fn value() {
        super::parts(0);
    }

    #[test]
    #[cfg_attr(debug_assertions, should_panic)]
    //~ 5-48 should-panic-without-expected
    fn conditional() {
        debug_assert!(super::parts(1) == 1);
    }

    #[test]
    #[should_panic]
    //~ 5-20 should-panic-without-expected
    fn message_of_the_body() {
        if super::parts(1) == 100 {
            panic!("got {} of \"all\" {{parts}}", 1);
        }
    }

    #[test]
    #[should_panic]
    //~ 5-20 should-panic-without-expected
    fn message_of_an_assertion() {
        assert_eq!(super::parts(1), 1, "costs $5 a part");
    }

    #[test]
    #[should_panic]
    //~ 5-20 should-panic-without-expected
    fn two_messages() {
        assert!(super::parts(1) == 1, "first");
        assert!(super::parts(2) == 2, "second");
    }

    #[should_panic]
    //~ 5-20 should-panic-without-expected
    #[test]
    #[allow(dead_code)]
    fn order() {
        super::parts(0);
    }

    #[test]
    #[should_panic]
    #[allow(clippy::should_panic_without_expect, reason = "the message is the standard library's")]
    fn allowed() {
        super::parts(0);
    }
}
