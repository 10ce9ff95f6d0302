// example: bad
fn encrypt(text: &[u8], key: &[u8]) -> Vec<u8> {
    //~ 4-11 custom-crypto: `encrypt` mixes bits in a loop
    text.iter().zip(key.iter().cycle()).map(|(a, b)| a ^ b).collect()
}
// example: good
fn encrypt_checked(cipher: &Aes256Gcm, nonce: &Nonce, text: &[u8]) -> Result<Vec<u8>, Error> {
    cipher.encrypt(nonce, text)
}
// example: end

static SBOX: [u8; 256] = [
//     ^^^^ custom-crypto: this begins the S-box of AES
    0x63, 0x7c, 0x77, 0x7b, // and so on
];
const ROUND: &[[u8; 4]] = &[[99, 124, 119, 123]];
//    ^^^^^ custom-crypto: this begins the S-box
const K: [u32; 4] = [0x428a_2f98u32, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5];
//    ^ custom-crypto: this begins the round constants of SHA-256

fn initial() -> [u32; 5] {
    let constants: &[u8] = b"expand 32-byte k";
    //                     ^^^^^^^^^^^^^^^^^^^ custom-crypto: this begins the constants of ChaCha
    [1732584193, 0xEFCDAB89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
    //~ 6-28 custom-crypto: this begins the initial state of MD5 and SHA-1
}

struct Stream(u32);
impl Stream {
    fn rc4_next(&mut self) {
        //~ 8-16 custom-crypto: `rc4_next`
        for _ in 0..4 {
            self.0 = self.0.rotate_left(3);
        }
    }
    fn block_decrypt(&mut self, mut n: u32) {
        //~ 8-21 custom-crypto: `block_decrypt`
        while n > 0 {
            n >>= 1;
        }
    }
}

// Tables and hashes that protect nothing, and functions that leave the work to others.
const CRC: [u32; 4] = [0x00000000, 0x77073096, 0xee0e612c, 0x990951ba];
const FNV: [u32; 4] = [0x811c9dc5, 0x01000193, 0, 0];
const BYTES: [u8; 3] = [0x63, 0x7c, 0x78];
const PI: [u64; 4] = [0x243f6a8885a308d3, 0x13198a2e03707344, 0, 0];

fn decode_varint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |value, byte| value << 7 | u64::from(*byte))
}
fn encrypt_all(cipher: &Aes256Gcm, texts: &[Vec<u8>]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| cipher.encrypt(text)).collect()
}
fn decrypt(cipher: &Aes256Gcm, text: &[u8]) -> u32 {
    cipher.decrypt(text) ^ 1
}
fn describe(bits: u8) -> u8 {
    // encrypt: for each bit, bits << 1
    (0..8).fold(bits, |all, _| all << 1)
}
fn deserialize(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |all, byte| all ^ byte)
}
fn cipher_name(all: &[u8]) {
    for one in all {
        println!("{} ^ <<", one);
    }
}

#[cfg(test)]
mod tests {
    const K: [u32; 4] = [0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5];
    fn xor_encrypt(text: &mut [u8]) {
        for byte in text {
            *byte ^= 7;
        }
    }
}
