//@ compile: yes
use std::collections::HashMap;
use std::error::Error;

fn unit(text: &str) {
    text.parse::<u8>().unwrap();
    //                 ^^^^^^^^ unwrap-in-production
}

fn one_line(text: &str) { text.parse::<u8>().unwrap(); }
//                                           ^^^^^^^^ unwrap-in-production

fn one_line_tail(text: &str) { drop(text.parse::<u8>().unwrap()) }
//                                                     ^^^^^^^^ unwrap-in-production

fn declared_unit(text: &str) -> () {
    let value: u8 = text.parse().unwrap();
    //                           ^^^^^^^^ unwrap-in-production
    if value == 0 {
        return;
    }
    println!("{value}")
}

fn block_tail(text: &str) {
    match text.chars().next().unwrap() {
        //                    ^^^^^^^^ unwrap-in-production
        'a' => {}
        _ => return,
    }
    // the end
}

fn looked_up<'a, T>(map: &'a HashMap<u8, T>, early: bool) -> &'a T
where
    T: Clone,
{
    if early {
        return &map[&0];
    }
    let nested = |key: u8| {
        if key == 0 {
            return 1;
        }
        2
    };
    fn inner() -> u8 {
        return 3;
    }
    let key = nested(inner());
    map.get(&key).unwrap()
    //            ^^^^^^^^ unwrap-in-production
}

fn branches(text: &str) -> usize {
    if text.is_empty() {
        0
    } else {
        text.parse::<usize>().unwrap()
        //                    ^^^^^^^^ unwrap-in-production
    }
}

fn trait_object(text: &str) -> Box<dyn std::fmt::Display> {
    let value = text.parse::<u8>().unwrap();
    //                             ^^^^^^^^ unwrap-in-production
    Box::new(value)
}

fn diverging(text: &str) -> u8 {
    let Some(first) = text.bytes().next() else { panic!("empty") };
    if text.parse::<u8>().unwrap() == first {
        //                ^^^^^^^^ unwrap-in-production
        return first;
    }
    unreachable!()
}

fn last_return(text: &str) -> u8 {
    return text.parse().unwrap();
    //                  ^^^^^^^^ unwrap-in-production
}

fn breaking(text: &str) -> u8 {
    loop {
        let value = text.parse().unwrap();
        //                       ^^^^^^^^ unwrap-in-production
        if value > 1 {
            break value;
        }
    }
}

fn recursive(text: &str) -> usize {
    let rest = text.get(1..).unwrap();
    //                       ^^^^^^^^ unwrap-in-production
    if rest.is_empty() { 0 } else { recursive(rest) + 1 }
}

fn called(text: &str) -> u8 {
    text.parse().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}

fn caller(text: &str) -> Result<u8, Box<dyn Error>> {
    println!("{}", called(text));
    let closure = |text: &str| -> Result<u8, Box<dyn Error>> { Ok(self::called(text)) };
    Ok(called(text) + closure(text)?)
}

async fn awaited(text: &str) -> u8 {
    text.parse().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}

async fn awaiting(text: &str) -> Result<u8, Box<dyn Error>> {
    Ok(awaited(text).await)
}

struct Reader<'a> {
    text: &'a str,
    counted: usize,
}

impl Reader<'_> {
    pub fn all(&mut self) -> Result<usize, Box<dyn Error>> {
        self.advance();
        Self::advance(self);
        Ok(self.counted)
    }

    fn advance(&mut self) {
        self.counted += 1;
        self.text = self.text.get(1..).unwrap();
        //                             ^^^^^^^^ unwrap-in-production
    }
}

struct Other;

impl Other {
    fn advance(&self) {
        self.advance();
    }
}

fn outer(text: &str) -> Result<u8, Box<dyn Error>> {
    fn deep(text: &str) -> u8 {
        text.parse().unwrap()
        //           ^^^^^^^^ unwrap-in-production
    }
    Ok(deep(text))
}

mod inside {
    fn used_outside(text: &str) -> u8 {
        text.parse().unwrap()
        //           ^^^^^^^^ unwrap-in-production
    }

    mod deeper {
        use super::used_outside;

        fn caller(text: &str) -> Result<u8, Box<dyn std::error::Error>> {
            Ok(used_outside(text) + super::used_outside(text))
        }
    }
}

// Callers that cannot pass the error on yet: the panic moves to them, and tests may have it.
fn called_by_unit() -> u8 {
    "1".parse().unwrap()
    //          ^^^^^^^^ unwrap-in-production
}
pub fn unit_caller() {
    called_by_unit();
}
fn called_in_closure() -> u8 {
    "1".parse().unwrap()
    //          ^^^^^^^^ unwrap-in-production
}
fn closure_caller(values: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    Ok(values.iter().map(|value| value + called_in_closure()).collect())
}
fn called_by_other_error() -> u8 {
    "1".parse().unwrap()
    //          ^^^^^^^^ unwrap-in-production
}
fn other_error() -> Result<u8, std::io::Error> {
    Ok(called_by_other_error())
}
fn called_in_test() -> u8 {
    "1".parse().unwrap()
    //          ^^^^^^^^ unwrap-in-production
}

#[cfg(test)]
mod tests {
    use super::called_in_test;

    #[test]
    fn works() {
        assert_eq!(called_in_test(), 1);
    }
}
