//@ compile: yes
use std::collections::HashMap;
use std::error::Error;
use std::num::ParseIntError;
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};

fn result_result(text: &str) -> Result<u8, ParseIntError> {
    Ok(text.parse::<u8>().unwrap() + 1)
    //                    ^^^^^^^^ unwrap-in-production
}

fn boxed_result(text: &str) -> Result<u8, Box<dyn Error + Send + Sync>> {
    Ok(-text.parse::<i8>().unwrap() as u8)
    //                     ^^^^^^^^ unwrap-in-production
}

fn boxed_option(map: &HashMap<u8, u8>) -> Result<u8, Box<dyn Error>> {
    Ok(*map.get(&1).unwrap())
    //              ^^^^^^^^ unwrap-in-production
}

fn half_boxed(map: &HashMap<u8, u8>) -> Result<u8, Box<dyn Error + Send>> {
    let error = || -> Box<dyn Error + Send> { todo!() };
    if map.is_empty() {
        return Err(error());
    }
    Ok(0)
}

fn string_option(map: &HashMap<u8, u8>) -> Result<u8, String> {
    Ok(*map.get(&1).unwrap())
    //              ^^^^^^^^ unwrap-in-production
}

fn string_result(text: &str) -> Result<u8, String> {
    Ok(text.parse::<u8>().unwrap())
    //                    ^^^^^^^^ unwrap-in-production
}

fn text_option(map: &HashMap<u8, u8>) -> Result<u8, &'static str> {
    Ok(*map.get(&1).unwrap())
    //              ^^^^^^^^ unwrap-in-production
}

fn unit_option(map: &HashMap<u8, u8>) -> Result<u8, ()> {
    Ok(*map.get(&1).unwrap())
    //              ^^^^^^^^ unwrap-in-production
}

fn io_option(map: &HashMap<u8, u8>) -> std::io::Result<u8> {
    Ok(*map.get(&1).unwrap())
    //              ^^^^^^^^ unwrap-in-production
}

fn io_parse(text: &str) -> std::io::Result<u8> {
    std::fs::read(text).unwrap();
    //                  ^^^^^^^^ unwrap-in-production
    Ok(text.parse::<u8>().unwrap())
    //                    ^^^^^^^^ unwrap-in-production
}

fn format_option(map: &HashMap<u8, u8>) -> std::fmt::Result {
    map.get(&1).unwrap();
    //          ^^^^^^^^ unwrap-in-production
    Ok(())
}

#[derive(Debug)]
enum AppError {
    Missing,
    Empty,
    Number(ParseIntError),
    Text(std::str::Utf8Error),
}

impl From<std::str::Utf8Error> for AppError {
    fn from(error: std::str::Utf8Error) -> Self {
        AppError::Text(error)
    }
}

type AppResult<T> = Result<T, AppError>;

fn own_option(map: &HashMap<u8, u8>) -> AppResult<u8> {
    Ok(*map.get(&1).unwrap())
    //              ^^^^^^^^ unwrap-in-production
}

fn own_mapped(text: &str) -> Result<u8, AppError> {
    Ok(text.parse::<u8>().unwrap())
    //                    ^^^^^^^^ unwrap-in-production
}

fn own_from(bytes: &[u8]) -> AppResult<&str> {
    Ok(std::str::from_utf8(bytes).unwrap())
    //                            ^^^^^^^^ unwrap-in-production
}

fn own_same(bytes: &[u8]) -> Result<usize, AppError> {
    Ok(own_from(bytes).unwrap().len())
    //                 ^^^^^^^^ unwrap-in-production
}

fn option_option(text: &str) -> Option<char> {
    text.chars()
        .next()
        .unwrap()
        //~ 10-18 unwrap-in-production
        .to_lowercase()
        .next()
}

fn option_result(text: &str) -> Option<u8> {
    Some(text.parse().unwrap())
    //                ^^^^^^^^ unwrap-in-production
}

fn option_unknown<T: Copy>(values: &[Option<T>]) -> Option<T> {
    let (value, _) = (values[0], 1);
    Some(value.unwrap())
    //         ^^^^^^^^ unwrap-in-production
}

fn result_unknown(values: Vec<Result<u8, ParseIntError>>) -> Result<u8, ParseIntError> {
    for value in values {
        value.unwrap();
        //    ^^^^^^^^ unwrap-in-production
    }
    Ok(0)
}

fn reference(value: &Option<u8>) -> Option<u8> {
    Some(value.unwrap())
    //         ^^^^^^^^ unwrap-in-production
}

fn commented(text: &str) -> Option<char> {
    text.chars()
        .next() // the first
        .unwrap()
        //~ 10-18 unwrap-in-production
        .to_lowercase()
        .next()
}

fn function_form(text: &str) -> Option<u8> {
    let first = Option::unwrap(text.bytes().next());
    //          ^^^^^^^^^^^^^^ unwrap-in-production
    let other = <Option<u8>>::unwrap(if text.is_empty() { None } else { Some(1) });
    //          ^^^^^^^^^^^^^^^^^^^^ unwrap-in-production
    let third = Result::<u8, ParseIntError>::unwrap(text.parse());
    //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unwrap-in-production
    Some(first + other + third)
}

fn closures(texts: &[&str]) -> Result<(), Box<dyn Error>> {
    let declared = |text: &str| -> Option<u8> { Some(text.parse().unwrap()) };
    //                                                            ^^^^^^^^ unwrap-in-production
    let silent = |text: &str| text.parse::<u8>().unwrap();
    //                                           ^^^^^^^^ unwrap-in-production
    let chained = texts.first().and_then(|text| {
        let first = text.chars().next().unwrap();
        //                              ^^^^^^^^ unwrap-in-production
        Some(first)
    });
    texts.iter().try_for_each(|text| {
        text.parse::<u8>().unwrap();
        //                 ^^^^^^^^ unwrap-in-production
        Ok::<(), ParseIntError>(())
    })?;
    let all: Vec<u8> = texts.iter().map(|text| text.parse().unwrap()).collect();
    //                                                      ^^^^^^^^ unwrap-in-production
    Ok(())
}

async fn asynchronous(text: &str) -> Result<u8, ParseIntError> {
    let typed = async { Ok::<u8, ParseIntError>(text.parse::<u8>().unwrap()) };
    //                                                             ^^^^^^^^ unwrap-in-production
    let silent = async { text.parse::<u8>().unwrap() };
    //                                      ^^^^^^^^ unwrap-in-production
    silent.await;
    typed.await.unwrap();
    //          ^^^^^^^^ unwrap-in-production
    Ok(helper(text).await.unwrap())
    //                    ^^^^^^^^ unwrap-in-production
}

async fn helper(text: &str) -> Result<u8, ParseIntError> {
    text.parse()
}

fn locks(mutex: &Mutex<u8>, lock: &RwLock<u8>, pair: &(Mutex<bool>, Condvar)) -> Result<u8, Box<dyn Error>> {
    let guard = mutex.lock().unwrap();
    //                       ^^^^^^^^ unwrap-in-production
    let shared = lock.read().unwrap();
    //                       ^^^^^^^^ unwrap-in-production
    let waiting = pair.1.wait(pair.0.lock().unwrap()).unwrap();
    //                                      ^^^^^^^^ unwrap-in-production
    //~ 55-63 unwrap-in-production
    let timed = pair.1.wait_timeout(waiting, std::time::Duration::ZERO).unwrap();
    //                                                                  ^^^^^^^^ unwrap-in-production
    let other = Result::unwrap(mutex.try_lock());
    //          ^^^^^^^^^^^^^^ unwrap-in-production
    Ok(*guard + *shared + *other)
}

fn threads() -> Result<(), Box<dyn Error>> {
    std::thread::spawn(|| ()).join().unwrap();
    //                               ^^^^^^^^ unwrap-in-production
    Ok(())
}

const fn compile_time(value: Option<u8>) -> Option<u8> {
    Some(value.unwrap())
    //         ^^^^^^^^ unwrap-in-production
}

struct Guard(Option<u8>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.take().unwrap();
        //            ^^^^^^^^ unwrap-in-production
    }
}

impl Iterator for Guard {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        Some(self.0.take().unwrap())
        //                 ^^^^^^^^ unwrap-in-production
    }
}

fn errors(value: Result<u8, ParseIntError>) -> Result<ParseIntError, u8> {
    Ok(value.unwrap_err())
    //       ^^^^^^^^^^^^ unwrap-in-production: `unwrap_err()` panics
}

fn macros(values: &[u8]) -> Option<String> {
    println!("{}", values.first().unwrap());
    //                            ^^^^^^^^ unwrap-in-production
    let text = format!("{:?}", vec![values.last().unwrap()]);
    //                                            ^^^^^^^^ unwrap-in-production
    Some(text)
}

fn prefixes(text: &str, path: &std::path::Path) -> Result<(), Box<dyn Error>> {
    text.strip_prefix("a").unwrap();
    //                     ^^^^^^^^ unwrap-in-production
    path.strip_prefix("a").unwrap();
    //                     ^^^^^^^^ unwrap-in-production
    Ok(())
}

fn writes(sink: &mut String, bytes: Vec<u8>) -> Option<u8> {
    use std::fmt::Write as _;
    write!(sink, "{bytes:?}").unwrap();
    //                        ^^^^^^^^ unwrap-in-production
    Some(1)
}

fn shared(value: Arc<u8>, length: usize) -> std::io::Result<u8> {
    let number = u8::try_from(length).unwrap();
    //                                ^^^^^^^^ unwrap-in-production
    Ok(Arc::try_unwrap(value).unwrap() + number)
    //                        ^^^^^^^^ unwrap-in-production
}

impl std::str::FromStr for Guard {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Guard(Some(text.bytes().next().unwrap())))
        //                                ^^^^^^^^ unwrap-in-production
    }
}
