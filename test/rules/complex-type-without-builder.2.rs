//@ options: {"maxArguments": 2, "maxPublicFields": 1}
pub struct Pair {
    //     ^^^^ complex-type-without-builder: `Pair` has 2 public fields
    pub a: u8,
    pub b: u8,
}
impl Pair {
    pub fn new(a: u8, b: u8, c: u8) -> Self {
        // ^^^ complex-type-without-builder: `new` takes 3 arguments
        Pair { a, b: b + c }
    }
}
