//@ target: binary
// A program has no API that others feed.
pub fn parse(data: &[u8]) -> u8 {
    data[0]
}
