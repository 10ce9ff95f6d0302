//@ dependencies: smol
async fn load(path: &str) -> std::io::Result<String> {
    std::thread::sleep(std::time::Duration::from_secs(1));
//  ^^^^^^^^^^^^^^^^^^ blocking-in-async
    let entries = std::fs::read_dir("folder")?;
    //            ^^^^^^^^^^^^^^^^^ blocking-in-async
    drop(entries);
    std::fs::read_to_string(path)
//  ^^^^^^^^^^^^^^^^^^^^^^^ blocking-in-async
}

// smol's timer gives the time it rang at.
async fn last() {
    std::thread::sleep(std::time::Duration::from_secs(1))
//  ^^^^^^^^^^^^^^^^^^ blocking-in-async
}
