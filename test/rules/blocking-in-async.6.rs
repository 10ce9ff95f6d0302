//@ compile: yes
//@ dependencies: tokio[full]
// Every fix of this file is compiled against a stand-in with tokio's signatures.
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const PLACE: &str = "place";

async fn files(path: &Path, text: String) -> io::Result<()> {
    let all = std::fs::read_to_string(path)?;
    //        ^^^^^^^^^^^^^^^^^^^^^^^ blocking-in-async
    std::fs::write(path, text)?;
//  ^^^^^^^^^^^^^^ blocking-in-async
    if std::fs::exists("a")? {
        //~ 8-23 blocking-in-async
        std::fs::rename("a", PLACE)?;
    //  ^^^^^^^^^^^^^^^ blocking-in-async
    }
    let place: PathBuf = std::fs::canonicalize(&all)?;
    //                   ^^^^^^^^^^^^^^^^^^^^^ blocking-in-async
    std::fs::copy(&place, path).map(drop)
//  ^^^^^^^^^^^^^ blocking-in-async
}

async fn naps(times: u64) {
    std::thread::sleep(Duration::from_millis(times));
//  ^^^^^^^^^^^^^^^^^^ blocking-in-async
}

async fn opened(path: PathBuf) -> io::Result<std::fs::File> {
    for entry in std::fs::read_dir("folder")? {
        //       ^^^^^^^^^^^^^^^^^ blocking-in-async
        drop(entry?);
    }
    std::fs::File::open(path)
//  ^^^^^^^^^^^^^^^^^^^ blocking-in-async
}

async fn borrowed(path: &Path) -> io::Result<std::fs::File> {
    std::fs::File::open(path)
//  ^^^^^^^^^^^^^^^^^^^ blocking-in-async
}

async fn processes() -> Result<usize, Box<dyn std::error::Error>> {
    let out = Command::new("ls").args(&["-l", "-a"]).output()?;
    //                                               ^^^^^^^^ blocking-in-async
    Ok(out.stdout.len())
}

async fn connects() -> bool {
    std::net::TcpStream::connect("127.0.0.1:80").is_ok()
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blocking-in-async
}

async fn rounds(paths: Vec<PathBuf>) -> usize {
    let mut all = 0;
    for path in paths {
        let own: PathBuf = path;
        all += std::fs::read_dir(own).map_or(0, |entries| entries.count());
        //     ^^^^^^^^^^^^^^^^^ blocking-in-async
    }
    all
}

async fn parks() {
    std::thread::park();
//  ^^^^^^^^^^^^^^^^^ blocking-in-async
}

async fn channel(sender: tokio::sync::mpsc::Sender<u8>, lock: &tokio::sync::Mutex<u8>) -> u8 {
    sender.blocking_send(1).ok();
//         ^^^^^^^^^^^^^^^^ blocking-in-async
    *lock.blocking_lock()
//        ^^^^^^^^^^^^^^^ blocking-in-async
}
