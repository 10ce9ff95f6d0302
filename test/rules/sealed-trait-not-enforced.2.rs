//@ compile: yes
// What the fix makes of the trait and of the types that implement it here.
use std::fmt::Debug;

// example: bad
/// A unit of length. This trait is sealed.
pub trait Unit {
    //    ^^^^ sealed-trait-not-enforced
    const METRES: f64;
}
// example: good
trait Ours {}
/// A unit of time. This trait is sealed.
#[expect(private_bounds, reason = "nobody else can implement it")]
pub trait Time: Ours {
    const SECONDS: f64;
}
// example: end
/// Users cannot implement this trait.
#[allow(dead_code)]
pub trait Width<T: Debug>: Sized + Send {
    //    ^^^^^ sealed-trait-not-enforced
    fn width(&self) -> T;
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
impl Width<u8> for Metre {
    fn width(&self) -> u8 {
        1
    }
}
