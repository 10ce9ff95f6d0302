//@ compile: yes
use std::collections::HashMap;
use std::sync::Mutex;

fn unit(map: &HashMap<u8, String>) {
    let name = map.get(&1).unwrap();
    //                     ^^^^^^^^ unwrap-in-production
    println!("{name}");
}

fn annotated(text: &str) {
    let mut count: u8 = text.parse().unwrap();
    //                               ^^^^^^^^ unwrap-in-production
    count += 1;
    println!("{count}");
}

fn to_option(text: &str) -> Option<u8> {
    let count = text.parse::<u8>().unwrap();
    //                             ^^^^^^^^ unwrap-in-production
    let first = text.chars().next().unwrap();
    //                              ^^^^^^^^ unwrap-in-production
    Some(count + first as u8)
}

fn to_boxed(text: &str) -> Result<u8, Box<dyn std::error::Error>> {
    let first = text.bytes().next().unwrap();
    //                              ^^^^^^^^ unwrap-in-production
    let count: u8 = text.parse().unwrap();
    //                           ^^^^^^^^ unwrap-in-production
    Ok(first + count)
}

fn to_string(text: &str) -> Result<char, String> {
    let (first, _) = text.split_once(':').unwrap();
    //                                    ^^^^^^^^ unwrap-in-production
    Ok(first.chars().next().unwrap())
    //                      ^^^^^^^^ unwrap-in-production
}

fn to_io(text: &str) -> std::io::Result<()> {
    let first = text.bytes().next().unwrap();
    //                              ^^^^^^^^ unwrap-in-production
    println!("{first}");
    Ok(())
}

#[derive(Debug)]
enum Failure {
    Empty,
    Other(String),
}

fn to_own(text: &str) -> Result<u8, Failure> {
    let first = text.bytes().next().unwrap();
    //                              ^^^^^^^^ unwrap-in-production
    if first == 0 {
        return Err(Failure::Other(String::new()));
    }
    Ok(first)
}

// A number says nothing about how to fail, and `false` may mean anything.
fn to_number(text: &str) -> u8 {
    let first = text.bytes().next().unwrap();
    //                              ^^^^^^^^ unwrap-in-production
    first
}

fn rounds(lines: &[&str]) -> usize {
    let mut all = 0;
    for line in lines {
        let (key, value) = line.split_once('=').unwrap();
        //                                      ^^^^^^^^ unwrap-in-production
        all += key.len() + value.len();
    }
    while all > 10 {
        let step: usize = lines.len().checked_sub(1).unwrap();
        //                                           ^^^^^^^^ unwrap-in-production
        all -= step;
    }
    all
}

fn chained(text: &str) {
    let first = text
        .lines()
        .next()
        .unwrap();
    //~ 10-18 unwrap-in-production
    println!("{first}");
}

fn one_line(text: &str) { let first = text.bytes().next().unwrap(); println!("{first}"); }
//                                                        ^^^^^^^^ unwrap-in-production

fn braces(text: &mut String) {
    use std::fmt::Write as _;
    let written = write! { text, "a" }.unwrap();
    //                                 ^^^^^^^^ unwrap-in-production
    let second = Some(&*text).filter(|text| { text.is_empty() }).unwrap();
    //                                                           ^^^^^^^^ unwrap-in-production
    println!("{written:?}{second}");
}

mod shadowed {
    pub type Result<T> = std::result::Result<T, std::num::ParseIntError>;

    fn alias(text: &str) {
        let count: u8 = text.parse().unwrap();
        //                           ^^^^^^^^ unwrap-in-production
        println!("{count}");
    }
}

fn closures(text: &str) {
    let silent = |text: &str| {
        let first = text.chars().next().unwrap();
        //                              ^^^^^^^^ unwrap-in-production
        first
    };
    let declared = |text: &str| -> Option<u8> {
        let count = text.parse::<u8>().unwrap();
        //                             ^^^^^^^^ unwrap-in-production
        Some(count)
    };
    silent(text);
    declared(text);
}

struct Stack {
    top: Option<u32>,
    shared: Mutex<u8>,
    name: Option<&'static str>,
    other: Option<Mode>,
    none: Option<Handle>,
}

#[derive(Clone, Copy, Default)]
enum Mode {
    #[default]
    Slow,
    Fast,
}

#[derive(Clone, Copy)]
struct Handle(u8);

impl Stack {
    fn pop(&mut self) -> u32 {
        let top = self.top.take().unwrap();
        //                        ^^^^^^^^ unwrap-in-production
        let guard = self.shared.lock().unwrap();
        //                             ^^^^^^^^ unwrap-in-production
        top + u32::from(*guard)
    }

    fn fields(&self) -> (&'static str, Mode, Handle) {
        (self.name.unwrap(), self.other.unwrap(), self.none.unwrap())
        //         ^^^^^^^^ unwrap-in-production
        //~ 41-49 unwrap-in-production
        //~ 61-69 unwrap-in-production
    }

    fn found(&self) -> Option<Vec<u8>> {
        None
    }

    fn length(&self) -> usize {
        self.found().unwrap().len()
        //           ^^^^^^^^ unwrap-in-production
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        let top = self.top.take().unwrap();
        //                        ^^^^^^^^ unwrap-in-production
        println!("{top}");
    }
}

fn defaults(text: &str, path: &std::path::Path) -> Option<String> {
    let digit = text.chars().map(|c| c.to_digit(10).unwrap()).max().unwrap();
    //                                              ^^^^^^^^ unwrap-in-production
    //~ 69-77 unwrap-in-production
    let at = text.bytes().position(|byte| byte == b'x').unwrap();
    //                                                  ^^^^^^^^ unwrap-in-production
    let home = std::env::var("HOME").unwrap();
    //                               ^^^^^^^^ unwrap-in-production
    let all: HashMap<u8, u8> = Some(HashMap::new()).unwrap();
    //                                              ^^^^^^^^ unwrap-in-production
    let read: String = std::fs::read_to_string(path).unwrap();
    //                                               ^^^^^^^^ unwrap-in-production
    let name: &str = Some(&home).unwrap();
    //                           ^^^^^^^^ unwrap-in-production
    Some(format!("{digit}{at}{home}{all:?}{read}{name}{}", path.to_str().unwrap()))
    //                                                                   ^^^^^^^^ unwrap-in-production
}

const fn compile_time(value: Option<u8>) -> u8 {
    let inside = value.unwrap();
    //                 ^^^^^^^^ unwrap-in-production
    inside
}
