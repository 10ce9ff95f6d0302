//@ dependencies: regex
//@ rust-version: 1.79
// `LazyLock` came with 1.80.
use regex::Regex;

fn old(lines: &[String]) -> bool {
    lines.iter().any(|line| Regex::new("a").unwrap().is_match(line))
    //                      ^^^^^^^^^^^^^^^ regex-in-loop
}
