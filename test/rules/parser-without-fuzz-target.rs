use std::convert::TryFrom;
use std::io::{BufRead, Read};
use std::str::FromStr;

// example: bad
pub struct Header {
    length: u16,
}
pub fn parse_header(data: &[u8]) -> Option<Header> {
    // ^^^^^^^^^^^^ parser-without-fuzz-target: `parse_header` parses input from outside, and no fuzz target mentions it; fuzz it, hostile input will
    Some(Header { length: u16::from_be_bytes([data[0], data[1]]) })
}
// example: good
pub fn parse_trailer(data: &[u8]) -> Option<u8> {
    data.chunks(2).next()?.first().copied()
}
#[cfg(fuzzing)]
pub fn fuzz_trailer(data: &[u8]) {
    let _ = parse_trailer(data);
}
// example: end

pub fn decode<R: Read>(mut input: R) -> u8 {
    // ^^^^^^ parser-without-fuzz-target
    let mut byte = [0];
    while input.read(&mut byte).is_ok() {}
    byte[0]
}
pub unsafe fn decode_unchecked(data: &[u8]) -> u8 {
    data[0]
}
pub fn lex(text: &str) -> Vec<char> {
    // ^^^ parser-without-fuzz-target
    text.chars().collect()
}
pub fn tokenize_all(text: String, more: u8) -> usize {
    // ^^^^^^^^^^^^ parser-without-fuzz-target
    text.split(',').count()
}
pub fn frame_from_bytes(data: impl AsRef<[u8]>) -> u8 {
    // ^^^^^^^^^^^^^^^^ parser-without-fuzz-target
    data.as_ref()[0]
}
pub fn unpack(data: bytes::Bytes) -> u8 {
    // ^^^^^^ parser-without-fuzz-target
    match data.first() {
        Some(b'a') => 1,
        Some(b'b') if data.len() > 1 => 2,
        Some(_) => 3,
        None => 4,
    }
}

impl FromStr for Header {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
    // ^^^^^^^^ parser-without-fuzz-target: `Header::from_str` parses
        let (length, _) = text.split_once(' ').ok_or(())?;
        length.parse().map(|length| Header { length }).map_err(|_| ())
    }
}
impl<'a> TryFrom<&'a [u8]> for Header {
    type Error = ();
    fn try_from(data: &'a [u8]) -> Result<Self, ()> {
    // ^^^^^^^^ parser-without-fuzz-target
        Ok(Header { length: data[0].into() })
    }
}
impl TryFrom<u16> for Header {
    type Error = ();
    fn try_from(length: u16) -> Result<Self, ()> {
        let table = [1, 2];
        Ok(Header { length: table[usize::from(length)] })
    }
}
impl Header {
    pub fn parse(text: &str) -> Option<Self> {
        // ^^^^^ parser-without-fuzz-target: `Header::parse` parses
        text.strip_prefix("h").map(|rest| Header { length: rest.len() as u16 })
    }
    pub fn parse_number(number: u32) -> u32 {
        let all = [number];
        all[0]
    }
    fn parse_private(text: &str) -> u8 {
        text.as_bytes()[0]
    }
}

pub fn parse_number(text: &str) -> Option<u32> {
    text.parse().ok()
}
pub fn from_slice(data: &[u8]) -> Result<Header, Error> {
    serde_json::from_slice(data)
}
pub fn parse_text(data: &[u8]) -> Option<&str> {
    std::str::from_utf8(data).ok()
}
pub enum Level {
    Low,
    High,
}
pub fn parse_level(text: &str) -> Option<Level> {
    match text {
        "low" | "l" => Some(Level::Low),
        "high" => Some(Level::High),
        _ => None,
    }
}
pub fn parse_by_name(text: &str) -> Option<Level> {
    for level in Level::ALL {
        if level.name() == text {
            return Some(level);
        }
    }
    None
}
type Bytes = [u8; 2];
pub fn from_bytes_le(data: Bytes) -> u8 {
    data[1]
}
pub fn from_bytes_mut(data: &mut [u8]) -> &mut u8 {
    &mut data[0]
}
impl Decoder for Header {
    type Item = BytesMut;
    fn decode(&mut self, data: &mut BytesMut) -> Option<BytesMut> {
        Some(data.split_to(2))
    }
}
const LOW: &str = "low";
const LEVELS: [&str; 2] = ["low", "high"];
pub fn parse_constants(text: &str) -> Option<Level> {
    match text {
        "none" => None,
        LOW | Level::HIGH => Some(Level::Low),
        _ => None,
    }
}
pub fn parse_index(text: &str) -> Option<usize> {
    for at in 0..LEVELS.len() {
        if LEVELS[at] == text {
            return Some(at);
        }
    }
    None
}
pub fn key_from_bytes(data: &[u8]) -> [u8; 4] {
    let mut key = [0; 4];
    key[..4].copy_from_slice(&data[..4]);
    key
}
impl<'de> Deserialize<'de> for Header {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let both = <[u16; 2]>::deserialize(from)?;
        Ok(Header { length: both[0] })
    }
}
pub fn parse_delegating(text: &str) -> Result<u8, Error> {
    fn helper(all: &[u8]) -> u8 {
        all[0]
    }
    match inner(text) {
        Ok(value) => Ok(helper(&[value])),
        Err(Error::Data) => Err(Error::Data),
        Err(other) => Err(other),
    }
}
pub trait Source {
    fn parse(&self, text: &str) -> usize {
        text.chars().count()
    }
}
mod hidden {
    pub fn parse(text: &str) -> usize {
        text.chars().count()
    }
}
pub fn fuzzed_in_a_macro_parse(text: &str) -> usize {
    text.chars().count()
}
fuzz_target!(|data: &str| {
    fuzzed_in_a_macro_parse(data);
});
