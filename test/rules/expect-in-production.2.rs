//@ compile: yes
//@ dependencies: anyhow
use std::collections::HashMap;

const MISSING_MESSAGE: &str = "missing";

fn literal(map: &HashMap<u8, u8>) -> anyhow::Result<u8> {
    Ok(*map.get(&1).expect("there is a {first}"))
    //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
}

fn built(map: &HashMap<u8, u8>, key: u8) -> anyhow::Result<u8> {
    Ok(*map.get(&key).expect(&format!("no key {key}")))
    //                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
}

fn named(text: &str, msg: &str) -> Result<u8, anyhow::Error> {
    let value = Some(1).expect(MISSING_MESSAGE);
    //                  ^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    Ok(value + text.parse::<u8>().expect(msg))
    //                            ^^^^^^^^^^^ expect-in-production
}

fn strings(text: &str) -> Result<u8, String> {
    Err(text.to_string())
}

fn from_string(text: &str) -> anyhow::Result<u8> {
    Ok(strings(text).expect("a number"))
    //               ^^^^^^^^^^^^^^^^^^ expect-in-production
}

fn unseen(values: Vec<Result<u8, std::num::ParseIntError>>) -> anyhow::Result<()> {
    for value in values {
        value.expect("a value").checked_add(1);
        //    ^^^^^^^^^^^^^^^^^ expect-in-production
    }
    Ok(())
}

fn boxed(text: &str, reason: &str) -> Result<char, Box<dyn std::error::Error>> {
    text.chars().last().expect(reason);
    //                  ^^^^^^^^^^^^^^ expect-in-production
    text.chars().last().expect(&format!("no {text}"));
    //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    Ok(text.chars().next().expect("not empty"))
    //                     ^^^^^^^^^^^^^^^^^^^ expect-in-production
}

fn string(text: &str) -> Result<char, String> {
    let first = Option::expect(text.chars().next(), "not empty");
    //          ^^^^^^^^^^^^^^ expect-in-production
    text.chars().last().expect(stringify!(last));
    //                  ^^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    Ok(first)
}

fn io(text: &str) -> std::io::Result<char> {
    Ok(text.chars().next().expect("not empty"))
    //                     ^^^^^^^^^^^^^^^^^^^ expect-in-production
}

fn option(text: &str) -> Option<char> {
    text.parse::<u8>().expect("a number");
    //                 ^^^^^^^^^^^^^^^^^^ expect-in-production
    Some(text.chars().next().expect("not empty"))
    //                       ^^^^^^^^^^^^^^^^^^^ expect-in-production
}

fn kept(text: &str) -> Option<char> {
    text.chars().next().expect(/* why */ "not empty");
    //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    None
}

fn lock(mutex: &std::sync::Mutex<u8>) -> u8 {
    *mutex.lock().expect("not poisoned")
    //            ^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
}

mod inner {
    pub fn typed(text: &str) -> anyhow::Result<u8> {
        Ok(text.bytes().next().expect("not empty"))
        //                     ^^^^^^^^^^^^^^^^^^^ expect-in-production
    }
}

mod clashing {
    struct Context;

    fn typed(text: &str) -> anyhow::Result<u8> {
        Ok(text.bytes().next().expect("not empty"))
        //                     ^^^^^^^^^^^^^^^^^^^ expect-in-production
    }
}

mod imported {
    use anyhow::{Context as _, Result};

    fn typed(text: &str) -> Result<u8> {
        Ok(text.bytes().next().expect("not empty"))
        //                     ^^^^^^^^^^^^^^^^^^^ expect-in-production
    }
}
