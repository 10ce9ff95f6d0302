//@ dependencies: sha2
// The manifest names no such crate: the paths lead elsewhere.
use md5::Context;

fn digest() {
    sha1::digest();
}
