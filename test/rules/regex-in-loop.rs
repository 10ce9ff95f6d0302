//@ dependencies: regex
use regex::{bytes, Regex, RegexSet};
use std::sync::LazyLock;

const DATE: &str = r"\d+-\d+";

// example: bad
fn numbers(lines: &[String]) -> usize {
    let mut found = 0;
    for line in lines {
        let number = Regex::new(r"^\d+$").unwrap();
        //           ^^^^^^^^^^^^^^^^^^^^ regex-in-loop: `Regex::new` compiles the same pattern in every turn; compile it once, before the loop or in a `LazyLock`
        found += usize::from(number.is_match(line));
    }
    found
}
// example: good
fn dates(lines: &[String]) -> usize {
    let date = Regex::new(DATE).unwrap();
    lines.iter().filter(|line| date.is_match(line)).count()
}
// example: end

fn forms(lines: &[String]) -> Result<(), regex::Error> {
    while Regex::new("a")?.is_match("b") {
        //~ 11-26 regex-in-loop
        let once = bytes::Regex::new(DATE).expect("it is valid");
        //         ^^^^^^^^^^^^^^^^^^^^^^^ regex-in-loop
        use_it(&Regex::new("a").unwrap(), once);
        //      ^^^^^^^^^^^^^^^ regex-in-loop
    }
    loop {
        let built = regex::RegexBuilder::new("a").case_insensitive(true).build();
        //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regex-in-loop
        let set = RegexSet::new(&["a", "b"]);
        //        ^^^^^^^^^^^^^^^^^^^^^^^^^^ regex-in-loop
        if set.is_ok() {
            break;
        }
    }
    lines.iter().map(|line| Regex::new("a").unwrap().is_match(line)).count();
    //                      ^^^^^^^^^^^^^^^ regex-in-loop
    lines.into_iter().for_each(|line| {
        println!("{}", Regex::new("a").unwrap().is_match(line));
        //             ^^^^^^^^^^^^^^^ regex-in-loop
    });
    Ok(())
}

fn quiet(patterns: &[String], line: Option<&str>) {
    for pattern in patterns {
        let changes = Regex::new(pattern);
        let built = Regex::new(&format!("^{pattern}$"));
        static ONCE: LazyLock<Regex> = LazyLock::new(|| Regex::new("a").unwrap());
        let lazy = LazyLock::new(|| Regex::new("a").unwrap());
        fn helper() -> Regex {
            Regex::new("a").unwrap()
        }
        let handle = std::thread::spawn(|| Regex::new("a"));
    }
    for part in Regex::new(",").unwrap().split("a,b") {
        drop(part);
    }
    line.map(|line| Regex::new("a").unwrap().is_match(line));
    let before = Regex::new("a");
}

mod own {
    struct Regex;
    impl Regex {
        fn new(_: &str) -> Regex {
            Regex
        }
    }
    fn quiet() {
        loop {
            Regex::new("a");
        }
    }
}

impl Holder {
    fn method(&self) {
        for _ in 0..3 {
            self.keep(Regex::new("}$a").unwrap());
            //        ^^^^^^^^^^^^^^^^^ regex-in-loop
        }
    }
}

#[cfg(test)]
fn in_a_test() {
    loop {
        Regex::new("a");
    }
}
