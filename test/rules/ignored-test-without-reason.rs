// example: bad
#[test]
#[ignore]
//~ 1-10 ignored-test-without-reason: `#[ignore]` does not say why the test is skipped
fn downloads() {}
// example: good
#[test]
#[ignore = "needs the network"]
fn downloads_with_reason() {}
// example: end

#[test]
#[ignore] // takes "ten" minutes
//~ 1-10 ignored-test-without-reason
fn slow() {}

#[test]
#[ignore = ""]
//~ 1-15 ignored-test-without-reason: the reason of this `#[ignore]` is empty
fn empty() {}

#[ignore]
//~ 1-10 ignored-test-without-reason
#[tokio::test]
async fn above() {}

#[test]
#[cfg_attr(miri, ignore)]
fn not_under_miri() {}
#[test]
#[cfg_attr(all(miri, feature = "slow"), ignore)]
fn not_under_slow_miri() {}
#[test]
#[cfg_attr(not(target_os = "linux"), ignore)]
fn only_on_linux() {}
#[test]
#[cfg_attr(all(), ignore)]
//~ 1-27 ignored-test-without-reason
fn always() {}
#[test]
#[cfg_attr(feature = "quick", ignore)]
//~ 1-39 ignored-test-without-reason
fn by_feature() {}
#[test]
#[cfg_attr(not(feature = "slow"), ignore = "slow")]
fn by_feature_with_reason() {}
#[test_case(1 => ignore["not yet"] 2)]
fn cases(value: u8) {}

#[derive(Other)]
struct Record {
    #[ignore]
    field: u8,
}
#[ignore]
fn no_test() {}

#[cfg(test)]
mod tests {
    #[test]
    #[ignore]
    //~ 5-14 ignored-test-without-reason
    fn inside() {}

    #[test]
    #[allow(clippy::ignore_without_reason)]
    #[ignore]
    fn permitted() {}
}
