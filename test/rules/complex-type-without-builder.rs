// example: bad
pub struct Client;
impl Client {
    pub fn connect(host: &str, port: u16, user: &str, password: &str, retries: u32, timeout: u64) -> Result<Self, String> {
        // ^^^^^^^ complex-type-without-builder: `connect` takes 6 arguments to make a `Client`, which has no builder; callers cannot tell them apart
        Err(format!("{host}{port}{user}{password}{retries}{timeout}"))
    }
}
// example: good
pub struct Server {
    port: u16,
}
impl Server {
    pub fn builder() -> ServerBuilder {
        ServerBuilder { port: 80 }
    }
}
pub struct ServerBuilder {
    port: u16,
}
// example: end

pub struct Options {
    //     ^^^^^^^ complex-type-without-builder: `Options` has 7 public fields and no builder; each new one breaks code that makes a value
    pub a: u8,
    pub b: u8,
    pub c: u8,
    pub d: u8,
    pub e: u8,
    pub f: u8,
    pub g: u8,
    h: u8,
}
pub struct Six {
    pub a: u8,
    pub b: u8,
    pub c: u8,
    pub d: u8,
    pub e: u8,
    pub f: u8,
    pub(crate) g: u8,
    h: u8,
}

impl Server {
    pub fn direct(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8) -> Self {
        todo(a, b, c, d, e, f)
    }
}
impl Options {
    pub fn new(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8) -> Option<Options> {
        // ^^^ complex-type-without-builder
        None
    }
    pub fn five(a: u8, b: u8, c: u8, d: u8, e: u8) -> Self {
        todo(a, b, c, d, e)
    }
    pub fn method(&self, a: u8, b: u8, c: u8, d: u8, e: u8, f: u8) -> Self {
        todo(a, b, c, d, e, f)
    }
    pub fn other(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8) -> u8 {
        a
    }
    fn private(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8) -> Self {
        todo(a, b, c, d, e, f)
    }
    #[builder]
    pub fn built(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8) -> Self {
        todo(a, b, c, d, e, f)
    }
}
impl From<u8> for Options {
    fn from(a: u8) -> Self {
        todo(a)
    }
}

#[derive(Clone, serde::Deserialize)]
pub struct FromFile {
    pub a: u8, pub b: u8, pub c: u8, pub d: u8, pub e: u8, pub f: u8, pub g: u8,
}
#[repr(C)]
pub struct Layout {
    pub a: u8, pub b: u8, pub c: u8, pub d: u8, pub e: u8, pub f: u8, pub g: u8,
}
#[non_exhaustive]
pub struct Growing {
    pub a: u8, pub b: u8, pub c: u8, pub d: u8, pub e: u8, pub f: u8, pub g: u8,
}
#[derive(Default)]
pub struct Updated {
    pub a: u8, pub b: u8, pub c: u8, pub d: u8, pub e: u8, pub f: u8, pub g: u8,
}
pub struct ByHand {
    pub a: u8, pub b: u8, pub c: u8, pub d: u8, pub e: u8, pub f: u8, pub g: u8,
}
impl Default for ByHand {
    fn default() -> Self {
        todo()
    }
}
#[derive(TypedBuilder)]
pub struct Typed {
    pub a: u8, pub b: u8, pub c: u8, pub d: u8, pub e: u8, pub f: u8, pub g: u8,
}
struct Private {
    pub a: u8, pub b: u8, pub c: u8, pub d: u8, pub e: u8, pub f: u8, pub g: u8,
}
#[allow(clippy::too_many_arguments)]
impl Client {
    pub fn allowed(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8) -> Self {
        todo(a, b, c, d, e, f)
    }
}
