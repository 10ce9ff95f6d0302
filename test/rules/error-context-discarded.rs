//@ compile: yes
use std::fmt;
use std::num::ParseIntError;
use std::sync::{Mutex, OnceLock};

// example: bad
fn port(text: &str) -> Result<u16, PortError> {
    text.parse().map_err(|_| PortError::Invalid)
    //           ^^^^^^^^^^^ error-context-discarded: `map_err(|_| …)` throws away the cause
}
// example: good
fn port_checked(text: &str) -> Result<u16, PortError> {
    text.parse().map_err(|source| PortError::NotANumber { source })
}
// example: end

enum PortError {
    Invalid,
    NotANumber { source: ParseIntError },
    Named { name: String },
    Locked,
}
impl PortError {
    fn new(_text: &str) -> Self {
        Self::Invalid
    }
    fn empty() -> Self {
        Self::Invalid
    }
}
struct Nothing;
struct Closed(());

fn forms(text: &str) -> Result<u16, PortError> {
    text.parse::<u8>().map_err(|_| PortError::new("no number"))?;
    //                 ^^^^^^^^^^^ error-context-discarded
    text.parse::<u8>().map_err(|_| PortError::empty())?;
    //                 ^^^^^^^^^^^ error-context-discarded
    text.parse::<u8>().map_err(| _ | PortError::Named { name: "port".to_string() })?;
    //                 ^^^^^^^^^^^^^ error-context-discarded
    println!("{}", text.parse::<u8>().map_err(|_| PortError::Invalid)?);
    //                                ^^^^^^^^^^^ error-context-discarded
    text.parse::<u8>().map(|n| n + 1).map_err(|_| {
        //~ 39-50 error-context-discarded
        PortError::Invalid
    })?;
    text.parse::<u16>()
        .map_err(|_: ParseIntError| PortError::Invalid)
        .or_else(|_| Err(PortError::Locked))
}

fn intended(text: &str) -> Result<u8, PortError> {
    text.parse::<u8>().map_err(|_ignored| PortError::Invalid)?;
    nothing().map_err(|()| PortError::Invalid)?;
    text.parse().map_err(|source| PortError::NotANumber { source })
}

fn nothing() -> Result<u8, ()> {
    Ok(1)
}
fn closed() -> Result<u8, Closed> {
    Ok(1)
}
fn bare() -> Result<u8, Nothing> {
    Ok(1)
}

fn says_nothing(shared: &Mutex<u8>, once: &OnceLock<u8>, big: u32, all: &[u8]) -> Result<u8, PortError> {
    let _guard = shared.lock().map_err(|_| PortError::Locked)?;
    once.set(1).map_err(|_| PortError::Invalid)?;
    let small: u8 = big.try_into().map_err(|_| PortError::Invalid)?;
    let same = u8::try_from(big).map(|n| n + 1).map_err(|_| PortError::Invalid)?;
    let (sender, _receiver) = std::sync::mpsc::channel();
    (sender.send(small)).map_err(|_| PortError::Invalid)?;
    nothing().map_err(|_| PortError::Invalid)?;
    closed().map_err(|_| PortError::Invalid)?;
    bare().map_err(|_| PortError::Invalid)?;
    all.binary_search(&3).map_err(|_| PortError::Invalid)?;
    Ok(same)
}

/// The new error has what could not be read: reading it again gives the cause.
fn keeps_the_input(text: &str, table: Table<'_>) -> Result<u8, PortError> {
    text.parse::<u8>().map_err(|_| PortError::Named { name: text.to_string() })?;
    u16::from_str_radix(table.name, 16).map_err(|_| PortError::new(table.name))?;
    text.parse::<u8>().map_err(|_| PortError::new(&format!("no number: {text}")))?;
    let read = text.parse::<u8>();
    read.map_err(|_| PortError::new(text))?;
    load(text).map_err(|_| PortError::new(text))?;
    //         ^^^^^^^^^^^ error-context-discarded
    text.parse::<u8>().map_err(|_| PortError::new(table.name))
    //                 ^^^^^^^^^^^ error-context-discarded
}
struct Table<'a> {
    name: &'a str,
}
fn load(path: &str) -> Result<String, std::io::Error> {
    std::fs::read_to_string(path)
}

struct Opaque {
    _priv: (),
}
mod kinds {
    pub struct Refused;
    pub enum Kind {
        Bad,
    }
}
use kinds::Kind::Bad;

/// The new error has no place for a cause.
fn no_room(text: &str) -> Result<u8, ()> {
    let _first: Result<u8, kinds::Refused> = text.parse::<u8>().map_err(|_| kinds::Refused);
    let _second: Result<u8, Nothing> = text.parse::<u8>().map_err(|_| Nothing);
    let _third: Result<u8, Opaque> = text.parse::<u8>().map_err(|_| Opaque { _priv: () });
    let _fourth: Result<u8, Closed> = text.parse::<u8>().map_err(|_| Closed(()));
    let _fifth: Result<u8, kinds::Kind> = text.parse::<u8>().map_err(|_| Bad);
    //                                                       ^^^^^^^^^^^ error-context-discarded
    let _sixth: Result<u8, kinds::Kind> = text.parse::<u8>().map_err(|_| kinds::Kind::Bad);
    //                                                       ^^^^^^^^^^^ error-context-discarded
    let _seventh: Result<u8, i32> = text.parse::<u8>().map_err(|_| 7u8 as i32);
    let _eighth: Result<u8, Errno> = text.parse::<u8>().map_err(|_| Errno::Illegal);
    text.parse::<u8>().map_err(|_| ())
}
enum Errno {
    Illegal,
}

/// A capacity that was not to be had says no more than that.
fn no_memory(list: &mut Vec<u8>) -> Result<(), PortError> {
    list.try_reserve(3).map_err(|_| PortError::Locked)
}

struct Shown(&'static str);
impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number: u8 = self.0.parse().map_err(|_| fmt::Error)?;
        write!(f, "{number}")
    }
}

async fn awaited(request: impl std::future::Future<Output = Result<u8, ParseIntError>>) -> Result<u8, PortError> {
    request.await.map_err(|_| PortError::Invalid)?;
    //            ^^^^^^^^^^^ error-context-discarded
    fetch().await.map_err(|_| PortError::Invalid)
    //            ^^^^^^^^^^^ error-context-discarded
}
async fn fetch() -> Result<u8, ParseIntError> {
    "1".parse()
}
fn of_another_crate(table: &toml::Table) -> Result<u8, PortError> {
    table.resize(3).map_err(|_| PortError::Invalid)?;
    let first = unsafe { table.first() };
    first.map_err(|_| PortError::Invalid)
}
mod toml {
    pub struct Table;
    pub struct Full;
    impl Table {
        pub fn resize(&self, _: u8) -> Result<u8, Full> {
            Err(Full)
        }
        pub unsafe fn first(&self) -> Result<u8, ()> {
            Err(())
        }
    }
}

fn other_maps(number: Result<u8, u8>) -> Result<u8, u8> {
    number.map(|_| 1).and_then(|_| Err(2)).or_else(|_| Ok(3))
}

#[allow(clippy::map_err_ignore)]
fn allowed(text: &str) -> Result<u8, PortError> {
    text.parse().map_err(|_| PortError::Invalid)
}

#[cfg(test)]
mod tests {
    fn helper(text: &str) -> Result<u8, ()> {
        text.parse().map_err(|_| ())
    }
}
