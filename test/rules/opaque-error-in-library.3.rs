//@ dependencies: serde
// `anyhow` is no dependency of the package, so this is something else's module.
pub fn load(path: &str) -> anyhow::Result<String> {
    Ok(std::fs::read_to_string(path)?)
}
