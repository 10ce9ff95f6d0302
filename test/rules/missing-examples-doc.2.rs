// Exported macros: a name of the whole crate, so they stand in a file of their own.
/// A macro.
#[macro_export]
macro_rules! count {
//           ^^^^^ missing-examples-doc
    () => {};
}
