use std::error::Error;

// example: bad
/// Reads a number.
pub fn number(text: &str) -> Result<u16, Box<dyn Error>> {
    //                                   ^^^^^^^^^^^^^^ boxed-error-in-api: `number` returns `Box<dyn Error>`, which hides from a caller what can fail
    Ok(text.parse()?)
}
// example: good
/// Reads a number.
pub fn checked_number(text: &str) -> Result<u16, std::num::ParseIntError> {
    text.parse()
}
// example: end

pub mod forms {
    use std::error::Error;
    use std::error::Error as StdError;
    use std::future::Future;

    pub fn bounds() -> Result<u8, Box<dyn Error + Send + Sync + 'static>> {
        //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ boxed-error-in-api
        Ok(1)
    }
    pub fn behind() -> Result<u8, Box<dyn Send + std::error::Error>> {
        //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ boxed-error-in-api
        Ok(1)
    }
    pub fn grouped() -> Result<u8, std::boxed::Box<(dyn Error + Send)>> {
        //                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ boxed-error-in-api
        Ok(1)
    }
    pub fn renamed() -> Result<u8, Box<dyn StdError>> {
        //                         ^^^^^^^^^^^^^^^^^ boxed-error-in-api
        Ok(1)
    }
    pub async fn waits() -> Result<u8, Box<dyn Error>> {
        //                             ^^^^^^^^^^^^^^ boxed-error-in-api
        Ok(1)
    }
    pub fn later() -> impl Future<Output = Result<u8, Box<dyn Error>>> {
        //                                            ^^^^^^^^^^^^^^ boxed-error-in-api
        async { Ok(1) }
    }
}

pub mod aliases {
    use std::error::Error;

    type Private<T> = Result<T, Box<dyn Error>>;
    pub fn private_alias() -> Private<u8> {
        //                    ^^^^^^^^^^^ boxed-error-in-api: `private_alias` returns `Box<dyn Error>`
        Ok(1)
    }
    pub type Public<T> = std::result::Result<T, Box<dyn Error + Send>>;
    //                                          ^^^^^^^^^^^^^^^^^^^^^ boxed-error-in-api: the alias `Public` fixes
    pub fn public_alias() -> Public<u8> {
        Ok(1)
    }
    type Boxed = Box<dyn Error>;
    pub fn named() -> Result<u8, Boxed> {
        //                       ^^^^^ boxed-error-in-api: `named` returns `Boxed`
        Ok(1)
    }
}

pub fn success_side() -> Result<Box<dyn Fn()>, std::fmt::Error> {
    todo!()
}
pub fn handler() -> Result<u8, Box<dyn ErrorHandler>> {
    todo!()
}
pub fn concrete() -> Result<u8, Box<ParseError>> {
    todo!()
}
fn private() -> Result<u8, Box<dyn Error>> {
    Ok(1)
}
mod inner {
    pub fn unreachable() -> Result<u8, Box<dyn std::error::Error>> {
        Ok(1)
    }
}
pub mod shadowed {
    pub struct Box<T: ?Sized>(T);
    pub fn make() -> Result<u8, Box<dyn std::error::Error>> {
        Ok(1)
    }
}

pub mod members {
    use std::error::Error;

    pub struct Store;
    impl Store {
        pub fn open() -> Result<Self, Box<dyn Error>> {
            //                        ^^^^^^^^^^^^^^ boxed-error-in-api
            Ok(Self)
        }
    }
    pub trait Keep {
        fn keep(&self) -> Result<(), Box<dyn Error>>;
        //                           ^^^^^^^^^^^^^^ boxed-error-in-api
    }
    impl Keep for Store {
        fn keep(&self) -> Result<(), Box<dyn Error>> {
            Ok(())
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    Ok(())
}
