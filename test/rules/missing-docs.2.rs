#![allow(unused)]
//~ 1-18 missing-docs: the crate has no documentation

pub mod shapes;
