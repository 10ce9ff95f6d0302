//@ dependencies: async-std
async fn load(path: &str) -> std::io::Result<String> {
    std::thread::sleep(std::time::Duration::from_secs(1));
//  ^^^^^^^^^^^^^^^^^^ blocking-in-async
    let place = std::fs::canonicalize(path)?;
    //          ^^^^^^^^^^^^^^^^^^^^^ blocking-in-async
    std::fs::read_to_string(place)
//  ^^^^^^^^^^^^^^^^^^^^^^^ blocking-in-async
}
