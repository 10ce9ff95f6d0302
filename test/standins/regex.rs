//! As much of `regex` as the fixtures use.

#[derive(Debug)]
pub struct Error;

pub struct Regex;

impl Regex {
    pub fn new(_pattern: &str) -> Result<Regex, Error> {
        Ok(Regex)
    }

    pub fn is_match(&self, text: &str) -> bool {
        text.is_empty()
    }
}
