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

// No error could be returned here: a counter that guards memory would overflow, or a panic would go on.
struct Count(std::sync::atomic::AtomicUsize);
impl Count {
    fn acquire(&self) {
        let before = self.0.fetch_add(1, Relaxed);
        if before > isize::MAX as usize {
            process::abort();
        }
        if before == 7 {
            // What is compared came from the counter.
            process::abort()
        }
        if self.0.load(Relaxed) < 2 {
            process::abort();
            //~ 13-27 process-exit
        }
        if before > isize::MAX as usize {
            process::exit(1);
            //~ 13-26 process-exit
        }
    }
}
fn keeps_a_panic_in(run: fn()) {
    std::panic::catch_unwind(run).unwrap_or_else(|_| process::abort());
    let result = std::panic::catch_unwind(run);
    match result {
        Ok(()) => {}
        Err(_) => process::abort(),
    }
    if std::thread::panicking() {
        process::abort();
    }
}
fn hooks(run: fn()) {
    std::panic::set_hook(Box::new(|_| process::abort()));
    run_all(run).unwrap_or_else(|_| process::abort());
    //~ 37-51 process-exit
}
fn leaves_no_hole(scope: Scope) {
    let result = std::panic::catch_unwind(|| scope.run());
    if scope.holes.get() != 0 {
        process::abort();
    }
    drop(result);
}

// The name and the type say it to whoever calls.
pub fn exit(code: i32) -> ! {
    process::exit(code)
}
#[cold]
fn abort_on_overflow() -> ! {
    process::abort()
}
pub fn exit_code(code: i32) {
    process::exit(code)
    //~ 5-18 process-exit
}
fn fail(text: &str) -> ! {
    eprintln!("{text}");
    process::exit(1)
    //~ 5-18 process-exit
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
