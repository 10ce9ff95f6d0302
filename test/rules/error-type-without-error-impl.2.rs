//@ dependencies: thiserror
pub mod derived {
    #[derive(Debug, thiserror::Error)]
    #[error("a")]
    pub struct AError;
    #[derive(Debug, Snafu)]
    pub enum BError {
        C,
    }
    #[cfg_attr(feature = "std", derive(thiserror::Error))]
    pub struct ConditionalError;
    #[derive(Debug, derive_more::Error)]
    pub struct MoreError;
}

#[derive(Debug)]
pub enum LoadError {
    //   ^^^^^^^^^ error-type-without-error-impl
    /// There is none.
    Missing,
    #[doc(alias = "corrupt")]
    Broken(usize),
}
/// Nothing derived yet.
pub struct PlainError;
//         ^^^^^^^^^^ error-type-without-error-impl
