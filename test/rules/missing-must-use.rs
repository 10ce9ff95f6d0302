//@ compile: yes
use std::ops::Add;

// example: bad
pub struct Request {
    timeout: u32,
}
impl Request {
    pub fn timeout(mut self, seconds: u32) -> Self {
    //     ^^^^^^^ missing-must-use: `timeout` returns the changed value and leaves nothing behind when it is dropped; mark it `#[must_use]`
        self.timeout = seconds;
        self
    }
}
// example: good
pub struct Query {
    limit: u32,
}
impl Query {
    #[must_use]
    pub fn limit(mut self, rows: u32) -> Self {
        self.limit = rows;
        self
    }
}
// example: end

impl Request {
    /// Documented.
    #[inline]
    // a comment
    pub fn retries(self, _times: u8) -> Request {
    //     ^^^^^^^ missing-must-use
        self
    }
    #[inline]
    /// Documented below an attribute.
    pub const fn doubled(&self) -> Self {
    //           ^^^^^^^ missing-must-use
        Request { timeout: self.timeout * 2 }
    }
    pub fn new() -> Self {
        Request { timeout: 1 }
    }
    pub fn from(other: &Request) -> Self {
        Request { timeout: other.timeout }
    }
    pub fn set(&mut self) -> &mut Self {
        self
    }
    pub fn checked(self) -> Result<Self, String> {
        Ok(self)
    }
    pub fn maybe(self) -> Option<Self> {
        None
    }
    pub async fn sent(self) -> Self {
        self
    }
    pub fn boxed(self: Box<Self>) -> Self {
        *self
    }
    fn private(self) -> Self {
        self
    }
    pub(crate) fn restricted(self) -> Self {
        self
    }
    #[cfg_attr(unix, must_use)]
    pub fn conditional(self) -> Self {
        self
    }
    #[must_use = "it is a copy"]
    pub fn reasoned(self) -> Self {
        self
    }
    #[allow(clippy::return_self_not_must_use)]
    pub fn allowed(self) -> Self {
        self
    }
    #[doc(hidden)]
    pub fn hidden(self) -> Self {
        self
    }
}

impl Add for Request {
    type Output = Self;
    fn add(self, _other: Self) -> Self {
        self
    }
}

#[derive(Clone)]
#[must_use]
pub struct Future;
impl Future {
    pub fn then(self) -> Self {
        self
    }
}

pub struct Map<K, V>(K, V);
impl<K, V> Map<K, V> {
    pub fn swapped(self) -> Map<V, K> {
        Map(self.1, self.0)
    }
    pub fn kept(self) -> Map<K,V> {
    //     ^^^^ missing-must-use
        self
    }
}

pub trait Step {
    fn step(self) -> Self;
    // ^^^^ missing-must-use
    fn provided(self) -> Self
    // ^^^^^^^^ missing-must-use
    where
        Self: Sized,
    {
        self
    }
    fn other(self) -> Request;
}

struct Inner;
impl Inner {
    pub fn unreachable(self) -> Self {
        self
    }
}
