//@ target: binary
// A program that leaves its `main` early tells nobody that something is missing.
fn main() {
    let first = std::env::args().nth(1).unwrap();
    //                                  ^^^^^^^^ unwrap-in-production
    println!("{first}");
}
