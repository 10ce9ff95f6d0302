// Attributes of frameworks read the signature.
#[pyfunction]
pub fn bound(dir: &std::path::Path) -> bool {
    dir.exists()
}
