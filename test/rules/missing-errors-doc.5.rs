//@ dependencies: anyhow
//! Errors of anyhow.
use anyhow::{anyhow, bail, ensure};

/// Reads.
pub fn read(path: &str) -> anyhow::Result<u8> {
//     ^^^^ missing-errors-doc
    ensure!(!path.is_empty(), "the path is empty");
    ensure!(path.len() < 80);
    if path == "." {
        bail!("{path} is no file");
    }
    if path == ".." {
        return Err(anyhow!("nor is this"));
    }
    std::fs::read(path).with_context(|| "reading")?;
    Ok(1)
}
