use std::fmt;

// example: bad
/// Reads a port.
pub fn port(text: &str) -> Result<u16, String> {
    //                                 ^^^^^^ stringly-error-in-api: `port` returns `String` as its error, which a caller cannot match on
    text.parse().map_err(|_| format!("{text} is no port"))
}
// example: good
/// Why a text is no port.
#[derive(Debug)]
pub enum PortError {
    /// Not a number.
    Number,
}
/// Reads a port.
pub fn checked_port(text: &str) -> Result<u16, PortError> {
    text.parse().map_err(|_| PortError::Number)
}
// example: end

pub mod forms {
    use std::borrow::Cow;
    use std::future::Future;

    pub fn unit() -> Result<u8, ()> {
        //                      ^^ stringly-error-in-api: `unit` returns `()` as its error
        Err(())
    }
    pub fn text() -> std::result::Result<u8, &'static str> {
        //                                   ^^^^^^^^^^^^ stringly-error-in-api: `text` returns `&'static str`
        Err("no")
    }
    pub fn borrowed<'a>(name: &'a str) -> Result<u8, & 'a str> {
        //                                           ^^^^^^^^ stringly-error-in-api
        Err(name)
    }
    pub fn cow() -> Result<u8, Cow<'static, str>> {
        //                     ^^^^^^^^^^^^^^^^^ stringly-error-in-api
        Err(Cow::Borrowed("no"))
    }
    pub fn boxed() -> Result<u8, Box<str>> {
        //                       ^^^^^^^^ stringly-error-in-api
        Err("no".into())
    }
    pub fn full() -> Result<u8, std::string::String> {
        //                      ^^^^^^^^^^^^^^^^^^^ stringly-error-in-api
        Err(String::new())
    }
    pub async fn waits() -> Result<(), String> {
        //                             ^^^^^^ stringly-error-in-api
        Ok(())
    }
    pub fn later() -> impl Future<Output = Result<(), String>> + Send {
        //                                            ^^^^^^ stringly-error-in-api
        async { Ok(()) }
    }
}

pub mod aliases {
    use std::fmt;

    type Swapped<E, T> = Result<T, E>;
    pub fn swapped() -> Swapped<String, u8> {
        //              ^^^^^^^^^^^^^^^^^^^ stringly-error-in-api: `swapped` returns `String`
        Ok(1)
    }
    pub fn not_swapped() -> Swapped<fmt::Error, String> {
        Ok(String::new())
    }
    type Private<T> = Result<T, String>;
    pub fn private_alias() -> Private<u8> {
        //                    ^^^^^^^^^^^ stringly-error-in-api
        Ok(1)
    }
    pub type Public<T> = Result<T, String>;
    //                             ^^^^^^ stringly-error-in-api: the alias `Public` fixes `String` as the error
    pub fn public_alias() -> Public<u8> {
        Ok(1)
    }
    pub type Defaulted<T, E = String> = Result<T, E>;
    //                        ^^^^^^ stringly-error-in-api: the alias `Defaulted`
    pub fn with_default() -> Defaulted<u8> {
        Ok(1)
    }
    pub fn with_own() -> Defaulted<u8, fmt::Error> {
        Ok(1)
    }
    pub fn with_unit() -> Defaulted<u8, ()> {
        //                ^^^^^^^^^^^^^^^^^ stringly-error-in-api: `with_unit` returns `()`
        Ok(1)
    }
    type Message = String;
    pub fn message() -> Result<u8, Message> {
        //                         ^^^^^^^ stringly-error-in-api: `message` returns `Message`
        Ok(1)
    }
}

pub fn success_side() -> Result<String, fmt::Error> {
    Ok(String::new())
}
pub fn option() -> Option<Result<u8, String>> {
    None
}
pub fn elsewhere() -> fmt::Result {
    Ok(())
}
pub mod own {
    pub struct Result<A, B>(A, B);
    pub fn make() -> Result<u8, String> {
        Result(1, String::new())
    }
}
pub mod named {
    pub struct String;
    pub fn make() -> Result<u8, String> {
        Ok(1)
    }
}

pub mod members {
    pub struct Store;
    impl Store {
        pub fn open() -> Result<Self, String> {
            //                        ^^^^^^ stringly-error-in-api: `open` returns `String`
            Ok(Self)
        }
        fn close(self) -> Result<(), String> {
            Ok(())
        }
        #[allow(clippy::result_unit_err, reason = "there is nothing to say")]
        pub fn poke(&self) -> Result<(), ()> {
            Err(())
        }
    }
    pub trait Keep {
        fn keep(&self) -> Result<(), String>;
        //                           ^^^^^^ stringly-error-in-api
    }
    impl Keep for Store {
        fn keep(&self) -> Result<(), String> {
            Ok(())
        }
    }
    impl std::str::FromStr for Store {
        type Err = String;
        fn from_str(_: &str) -> Result<Self, String> {
            Ok(Self)
        }
    }
}

pub(crate) fn within() -> Result<(), String> {
    Ok(())
}
#[cfg(test)]
pub fn helper() -> Result<(), String> {
    Ok(())
}
