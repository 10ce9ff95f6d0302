//@ dependencies: zeroize[derive]
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

// example: bad
struct Login {
    user: String,
    password: String,
    //~ 5-21 secret-not-zeroized: `password` stays in memory after it is dropped; use `Zeroizing<String>`
}
// example: good
#[derive(Zeroize, ZeroizeOnDrop)]
struct SafeLogin {
    #[zeroize(skip)]
    user: String,
    password: String,
}
// example: end

/// Holds a key.
#[derive(Clone, Default)]
pub struct Keys {
    pub(crate) signing_key: Vec<u8>,
    //         ^^^^^^^^^^^^^^^^^^^^ secret-not-zeroized: `signing_key` stays in memory after it is dropped; use `Zeroizing<Vec<u8>>`
    apiKey: Option<Box<str>>,
    //~ 5-29 secret-not-zeroized: `apiKey` stays
    rounds: u32,
    #[zeroize(skip)]
    pub master_key: [u8; 32],
    //  ^^^^^^^^^^^^^^^^^^^^ secret-not-zeroized
}

// Wiped by hand only: nothing calls `zeroize` on drop.
#[derive(Zeroize)]
struct ByHand {
    session_token: String,
    //~ 5-26 secret-not-zeroized: `session_token` stays in memory after it is dropped: `derive(Zeroize)` alone wipes nothing
}

#[derive(Zeroize)]
#[zeroize(drop)]
struct OldWay {
    password: String,
}

struct ByDrop {
    passphrase: Vec<u8>,
}
impl Drop for ByDrop {
    fn drop(&mut self) {
        self.passphrase.fill(0);
    }
}

struct DropOnly {
    passphrase: Vec<u8>,
    //~ 5-24 secret-not-zeroized
}
impl Drop for DropOnly {
    fn drop(&mut self) {
        println!("zeroize later"); // zeroize
    }
}

struct Marked {
    client_secret: String,
}
impl ZeroizeOnDrop for Marked {}

struct ApiKey(String);
//            ^^^^^^ secret-not-zeroized: `ApiKey` stays in memory
struct SecretKey {
    bytes: [u8; 32],
    //~ 5-20 secret-not-zeroized: `bytes` stays
    id: String,
}
struct WrappedSecret(Zeroizing<Vec<u8>>);
struct Credentials<'a> {
    password: &'a str,
    value: &'a [u8],
}

struct About {
    password_hash: String,
    private_key_path: String,
    public_key: Vec<u8>,
    token_type: String,
    has_password: bool,
    encrypted_password: Vec<u8>,
    token: String,
    refresh_token: Zeroizing<String>,
    secrets: Vec<String>,
    password: SecretString,
}

struct SecretString(Zeroizing<String>);

#[repr(C)]
struct Foreign {
    password: [u8; 16],
}
struct SaltedPassword {
    salt: [u8; 4],
}
struct Wallet {
    mnemonic: String,
    //~ 5-21 secret-not-zeroized: `mnemonic` stays
}

enum Auth {
    Plain { password: String },
}

#[cfg(test)]
mod tests {
    struct Fake {
        password: String,
    }
}

fn local() {
    struct Inner {
        api_key: String,
        //~ 9-24 secret-not-zeroized
    }
}
