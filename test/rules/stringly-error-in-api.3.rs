//@ compile: yes
//! No fix: nothing says what can go wrong, or implementors and users elsewhere would have to change as well.
#![allow(dead_code)]

pub fn port(_: &str) -> Result<u16, String> {
    //                              ^^^^^^ stringly-error-in-api
    unreachable!()
}

pub struct Store;
impl Store {
    pub fn open(&self) -> Result<u16, ()> {
        //                            ^^ stringly-error-in-api
        unreachable!()
    }
}

pub mod inner {
    pub trait Read {
        fn read(&self) -> Result<u8, &'static str>;
        //                           ^^^^^^^^^^^^ stringly-error-in-api
    }
}

pub mod aliases {
    pub type Outcome<T, E = String> = Result<T, E>;
    //                      ^^^^^^ stringly-error-in-api: the alias `Outcome`
    pub fn run() -> Outcome<u8> {
        unreachable!()
    }
}

pub mod taken {
    pub struct RunError;
    pub fn run() -> Result<u8, RunError> {
        Err(RunError)
    }
    pub fn run_() -> Result<u8, String> {
        //                      ^^^^^^ stringly-error-in-api
        unreachable!()
    }
}
