//@ dependencies: thiserror
use std::backtrace::Backtrace;
use std::io;
use std::sync::Arc;
use thiserror::Error;

// example: bad
#[derive(Debug, Error)]
pub enum LoadError {
    #[error("cannot read {path}: {error}")]
    Read { path: String, error: io::Error },
    //                   ^^^^^^^^^^^^^^^^ error-source-lost: `LoadError::Read` wraps a `io::Error` that `source()` does not show
}
// example: good
#[derive(Debug, Error)]
pub enum SaveError {
    #[error("cannot write {path}")]
    Write { path: String, #[source] error: io::Error },
}
// example: end

#[derive(Debug, thiserror::Error)]
pub enum Forms {
    #[error("a")]
    Tuple(io::Error),
    //    ^^^^^^^^^ error-source-lost: `Forms::Tuple` wraps a `io::Error`
    #[error("b")]
    Boxed(String, Box<std::fmt::Error>),
    //            ^^^^^^^^^^^^^^^^^^^^ error-source-lost
    #[error("c")]
    Shared(Arc<io::Error>, Backtrace),
    //     ^^^^^^^^^^^^^^ error-source-lost
    #[error("d")]
    Any(Box<dyn std::error::Error + Send + Sync>),
    //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error-source-lost
    #[error("e")]
    OnlyTheFirst(io::Error, std::fmt::Error),
    //           ^^^^^^^^^ error-source-lost
    #[error("f")]
    Named {
        /// What `parse` said.
        cause: std::num::ParseIntError,
        //~ 9-39 error-source-lost: `Forms::Named` wraps a `std::num::ParseIntError`
    },
}

#[derive(Debug, Error)]
#[error("struct")]
pub struct Wrapper {
    pub inner: io::Error,
    //~ 5-25 error-source-lost: `Wrapper` wraps a `io::Error`
}
#[derive(Debug, Error)]
#[error("tuple struct")]
pub struct Newtype(pub io::Error);
//                 ^^^^^^^^^^^^^ error-source-lost: `Newtype` wraps

#[derive(Debug, Error)]
pub enum Converted {
    #[error("g")]
    Io(io::Error),
    // ^^^^^^^^^ error-source-lost
}
impl From<std::io::Error> for Converted {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

#[derive(Debug, Error)]
pub enum Shown {
    #[error(transparent)]
    Whole(io::Error),
    #[error("from")]
    From(#[from] std::fmt::Error),
    #[error("source")]
    Source(#[source] io::Error),
    #[error("named")]
    Named { source: io::Error },
    #[error("one of them")]
    One(io::Error, #[source] std::fmt::Error),
    #[error("kind")]
    Kind(io::ErrorKind),
    #[error("debugged: {0:?}")]
    Debugged(foreign::ForeignError),
    #[error("debugged: {error:?}")]
    DebuggedIo { error: io::Error },
    //           ^^^^^^^^^^^^^^^^ error-source-lost
    #[error("generic")]
    Failed(Failure<io::Error>),
    #[error("text")]
    Text(String),
    #[error("borrowed")]
    Borrowed(&'static std::fmt::Error),
    #[error("not an error")]
    Data(SyntaxError),
    #[error("unit")]
    Unit,
    #[error("converted already: {0}")]
    Again(String, std::fmt::Error),
    //            ^^^^^^^^^^^^^^^ error-source-lost
    #[error("converted elsewhere")]
    Twice(std::fmt::Error),
    //    ^^^^^^^^^^^^^^^ error-source-lost
}

#[derive(Debug)]
pub struct Failure<E>(E);

/// A place in a text, named like an error, without the trait.
#[derive(Debug)]
pub struct SyntaxError {
    pub at: usize,
}

#[derive(Debug)]
pub enum ByHand {
    Io(io::Error),
}

pub mod other {
    use derive_more_like::Error;
    #[derive(Debug, Error)]
    pub enum Derived {
        Io(std::io::Error),
    }
    mod derive_more_like {
        pub use std::fmt::Debug as Error;
    }
}

#[cfg(test)]
mod tests {
    #[derive(Debug, thiserror::Error)]
    pub enum TestError {
        #[error("a")]
        Io(std::io::Error),
    }
}
