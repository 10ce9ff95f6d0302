//@ compile: yes
use std::collections::HashMap;
use std::fmt::{self, Display};

// example: bad
fn report(names: &[&str]) -> String {
    let mut text = String::new();
    for (index, name) in names.iter().enumerate() {
        text.push_str(&format!("{index}: {name}\n"));
        //~ 9-53 needless-string-allocation: `format!` allocates a `String` only to be copied into `text`; write into it with `write!`
    }
    text
}
fn greet(name: &str) {
    println!("Hello {}", name.to_string());
    //                        ^^^^^^^^^^^ needless-string-allocation: `to_string()` allocates a `String` only to be printed; print the value itself
}
// example: good
fn summary(names: &[&str]) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    for name in names {
        let _ = writeln!(text, "{name}");
    }
    text
}
// example: end

struct Page {
    text: String,
    parts: Vec<String>,
}

impl Page {
    fn fill(&mut self, out: &mut String, kind: u8, name: Option<&str>) {
        self.text += &format!("<{}>", kind);
        //~ 9-44 needless-string-allocation: `format!` allocates a `String` only to be copied into `self.text`
        *out += &format!("<{kind}>");
        //~ 9-37 needless-string-allocation
        out.push_str(&format!("{}", out.len()));
        //~ 9-48 needless-string-allocation
        match kind {
            0 => out.push_str(&format!("{kind}")),
            //~ 18-50 needless-string-allocation
            1 => out.push_str(&match name {
                //~ 18-15 needless-string-allocation
                Some(name) => format!("{name}"),
                None => String::new(),
            }),
            2 => out.push_str(&if kind > 1 { String::new() } else { format!("{kind}") }),
            //~ 18-89 needless-string-allocation
            3 => self.parts[0].push_str(&{ format!("{kind}") }),
            //~ 18-64 needless-string-allocation
            _ => out.push_str(&kind.to_string()),
        }
        out.push_str("plain");
        out.push_str(&self.text);
        out.push_str(format!("{kind}").trim());
        self.parts.push(format!("{kind}"));
        let width = 3usize;
        let sum = 1 + kind;
        drop((width, sum));
    }
}

fn prints(value: u32, all: &HashMap<u8, u32>, text: &str, boxed: &Box<str>) -> String {
    eprintln!("{} {name} {0}", value, name = value.to_string());
    //                                             ^^^^^^^^^^^ needless-string-allocation
    assert!(value > 1, "{}", all[&1].to_string());
    //                               ^^^^^^^^^^^ needless-string-allocation
    assert_eq!(value, 2, "{0}", text[1..].to_string());
    //                                    ^^^^^^^^^^^ needless-string-allocation
    print!("{}", (*boxed).to_string());
    //                    ^^^^^^^^^^^ needless-string-allocation
    print!("{}", value.pow(2)
        .to_string());
    //~ 10-21 needless-string-allocation
    print!("{}", LIMIT.to_string());
    //                 ^^^^^^^^^^^ needless-string-allocation
    format!("{{}} {}", value.to_string())
    //                       ^^^^^^^^^^^ needless-string-allocation
}
const LIMIT: u8 = 3;

fn needs_the_string(value: Level, number: u32, width: usize) -> String {
    println!("{:>8}", value.to_string());
    println!("{:?}", value.to_string());
    println!("{0} {0}", value.to_string());
    println!("{v} {v}", v = value.to_string());
    println!("{}", value.to_string().len());
    println!("{:?}", [value.to_string()]);
    println!("{:width$} {}", number, value.to_string());
    println!("{:2$} {}", number, value.to_string(), width);
    let text = number.to_string();
    assert_eq!(number.to_string(), text);
    format!("{}", vec![value.to_string()].join(","))
}

struct Level;
impl Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", 7.to_string())
        //                ^^^^^^^^^^^ needless-string-allocation
    }
}
struct Log(Vec<String>);
impl Log {
    fn push_str(&mut self, text: &String) {
        self.0.push(text.clone());
    }
    fn add(&mut self) {
        self.push_str(&format!("{}", 1));
    }
}

mod inner {
    pub fn add(out: &mut String, n: u8) {
        out.push_str(&format!("{n}"));
        //~ 9-38 needless-string-allocation
    }
}

#[cfg(test)]
mod tests {
    fn helper(value: u8) -> String {
        format!("{}", value.to_string())
    }
}
