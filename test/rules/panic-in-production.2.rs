//@ options: {"macros": ["panic", "unreachable", "assert"]}
macro_rules! panic {
    () => {
        core::panic!("templates are not looked into")
    };
}

fn own_panic() {
    panic!();
    assert!(true, "x");
    //~ 5-12 panic-in-production: `assert!` takes the thread down
    unreachable!();
    //~ 5-17 panic-in-production: `unreachable!` takes the thread down
    std::panic!("std's");
    //~ 5-16 panic-in-production
    panic_any(1);
}

fn panic_any(value: u8) {}
