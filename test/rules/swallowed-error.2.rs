//@ dependencies: tracing
pub fn clean(path: &str) {
    if let Err(_) = std::fs::remove_file(path) {}
    //     ^^^^^^ swallowed-error
}
