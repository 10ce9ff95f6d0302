//@ target: binary
//@ rust-version: 1.64
fn old(text: &str) {
    let first = text.bytes().next().unwrap();
    //                              ^^^^^^^^ unwrap-in-production
    println!("{first}");
}
