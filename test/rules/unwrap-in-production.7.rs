// A feature with two underscores is private by Cargo's convention; beside `test` it lends helpers to sister crates.
#[cfg(any(test, feature = "__private"))]
pub fn helper(text: &str) -> u8 {
    text.parse().unwrap()
}

#[cfg(feature = "__private")]
pub fn called_by_a_macro(text: &str) -> u8 {
    text.parse().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}

#[cfg(any(unix, feature = "__private"))]
pub fn on_unix(text: &str) -> u8 {
    text.parse().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}
