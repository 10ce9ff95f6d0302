//! What a user of the crate relies on.

use covenant_sample::journal::{record, written};
use covenant_sample::{largest, parse_reading, ReadingError};

#[test]
fn the_largest_reading_wins() {
    let readings = ["a=1", "b=7.5", "c=3"].map(|line| parse_reading(line).unwrap());
    assert_eq!(largest(&readings), 7.5);
}

#[test]
fn a_line_without_a_value_is_refused() {
    assert_eq!(parse_reading("pressure"), Err(ReadingError::Malformed));
}

#[test]
fn what_is_recorded_is_counted() {
    let before = written();
    record(parse_reading("a=1").unwrap());
    assert_eq!(written(), before + 1);
}
