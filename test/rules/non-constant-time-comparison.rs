use subtle::Choice;

fn is_admin(given: &str, password: &str) -> bool {
    given == password
    //~ 5-22 non-constant-time-comparison: `password` is compared with `==`, whose time tells
}
fn is_admin_checked(given: &[u8], password_hash: &[u8]) -> bool {
    use subtle::ConstantTimeEq;
    bool::from(given.ct_eq(password_hash))
}

struct Session {
    csrf_token: String,
    hmac: [u8; 32],
    kind: Token,
    password_hint: String,
    public_key: Vec<u8>,
    token: Token,
    password: Option<String>,
}

#[derive(PartialEq)]
enum Token {
    Comma,
    Text(u8),
}

fn strong(session: &Session, given: &[u8], form: &str, otp: &str, expected: &str) -> bool {
    if given != session.hmac {
        //~ 8-29 non-constant-time-comparison: `hmac` is compared with `!=`
        return false;
    }
    let same = session.csrf_token.as_str().eq(form);
    //         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ non-constant-time-comparison: `csrf_token` is compared with `eq`
    let all = form.as_bytes() == session.csrf_token.trim().as_bytes();
    //        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ non-constant-time-comparison
    same && all && (otp == expected)
    //              ^^^^^^^^^^^^^^^ non-constant-time-comparison: `otp` is compared
}

// The file imports a crate of cryptography.
fn weak(tag: &[u8], computed: &[u8]) -> bool {
    tag[..8] == computed[..8] && *tag != *computed
    //~ 5-30 non-constant-time-comparison: `tag` is compared
    //                           ^^^^^^^^^^^^^^^^^ non-constant-time-comparison
}

fn slices(signature: &[u8], computed: &[u8]) -> bool {
    println!("{}", signature != computed);
    //             ^^^^^^^^^^^^^^^^^^^^^ non-constant-time-comparison
    signature == computed
    //~ 5-26 non-constant-time-comparison
}

fn quiet(session: &Session, tag: &[u8], password: &str, password_confirmation: &str) -> bool {
    const EMPTY_TAG: &[u8] = b"";
    session.token == Token::Comma
        || session.kind == Token::Text(1)
        || session.password_hint == "x"
        || password == "literal"
        || session.csrf_token.len() == 32
        || session.password == None
        || session.public_key == tag
        || tag == EMPTY_TAG
        || password == password_confirmation
        || password.is_empty() == tag.is_empty()
        || password == format!("{}", 1)
}

struct Entry {
    key: u32,
}
impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}
impl Entry {
    fn by_number(&self, otp: u32, expected: u32) -> bool {
        otp == expected
    }
    fn by_path(&self, secret: &std::path::Path, other: &std::path::Path) -> bool {
        secret == other
    }
}

#[cfg(test)]
mod tests {
    fn quiet(password: &str, other: &str) -> bool {
        password == other
    }
}

fn unused(_: Choice) {}
