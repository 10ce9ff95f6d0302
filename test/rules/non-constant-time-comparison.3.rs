//@ options: { "weakNames": ["nonce"] }
use hmac::Mac;

fn text(stanza: &Stanza, tag: &str, signing_key: &Key, verifying_key: &Key) -> bool {
    stanza.tag.as_str() == tag || key == verifying_key
}

fn weak(nonce: &[u8], given: &[u8], key_id: u8, other: u8) -> bool {
    bool::from(tag.ct_eq(given)) && key_id == other && nonce == given && mac.finalize().into_bytes() == given
    //                                                 ^^^^^^^^^^^^^^ non-constant-time-comparison: `nonce`
    //                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ non-constant-time-comparison: `mac`
}
