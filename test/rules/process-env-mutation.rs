use std::env::{self, set_var as put};
use std::process::Command;

// example: bad
pub fn run_in(folder: &str) -> std::io::Result<()> {
    std::env::set_current_dir(folder)?;
    //~ 5-30 process-env-mutation: `env::set_current_dir` changes the current directory of the whole process
    Command::new("make").status().map(drop)
}
// example: good
pub fn run_below(folder: &str) -> std::io::Result<()> {
    Command::new("make").current_dir(folder).status().map(drop)
}
// example: end

pub fn set() {
    env::set_var("A", "1");
    //~ 5-17 process-env-mutation: `env::set_var` changes the environment of the whole process
    unsafe { env::remove_var("A") };
    //~ 14-29 process-env-mutation: `env::remove_var` changes the environment
    put("A", "2");
    //~ 5-8 process-env-mutation: `env::set_var` changes
    dbg!(env::set_var("B", "3"));
    //~ 10-22 process-env-mutation
}

pub fn child() {
    Command::new("ls").env("A", "1").env_remove("B").current_dir("/");
    let _ = env::var("A");
    let _ = env::current_dir();
}

mod own {
    mod env {
        pub fn set_var(_: &str, _: &str) {}
    }
    fn set_var(_: &str) {}
    fn f() {
        env::set_var("A", "1");
        set_var("A");
        Settings.set_var("A");
    }
}

fn main() {
    env::set_var("A", "1");
    //~ 5-17 process-env-mutation
}

#[allow(deprecated_safe_2024)]
fn allowed() {
    env::set_var("A", "1");
}

#[test]
fn test() {
    env::set_var("A", "1");
}
