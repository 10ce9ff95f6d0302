//@ compile: yes
//@ dependencies: subtle
use subtle::Choice;
fn slices(signature: &[u8], computed: &[u8], hmac: [u8; 2], given: [u8; 2]) -> bool {
    let password = String::new();
    println!("{} {:?}", signature != computed, hmac == given);
    //                  ^^^^^^^^^^^^^^^^^^^^^ non-constant-time-comparison
    //                                         ^^^^^^^^^^^^^ non-constant-time-comparison
    signature == computed && password.as_bytes() != "given".to_owned().as_bytes() // by length too
    //~ 5-26 non-constant-time-comparison
}

fn texts(password: &str, given: &str) -> bool {
    given.as_bytes() != password.as_bytes()
    //~ 5-44 non-constant-time-comparison
}

fn with_choice(_: Choice) {}

// example: bad
fn is_admin(given: &[u8], password: &[u8]) -> bool {
    given == password
    //~ 5-22 non-constant-time-comparison: `password` is compared with `==`, whose time tells
}
// example: good
fn is_admin_checked(given: &[u8], password: &[u8]) -> bool {
    subtle::ConstantTimeEq::ct_eq(given, password).into()
}
// example: end
