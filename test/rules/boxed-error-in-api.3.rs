//@ compile: yes
//! What `?` converts into the box becomes a variant that it converts into.
use std::error::Error;
use std::fs::File;
use std::io::Read;

#[derive(Debug)]
pub struct Malformed;

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("malformed")
    }
}

impl Error for Malformed {}

/// Loads a number.
pub fn load(path: &str, limit: u32) -> Result<u32, Box<dyn Error>> {
    //                                             ^^^^^^^^^^^^^^ boxed-error-in-api
    let mut file = File::open(path)?;
    let text = std::fs::read_to_string(path)?;
    let number = text.trim().parse::<u32>()?;
    if number > limit {
        return Err(format!("{number} is above {limit}").into());
    }
    if number == 0 {
        return Err("zero".into());
    }
    valid(number)?;
    let all = numbers(&text)?;
    Ok(all.first().copied().ok_or("no number")? + number)
}

fn valid(number: u32) -> Result<(), Malformed> {
    if number == 7 { Err(Malformed) } else { Ok(()) }
}

fn numbers(text: &str) -> Result<Vec<u32>, Box<dyn Error>> {
    Ok(vec![text.parse::<u32>()?])
}

// What a foreign or generic function fails with is not visible.
pub mod refused {
    use std::error::Error;

    /// Runs it.
    pub fn run<E: Error + 'static>(action: impl Fn() -> Result<u8, E>) -> Result<u8, Box<dyn Error>> {
        //                                                                           ^^^^^^^^^^^^^^ boxed-error-in-api
        Ok(action()?)
    }

    /// Boxes it.
    pub fn boxed(fails: bool) -> Result<u8, Box<dyn Error>> {
        //                                  ^^^^^^^^^^^^^^ boxed-error-in-api
        if fails { Err(Box::new(super::Malformed)) } else { Ok(1) }
    }
}
