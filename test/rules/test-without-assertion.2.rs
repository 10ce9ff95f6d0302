//@ target: test
mod common;
use common::drive;
use my_crate::Client;

fn exchange(client: &Client) {
    assert!(client.send());
}

fn prepare() -> Client {
    Client::new()
}

#[test]
fn by_own_helper() {
    exchange(&prepare());
}

#[test]
fn by_other_file() {
    drive(&prepare());
}

#[test]
fn silent() {
    //~ 4-10 test-without-assertion
    prepare().send();
}

#[test]
fn nothing() {}
// ^^^^^^^ test-without-assertion
