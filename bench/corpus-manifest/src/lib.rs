//! Empty: only the dependencies of this crate are of interest.
