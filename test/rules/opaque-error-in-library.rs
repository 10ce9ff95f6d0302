//@ dependencies: anyhow, eyre, color-eyre
use anyhow::Result;
use eyre::Report as Problem;
use std::future::Future;

// example: bad
/// Loads the settings.
pub fn load(path: &str) -> anyhow::Result<String> {
    //                     ^^^^^^^^^^^^^^^^^^^^^^ opaque-error-in-library: `load` returns `anyhow::Result<String>`
    Ok(std::fs::read_to_string(path)?)
}
// example: good
/// Loads the settings.
pub fn load_checked(path: &str) -> std::result::Result<String, LoadError> {
    std::fs::read_to_string(path).map_err(LoadError::Read)
}
// example: end

pub enum LoadError {
    Read(std::io::Error),
}

pub fn bare() -> Result<u8> {
    //           ^^^^^^^^^^ opaque-error-in-library: `bare` returns `Result<u8>`
    Ok(1)
}
pub fn named() -> std::result::Result<u8, anyhow::Error> {
    //                                    ^^^^^^^^^^^^^ opaque-error-in-library: `named` returns `anyhow::Error`
    Ok(1)
}
pub fn renamed() -> std::result::Result<u8, Problem> {
    //                                      ^^^^^^^ opaque-error-in-library
    Ok(1)
}
pub fn alone() -> color_eyre::Report {
    //            ^^^^^^^^^^^^^^^^^^ opaque-error-in-library
    todo!()
}
pub fn future() -> impl Future<Output = Result<u8>> {
    //                                  ^^^^^^^^^^ opaque-error-in-library
    async { Ok(1) }
}
pub fn optional() -> Option<eyre::Result<u8>> {
    //                      ^^^^^^^^^^^^^^^^ opaque-error-in-library
    None
}
pub async fn waits() -> Result<Vec<u8>> {
    //                  ^^^^^^^^^^^^^^^ opaque-error-in-library
    Ok(Vec::new())
}

// Two arguments: this is std's `Result` under another path.
pub fn own_error() -> anyhow::Result<u8, LoadError> {
    Ok(1)
}
pub fn own_error_after_all() -> anyhow::Result<u8, anyhow::Error> {
    //                                             ^^^^^^^^^^^^^ opaque-error-in-library
    Ok(1)
}
pub fn takes(error: anyhow::Error) {}
fn private() -> Result<u8> {
    Ok(1)
}
pub(crate) fn restricted() -> Result<u8> {
    Ok(1)
}

pub struct Store;
impl Store {
    pub fn open(&self) -> Result<u8> {
        //                ^^^^^^^^^^ opaque-error-in-library
        Ok(1)
    }
}
pub trait Keep {
    fn keep(&self) -> Result<u8>;
    //                ^^^^^^^^^^ opaque-error-in-library: `keep` returns
}
impl Keep for Store {
    fn keep(&self) -> Result<u8> {
        Ok(1)
    }
}

// The import above is not this module's.
pub mod plain {
    pub fn unknown() -> Result<u8> {
        todo!()
    }
}
pub mod own {
    pub mod anyhow {
        pub struct Error;
    }
    pub fn local() -> std::result::Result<u8, anyhow::Error> {
        Ok(1)
    }
}
pub mod globbed {
    use anyhow::*;
    pub fn all() -> Result<u8> {
        //          ^^^^^^^^^^ opaque-error-in-library
        Ok(1)
    }
}

pub mod aliases {
    pub type Fallible<T> = std::result::Result<T, anyhow::Error>;
    //                                            ^^^^^^^^^^^^^ opaque-error-in-library: the alias `Fallible` stands for `anyhow::Error`
    pub fn once() -> Fallible<u8> {
        Ok(1)
    }
    type Hidden<T> = anyhow::Result<T>;
    pub fn through() -> Hidden<u8> {
        //              ^^^^^^^^^^ opaque-error-in-library: `through` returns `Hidden<u8>`
        Ok(1)
    }
}

#[cfg(test)]
pub mod tests {
    pub fn helper() -> anyhow::Result<u8> {
        Ok(1)
    }
}
