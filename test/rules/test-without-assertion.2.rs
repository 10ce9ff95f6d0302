//@ target: test
mod common;
use common::drive;
mod node;
use my_crate::Client;
use node::req;
use my_crate::plain::answer;

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

#[test]
fn by_a_module_of_the_test() {
    req("1");
}

#[test]
fn by_a_module_of_the_crate() {
    //~ 4-28 test-without-assertion
    answer();
}
