//@ dependencies: tokio[net]
// Without the feature and without tokio's timer there is no edit that compiles.
async fn load(path: &str) -> std::io::Result<String> {
    std::thread::sleep(std::time::Duration::from_secs(1));
//  ^^^^^^^^^^^^^^^^^^ blocking-in-async
    std::fs::read_to_string(path)
//  ^^^^^^^^^^^^^^^^^^^^^^^ blocking-in-async
}
