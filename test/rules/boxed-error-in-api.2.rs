//@ dependencies: thiserror
//! A body that cannot fail has no variants to offer.

pub mod inner {
    /// Reads.
    pub fn read_it() -> Result<u8, Box<dyn std::error::Error>> {
        //                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ boxed-error-in-api
        Ok(1)
    }
}
