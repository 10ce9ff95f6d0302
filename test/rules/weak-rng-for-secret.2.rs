//@ options: { "secretNames": ["voucher"], "harmlessNames": ["cancel_token"] }
use aes_gcm::Aes256Gcm;
use fastrand::alphanumeric;

fn drawn() {
    let seed = fastrand::u64(..);
    //         ^^^^^^^^^^^^^ weak-rng-for-secret: `fastrand::u64` can be predicted, and `seed`
    let gift_voucher = fastrand::u32(..);
    //                 ^^^^^^^^^^^^^ weak-rng-for-secret
    let password: String = (0..8).map(|_| alphanumeric()).collect();
    //                                    ^^^^^^^^^^^^ weak-rng-for-secret: `alphanumeric` can be predicted, and `password`
    let nonce = fastrand::u64(..);
    //          ^^^^^^^^^^^^^ weak-rng-for-secret: `fastrand::u64` can be predicted, and `nonce`
    let cancel_token = fastrand::u32(..);
}
