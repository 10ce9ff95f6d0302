//@ compile: yes
// example: bad
///
//~ 1-4 empty-docs: this documentation is blank; write what the item is for, or delete it
pub struct Pool {
    /**  */
//  ^^^^^^^ empty-docs
    pub size: usize,
}
// example: good
/// Connections that are open and free.
pub struct Connections {
    /// How many there are at most.
    pub size: usize,
}
// example: end

/// 
//~ 1-4 empty-docs
///	
#[derive(Debug)]
struct TwoLines;

#[doc = ""]
//~ 1-12 empty-docs
fn private() {}

///
/// The first line is blank, the second is not.
pub fn described() {}

/// Said here.
///
#[inline]
///
pub fn spread() {}

////
pub fn slashes() {}
/***/
pub fn stars() {}
/**/
pub fn nothing() {}
//
pub fn plain() {}

#[doc = concat!("from", "a macro")]
pub fn unknown() {}
#[doc = ""]
#[doc = concat!("partly ", "unknown")]
pub fn partly() {}
#[doc(alias = "other")]
pub fn alias() {}
#[cfg_attr(unix, doc = "")]
//~ 1-28 empty-docs
pub fn conditional() {}

/// Outside.
mod outside {
    //!
    pub fn inside() {}
}

mod bare {
    //! 
    //~ 5-8 empty-docs
    pub trait Walk {
        ///
        //~ 9-12 empty-docs
        fn step(&self);
    }
    pub enum Way {
        On,
        /**
        //~ 9-12 empty-docs
         *
         */
        Back,
    }
}

pub struct Point(/** */ pub u8, #[doc = "\n"] pub u8);
//               ^^^^^^ empty-docs
//~ 33-46 empty-docs

pub fn statements(text: &str) -> &str {
    let quoted = "
///
";
    if text == quoted { text } else { "/** */" }
}

macro_rules! template {
    () => {
        ///
        pub fn made() {}
    };
}
template!();

#[allow(clippy::empty_docs)]
///
pub fn allowed() {}

#[cfg(test)]
mod tests {
    ///
    fn helper() {}
}
