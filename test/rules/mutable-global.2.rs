//@ options: {"atomics": true}
use std::sync::atomic::{AtomicBool, AtomicU64};

static READY: AtomicBool = AtomicBool::new(false);
//~ 8-13 mutable-global: `READY` is mutable state of the whole program behind `AtomicBool`
static ONCE: std::sync::OnceLock<u8> = std::sync::OnceLock::new();
