//! Writing into a text cannot fail.
use std::fmt::Write as _;

/// Lists the names.
pub fn listed(names: &[&str]) -> String {
    let mut text = String::new();
    for name in names {
        writeln!(text, "{name}").unwrap();
    }
    write!(text, "{} in all", names.len()).expect("a text takes everything");
    text
}

/// Its first line.
pub fn first(text: &str) -> &str {
    // ^^^^^ missing-panics-doc: `first` can panic (`text.lines().next().unwrap()`)
    text.lines().next().unwrap()
}
