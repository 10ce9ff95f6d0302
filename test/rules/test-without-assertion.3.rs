//@ target: example
fn main() {
    assert_eq!(answer(), 42);
}

fn answer() -> u8 {
    42
}

#[test]
fn runs() {
    main();
}

#[test]
fn silent() {
    //~ 4-10 test-without-assertion
    answer();
}
