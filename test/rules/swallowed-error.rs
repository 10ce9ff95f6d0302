//@ compile: yes
use std::fs;
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};

fn flush(out: &mut impl Write) -> std::io::Result<()> {
    out.flush()
}
fn step() -> Result<u8, ()> {
    Ok(1)
}
fn count(_value: u8) {}

// example: bad
fn clean(path: &str) {
    if let Err(_) = fs::remove_file(path) {}
    //     ^^^^^^ swallowed-error: the error is matched and ignored
}
// example: good
fn clean_checked(path: &str) -> std::io::Result<()> {
    fs::remove_file(path)
}
fn clean_cache(path: &str) {
    // The explanation is part of the code.
    if let Err(_) = fs::remove_file(path) {
        // A stale cache file is overwritten by the next run.
    }
}
// example: end

fn arms(out: &mut Vec<u8>) {
    match flush(out) {
        Ok(()) => count(1),
        Err(_) => {}
        //~ 9-21 swallowed-error: the error is matched and ignored
    }
    match step() {
        Ok(value) => count(value),
        Err(_error) => (),
        //~ 9-26 swallowed-error
    }
    match step() {
        Err(..) => {}
        //~ 9-22 swallowed-error
        Ok(value) => {
            count(value);
        }
    }
    if let Err(_why) = flush(out) {
        //~ 12-21 swallowed-error
    }
    if let Result::Err(_) = flush(out) {}
    //     ^^^^^^^^^^^^^^ swallowed-error
    println!("{:?}", { if let Err(_) = flush(out) {} });
    //                        ^^^^^^ swallowed-error
}

fn explained(out: &mut Vec<u8>) {
    match flush(out) {
        Ok(()) => count(1),
        Err(_) => {} // the pipe may be closed already
    }
    match flush(out) {
        Ok(()) => count(1),
        Err(_) => {
            // The pipe may be closed already.
        }
    }
    match flush(out) {
        Ok(()) => count(1),
        Err(_) => (), /* closed already */
    }
    match flush(out) {
        Ok(()) => count(1),
        // The pipe may be closed already.
        Err(_) => {}
    }
}

fn others(out: &mut Vec<u8>, text: Option<u8>) -> u8 {
    let number = match step() {
        Ok(value) => value,
        Err(_) => 0,
    };
    if let Ok(_) = flush(out) {}
    match text {
        Some(value) => count(value),
        None => {}
    }
    match flush(out) {
        Ok(()) => count(1),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => println!("{error}"),
    }
    if let Err(_) = flush(out) {
        count(1);
    }
    if let Err(_) = flush(out) {
    } else {
        count(2);
    }
    if let Err(std::io::Error { .. }) = flush(out) {}
    number
}

fn attempts(all: &[&str]) -> Option<u8> {
    for one in all {
        match one.parse() {
            Ok(value) => return Some(value),
            Err(_) => {}
        }
        match one.trim().parse() {
            Err(_) => (),
            Ok(value) => {
                count(value);
                continue;
            }
        }
    }
    None
}

fn answers(flag: &AtomicBool, sorted: &[u8]) {
    match flag.compare_exchange(false, true, Ordering::AcqRel, Ordering::Relaxed) {
        Ok(_) => count(1),
        Err(_) => {}
    }
    match sorted.binary_search(&3) {
        Ok(_) => count(1),
        Err(_) => {}
    }
    if let Err(_) = std::sync::OnceLock::new().set(1) {}
}

struct Guard(Vec<u8>);
impl Drop for Guard {
    fn drop(&mut self) {
        if let Err(_) = self.0.flush() {}
        match self.0.flush() {
            Ok(()) => count(1),
            Err(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn ignores() {
        if let Err(_) = super::step() {}
    }
}
