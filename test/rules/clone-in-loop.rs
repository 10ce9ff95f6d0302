//@ compile: yes
use std::collections::HashMap;
use std::sync::Arc;

// example: bad
fn known(names: &[String], prefix: String) -> usize {
    let mut count = 0;
    for name in names {
        if name.starts_with(&prefix.clone()) {
            //                      ^^^^^^^ clone-in-loop: `clone()` copies `prefix` in every turn only to look at the copy; look at `prefix` itself
            count += 1;
        }
    }
    count
}
// example: good
fn listed(names: &[String], prefix: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in names {
        if name.starts_with(prefix) {
            found.push(name.clone());
        }
    }
    found
}
// example: end

fn common(left: Vec<char>, right: Vec<char>, mut old: Vec<char>) -> Vec<char> {
    let mut found: Vec<char> = Vec::new();
    left.into_iter().for_each(|c| {
        if right.contains(&c) && !found.clone().contains(&c) {
            //                          ^^^^^^^ clone-in-loop: `clone()` copies `found` in every turn
            found.push(c);
        }
    });
    old.retain(|c| !right.clone().contains(c));
    let few = right.first().map(|c| right.clone().contains(c));
    old.iter().map(|c| right.clone().len() + *c as usize).max();
    //                       ^^^^^^^ clone-in-loop
    while found.clone().len() < 3 {
        //      ^^^^^^^ clone-in-loop
        found.push('a');
    }
    for c in old {
        if let Some('a') = found.clone().first() {
            found.push(c);
        }
    }
    assert_ne!(few, None);
    found
}

struct Set {
    names: Vec<String>,
    first: Option<String>,
    shared: Arc<String>,
    map: HashMap<String, u8>,
}

impl Set {
    fn read(&mut self, other: &String, wanted: String, out: &mut Vec<String>) -> usize {
        let mut count = 0;
        while count < 9 {
            count += self.names.clone().len();
            //                  ^^^^^^^ clone-in-loop: `clone()` copies `self.names` in every turn
            if self.first.clone() == None {
                //        ^^^^^^^ clone-in-loop
                count += 1;
            }
            if other.clone() == wanted {
                //   ^^^^^^^ clone-in-loop
                count += 1;
            }
            count += length(&other.clone());
            //                     ^^^^^^^ clone-in-loop
            count += length(&wanted.to_owned());
            //                      ^^^^^^^^^^ clone-in-loop
            println!("{}", self.names.to_vec().is_empty());
            //                        ^^^^^^^^ clone-in-loop
            for name in self.names.clone().iter() {
                //                 ^^^^^^^ clone-in-loop
                count += name.len();
            }
            self.map.contains_key(&other.to_string());
            count += self.shared.clone().len();
            out.push(wanted.clone());
            self.keep(&self.names.clone());
            for name in self.names.clone().iter() {
                self.names.push(name.clone());
            }
            let copy = &wanted.clone();
            let mut word = wanted.clone();
            word.pop();
            count += length(&text("a").to_owned()) + word.len() + copy.len();
            let handle = std::thread::spawn(move || word.len());
            count += handle.join().unwrap_or(1);
            self.names.iter().for_each(|name| count += length(&name.clone()));
        }
        count
    }
    fn keep(&mut self, names: &[String]) {
        self.names = names.to_vec();
    }
}
fn length(text: &String) -> usize {
    text.len()
}
fn text(from: &str) -> &str {
    from
}

fn own_names(names: &[String]) -> usize {
    let mut count = 0;
    for name in names {
        count += name.clone().len();
        let inner = name.to_uppercase();
        count += inner.clone().len();
        count += names[0].clone().len();
    }
    count
}
fn no_loop(name: &String) -> usize {
    name.clone().len()
}
fn iterator(text: &str, mut rest: std::str::Chars<'_>) -> usize {
    let mut count = text.len();
    while rest.clone().next().is_some() {
        rest.next();
        count += rest.clone().count();
    }
    count
}
fn handles(shared: Arc<String>) -> usize {
    let mut count = 0;
    loop {
        count += shared.clone().len();
        if count > 3 {
            return count;
        }
    }
}

#[cfg(test)]
fn in_a_test(name: String) {
    loop {
        name.clone().len();
    }
}
