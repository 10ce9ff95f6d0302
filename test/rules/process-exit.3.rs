//@ target: binary
//@ crate-root: false
// A module of a program that has a function named `main`.
fn main() {
    std::process::exit(1)
    //~ 5-23 process-exit
}
