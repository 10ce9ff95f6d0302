// The caller may stand in the other file.
mod callers;

pub unsafe fn byte_at(bytes: &[u8], at: usize) -> u8 {
    bytes[at]
}
