//@ fuzzed: fuzz_target Frame decode_all
// The fuzz package beside the crate mentions the function, or its type.
pub fn decode_all(data: &[u8]) -> u8 {
    data[0]
}
pub fn decode_one(data: &[u8]) -> u8 {
    // ^^^^^^^^^^ parser-without-fuzz-target
    data[0]
}
pub struct Frame;
impl Frame {
    pub fn parse(data: &[u8]) -> u8 {
        data[0]
    }
}

// Names that every JavaScript object has are names like any other.
impl Display for Frame {
    fn toString(&self) -> String {
        String::new()
    }
    fn constructor(&self, all: &Vec<constructor>) -> Box<constructor> {
        all.iter().collect::<Vec<_>>().constructor()
    }
}
