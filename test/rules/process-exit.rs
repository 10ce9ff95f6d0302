use std::process::{self, exit as bye};

// example: bad
pub fn load(path: &str) -> String {
    match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(1)
            //~ 13-31 process-exit: `process::exit` ends the whole process
        }
    }
}
// example: good
pub fn load_checked(path: &str) -> std::io::Result<String> {
    std::fs::read_to_string(path)
}
// example: end

pub fn through_the_module() {
    process::exit(2);
    //~ 5-18 process-exit: `process::exit` ends
    process::abort()
    //~ 5-19 process-exit: `process::abort` ends
}

pub fn under_another_name() {
    bye(3);
    //~ 5-8 process-exit: `process::exit` ends
}

pub fn named_in_a_block(code: i32) {
    use std::process::exit as quit;
    quit(code)
    //~ 5-9 process-exit
}

struct Command;
impl Command {
    // The lint does not look into methods.
    fn run(&self) -> ! {
        ::std::process::abort()
        //~ 9-30 process-exit
    }
}

struct Bomb;
impl Drop for Bomb {
    fn drop(&mut self) {
        process::abort();
    }
}
struct Guard;
impl std::ops::Drop for Guard {
    fn drop(&mut self) {
        process::exit(1);
        //~ 9-22 process-exit
    }
}

pub fn in_a_closure(number: Option<u8>) -> u8 {
    number.unwrap_or_else(|| process::exit(4))
    //~ 30-43 process-exit
}

pub fn in_a_macro(done: bool) {
    println!("{}", if done { process::exit(0) } else { 1 });
    //~ 30-43 process-exit
}

// In a library `main` is a function like any other.
fn main() {
    process::exit(5);
    //~ 5-18 process-exit
}

mod own {
    fn exit(_code: u8) {}
    fn abort() {}
    mod process {
        pub fn exit(_code: u8) {}
    }
    fn f() {
        exit(1);
        abort();
        process::exit(1);
    }
}

mod globbed {
    use std::process::*;
    fn f() {
        exit(1);
        //~ 9-13 process-exit
    }
}

struct Task;
fn methods(task: Task) {
    task.abort();
    task.exit(1);
    libc::exit(1);
}

macro_rules! quit {
    () => {
        std::process::exit(1)
    };
}

#[allow(clippy::exit)]
fn allowed() {
    process::exit(6);
}

#[cfg(test)]
mod tests {
    #[test]
    fn ends() {
        std::process::exit(1);
    }
}
