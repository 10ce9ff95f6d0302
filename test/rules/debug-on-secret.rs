//@ compile: yes
// example: bad
#[derive(Debug, Clone)]
//~ 1-24 debug-on-secret: `derive(Debug)` prints `password`; write a `Debug` that leaves it out
struct Login {
    user: String,
    password: String,
}
// example: good
#[derive(Clone)]
struct SafeLogin {
    user: String,
    password: String,
}

impl std::fmt::Debug for SafeLogin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SafeLogin").field("user", &self.user).finish_non_exhaustive()
    }
}
// example: end

/// Alone in its derive.
#[derive(Debug)]
//~ 1-17 debug-on-secret: `derive(Debug)` prints `signing_key` and `api_key`; write a `Debug` that leaves them out
#[allow(dead_code)]
pub struct Keys {
    pub signing_key: Vec<u8>,
    api_key: Option<[u8; 32]>,
    r#type: u8,
}

#[derive(Clone, std::fmt::Debug, Default)]
//~ 1-43 debug-on-secret: `derive(Debug)` prints `access_token`, `refresh_token` and 1 more
struct Tokens {
    access_token: String,
    refresh_token: Zeroizing<String>,
    client_secret: Box<str>,
}

#[derive(Debug)]
//~ 1-17 debug-on-secret: `derive(Debug)` prints `ApiKey`
struct ApiKey(String);

#[derive(Debug)]
//~ 1-17 debug-on-secret
struct Shared<T> {
    session_key: Vec<u8>,
    owner: T,
}

#[derive(Debug)]
//~ 1-17 debug-on-secret: `derive(Debug)` prints `password`
enum Auth {
    Anonymous,
    Plain { user: String, password: String },
    Wrong(String),
}

#[cfg_attr(debug_assertions, derive(Debug))]
//~ 1-45 debug-on-secret
struct Conditional {
    password: String,
}

fn local() {
    #[derive(Debug)]
    //~ 5-21 debug-on-secret
    struct Inner {
        password: String,
        user: u8,
    }
}

#[derive(Debug)]
struct Harmless<'a> {
    password_hash: String,
    password: &'a str,
    secret: SecretString,
    has_password: bool,
    public_key: Vec<u8>,
}

#[derive(Clone)]
struct NoDebug {
    password: String,
}

struct ByHand {
    password: String,
}
impl std::fmt::Debug for ByHand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ByHand")
    }
}

#[derive(Debug)]
struct SecretString(());
#[derive(Clone, Debug, Default)]
struct Zeroizing<T>(T);

#[cfg(test)]
mod tests {
    #[derive(Debug)]
    struct Fake {
        password: String,
    }
}
