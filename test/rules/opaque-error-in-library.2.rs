//@ target: binary
//@ dependencies: anyhow
// A program is the place for `anyhow`.
pub fn load(path: &str) -> anyhow::Result<String> {
    Ok(std::fs::read_to_string(path)?)
}

fn main() -> anyhow::Result<()> {
    load("settings").map(drop)
}
