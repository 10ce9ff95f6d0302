//! The part of eyre's interface that fixes use, with its signatures: enough to type-check them without the registry.
use std::error::Error as StdError;
use std::fmt::{Debug, Display};

#[derive(Debug)]
pub struct Report(pub String);

pub type Result<T, E = Report> = core::result::Result<T, E>;

impl Report {
    pub fn msg<M: Display + Debug + Send + Sync + 'static>(message: M) -> Self {
        Self(message.to_string())
    }
}

impl<E: StdError + Send + Sync + 'static> From<E> for Report {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

pub trait WrapErr<T, E> {
    fn wrap_err<D: Display + Send + Sync + 'static>(self, message: D) -> Result<T>;
    fn wrap_err_with<D: Display + Send + Sync + 'static, F: FnOnce() -> D>(self, message: F) -> Result<T>;
}

impl<T, E: StdError + Send + Sync + 'static> WrapErr<T, E> for core::result::Result<T, E> {
    fn wrap_err<D: Display + Send + Sync + 'static>(self, message: D) -> Result<T> {
        self.map_err(|error| Report(format!("{message}: {error}")))
    }
    fn wrap_err_with<D: Display + Send + Sync + 'static, F: FnOnce() -> D>(self, message: F) -> Result<T> {
        self.wrap_err(message())
    }
}

#[macro_export]
macro_rules! eyre {
    ($($argument:tt)*) => {
        $crate::Report(format!($($argument)*))
    };
}
