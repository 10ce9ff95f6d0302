//@ target: binary
use std::env;

fn main() {
    if env::var_os("RUST_LOG").is_none() {
        // SAFETY: no other thread runs yet.
        unsafe { env::set_var("RUST_LOG", "info") };
    }
    std::thread::spawn(|| env::set_var("LATE", "1"));
    //~ 27-39 process-env-mutation: `env::set_var` changes the environment
    prepare();
}

fn prepare() {
    env::set_var("A", "1");
    //~ 5-17 process-env-mutation
}
