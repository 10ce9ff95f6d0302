// The impl may stand in the other file.
mod impls;

pub struct LoadError;
