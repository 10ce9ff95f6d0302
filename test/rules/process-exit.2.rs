//@ target: binary
use std::process::exit;

fn main() {
    let Some(name) = std::env::args().nth(1) else {
        exit(2);
    };
    let run = || -> u8 { std::process::exit(3) };
    println!("{name} {}", run());
    fn inner() {
        exit(4)
        //~ 9-13 process-exit
    }
}

// In a program a function that returns `!` has no error to return.
fn usage() -> ! {
    exit(2)
}
fn usage_of(name: &str) {
    eprintln!("usage: {name}");
    exit(2)
    //~ 5-9 process-exit: `process::exit` ends the whole process
}

mod commands {
    fn main() {
        std::process::exit(1)
        //~ 9-27 process-exit
    }
}
