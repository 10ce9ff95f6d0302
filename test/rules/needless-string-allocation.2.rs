// A type of the crate has a `to_string` of its own and no `Display`.
struct Own;
impl Own {
    fn to_string(&self) -> String {
        String::new()
    }
}

fn shown(own: Own, other: &Other, number: u32) {
    println!("{}", own.to_string());
    println!("{}", unknown().to_string());
    println!("{}", number.to_string());
    //                    ^^^^^^^^^^^ needless-string-allocation
    println!("{}", other.to_string());
    //                   ^^^^^^^^^^^ needless-string-allocation
}
