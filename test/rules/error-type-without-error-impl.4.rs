//@ crate-root: false
// A module alone: its crate may implement the trait elsewhere.
pub struct LoadError;
