//@ target: binary
pub struct Program;
pub fn run() {}
fn main() {}
