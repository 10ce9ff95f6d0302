//! Prints the readings that it is given.

use std::process::ExitCode;

use covenant_sample::parse_reading;

fn main() -> ExitCode {
    // How the covenant wants a program to end: each error is told, none ends the program half-way.
    let mut failed = false;
    for line in std::env::args().skip(1) {
        match parse_reading(&line) {
            Ok(reading) => println!("{}: {}", reading.sensor, reading.value),
            Err(error) => {
                eprintln!("{line}: {error}");
                failed = true;
            }
        }
    }
    ExitCode::from(u8::from(failed))
}
