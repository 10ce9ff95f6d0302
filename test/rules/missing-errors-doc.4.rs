//@ compile: yes
//! Sections that are added list the errors of the body.
use std::fs::File;
use std::io::Read;

/// An error.
#[derive(Debug)]
pub enum LoadError {
    /// Nothing there.
    Missing,
    /// Too long.
    TooLong { most: usize },
    /// Not readable.
    Read(std::io::Error),
    /// Never made here.
    Other,
}

impl From<std::io::Error> for LoadError {
    fn from(error: std::io::Error) -> Self {
        Self::Read(error)
    }
}

/// Loads.
pub fn load(path: &str) -> Result<String, LoadError> {
//     ^^^^ missing-errors-doc
    if path.is_empty() {
        return Err(LoadError::Missing);
    }
    let mut text = String::new();
    File::open(path)?.read_to_string(&mut text).map_err(LoadError::Read)?;
    let most = 10;
    if text.len() > most {
        Err(LoadError::TooLong { most })
    } else {
        Ok(text)
    }
}

/// Passes on.
pub fn pass_on(path: &str) -> Result<usize, LoadError> {
//     ^^^^^^^ missing-errors-doc
    match load(path) {
        Err(LoadError::Other) => Ok(0),
        other => Ok(other?.len() + load(path)?.len()),
    }
}

/// Says it in words.
pub fn words(path: &str) -> Result<u8, Box<dyn std::error::Error>> {
//     ^^^^^ missing-errors-doc
    let first = path.bytes().next().ok_or("an empty path")?;
    if first == b'/' {
        return Err("an absolute \"path\"".into());
    }
    if first == b'.' {
        return Err(format!("{path} is hidden").into());
    }
    fn inner() -> Result<u8, LoadError> {
        Err(LoadError::Other)
    }
    inner().map_err(|_| "the inner one")?;
    Ok(first)
}

/// A thing.
pub struct Thing(String);

impl Thing {
    /// Loads again.
    pub fn reload(&mut self) -> Result<(), LoadError> {
//         ^^^^^^ missing-errors-doc
        self.check()?;
        self.0 = load(&self.0)?;
        Ok(())
    }

    fn check(&self) -> Result<(), LoadError> {
        self.0.is_empty().then_some(()).ok_or(LoadError::Missing)
    }

    /// Shows nothing of its errors.
    pub fn plain(&self) -> Result<(), LoadError> {
//         ^^^^^ missing-errors-doc
        self.check()
    }
}
