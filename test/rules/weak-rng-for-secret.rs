use rand::rngs::{SmallRng, StdRng};
use rand_chacha::ChaCha20Rng;
use rand_xoshiro::Xoshiro256PlusPlus as Fast;

// example: bad
fn session() -> String {
    let token: u64 = fastrand::u64(..);
    //               ^^^^^^^^^^^^^ weak-rng-for-secret: `fastrand::u64` can be predicted, and `token` must not be
    format!("{token:x}")
}
// example: good
fn session_of_the_system() -> Result<[u8; 32], getrandom::Error> {
    let mut token = [0; 32];
    getrandom::fill(&mut token)?;
    Ok(token)
}
// example: end

fn generate_api_key() -> Vec<u8> {
    (0..32).map(|_| fastrand::u8(..)).collect()
    //              ^^^^^^^^^^^^ weak-rng-for-secret: `fastrand::u8` can be predicted, and `generate_api_key` must not be
}

fn filled() {
    let mut rng = SmallRng::from_entropy();
    //            ^^^^^^^^^^^^^^^^^^^^^^ weak-rng-for-secret: `SmallRng::from_entropy` can be predicted, and `salt` must not be
    let mut salt = [0u8; 16];
    rng.fill_bytes(&mut salt[..]);
}

fn drawn(user: &mut User) -> Account {
    let mut generator = ChaCha20Rng::seed_from_u64(42);
    //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ weak-rng-for-secret: `ChaCha20Rng::seed_from_u64` can be predicted, and `session_id` must not be
    let session_id: u128 = generator.gen();
    user.otp = fastrand::u32(100_000..999_999);
    //         ^^^^^^^^^^^^^ weak-rng-for-secret: `fastrand::u32` can be predicted, and `otp`
    Account { csrf: Fast::from_os_rng().next_u64(), id: 1 }
    //              ^^^^^^^^^^^^^^^^^ weak-rng-for-secret
}

fn reset_token() -> String {
    (0..32).map(|_| fastrand::alphanumeric()).collect()
    //              ^^^^^^^^^^^^^^^^^^^^^^ weak-rng-for-secret: `fastrand::alphanumeric` can be predicted, and `reset_token`
}

// Keys of maps, nonces of pings and pieces of text are no secrets.
fn everyday(map: &mut Map, words: u16) {
    let key = fastrand::u64(..);
    map.cache_key = fastrand::u64(..);
    let nonce = fastrand::u64(..);
    ping(key, nonce);
    let token = fastrand::u16(0..words - 1);
    let token = fastrand::u64(..);
    let path = format!("ready_{token}");
}
fn random_key() -> u64 {
    fastrand::u64(..)
}
fn secret_number(secret: &mut u8) {
    *secret = 1;
    let number = fastrand::u8(..);
}

fn quiet(list: &[u8]) {
    let index = fastrand::usize(..list.len());
    let key = fastrand::usize(..list.len());
    let delay = fastrand::u64(50..100);
    let mut simulation = StdRng::seed_from_u64(7);
    let position: f64 = simulation.gen();
    list.shuffle(&mut SmallRng::from_entropy());
    let seed = fastrand::u64(..);
    let token: u64 = rand::thread_rng().gen();
    let secret: [u8; 32] = rand::rng().random();
    let mut salt = [0; 16];
    OsRng.fill_bytes(&mut salt);
    let mut nonce = ChaCha20Rng::from_entropy();
    let token_count = fastrand::u8(..);
    // let token = fastrand::u64(..);
}

mod own {
    struct Pcg32;
    fn draw() {
        let token = Pcg32::new();
        let token = fastrand_like::u64();
    }
}

#[cfg(test)]
mod tests {
    fn quiet() {
        let token = fastrand::u64(..);
    }
}
