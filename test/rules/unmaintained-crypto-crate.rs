//@ dependencies: sodiumoxide rust-crypto pqcrypto-kyber rustls-pemfile ring
// example: bad
use sodiumoxide::crypto::secretbox;
//~ 1-36 unmaintained-crypto-crate: `sodiumoxide` has no maintainer
// example: good
use chacha20poly1305::XChaCha20Poly1305;
// example: end
use crypto::digest::Digest;
//~ 1-28 unmaintained-crypto-crate: `rust-crypto` has no maintainer
use pqcrypto_kyber::{kyber512, kyber768};
//~ 1-42 unmaintained-crypto-crate: `pqcrypto-kyber` has no maintainer, so nobody mends its holes; use `ml-kem`
extern crate rustls_pemfile;
//~ 1-29 unmaintained-crypto-crate
use ring::aead;

fn imported() {
    secretbox::gen_key();
    rustls_pemfile::certs();
}

fn written_out() -> crypto::sha2::Sha256 {
    //              ^^^^^^^^^^^^ unmaintained-crypto-crate: `rust-crypto`
    crypto::sha2::Sha256::new()
    //~ 5-17 unmaintained-crypto-crate
}

fn words() {
    let crypto = "sodiumoxide::init()"; // sodiumoxide::init()
    self::crypto::own();
    crypto.sha2();
    crypto::Keys::new();
}

mod inner {
    mod crypto;
    use crate::crypto::aes;
    use self::crypto::hmac;
    fn own() {
        crypto::hmac::sign();
    }
}

#[cfg(test)]
mod tests {
    use crypto::md5::Md5;
}
