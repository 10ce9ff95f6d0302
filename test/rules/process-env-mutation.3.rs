//@ target: binary
// The runtime has started its threads before the body of this `main` runs.
#[tokio::main]
async fn main() {
    std::env::set_var("A", "1");
    //~ 5-22 process-env-mutation
}
