use std::fmt;
use std::future::Future;
use std::io;

// example: bad
/// Reads the settings.
pub fn load(path: &str) -> Result<Settings, LoadError> {
    // ^^^^ missing-errors-doc: `load` returns a `Result`, but its documentation has no `# Errors` section
    todo!()
}
// example: good
/// Writes the settings.
///
/// # Errors
///
/// Returns [`LoadError::Missing`] when the folder of `path` does not exist.
pub fn store(path: &str) -> Result<(), LoadError> {
    todo!()
}
// example: end

/// What can go wrong.
pub enum LoadError {
    /// No such file.
    Missing,
    /// A line that is no setting.
    Syntax { line: usize },
    /// The file could not be read.
    Read(io::Error),
}
pub struct Settings;

pub fn undocumented() -> io::Result<()> {
    // ^^^^^^^^^^^^ missing-errors-doc
    Ok(())
}

/// Formats.
pub fn format_it(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    // ^^^^^^^^^ missing-errors-doc
    f.write_str("x")
}

/// Cannot fail, and still says so nowhere.
pub fn never() -> Result<u8, std::convert::Infallible> {
    // ^^^^^ missing-errors-doc
    Ok(1)
}

/// Waits.
pub async fn wait() -> Result<(), LoadError> {
    //       ^^^^ missing-errors-doc
    Ok(())
}

/// Waits too.
pub fn later() -> impl Future<Output = Result<(), LoadError>> + Send {
    // ^^^^^ missing-errors-doc
    async { Ok(()) }
}

type Loaded<T> = Result<T, LoadError>;
/// Through an alias.
pub fn aliased() -> Loaded<u8> {
    // ^^^^^^^ missing-errors-doc
    Ok(1)
}

/// No `Result` of its own.
pub fn nested() -> Option<Result<u8, LoadError>> {
    None
}
/// A poll.
pub fn polled() -> std::task::Poll<Result<u8, LoadError>> {
    std::task::Poll::Pending
}
/// Boxed.
pub fn boxed() -> std::pin::Pin<Box<dyn Future<Output = Result<u8, LoadError>>>> {
    todo!()
}

mod own {
    pub struct Result<A, B>(A, B);
    /// Not the `Result` of std.
    pub fn make() -> Result<u8, u8> {
        Result(1, 2)
    }
}
pub use own::make;

/// Near miss.
///
/// # Error
///
/// When it fails.
pub fn near() -> Result<(), LoadError> {
    // ^^^^ missing-errors-doc: the heading `Error` of `near` is no `# Errors` section; rename it
    Ok(())
}

/// Near miss.
///
/// ## errors:
///
/// When it fails.
pub fn lower() -> Result<(), LoadError> {
    // ^^^^^ missing-errors-doc: the heading `errors:` of `lower`
    Ok(())
}

/// Near miss.
///
/// **Errors**
///
/// When it fails.
pub fn bold() -> Result<(), LoadError> {
    // ^^^^ missing-errors-doc: the heading `**Errors**` of `bold`
    Ok(())
}

/// Only in a fence:
///
/// ```text
/// # Errors
/// ```
pub fn fenced() -> Result<(), LoadError> {
    // ^^^^^^ missing-errors-doc: `fenced` returns a `Result`
    Ok(())
}

/**
 * In a block.
 */
pub fn block() -> Result<(), LoadError> {
    // ^^^^^ missing-errors-doc
    Ok(())
}

/**
 * In a block.
 *
 * Errors
 * ======
 *
 * Never.
 */
pub fn setext() -> Result<(), LoadError> {
    Ok(())
}

/// Not yet written.
///
/// # Errors
///
/// - TODO: say when
pub fn unfinished() -> Result<(), LoadError> {
    // ^^^^^^^^^^ missing-errors-doc: the `# Errors` section of `unfinished` says nothing yet
    Ok(())
}

#[doc = include_str!("load.md")]
pub fn included() -> Result<(), LoadError> {
    Ok(())
}

/// Trait.
pub trait Load {
    /// Loads.
    fn load(&self) -> Result<(), LoadError>;
    // ^^^^ missing-errors-doc
    /// Loads by default.
    fn load_default(&self) -> Result<(), LoadError> {
        //~ 8-20 missing-errors-doc
        Ok(())
    }
}
impl Load for Settings {
    fn load(&self) -> Result<(), LoadError> {
        Ok(())
    }
}
impl Settings {
    /// Checks.
    pub fn check(&self) -> Result<(), LoadError> {
        // ^^^^^ missing-errors-doc
        Ok(())
    }
    fn private(&self) -> Result<(), LoadError> {
        Ok(())
    }
    #[allow(clippy::missing_errors_doc, reason = "see `check`")]
    pub fn permitted(&self) -> Result<(), LoadError> {
        Ok(())
    }
}
pub(crate) fn within() -> Result<(), LoadError> {
    Ok(())
}
#[doc(hidden)]
pub fn hidden() -> Result<(), LoadError> {
    Ok(())
}
#[cfg(test)]
pub fn helper() -> Result<(), LoadError> {
    Ok(())
}
