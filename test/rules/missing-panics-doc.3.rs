//@ compile: yes
//! Sections compile, whatever the panicking expression holds.

/// Panics with odd texts.
pub fn odd(text: Option<&str>) -> &str {
    // ^^^ missing-panics-doc
    assert_ne!(text, Some("*/ ${1:x} \\ }"));
    text.expect("`ticks` and $dollars")
}
/** In a block. */
pub fn block(text: Option<&str>) -> &str {
    // ^^^^^ missing-panics-doc
    text.expect("a text without an end of comment")
}
