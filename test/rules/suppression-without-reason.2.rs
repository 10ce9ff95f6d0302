//@ rust-version: 1.70
#[allow(dead_code)] // called by the bindings
fn behind() {}

// called by the bindings
#[allow(dead_code)]
fn above() {}

#[allow(dead_code)]
//~ 1-20 suppression-without-reason: `allow(dead_code)` without a reason; say why in a comment
fn silent() {}

/// Documentation is no reason.
#[allow(dead_code)]
//~ 1-20 suppression-without-reason
fn documented() {}
