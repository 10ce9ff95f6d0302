//! The part of subtle's interface that fixes use, with its signatures: enough to type-check them without the registry.

#[derive(Clone, Copy)]
pub struct Choice(u8);

impl From<Choice> for bool {
    fn from(choice: Choice) -> bool {
        choice.0 != 0
    }
}

pub trait ConstantTimeEq {
    fn ct_eq(&self, other: &Self) -> Choice;
}

impl ConstantTimeEq for [u8] {
    fn ct_eq(&self, other: &[u8]) -> Choice {
        Choice(u8::from(self == other))
    }
}
