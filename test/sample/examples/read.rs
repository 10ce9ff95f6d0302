//! Reads one line. In an example an `unwrap` is fine: it shows the way that succeeds.

use covenant_sample::parse_reading;

fn main() {
    let reading = parse_reading("pressure=1013.2").unwrap();
    println!("{} is {}", reading.sensor, reading.value);
}
