//! The part of anyhow's interface that fixes use, with its signatures: enough to type-check them without the registry.
use std::error::Error as StdError;
use std::fmt::{Debug, Display};

#[derive(Debug)]
pub struct Error(pub String);

pub type Result<T, E = Error> = core::result::Result<T, E>;

impl Error {
    pub fn msg<M: Display + Debug + Send + Sync + 'static>(message: M) -> Self {
        Self(message.to_string())
    }
}

impl<E: StdError + Send + Sync + 'static> From<E> for Error {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

impl From<Error> for Box<dyn StdError + Send + Sync> {
    fn from(error: Error) -> Self {
        error.0.into()
    }
}

impl From<Error> for Box<dyn StdError> {
    fn from(error: Error) -> Self {
        error.0.into()
    }
}

mod private {
    use super::{Error, StdError};

    pub trait IntoReport {
        fn into_report(self) -> Error;
    }
    impl<E: StdError + Send + Sync + 'static> IntoReport for E {
        fn into_report(self) -> Error {
            Error(self.to_string())
        }
    }
    impl IntoReport for Error {
        fn into_report(self) -> Error {
            self
        }
    }
}

pub trait Context<T, E> {
    fn context<C: Display + Send + Sync + 'static>(self, context: C) -> Result<T>;
    fn with_context<C: Display + Send + Sync + 'static, F: FnOnce() -> C>(self, context: F) -> Result<T>;
}

impl<T, E: private::IntoReport> Context<T, E> for core::result::Result<T, E> {
    fn context<C: Display + Send + Sync + 'static>(self, context: C) -> Result<T> {
        self.map_err(|error| Error(format!("{context}: {}", error.into_report().0)))
    }
    fn with_context<C: Display + Send + Sync + 'static, F: FnOnce() -> C>(self, context: F) -> Result<T> {
        self.context(context())
    }
}

impl<T> Context<T, core::convert::Infallible> for Option<T> {
    fn context<C: Display + Send + Sync + 'static>(self, context: C) -> Result<T> {
        self.ok_or_else(|| Error(context.to_string()))
    }
    fn with_context<C: Display + Send + Sync + 'static, F: FnOnce() -> C>(self, context: F) -> Result<T> {
        self.context(context())
    }
}

#[macro_export]
macro_rules! anyhow {
    ($($argument:tt)*) => {
        $crate::Error(format!($($argument)*))
    };
}
