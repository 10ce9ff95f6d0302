//@ rust-version: 1.81.0
// A comment is no reason where a reason can be written.
#[allow(dead_code)]
//~ 1-20 suppression-without-reason: `allow(dead_code)` without a reason; say why with
fn silent() {}
