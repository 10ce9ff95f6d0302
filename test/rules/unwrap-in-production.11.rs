//@ compile: yes
// Errors that only the user can name: the way out is written, and what it carries is a `todo!` that compiles.
use std::collections::HashMap;

#[derive(Debug)]
pub struct Broken {
    pub at: usize,
}

mod parsing {
    pub struct Failure;
    pub struct Long;
    pub type Result<T> = std::result::Result<T, Failure>;
}

fn first(bytes: &[u8]) -> Result<u8, Broken> {
    Ok(*bytes.first().unwrap())
    //                ^^^^^^^^ unwrap-in-production
}

fn chained(map: &mut HashMap<String, Vec<u8>>) -> Result<(), Broken> {
    map.get_mut("key").unwrap().push(1);
    //                 ^^^^^^^^ unwrap-in-production
    map.values().next().unwrap();
    //                  ^^^^^^^^ unwrap-in-production
    let total = map.len() + map.values().map(Vec::len).max().unwrap();
    //                                                       ^^^^^^^^ unwrap-in-production
    let [one, ..] = map.keys().map(String::len).collect::<Vec<_>>().first_chunk::<2>().copied().into_iter().next().unwrap() else {
        //                                                                                                         ^^^^^^^^ unwrap-in-production
        return Err(Broken { at: total });
    };
    Ok(drop(one))
}

fn alias(text: &str) -> parsing::Result<char> {
    if text.chars().next().unwrap() == 'a' {
        //                 ^^^^^^^^ unwrap-in-production
        return Err(parsing::Failure);
    }
    match Option::unwrap(text.chars().last()) {
        //^^^^^^^^^^^^^^ unwrap-in-production
        found => Ok(found),
    }
}

// The errors of `try_into` and `try_from` seldom have a way into another type.
fn array(bytes: &[u8]) -> Result<u32, Broken> {
    Ok(u32::from_be_bytes(bytes[..4].try_into().unwrap()))
    //                                          ^^^^^^^^ unwrap-in-production
}

fn number(length: usize) -> Result<u32, elsewhere::Long> {
    Ok(u32::try_from(length).unwrap())
    //                       ^^^^^^^^ unwrap-in-production
}

use self::parsing as elsewhere;

// The closure of a Result's `or_else` is given the error.
fn either(text: &str) -> Result<u8, String> {
    let parse = |text: &str| text.parse::<u8>();
    Ok(parse(text).or_else(|_| parse("0")).unwrap())
    //                                     ^^^^^^^^ unwrap-in-production
}

// Whether this is an Option does not show: no way out is offered.
fn hidden<T: Hidden>(value: T) -> Result<u8, Broken> {
    Ok(value.hidden().unwrap())
    //                ^^^^^^^^ unwrap-in-production
}

trait Hidden {
    fn hidden(self) -> Option<u8>;
}

// Named like a conversion that gives the value back with its error.
fn converted<T: Convertible>(value: T) -> Option<u8> {
    Some(value.into_number().unwrap())
    //                       ^^^^^^^^ unwrap-in-production
}

trait Convertible {
    fn into_number(self) -> Result<u8, Broken>;
}
