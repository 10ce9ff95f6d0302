//@ compile: yes
//@ dependencies: regex
// What the fix makes of the places where a pattern can stand.
use regex::Regex;

pub struct Holder;

impl Holder {
    pub fn forms(&self, lines: &[String]) -> Result<usize, regex::Error> {
        let mut found = 0;
        for line in lines {
            let number = Regex::new(r"^\d{3}$").unwrap();
            //           ^^^^^^^^^^^^^^^^^^^^^^ regex-in-loop
            if number.is_match(line) && matches(&Regex::new("a").expect("it is valid"), line) {
                //                               ^^^^^^^^^^^^^^^ regex-in-loop
                found += 1;
            }
            keep(Regex::new("c")?);
            //   ^^^^^^^^^^^^^^^ regex-in-loop
        }
        Ok(found + lines.iter().filter(|line| Regex::new("b").unwrap().is_match(line)).count())
        //                                    ^^^^^^^^^^^^^^^ regex-in-loop
    }
}

fn matches(pattern: &Regex, line: &str) -> bool {
    pattern.is_match(line)
}
fn keep(_pattern: Regex) {}

/// A minimum version below 1.80 has no `LazyLock`: see the third fixture.
pub fn end() {}
