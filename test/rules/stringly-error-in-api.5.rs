//@ dependencies: thiserror
//! With thiserror at hand the enum derives its impls.
use std::path::Path;

pub struct Config(String);

impl Config {
    /// Reads a configuration.
    pub fn read(path: &Path, deepest: usize) -> Result<Self, String> {
        //                                                   ^^^^^^ stringly-error-in-api
        let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        let depth = text.chars().take_while(|&c| c == '[').count();
        if depth > deepest {
            return Err(format!("{} is nested deeper than {deepest} brackets: {:#x}", path.display(), depth));
        }
        if text.is_empty() {
            return Err("{} needs a value".to_owned());
        }
        Ok(Config(text))
    }
}
