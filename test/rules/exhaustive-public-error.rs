//@ compile: yes
// example: bad
/// What can go wrong when a file is loaded.
#[derive(Debug)]
pub enum LoadError {
    //   ^^^^^^^^^ exhaustive-public-error: `LoadError` can never gain a variant
    NotFound,
}
// example: good
/// What can go wrong when a file is saved.
#[derive(Debug)]
#[non_exhaustive]
pub enum SaveError {
    Full,
}
// example: end

pub enum LoadErrorKind {
    //   ^^^^^^^^^^^^^ exhaustive-public-error
    A,
}
pub mod nested {
    pub enum WriteFailure {
        //   ^^^^^^^^^^^^ exhaustive-public-error
        A(u8),
    }
    /// Never made.
    pub enum NoError {}
}

#[cfg_attr(not(feature = "closed"), non_exhaustive)]
pub enum SometimesError {
    A,
}
pub enum Level {
    A,
}
pub enum ErrorCode {
    A,
}
enum PrivateError {
    A,
}
pub(crate) enum OwnError {
    A,
}
mod hidden {
    pub enum InnerError {
        A,
    }
}
#[doc(hidden)]
pub enum SecretError {
    A,
}
pub struct PlainError;

#[allow(clippy::exhaustive_enums)]
pub enum AllowedError {
    A,
}
