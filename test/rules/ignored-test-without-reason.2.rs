//@ compile: yes
#[test]
#[ignore] // needs "quotes" and \ slashes
//~ 1-10 ignored-test-without-reason
fn commented() {}

#[test]
#[cfg_attr(all(), ignore)] /* in a block */
//~ 1-27 ignored-test-without-reason
fn conditional() {}
