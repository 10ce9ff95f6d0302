//! What can go wrong with a reading.

use std::error::Error;
use std::fmt;
use std::num::ParseFloatError;

/// Why a reading was refused. This is how the covenant wants errors: a type that a caller can match on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadingError {
    /// The line has no `=`.
    Malformed,
    /// The value is not a number.
    NotANumber(ParseFloatError),
}

impl fmt::Display for ReadingError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed => formatter.write_str("a reading has the form name=value"),
            Self::NotANumber(_) => formatter.write_str("the value of a reading is a number"),
        }
    }
}

impl Error for ReadingError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Malformed => None,
            Self::NotANumber(cause) => Some(cause),
        }
    }
}

impl From<ParseFloatError> for ReadingError {
    fn from(cause: ParseFloatError) -> Self {
        Self::NotANumber(cause)
    }
}

/// Checks a sensor's name.
///
/// # Errors
///
/// Returns a sentence where the name is empty.
// Covenant: `stringly-error-in-api`. A caller can show this text, but cannot tell one failure from another.
pub fn check_name(name: &str) -> Result<(), String> {
    if name.is_empty() {
        return Err("a sensor has a name".to_owned());
    }
    Ok(())
}

/// Reads the number of sensors.
// Covenant: `boxed-error-in-api` hides which errors there are, and `missing-errors-doc` does not say when they come.
pub fn sensor_count(text: &str) -> Result<usize, Box<dyn Error>> {
    Ok(text.trim().parse()?)
}
