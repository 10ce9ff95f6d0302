//@ compile: yes
use std::fmt::Display;
use std::path::{self, Path, PathBuf};

// example: bad
fn longest(names: &Vec<String>) -> usize {
//         ^^^^^^^^^^^^^^^^^^^ ptr-arg: `&Vec<String>` makes callers own a `Vec`; take `&[String]`
    names.iter().map(|name| name.len()).max().unwrap_or(0)
}
// example: good
fn shortest(names: &[String]) -> usize {
    names.iter().map(|name| name.len()).min().unwrap_or(0)
}
// example: end

pub fn greet(name: &String) -> String {
//           ^^^^^^^^^^^^^ ptr-arg: `&String` makes callers own a `String`; take `&str`
    let own = name.clone();
    format!("{name}, {}{}", name.as_str(), own)
}
fn save<'a>(file: &'a PathBuf, count: u32) -> u32 {
//          ^^^^^^^^^^^^^^^^^ ptr-arg: `&'a PathBuf` makes callers own a `PathBuf`; take `&'a Path`
    if file.as_path().exists() && file == Path::new("x") {
        drop(file.clone());
    }
    count
}
fn spelled_out(file: &path::PathBuf) -> bool {
//             ^^^^^^^^^^^^^^^^^^^^ ptr-arg: `&path::PathBuf` makes callers own a `PathBuf`; take `&path::Path`
    file.is_dir()
}
fn boxed(shape: &Box<u32>) -> u32 {
//       ^^^^^^^^^^^^^^^^ ptr-arg: `&Box<u32>` borrows twice and makes callers own a `Box`; take `&u32`
    shape.count_ones()
}
fn object(_shape: &Box<dyn Display + Send>) {}
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ptr-arg: `&Box<dyn Display + Send>` borrows twice and makes callers own a `Box`; take `&(dyn Display + Send)`
fn passed_on(shape: &Box<u32>) -> Box<u32> {
//           ^^^^^^^^^^^^^^^^ ptr-arg
    shape.clone()
}
fn anything(value: &Box<dyn std::any::Any>) -> bool {
    value.is::<u8>()
}

fn sum(values: &Vec<u32>) -> u32 {
//     ^^^^^^^^^^^^^^^^^ ptr-arg
    let mut total = values[0];
    for value in values {
        total += value;
    }
    assert_eq!(values, &[1, 2], "{:?}", values);
    total + values.as_slice().len() as u32
}
fn copy(values: &Vec<u32>) -> Vec<u32> {
//      ^^^^^^^^^^^^^^^^^ ptr-arg
    let inner = || values.len();
    inner();
    values.clone()
}

fn advanced(values: &Vec<u8>) -> u8 {
//          ^^^^^^^^^^^^^^^^ ptr-arg
    let reader = &mut values.as_slice();
    reader[0]
}

fn room(values: &Vec<u8>) -> usize {
    values.capacity()
}
fn same(values: &Vec<u8>) -> &Vec<u8> {
    values
}
fn hand_over(values: &Vec<u8>) -> &Vec<u8> {
    same(values)
}
fn rebound(values: &Vec<u8>) -> usize {
    let values = values;
    values.len()
}
fn nested(values: &Vec<u8>) -> usize {
    keep(&values);
    values.len()
}
fn keep<T>(_value: T) {}
fn unknown_method(values: &Vec<u8>) -> Vec<u8> {
    values.own_trait()
}
fn in_a_macro(values: &Vec<u8>) -> Vec<usize> {
    vec![values.len()]
}
fn optional(values: Option<&Vec<u8>>) -> usize {
    values.map_or(0, |values| values.len())
}
fn grow(values: &mut Vec<u8>) {
    values.push(1);
}
fn unused(_values: &Vec<u8>) {}
fn closure() -> usize {
    let count = |values: &Vec<u8>| values.len();
    count(&vec![1])
}
extern "C" fn callback(values: &Vec<u8>) -> usize {
    values.len()
}
fn is_long(name: &String) -> bool {
//         ^^^^^^^^^^^^^ ptr-arg
    name.len() > 9
}
fn count_long(names: Vec<String>) -> usize {
    names.iter().filter(|name| is_long(name)).count() + names.iter().map(is_long).count()
}

trait Own {
    fn own_trait(&self) -> Vec<u8>;
    fn declared(&self, values: &Vec<u8>);
    //                 ^^^^^^^^^^^^^^^^ ptr-arg
}
impl Own for Vec<u8> {
    fn own_trait(&self) -> Vec<u8> {
        self.clone()
    }
    fn declared(&self, values: &Vec<u8>) {
        values.len();
    }
}
struct Store;
impl Store {
    fn put(&self, key: &String) -> usize {
        //        ^^^^^^^^^^^^ ptr-arg
        key.len()
    }
}

mod ast {
    pub struct String(pub u8);
    pub fn own(text: &String) -> bool {
        text.is_empty()
    }
    impl String {
        fn is_empty(&self) -> bool {
            true
        }
    }
    pub fn elsewhere(file: &std::path::PathBuf) -> bool {
        //           ^^^^^^^^^^^^^^^^^^^^^^^^^ ptr-arg
        file.exists()
    }
}
fn foreign(text: &ast::String) -> u8 {
    text.0
}

#[allow(clippy::ptr_arg)]
fn allowed(values: &Vec<u8>) -> usize {
    values.len()
}
#[cfg(test)]
mod tests {
    fn helper(values: &Vec<u8>) -> usize {
        values.len()
    }
}
