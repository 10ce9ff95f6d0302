//@ compile: yes
use std::collections::{BTreeMap, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};

// example: bad
fn words(text: &str) -> usize {
    text.split(' ').collect::<Vec<_>>().len()
    //              ^^^^^^^^^^^^^^^^^^^ needless-collect: the collection is built only for `len()` and thrown away; ask the iterator with `count()`
}
// example: good
fn lines(text: &str) -> usize {
    text.lines().count()
}
// example: end

fn counted(numbers: &[u32], text: &str) -> usize {
    let a = numbers.iter().collect::<VecDeque<_>>().len();
    //                     ^^^^^^^^^^^^^^^^^^^^^^^^ needless-collect
    let b = numbers.iter().collect::<BinaryHeap<&u32>>().len();
    //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-collect
    let c = numbers
        .iter()
        .filter(|number| **number > 1) // the big ones
        .collect::<LinkedList<_>>()
        //~ 10-36 needless-collect
        .len();
    println!("{}", text.chars().collect::<Vec<char>>().len());
    //                          ^^^^^^^^^^^^^^^^^^^^^^ needless-collect
    let distinct = numbers.iter().collect::<HashSet<_>>().len();
    let keys = numbers.iter().map(|n| (n, n)).collect::<HashMap<_, _>>().len();
    a + b + c + distinct + keys
}

fn searched(numbers: &[u32], wanted: &u32, iter: std::slice::Iter<u32>) -> bool {
    let none = numbers.iter().collect::<Vec<_>>().is_empty();
    //                        ^^^^^^^^^^^^^^^^^^^ needless-collect: the collection is built only for `is_empty()` and thrown away; ask the iterator with `next().is_none()`
    let no_map = numbers.iter().map(|n| (n, n)).collect::<BTreeMap<_, _>>().is_empty();
    //                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-collect
    let has = numbers.iter().copied().collect::<Vec<_>>().contains(&3);
    //                                ^^^^^^^^^^^^^^^^^^^ needless-collect: the collection is built only for `contains()` and thrown away; ask the iterator with `any(…)`
    let found = numbers.iter().copied().collect::<HashSet<u32>>().contains(wanted);
    //                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ needless-collect
    let costly = numbers.iter().copied().collect::<Vec<_>>().contains(&numbers.len().try_into().unwrap());
    //                                   ^^^^^^^^^^^^^^^^^^^ needless-collect
    let late = iter.collect::<Vec<_>>().is_empty();
    //              ^^^^^^^^^^^^^^^^^^^ needless-collect
    none && no_map && has && found && costly && late
}

fn effects(numbers: &[u32], mut seen: HashSet<u32>) -> bool {
    let all = numbers.iter().map(|n| seen.remove(n)).collect::<Vec<_>>().contains(&true);
    let mut last = 0;
    let assigned = numbers.iter().map(|n| last = *n).collect::<Vec<_>>().is_empty();
    let printed = numbers.iter().map(|n| println!("{n}")).collect::<Vec<_>>().is_empty();
    let lent = numbers.iter().map(|n| touch(&mut last, *n)).collect::<Vec<_>>().is_empty();
    let counted = numbers.iter().map(|n| touch(&mut last, *n)).collect::<Vec<_>>().len();
    //                                                         ^^^^^^^^^^^^^^^^^^^ needless-collect
    all && assigned && printed && lent && counted > 1
}
fn touch(place: &mut u32, n: u32) {
    *place = n;
}

fn threads(jobs: Vec<fn() -> u8>) -> Vec<u8> {
    jobs.into_iter().map(std::thread::spawn).collect::<Vec<_>>().into_iter().filter_map(|handle| handle.join().ok()).collect()
}
fn fallible(texts: &[&str]) -> Result<usize, std::num::ParseIntError> {
    Ok(texts.iter().map(|text| text.parse::<u8>()).collect::<Result<Vec<_>, _>>()?.len())
}
fn kept(numbers: &[u32]) -> usize {
    let all = numbers.iter().collect::<Vec<_>>();
    all.len() + all.capacity()
}
fn text(all: &[char]) -> usize {
    all.iter().collect::<String>().len()
}
fn commented(all: &[char]) -> usize {
    all.iter().collect::<Vec<_>>(/* every one */).len()
    //         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needless-collect
}

mod own {
    pub struct Vec<T>(T);
    impl<T> FromIterator<T> for Vec<T> {
        fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
            Vec(items.into_iter().next().unwrap())
        }
    }
    impl<T> Vec<T> {
        fn len(&self) -> usize {
            1
        }
    }
    pub fn count(all: &[u8]) -> usize {
        all.iter().collect::<Vec<_>>().len()
    }
}

#[cfg(test)]
mod tests {
    fn helper(all: &[u8]) -> usize {
        all.iter().collect::<Vec<_>>().len()
    }
}
