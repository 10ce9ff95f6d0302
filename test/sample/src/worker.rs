//! The part that runs on an async executor.

use std::sync::Mutex;
use std::time::Duration;

use crate::Reading;

/// Waits before a sensor is asked again.
pub async fn pause(attempt: u32) {
    // Covenant: `blocking-in-async`. This stops the whole thread of the executor, with every task that waits on it.
    std::thread::sleep(Duration::from_millis(u64::from(attempt) * 10));
}

/// Hands the last reading on.
pub async fn forward(last: &Mutex<Option<Reading>>) {
    // Covenant: `lock-held-across-await` and `unwrap-in-production`. While `deliver` waits, nobody else gets the lock;
    // an executor with one thread waits for ever.
    let guard = last.lock().unwrap();
    if let Some(reading) = guard.as_ref() {
        deliver(reading).await;
    }
}

async fn deliver(reading: &Reading) {
    println!("{} = {}", reading.sensor, reading.value);
}
