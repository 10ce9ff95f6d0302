//@ target: none
/// The program.
pub fn main() -> Result<(), std::io::Error> {
    Ok(())
}
