//@ dependencies: crypto
// The facade of RustCrypto is alive and goes by the same name as the library of rust-crypto.
use crypto::digest::Digest;
use crypto::password_hash::Salt;
use libsecp256k1::Message;
