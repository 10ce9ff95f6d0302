use std::num::NonZeroU32;
use std::sync::LazyLock;

// example: bad
fn port(raw: &str) -> u16 {
    raw.parse().unwrap()
    //          ^^^^^^^^ unwrap-in-production: `unwrap()` panics on the error
}
// example: good
fn port_checked(raw: &str) -> Result<u16, std::num::ParseIntError> {
    raw.parse()
}
// example: end

static LIMIT: LazyLock<u32> = LazyLock::new(|| "7".parse().unwrap());
//                                                         ^^^^^^^^ unwrap-in-production
const EIGHT: NonZeroU32 = NonZeroU32::new(8).unwrap();
static PLAIN: NonZeroU32 = NonZeroU32::new(8).unwrap();
thread_local! {
    static LOCAL: u32 = "7".parse().unwrap();
    //                              ^^^^^^^^ unwrap-in-production
    static AT_COMPILE_TIME: u32 = const { Some(7).unwrap() };
}
lazy_static! {
    static ref LAZY: u32 = "7".parse().unwrap();
    //                                 ^^^^^^^^ unwrap-in-production
}
const fn table() -> [u8; Some(4).unwrap()] {
    [0; Some(4).unwrap()]
}
enum Level {
    Low = Some(1).unwrap(),
}

struct Envelope(String);
impl Envelope {
    fn unwrap(self) -> String {
        self.0
    }
    fn text(self) -> String {
        self.unwrap()
    }
}
struct Parcel {
    inside: Envelope,
}
impl Parcel {
    fn open(self) -> String {
        self.inside.unwrap()
    }
}
fn open(envelope: Envelope) -> String {
    envelope.unwrap()
}

/// Calls `x.unwrap()`, which prose may do.
fn values(all: Vec<Option<u8>>) -> Vec<u8> {
    let text = "x.unwrap()"; // x.unwrap()
    println!("{} {}", text, all.first().unwrap().is_some());
    //                                  ^^^^^^^^ unwrap-in-production
    all.into_iter().map(Option::unwrap).collect()
    //                  ^^^^^^^^^^^^^^ unwrap-in-production: `Option::unwrap` as a function
}

fn fallback(value: Cell) -> u8 {
    value.unwrap(0)
}

#[cfg(any(test, feature = "std"))]
fn ships() {
    "1".parse::<u8>().unwrap();
    //                ^^^^^^^^ unwrap-in-production
}

#[cfg(all(test, unix))]
fn never_ships() {
    "1".parse::<u8>().unwrap();
}

#[allow(clippy::unwrap_used)]
fn allowed() {
    "1".parse::<u8>().unwrap();
}

fn chain(text: &str) {
    text.lines()
        .next()
        .unwrap()
        //~ 10-18 unwrap-in-production
        .len();
}

#[cfg(test)]
mod tests {
    #[test]
    fn quiet() {
        "1".parse::<u16>().unwrap();
    }
}
