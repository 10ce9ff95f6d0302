//@ dependencies: md-5 sha1 des openssl ring rsa hmac
// example: bad
use sha1::Sha1;
//~ 1-16 weak-crypto-algorithm: `sha1` is SHA-1, which has collisions
// example: good
use sha2::Sha256;
// example: end
use des::{Des, TdesEde3};
//~ 1-26 weak-crypto-algorithm: `des` is DES
use hmac::Hmac;
use openssl::hash::MessageDigest;
use openssl::symm;
use ring::{digest, hmac as ring_hmac};
use rsa::{Oaep, Pkcs1v15Encrypt};
//~ 1-34 weak-crypto-algorithm: `rsa::Pkcs1v15Encrypt` is RSA encryption with PKCS#1 v1.5 padding

fn imported() -> Sha1 {
    Sha1::new()
}

fn written_out(data: &[u8]) -> [u8; 16] {
    md5::compute(data).0
    //~ 5-17 weak-crypto-algorithm: `md5::compute` is MD5
}

fn as_type(mac: Hmac<md5::Md5>) {}
//                   ^^^^^^^^ weak-crypto-algorithm: `md5::Md5` is MD5

fn larger_crates() {
    MessageDigest::md5();
    //~ 5-23 weak-crypto-algorithm: `MessageDigest::md5` is MD5
    MessageDigest::sha256();
    symm::Cipher::aes_128_ecb();
    //~ 5-30 weak-crypto-algorithm: `symm::Cipher::aes_128_ecb` is ECB
    symm::Cipher::des_ede3_cbc();
    //~ 5-31 weak-crypto-algorithm: `symm::Cipher::des_ede3_cbc` is DES
    symm::Cipher::aes_256_gcm();
    use_it(&digest::SHA1_FOR_LEGACY_USE_ONLY, &ring_hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY);
    //~ 13-45 weak-crypto-algorithm: `digest::SHA1_FOR_LEGACY_USE_ONLY` is SHA-1
    //~ 48-88 weak-crypto-algorithm
    ring::signature::RSA_PKCS1_2048_8192_SHA256;
}

fn in_block() {
    use md5::Md5;
    //~ 5-18 weak-crypto-algorithm
    Md5::new();
    println!("{:x}", md5::compute(b"x"));
    //~ 22-34 weak-crypto-algorithm
}

/// Says md5::compute and sha1.
fn words(git: &Git) -> &str {
    let sha1 = &git.sha1; // sha1::Sha1
    let des = "des::Des";
    Cipher::des_cbc();
    MessageKind::md5();
    des
}

mod own {
    mod md5;
    use self::md5::Context;
    use crate::sha1::Sha1;
    fn digest() -> Context {
        md5::compute(b"x")
    }
}

#[cfg(test)]
mod tests {
    use md5::Md5;
}
