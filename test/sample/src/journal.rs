//! Where readings are kept.

use std::sync::Mutex;

use crate::Reading;

// Covenant: `mutable-global`. Every test and every caller shares it, in an order that nobody chose.
static JOURNAL: Mutex<Vec<Reading>> = Mutex::new(Vec::new());

// Covenant: `static-mut`. Two threads, one variable, no rule: undefined behaviour. `AtomicU64` costs nothing here.
static mut WRITTEN: u64 = 0;

/// Adds a reading and returns how many there are.
pub fn record(reading: Reading) -> usize {
    // Covenant: `undocumented-unsafe`.
    unsafe { WRITTEN += 1 };
    // A poisoned lock still holds the readings; taking them over is a decision, made here in words.
    let mut journal = JOURNAL.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    journal.push(reading);
    journal.len()
}

/// Returns how many readings were ever written.
pub fn written() -> u64 {
    // Covenant: `undocumented-unsafe`.
    unsafe { WRITTEN }
}
