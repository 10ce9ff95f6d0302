//! Readings of sensors: parsed from text, kept in a journal, handed on.
//!
//! Open any file of this crate and look at the squiggles. Each comment that starts with `Covenant:` says which rule the
//! lines below it break and why that matters; the lightbulb offers the mend. The crate compiles and its tests pass.

pub mod error;
pub mod ffi;
pub mod journal;
pub mod worker;

pub use error::ReadingError;

/// One reading of one sensor.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The sensor's name.
    pub sensor: String,
    /// The value in the sensor's own unit.
    pub value: f64,
}

// Covenant: `missing-docs`. A public item is a promise, and a promise that nobody wrote down cannot be kept.
pub struct Limits {
    pub low: f64,
    pub high: f64,
}

/// Reads a line of the form `name=value`.
///
/// # Errors
///
/// Returns [`ReadingError::Malformed`] where the line has no `=`.
pub fn parse_reading(line: &str) -> Result<Reading, ReadingError> {
    let (sensor, value) = line.split_once('=').ok_or(ReadingError::Malformed)?;
    // Covenant: `unwrap-in-production`. A wrong digit in the input ends the whole program. This function returns a
    // `Result` and its error converts from `ParseFloatError`, so the fix is one character: `?`.
    let value: f64 = value.trim().parse().unwrap();
    Ok(Reading { sensor: sensor.trim().to_owned(), value })
}

/// Returns the largest value.
// Covenant: `missing-panics-doc` and `expect-in-production`. The caller has no way to know that an empty slice is fatal.
pub fn largest(readings: &[Reading]) -> f64 {
    readings.iter().map(|reading| reading.value).reduce(f64::max).expect("there is at least one reading")
}

/// Names the unit in which a sensor measures.
pub fn unit_of(sensor: &str) -> &'static str {
    match sensor {
        "temperature" => "°C",
        "pressure" => "hPa",
        // Covenant: `panic-in-production`. A sensor that was installed yesterday is no reason to fall over.
        other => panic!("no unit is known for {other}"),
    }
}

/// Smooths a series of values.
pub fn smooth(_values: &[f64]) -> Vec<f64> {
    // Covenant: `unfinished-code`. It compiles, it passes review in a hurry, and it ends the program at a customer.
    todo!("moving average over five values")
}

// Covenant: `suppression-without-reason`. In a year nobody knows whether this may be removed.
#[allow(clippy::needless_pass_by_value)]
/// Tells whether a reading lies within the limits.
pub fn within(reading: Reading, limits: &Limits) -> bool {
    (limits.low..=limits.high).contains(&reading.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    // In tests an `unwrap` is welcome: a test that panics is a test that fails.
    #[test]
    fn reads_a_line() {
        let reading = parse_reading("temperature = 21.5").unwrap();
        assert_eq!(reading, Reading { sensor: "temperature".to_owned(), value: 21.5 });
    }

    #[test]
    fn refuses_a_line_without_a_value() {
        assert_eq!(parse_reading("temperature"), Err(ReadingError::Malformed));
    }

    // Covenant: `ignored-test-without-reason`. Is it slow, is it broken, is it waiting for something?
    #[test]
    #[ignore]
    fn smooths_a_series() {
        assert_eq!(smooth(&[1.0, 2.0, 3.0]), vec![2.0]);
    }
}
