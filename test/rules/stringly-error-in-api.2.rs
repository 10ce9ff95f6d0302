//@ target: binary
pub fn run() -> Result<(), String> {
    Ok(())
}
fn main() -> Result<(), String> {
    run()
}
