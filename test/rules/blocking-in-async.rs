//@ dependencies: tokio[fs, time, rt], anyhow
use std::io::{self, BufRead, Read};
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

// example: bad
async fn load(path: &str) -> std::io::Result<String> {
    std::thread::sleep(Duration::from_millis(10));
//  ^^^^^^^^^^^^^^^^^^ blocking-in-async: `std::thread::sleep` blocks the thread that runs async tasks; use the runtime's timer
    std::fs::read_to_string(path)
//  ^^^^^^^^^^^^^^^^^^^^^^^ blocking-in-async: `std::fs::read_to_string` blocks the thread that runs async tasks; use `tokio::fs`
}
// example: good
async fn load_politely(path: &str) -> std::io::Result<String> {
    tokio::time::sleep(Duration::from_millis(10)).await;
    tokio::fs::read_to_string(path).await
}
// example: end

async fn question_marks(path: &std::path::Path) -> io::Result<()> {
    use std::fs::{self, File};
    let meta = fs::metadata(path)?;
    //         ^^^^^^^^^^^^ blocking-in-async
    let file = File::open("config.toml")?;
    //         ^^^^^^^^^^ blocking-in-async
    let mine = File::open(path)?;
    //         ^^^^^^^^^^ blocking-in-async
    for entry in fs::read_dir(path)? {
        //       ^^^^^^^^^^^^ blocking-in-async
        keep(entry, &meta, &file, &mine);
    }
    core::mem::drop(File::options().read(true).open(path)?);
    //                                         ^^^^^^^^^^ blocking-in-async
    fs::OpenOptions::new().write(true).open(path).map(drop)
    //                                 ^^^^^^^^^^ blocking-in-async
}

async fn globs() {
    use std::fs::*;
    remove_file("x").ok();
//  ^^^^^^^^^^^ blocking-in-async: `remove_file` blocks
    read_all("x");
}

async fn renamed() {
    use std::thread::sleep as nap;
    nap(Duration::from_secs(1));
//  ^^^ blocking-in-async
}

async fn processes() -> anyhow::Result<()> {
    let out = Command::new("ls").arg("-l").output()?;
    //                                     ^^^^^^^^ blocking-in-async: `output` blocks the thread
    let mut child = Command::new("sleep").spawn()?;
    child.wait()?;
//        ^^^^^^ blocking-in-async
    tokio::process::Command::new("ls").status().await?;
    let mut other = tokio::process::Command::new("ls").spawn()?;
    other.wait().await?;
    use_it(out);
    Ok(())
}

async fn threads_and_channels() {
    let (tx, rx) = mpsc::channel();
    let handle = thread::spawn(move || tx.send(std::fs::read("x")));
    let first = rx.recv();
    //             ^^^^^^ blocking-in-async
    for message in rx.iter() {
        //            ^^^^^^ blocking-in-async
        take(message);
    }
    handle.join().ok();
//         ^^^^^^ blocking-in-async
    let (tokio_tx, mut tokio_rx) = tokio::sync::mpsc::channel(1);
    tokio_rx.recv().await;
    let joined = ["a", "b"].join(",");
    thread::park();
//  ^^^^^^^^^^^^ blocking-in-async
    take((first, tokio_tx, joined));
}

async fn input() {
    let stdin = io::stdin();
    let mut line = String::new();
    stdin.read_line(&mut line).ok();
//        ^^^^^^^^^^^^^^^^^^^^ blocking-in-async
    for line in stdin.lock().lines() {
        //                   ^^^^^^^ blocking-in-async
        take(line);
    }
    "a\nb".lines().count();
}

async fn runtimes(runtime: tokio::runtime::Handle, sender: Sender<u8>) {
    runtime.block_on(async {});
//          ^^^^^^^^^^^^^^^^^^ blocking-in-async: `block_on` blocks, and panics inside a tokio runtime
    futures::executor::block_on(async {});
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-in-async
    sender.blocking_send(1).ok();
//         ^^^^^^^^^^^^^^^^ blocking-in-async: `blocking_send` blocks, and panics inside a tokio runtime; use `send(…).await`
}

async fn clients() {
    let page = reqwest::blocking::get("https://example.org");
    //         ^^^^^^^^^^^^^^^^^^^^^^ blocking-in-async
    let other = reqwest::get("https://example.org").await;
    std::net::TcpStream::connect("127.0.0.1:80").ok();
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-in-async
    tokio::net::TcpStream::connect("127.0.0.1:80").await.ok();
    take((page, other));
}

async fn off_loaded(path: std::path::PathBuf) {
    tokio::task::spawn_blocking(move || std::fs::read("x")).await.ok();
    tokio::task::block_in_place(|| std::fs::read("x")).ok();
    let (a, b) = tokio::join!(tokio::task::spawn_blocking(|| std::fs::read("x")), async { std::fs::read("y") });
    //                                                                                    ^^^^^^^^^^^^^ blocking-in-async
    let work = || std::fs::read("x");
    fn helper() {
        std::thread::sleep(Duration::from_secs(1));
    }
    take((a, b, work, helper, path));
}

async fn in_place(paths: Vec<std::path::PathBuf>) -> usize {
    paths.iter().filter(|path| std::fs::metadata(path).is_ok()).count()
    //                         ^^^^^^^^^^^^^^^^^ blocking-in-async
}

fn sync(path: &str) -> impl Future<Output = ()> {
    std::fs::read(path).ok();
    let closure = async |path: &str| std::fs::read(path).ok();
    //                               ^^^^^^^^^^^^^ blocking-in-async
    async move {
        std::fs::write("x", "async").ok();
    //  ^^^^^^^^^^^^^^ blocking-in-async
        println!("{:?}", std::fs::read("x"));
        //               ^^^^^^^^^^^^^ blocking-in-async
        closure("x").await;
    }
}

mod uses_tokio {
    use tokio::fs;
    async fn reads() {
        fs::read("x").await.ok();
    }
}

mod has_its_own {
    mod fs {
        pub async fn read(_path: &str) {}
    }
    fn sleep(_seconds: u64) {}
    async fn reads() {
        fs::read("x").await;
        sleep(3);
    }
}

#[tokio::test]
async fn may_sleep() {
    std::thread::sleep(Duration::from_secs(1));
}
