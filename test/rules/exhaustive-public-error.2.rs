//@ target: binary
pub enum LoadError {
    NotFound,
}
