// example: bad
fn port(raw: &str) -> Result<u16, String> {
    match raw {
        "http" => Ok(80),
        _ => panic!("unknown scheme {raw}"),
        //   ^^^^^^ panic-in-production: `panic!` takes the thread down
    }
}
// example: good
fn port_checked(raw: &str) -> Result<u16, String> {
    match raw {
        "http" => Ok(80),
        _ => Err(format!("unknown scheme {raw}")),
    }
}
// example: end

use std::panic::{self, panic_any};

fn forms() {
    std::panic!("a");
    //~ 5-16 panic-in-production
    core::panic!("a");
    //~ 5-17 panic-in-production
    ::std::panic!("a");
    //~ 5-18 panic-in-production
    panic_any(1);
    //~ 5-14 panic-in-production: `panic_any` takes the thread down
    panic::panic_any(1);
    //~ 5-21 panic-in-production
    std::panic::panic_any(1);
    //~ 5-26 panic-in-production
    println!("{}", if true { 1 } else { panic!("x") });
    //                                  ^^^^^^ panic-in-production
    let closure = || panic!["x"];
    //               ^^^^^^ panic-in-production
}

fn quiet() {
    let caught = std::panic::catch_unwind(|| 1);
    debug_assert!(true);
    assert!(true);
    unreachable!("an invariant");
    other::panic!("not std's");
    let text = "panic!()"; // panic!()
    std::panic::resume_unwind(caught);
    quote! { panic!("generated") }
}

const _: () = {
    if SIZE > 8 {
        panic!("checked at compile time")
    }
};

const fn checked(size: usize) {
    if size > 8 {
        panic!("this may run");
        //~ 9-15 panic-in-production
    }
}

#[panic_handler]
fn on_panic(info: &PanicInfo) -> ! {
    loop {}
}

#[allow(clippy::panic)]
fn allowed() {
    panic!("allowed");
}

mod defmt_user {
    use defmt::panic;
    fn own() {
        panic!("another macro");
    }
}

#[cfg(test)]
mod tests {
    fn helper() {
        panic!("in a test");
    }
}
