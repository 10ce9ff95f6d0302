//@ compile: yes
use std::error::Error as StdError;
use std::fmt;

// example: bad
/// What can go wrong when a file is loaded.
#[derive(Debug)]
pub enum LoadError {
    //   ^^^^^^^^^ error-type-without-error-impl: `LoadError` does not implement `std::error::Error`
    Missing,
    Broken(usize),
    Denied { user: String },
}
// example: good
/// What can go wrong when a file is saved.
#[derive(Debug)]
pub struct SaveError;

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the file cannot be saved")
    }
}

impl std::error::Error for SaveError {}
// example: end

pub struct PlainFailure {
    //     ^^^^^^^^^^^^ error-type-without-error-impl
    pub code: i32,
}
#[derive(Debug)]
pub struct ShownError(u8);
//         ^^^^^^^^^^ error-type-without-error-impl
impl fmt::Display for ShownError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
pub enum NoError {}
//       ^^^^^^^ error-type-without-error-impl
pub struct WrappedError<T>(T);
//         ^^^^^^^^^^^^ error-type-without-error-impl
pub mod nested {
    #[derive(Clone)]
    pub struct InnerError;
    //         ^^^^^^^^^^ error-type-without-error-impl
}

#[derive(Debug)]
pub struct RenamedError;
impl fmt::Display for RenamedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("renamed")
    }
}
impl StdError for RenamedError {}

#[derive(Debug)]
pub struct GenericError<T>(T);
impl<T> fmt::Display for GenericError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("generic")
    }
}
impl<T: fmt::Debug> std::error::Error for GenericError<T> {}

#[derive(Debug)]
pub struct MacroError;
macro_rules! impl_error {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("by a macro")
            }
        }
        impl std::error::Error for $name {}
    };
}
impl_error!(MacroError);

#[repr(C)]
pub struct StreamError {
    pub domain: i32,
}
pub struct SkipError<T>(std::marker::PhantomData<T>);

pub type AliasError = fmt::Error;
pub enum ErrorKind {
    A,
}
pub struct ErrorCode(u8);
struct PrivateError;
pub(crate) struct OwnError;
mod hidden {
    pub struct UnseenError;
}
#[doc(hidden)]
pub struct SecretError;

#[cfg(test)]
pub mod tests {
    pub struct TestError;
}
