#!/usr/bin/env run-cargo-script
//~ 1-32 missing-docs: the crate has no documentation
// A comment.
#![warn(unused)]

/// Documented.
pub fn run() {}
