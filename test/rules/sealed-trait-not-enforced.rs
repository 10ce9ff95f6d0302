//@ compile: yes
/// A unit of length. This trait is sealed.
pub trait Unit {
    //    ^^^^ sealed-trait-not-enforced: `Unit` is documented as sealed, but everybody can implement it; give it a private supertrait
    const METRES: f64;
}
mod hidden {
    pub trait Sealed {}
}
/// A unit of time. This trait is sealed.
pub trait Time: hidden::Sealed {
    const SECONDS: f64;
}

pub struct Metre;
impl Unit for Metre {
    const METRES: f64 = 1.0;
}
impl<T: Unit> Unit for [T; 1]
where
    T: Copy,
{
    const METRES: f64 = T::METRES;
}

/// This trait cannot be implemented outside of this crate.
pub trait Outside<T>: Send {
    //    ^^^^^^^ sealed-trait-not-enforced
    fn get(&self) -> T;
}
/// It is *not meant to be implemented* by users,
/// who take what [`Metre`] gives.
pub trait Users {}
//        ^^^^^ sealed-trait-not-enforced
#[doc = "A sealed trait."]
pub trait Attribute
//        ^^^^^^^^^ sealed-trait-not-enforced
where
    Self: Sized,
{
}

/// Seals envelopes. An envelope that is closed cannot be opened.
pub trait Envelope {}
/// Users should implement this trait.
pub trait Plain {}
/// This must not be implemented manually: derive it.
pub trait Derived {}
/// The trait is not sealed.
pub trait Unsealed {}
/// ```
/// // This trait is sealed.
/// ```
pub trait Example {}

/// This trait is effectively sealed and cannot be implemented by others.
pub trait Effectively {}
/// It is not intended to be implemented by users, but doing so is not forbidden.
pub trait Permitted {}
mod sealed {
    /// A sealed trait.
    pub trait Inner {}
    pub trait OtherName {}
}
use sealed::OtherName;
pub use sealed::Inner;
/// This trait is sealed.
pub trait ByImport: OtherName {}

trait Hidden {}
/// This trait is sealed by a private supertrait with any name.
pub trait ByName: Hidden {}
/// This trait is sealed.
pub trait ByWhere
where
    Self: hidden::Sealed,
{
}
/// This trait is sealed.
pub trait ByMethod {
    fn only_here(&self, _: hidden_token::Token);
}
/// This trait is sealed, by convention only.
pub trait Open: Reachable {}
//        ^^^^ sealed-trait-not-enforced
pub trait Reachable {}
mod hidden_token {
    pub struct Token;
}

/// This trait is sealed, but nobody sees it.
trait Private {}
/// This trait is sealed.
pub(crate) trait Restricted {}
/// This trait is sealed.
#[doc(hidden)]
pub trait NotShown {}
