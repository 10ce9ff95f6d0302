// Attributes of frameworks read the signature.
#[tauri::command]
fn command(text: String) -> usize {
    text.len()
}
#[inline]
fn plain(text: String) -> usize {
    //   ^^^^^^^^^^^^ owned-param-could-borrow
    text.len()
}
fn main(args: Vec<String>) {
    println!("{}", args.len());
}
mod other_file;
