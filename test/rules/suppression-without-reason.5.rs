//@ compile: yes
#![allow(unused)] // this file is a "sample" \ of forms
//~ 1-18 suppression-without-reason

#[allow(dead_code,)] // with a comma
//~ 1-21 suppression-without-reason
fn comma() {}

#[expect(
//~ 1-10 suppression-without-reason
    unused_variables, // a comment inside
    clippy::needless_return,
)]
fn lines() {
    let unread = 1;
    return;
}

#[cfg_attr(all(), allow(dead_code), allow(unused_mut))] // two lists
//~ 19-35 suppression-without-reason
//~ 37-54 suppression-without-reason
fn two() {}

#[allow(dead_code, reason = "")] /* said in a block */
//~ 1-33 suppression-without-reason
fn empty() {}
