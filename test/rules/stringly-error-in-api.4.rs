//@ compile: yes
//! Texts become an enum, with everything in the file that makes them, hands them on or prints them.
use std::borrow::Cow;
use std::path::Path;

const LIMIT: usize = 3;

pub struct Store {
    entries: Vec<String>,
}

impl Store {
    /// Opens a store.
    pub fn open(path: &Path, limit: usize) -> Result<Self, String> {
        //                                                 ^^^^^^ stringly-error-in-api
        if limit > LIMIT {
            return Err(format!("the limit {limit} is above {LIMIT}"));
        }
        let text = std::fs::read_to_string(path).map_err(|e| format!("cannot read {}: {}", path.display(), e))?;
        let first = text.lines().next().ok_or("the store is empty")?;
        let count: usize = first.parse::<usize>().map_err(|e| e.to_string())?;
        let entries = text.lines().take(count).map(|line| Self::entry(line)).collect::<Result<Vec<_>, _>>()?;
        let store = Store { entries };
        store.check("{braces}")?;
        match store.entries.len() {
            0 => Err("no \"entries\" at all".to_string()),
            1 => {
                store.check("one")?;
                Ok(store)
            }
            _ if limit == 0 => return Err(String::from("the store is empty")),
            _ => Ok(store),
        }
    }

    fn entry(line: &str) -> Result<String, String> {
        let (key, value) = line.split_once('=').ok_or_else(|| format!("no `=` in {line:?}"))?;
        if key.is_empty() { Err("a key is {missing}".into()) } else { Ok(value.to_owned()) }
    }

    fn check(&self, what: &str) -> Result<(), String> {
        let source = 1;
        if what.is_empty() {
            return Err(format!("{what} of {0} and {0}, {source:>4}", self.entries.len()));
        }
        if what.len() > 9 {
            return Err(what.to_string());
        }
        Ok(())
    }
}

/// Uses the store in all ways that go on to compile.
pub fn uses(path: &Path) -> Result<usize, Box<dyn std::error::Error>> {
    let store = Store::open(path, 1)?;
    if let Err(error) = read(path) {
        println!("{error}");
    }
    if let Ok(other) = Store::open(path, 2) {
        return Ok(other.entries.len());
    }
    let count = Store::open(path, 3).map(|store| store.entries.len()).unwrap_or(0);
    match Store::open(path, 3) {
        Ok(_) => {}
        Err(error) => eprintln!("failed: {}", error),
    }
    Ok(store.entries.len() + count + Store::open(path, 2).map_err(|error| std::io::Error::other(error.to_string()))?.entries.len())
}

fn read(path: &Path) -> Result<usize, std::io::Error> {
    Ok(Store::open(path, 3).map_err(|error| std::io::Error::other(format!("{error}")))?.entries.len())
}

pub mod units {
    /// Tells nothing at all.
    pub fn parse_header(text: &str) -> Result<u8, ()> {
        //                                        ^^ stringly-error-in-api
        let first = text.bytes().next().ok_or(())?;
        let second = text.parse::<u8>().map_err(|_| ())?;
        if first == second {
            return Err(());
        }
        Ok(first)
    }
}

pub mod waiting {
    /// Waits for a number.
    pub async fn number(text: &str) -> Result<u32, String> {
        //                                         ^^^^^^ stringly-error-in-api
        let first = digit(text).await?;
        if first > 8 {
            return digit("8").await;
        }
        digit(text).await.map(|digit| digit + first)
    }

    async fn digit(text: &str) -> Result<u32, String> {
        text.chars().next().and_then(|first| first.to_digit(10)).ok_or_else(|| "no digit".to_owned())
    }
}

pub mod texts {
    use std::borrow::Cow;

    /// A text that lives for ever.
    pub fn fixed(text: &str) -> Result<u8, &'static str> {
        //                                 ^^^^^^^^^^^^ stringly-error-in-api
        text.parse().map_err(|_| "not a number")
    }

    /// A text that may.
    pub fn mixed(text: &str) -> Result<u8, Cow<'static, str>> {
        //                                 ^^^^^^^^^^^^^^^^^ stringly-error-in-api
        if text.is_empty() {
            return Err("nothing".into());
        }
        text.parse().map_err(|_| format!("{text} is not a number").into())
    }
}

// None of these can be adapted.
pub mod refused {
    use super::Cow;

    /// What is compared with a text must stay one.
    pub fn compared(text: &str) -> Result<u8, String> {
        //                                    ^^^^^^ stringly-error-in-api
        if text.is_empty() { Err("empty".to_string()) } else { Ok(1) }
    }
    fn compares() -> bool {
        compared("") == Err("empty".to_string())
    }

    /// A function that is passed on may be called by anybody.
    pub fn passed(text: &str) -> Result<u8, String> {
        //                                  ^^^^^^ stringly-error-in-api
        if text.is_empty() { Err("empty".to_string()) } else { Ok(1) }
    }
    fn passes() -> Vec<Result<u8, String>> {
        ["", "a"].into_iter().map(passed).collect()
    }

    /// The error comes from somewhere else.
    pub fn elsewhere(other: impl Fn() -> Result<u8, String>) -> Result<u8, String> {
        //                                                                 ^^^^^^ stringly-error-in-api
        let one = other()?;
        if one == 0 { Err("zero".to_string()) } else { Ok(one) }
    }

    /// A text that was borrowed.
    pub fn borrowed(text: &str) -> Result<u8, &str> {
        //                                    ^^^^ stringly-error-in-api
        Err(text)
    }

    /// A type that is written out in the body.
    pub fn annotated(texts: &[&str]) -> Result<Vec<u8>, String> {
        //                                              ^^^^^^ stringly-error-in-api
        let all: Result<Vec<u8>, String> = texts.iter().map(|text| text.parse().map_err(|_| "no".to_string())).collect();
        all
    }

    /// A match that needs the text.
    pub fn matched(text: &str) -> Result<u8, String> {
        //                                   ^^^^^^ stringly-error-in-api
        if text.is_empty() { Err("empty".to_string()) } else { Ok(1) }
    }
    fn matches_it() -> usize {
        match matched("") {
            Ok(_) => 0,
            Err(text) => text.len(),
        }
    }

    /// Nothing can go wrong, so there is nothing to name.
    pub fn never() -> Result<u8, String> {
        //                       ^^^^^^ stringly-error-in-api
        Ok(1)
    }
}
