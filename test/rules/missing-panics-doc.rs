// example: bad
/// Splits a list in two.
pub fn halves(list: &[u8]) -> (&[u8], &[u8]) {
    // ^^^^^^ missing-panics-doc: `halves` can panic (`assert!(list.len() % 2 == 0)`), but its documentation has no `# Panics` section
    assert!(list.len() % 2 == 0);
    list.split_at(list.len() / 2)
}
// example: good
/// Splits a list in two.
///
/// # Panics
///
/// Panics when the list has an odd number of elements.
pub fn two_halves(list: &[u8]) -> (&[u8], &[u8]) {
    assert!(list.len() % 2 == 0);
    list.split_at(list.len() / 2)
}
// example: end

pub fn undocumented(text: &str) -> u8 {
    // ^^^^^^^^^^^^ missing-panics-doc
    text.parse().unwrap()
}
/// Closures and async blocks count.
pub fn closures(all: Vec<&str>) -> Vec<u8> {
    // ^^^^^^^^ missing-panics-doc
    all.iter().map(|text| text.parse().expect("a number")).collect()
}
/// So do macros.
pub fn macros(text: &str) {
    // ^^^^^^ missing-panics-doc
    println!("{}", text.parse::<u8>().unwrap());
}
/// In a future.
pub async fn future(list: &[u8]) {
    //       ^^^^^^ missing-panics-doc
    async { assert_ne!(list.len(), 0, "empty") }.await;
}
/// Twice the same and once another.
pub fn several(list: &[&str]) -> u8 {
    // ^^^^^^^ missing-panics-doc
    if list.is_empty() {
        std::panic!("`list` is {}", "empty");
    }
    list[0].parse::<u8>().unwrap() + list[0].parse::<u8>().unwrap()
}

/// Near miss.
///
/// # Panic
///
/// On an empty list.
pub fn near(list: &[u8]) -> u8 {
    // ^^^^ missing-panics-doc: the heading `Panic` of `near` is no `# Panics` section
    *list.first().unwrap()
}
/// Not yet written.
///
/// # Panics
///
/// TODO
pub fn unfinished(list: &[u8]) -> u8 {
    // ^^^^^^^^^^ missing-panics-doc: the `# Panics` section of `unfinished` says nothing yet
    *list.first().unwrap()
}

/// Nothing here is followed.
pub fn not_followed(list: &[u8], wrapped: Result<u8, u8>) -> u8 {
    const FIRST: u8 = Some(1).unwrap();
    static SECOND: u8 = Some(2).unwrap();
    fn nested(list: &[u8]) -> u8 {
        *list.first().unwrap()
    }
    debug_assert!(list.len() < 10);
    let third = const { Some(3).unwrap() };
    let fourth = [0; Some(4).unwrap()];
    if list.len() > 20 {
        unreachable!("checked by the caller");
    }
    if list.len() > 19 {
        todo!();
    }
    if list.len() > 18 {
        unimplemented!()
    }
    let error = wrapped.unwrap_err();
    let value = list.first().map(Option::Some).and_then(Option::unwrap);
    list[0] + FIRST + SECOND + third + fourth.len() + error
}
/// A statement may say that its panic needs no words.
pub fn permitted(list: &[u8]) -> u8 {
    #[expect(clippy::missing_panics_doc, reason = "the caller passes a full list")]
    let first = list.first().unwrap();
    *first
}
/// Only in test builds.
pub fn checked(list: &[u8]) -> usize {
    #[cfg(test)]
    {
        assert!(list.len() > 1);
    }
    list.len()
}
#[allow(clippy::missing_panics_doc, reason = "see the module")]
pub fn permitted_whole(list: &[u8]) -> u8 {
    *list.first().unwrap()
}
#[doc = include_str!("panics.md")]
pub fn included(list: &[u8]) -> u8 {
    *list.first().unwrap()
}

/// A parser with an `expect` of its own.
pub struct Parser;
impl Parser {
    fn expect(&self, text: &str) -> bool {
        text.is_empty()
    }
    /// Parses.
    pub fn parse(&self) -> bool {
        self.expect("fn") && self.expect(Token::Comma)
    }
    /// Parses a number.
    pub fn number(&self, text: &str) -> u8 {
        // ^^^^^^ missing-panics-doc
        text.parse().expect("digits")
    }
    fn private(&self, text: &str) -> u8 {
        text.parse().expect("digits")
    }
}
/// Foreign parser.
pub fn foreign(parser: &mut impl Tokens) -> bool {
    parser.expect(Token::Comma)
}

/// A trait.
pub trait Reader {
    /// A provided method is not followed.
    fn first(&self) -> u8 {
        self.list().first().copied().unwrap()
    }
    /// All of it.
    fn list(&self) -> &[u8];
}
impl Reader for Parser {
    fn list(&self) -> &[u8] {
        panic!("no list")
    }
}
pub(crate) fn within(list: &[u8]) -> u8 {
    *list.first().unwrap()
}
#[cfg(test)]
mod tests {
    pub fn helper(list: &[u8]) -> u8 {
        *list.first().unwrap()
    }
}
