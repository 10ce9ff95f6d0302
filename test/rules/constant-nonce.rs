// example: bad
fn seal(cipher: &Aes256Gcm, text: &[u8]) -> Result<Vec<u8>, Error> {
    cipher.encrypt(Nonce::from_slice(b"unique nonce"), text)
    //                               ^^^^^^^^^^^^^^^ constant-nonce: this `Nonce` is the same in every run
}
// example: good
fn seal_at_random(cipher: &Aes256Gcm, text: &[u8]) -> Result<(Nonce, Vec<u8>), Error> {
    let nonce = Aes256Gcm::generate_nonce(&mut OsRng);
    Ok((nonce, cipher.encrypt(&nonce, text)?))
}
// example: end

const NONCE: [u8; 12] = [0; 12];
//                      ^^^^^^^ constant-nonce: `NONCE` is the same in every run
static CBC_IV: &[u8] = b"0123456789abcdef";
//                     ^^^^^^^^^^^^^^^^^^^ constant-nonce: `CBC_IV`
const GIVEN: XNonce = XNonce::from_slice(&[1, 2, 3, 4, 5, 6, 7, 8]);
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^ constant-nonce: this `XNonce`

fn forms(key: &LessSafeKey, aead: Aead) {
    let nonce = aead::Nonce::assume_unique_for_key([0u8; 12]);
    //                                             ^^^^^^^^^ constant-nonce: this `Nonce`
    let iv = "0123456789abcdef".as_bytes();
    //       ^^^^^^^^^^^^^^^^^^ constant-nonce: `iv`
    let sent_nonce: [u8; NONCE_LEN] = [0x2a; NONCE_LEN];
    //                                ^^^^^^^^^^^^^^^^^ constant-nonce: `sent_nonce`
    println!("{:?}", Nonce::<U12>::from_slice(&[0; 12]));
    //                                         ^^^^^^^ constant-nonce
}

const NONCE_LEN: usize = 12;
const NONCE_ATTRIBUTE: &str = "nonce-sha256";
const IV: [u32; 8] = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const OBJECT_NAME_NONCE: &[u8] = b"OCSP Nonce\0";
const SCRIPT_NONCE: &str = "nonce-value-here";

fn quiet(input: &[u8], seed: [u8; 12]) {
    let mut nonce = [0u8; 12];
    OsRng.fill_bytes(&mut nonce);
    let nonce = Nonce::from_slice(&input[..12]);
    let nonce = Nonce::from(seed);
    let iv = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
    let native = [0u8; 12];
    let iv = [1, 2, 3];
    let nonce = [counter; 12];
    let nonce = Nonce::from(7);
    // let nonce = [0u8; 12];
}

#[cfg(test)]
mod tests {
    const NONCE: [u8; 12] = [0; 12];
}
