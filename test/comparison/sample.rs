//! A sample.

macro_rules! readers {
    ($($name:ident),*) => {
        $(
            /// Reads.
            pub fn $name(text: &str) -> Result<u8, std::num::ParseIntError> {
                text.parse()
            }
        )*
    };
}

readers!(first, second);

/// Adds „é“.
#[allow(clippy::let_and_return)]
pub fn parse(text: &str) -> Result<u8, std::num::ParseIntError> {
    let value = text.parse();
    value
}

/// Reads.
pub fn read(text: &str, wide: bool) -> u8 {
    if wide {
        todo!()
    }
    #[cfg(windows)]
    let text = text.strip_prefix("w").unwrap();
    let é = text
        .parse()
        .unwrap();
    é
}

/// Looks.
pub fn look(place: &u8) -> u8 {
    unsafe { *std::ptr::from_ref(place) }
}
