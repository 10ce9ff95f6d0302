//@ dependencies: thiserror
//! With thiserror at hand the enum derives its impls.

pub mod inner {
    /// Reads.
    pub fn read_it() -> Result<u8, Box<dyn std::error::Error>> {
        //                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ boxed-error-in-api
        Ok(1)
    }
}
