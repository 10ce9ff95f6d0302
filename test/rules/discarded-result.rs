//@ compile: yes
use std::fs::{self, File};
use std::io::{self, Write};
use std::sync::OnceLock;

// example: bad
fn save(path: &str, text: &str) {
    let _ = fs::write(path, text);
    //~ 5-35 discarded-result: the result of `write` is thrown away
}
// example: good
fn save_checked(path: &str, text: &str) -> io::Result<()> {
    fs::write(path, text)
}
// example: end

fn step(number: u8) -> Result<u8, String> {
    Ok(number)
}
fn plain(number: u8) -> u8 {
    number
}
async fn fetch() -> io::Result<u8> {
    Ok(1)
}
type Fallible = io::Result<()>;

struct Store {
    file: File,
    out: Vec<u8>,
}
impl Store {
    fn sync(&mut self) -> Fallible {
        self.file.flush()?;
        let _ = self.file.sync_all();
        //~ 9-38 discarded-result: the result of `sync_all` is thrown away
        _ = self.file.write_all(b"x");
        //~ 9-39 discarded-result
        self.file.flush().ok();
        //~ 9-32 discarded-result: `.ok()` throws the error away
        Ok(())
    }
    fn insert(&mut self, number: u8) -> Result<(), String> {
        let _ = self.insert(number);
        //~ 9-37 discarded-result: the result of `insert` is thrown away
        let _ = Self::insert(self, number);
        //~ 9-44 discarded-result
        let _ = self.out.write_all(b"x");
        Ok(())
    }
    fn store_all(&mut self) -> Result<u8, String> {
        Ok(1)
    }
}

fn forms(store: &mut Store, other: &mut Store) -> Result<(), String> {
    let _ = step(1);
    //~ 5-21 discarded-result: the result of `step` is thrown away
    _ = step(2);
    //~ 5-17 discarded-result
    step(3).ok();
    //~ 5-18 discarded-result
    let _ = step(4).map_err(|error| error + "!");
    //~ 5-50 discarded-result: the result of `step` is thrown away
    let _ = step(5).ok();
    //~ 5-26 discarded-result
    let _: Result<u8, std::num::ParseIntError> = "7".parse();
    //~ 5-62 discarded-result: the result of `parse` is thrown away
    let _ = store.store_all();
    //~ 5-31 discarded-result
    let _ = (step(6));
    //~ 5-23 discarded-result
    let _ = std::thread::spawn(|| 1).join();
    //~ 5-45 discarded-result: the result of `join` is thrown away
    let _ = File::create("x");
    //~ 5-31 discarded-result
    let check = || {
        let _ = step(7);
        //~ 9-25 discarded-result
    };
    check();
    println!("{}", { let _ = step(8); 1 });
    //~ 22-38 discarded-result
    let _ = step(9) // the comment stays
        //~ 5-6 discarded-result
        .map(|n| n + 1);
    Ok(())
}

async fn awaits() -> io::Result<()> {
    let _ = fetch().await;
    //~ 5-27 discarded-result: the result of `fetch` is thrown away
    let _ = fetch();
    Ok(())
}

fn nothing_lost(store: &mut Store, map: &std::collections::HashMap<u8, u8>, path: &std::path::Path) -> Option<u8> {
    let (sender, receiver) = std::sync::mpsc::channel();
    let _ = sender.clone();
    let _ = path.join("x");
    let _ = map.get(&1);
    let _ = plain(1);
    let _ = store.out.len();
    let _guard = step(1);
    let _ = sender.send(1u8);
    sender.send(2).ok();
    let mut text = String::new();
    use std::fmt::Write as _;
    let _ = write!(text, "{}", 1);
    writeln!(text).ok();
    static ONCE: OnceLock<u8> = OnceLock::new();
    ONCE.set(1).ok();
    let _ = ONCE.set(2);
    let mut bytes: Vec<u8> = Vec::new();
    let _ = bytes.write_all(b"x");
    let _ = receiver;
    let _: Option<u8> = None;
    let found = step(1).ok();
    step(2).ok()
}

struct Guard(File);
impl Drop for Guard {
    fn drop(&mut self) {
        let _ = self.0.sync_all();
        self.0.flush().ok();
        _ = self.0.flush();
    }
}

mod own {
    mod fs {
        pub fn write(_path: &str) {}
    }
    struct Reply;
    impl Reply {
        fn ok(&self) -> u8 {
            1
        }
        fn flush(&self) {}
    }
    fn f(reply: Reply) {
        let _ = fs::write("x");
        let _ = reply.flush();
        reply.ok();
    }
}

#[allow(clippy::let_underscore_must_use)]
fn allowed() {
    let _ = step(1);
}

#[cfg(test)]
mod tests {
    #[test]
    fn ignores() {
        let _ = super::step(1);
        super::step(2).ok();
    }
}
