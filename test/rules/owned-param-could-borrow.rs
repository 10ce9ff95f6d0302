//@ compile: yes
use std::ffi::OsString;
use std::path::PathBuf;

pub fn shout(text: String) -> String {
//           ^^^^^^^^^^^^ owned-param-could-borrow: `text: String` is only read; take `&str`, so that callers need not give up or clone theirs
    format!("{}!", text.to_uppercase())
}
pub fn decode(data: Vec<u8>) -> String {
//            ^^^^^^^^^^^^^ owned-param-could-borrow: `data: Vec<u8>` is taken only to be decoded; take `&[u8]` and use `str::from_utf8`, which copies nothing
    String::from_utf8(data).unwrap_or_default()
}
// example: bad
fn louder(text: String) -> String {
//        ^^^^^^^^^^^^ owned-param-could-borrow: `text: String` is only read; take `&str`, so that callers need not give up or clone theirs
    format!("{}!", text.to_uppercase())
}
pub fn hail(name: &str) -> String {
    louder(name.to_string())
}
// example: good
pub fn whisper(text: &str) -> String {
    format!("({})", text.to_lowercase())
}
pub fn read(data: &[u8]) -> &str {
    std::str::from_utf8(data).unwrap_or_default()
}
// example: end

fn sum(values: Vec<u32>, add: u32) -> u32 {
//     ^^^^^^^^^^^^^^^^ owned-param-could-borrow: `values: Vec<u32>` is only read; take `&[u32]`
    let inner = || values.len();
    values[0] + inner() as u32 + count(&values) + add
}
fn count(values: &[u32]) -> u32 {
    values.len() as u32
}
fn sums(all: Vec<u32>, more: &[u32]) -> u32 {
    let cut = sum(all.clone(), 1) + sum(more.to_vec(), 2);
    cut + sum(all, 3)
}
fn exists(file: PathBuf) -> bool {
//        ^^^^^^^^^^^^^ owned-param-could-borrow: `file: PathBuf` is only read; take `&std::path::Path`
    file.as_path().exists() || file == PathBuf::new()
}
fn named(name: OsString) -> bool {
//       ^^^^^^^^^^^^^^ owned-param-could-borrow: `name: OsString` is only read; take `&std::ffi::OsStr`
    name.is_empty()
}
fn boxes(text: Box<str>, all: Box<[u8]>) -> usize {
//       ^^^^^^^^^^^^^^ owned-param-could-borrow: `text: Box<str>` is only read; take `&str`
    //~ 26-40 owned-param-could-borrow: `all: Box<[u8]>` is only read; take `&[u8]`
    text.len() + all.len()
}
fn shown(text: String, level: u8) {
//       ^^^^^^^^^^^^ owned-param-could-borrow
    println!("{text} {level}");
}
fn equal(text: String) -> bool {
//       ^^^^^^^^^^^^ owned-param-could-borrow
    text == "a" && "a" < text.as_str()
}

struct Store {
    names: Vec<String>,
}
impl Store {
    fn has(&self, name: String) -> bool {
        //        ^^^^^^^^^^^^ owned-param-could-borrow
        self.names.iter().any(|own| *own == name)
    }
    fn add(&mut self, name: String) {
        self.names.push(name);
    }
    fn new(names: Vec<String>) -> Self {
        Store { names }
    }
}

fn copied(text: String) -> Store {
    Store { names: vec![text.clone()] }
}
fn cloned(all: Vec<u8>) -> Vec<u8> {
    all.to_vec()
}
fn stored(text: String) -> Store {
    Store { names: vec![text] }
}
fn returned(text: String) -> String {
    text
}
fn iterated(all: Vec<String>) -> usize {
    let mut count = 0;
    for one in all {
        count += one.len();
    }
    count
}
fn chained(all: Vec<String>) -> Vec<usize> {
    all.into_iter().map(|one| one.len()).collect()
}
fn moved(text: String) -> impl Fn() -> usize {
    move || text.len()
}
fn later(text: String) -> impl std::future::Future<Output = usize> {
    async move { text.len() }
}
async fn asynchronous(text: String) -> usize {
    text.len()
}
const fn fixed(text: &String) -> usize {
    text.len()
}
fn tuple(pair: (String, u8)) -> usize {
    pair.0.len()
}
fn generic<T: AsRef<str>>(text: T) -> usize {
    text.as_ref().len()
}
fn changed(mut text: String) -> usize {
    text.push('a');
    text.len()
}
fn rebound(text: String) -> usize {
    let text = text;
    text.len()
}
fn ignored(_text: String) {}
fn unused(text: String) {}
fn added(text: String) -> String {
    text + "a"
}
extern "C" fn foreign(text: String) -> usize {
    text.len()
}
fn taken(data: Vec<u8>) -> Vec<String> {
    String::from_utf8(data).into_iter().collect()
}
#[allow(clippy::needless_pass_by_value)]
fn allowed(text: String) -> usize {
    text.len()
}

trait Sink {
    fn put(&self, text: String) -> usize {
        text.len()
    }
}
impl Sink for Store {
    fn put(&self, text: String) -> usize {
        text.len()
    }
}

mod own {
    pub struct String(u8);
    impl String {
        fn len(&self) -> usize {
            1
        }
    }
    pub fn quiet(text: String) -> usize {
        text.len()
    }
}

#[cfg(test)]
fn in_a_test(text: String) -> usize {
    text.len()
}
