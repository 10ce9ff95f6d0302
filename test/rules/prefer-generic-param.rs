//@ compile: yes
use std::path::{self, Path, PathBuf};

// example: bad
pub fn load(file: &Path) -> std::io::Result<String> {
    //      ^^^^^^^^^^^ prefer-generic-param: `file: &Path` takes one form of path; `impl AsRef<Path>` takes them all
    std::fs::read_to_string(file)
}
// example: good
pub fn store(file: impl AsRef<Path>, text: &str) -> std::io::Result<()> {
    std::fs::write(file, text)
}
// example: end

pub fn open(config_path: &str, mode: &str) -> std::io::Result<std::fs::File> {
    //      ^^^^^^^^^^^^^^^^^ prefer-generic-param: `config_path: &str` takes one form of path; `impl AsRef<Path>` takes them all
    let _ = mode;
    std::fs::File::open(config_path)
}
pub fn route(path: &str) -> usize {
    path.len()
}
pub fn qualified(dir: &path::Path) -> bool { dir.is_dir() }
//               ^^^^^^^^^^^^^^^^ prefer-generic-param
pub fn borrowed_owner(dir: &PathBuf) -> bool {
    //                ^^^^^^^^^^^^^ prefer-generic-param: `dir: &PathBuf` takes one form of path
    dir.is_dir()
}

pub struct Store {
    root: PathBuf,
    name: String,
}
impl Store {
    pub fn new(root: PathBuf, name: String) -> Self {
        //     ^^^^^^^^^^^^^ prefer-generic-param: `root: PathBuf` takes one form of path; `impl Into<PathBuf>` takes them all
        //~ 31-43 prefer-generic-param: `name: String` makes callers with a literal convert it; take `impl Into<String>`
        Store { root, name }
    }
    pub fn named(mut self, name: String) -> Store {
        //                 ^^^^^^^^^^^^ prefer-generic-param
        self.name = name;
        self
    }
    pub fn renamed(&mut self, mut name: String) -> &mut Self {
        //                    ^^^^^^^^^^^^^^^^ prefer-generic-param
        name.push('!');
        self.name = name;
        self
    }
    pub fn checked(name: String) -> Result<Self, std::fmt::Error> {
        //         ^^^^^^^^^^^^ prefer-generic-param
        Ok(Store { root: PathBuf::new(), name })
    }
    pub fn from_string(name: String) -> Self {
        Store { root: PathBuf::new(), name }
    }
    pub fn set_name(&mut self, name: String) {
        self.name = name;
    }
    pub fn below(&self, part: &Path) -> &Path {
        //              ^^^^^^^^^^^ prefer-generic-param
        let _ = self.root.join(part);
        &self.root
    }
    pub const fn fixed(_dir: &Path) -> u8 {
        1
    }
    pub const fn constant(dir: &Path) -> usize {
        std::mem::size_of_val(dir)
    }
    fn private(&self, dir: &Path) -> bool {
        dir.exists()
    }
}

pub fn parent<'a>(file: &'a Path) -> Option<&'a Path> {
    file.parent()
}
pub fn stem(file: &Path) -> Option<&std::ffi::OsStr> {
    file.file_stem()
}
pub extern "C" fn callback(dir: &Path) -> bool {
    dir.exists()
}
pub trait Load {
    fn load(&self, file: &Path) -> bool;
}
impl Load for Store {
    fn load(&self, file: &Path) -> bool {
        file.exists()
    }
}
pub(crate) fn restricted(dir: &Path) -> bool {
    dir.exists()
}

pub mod http {
    pub struct Path(pub u8);
    pub fn route(path: &Path) -> u8 {
        path.0
    }
}

#[cfg(test)]
pub fn in_a_test(dir: &Path) -> bool {
    dir.exists()
}
