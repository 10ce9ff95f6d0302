// example: bad
// covenant: allow(unwrap-in-prodution) -- the length is checked by the caller
//                 ^^^^^^^^^^^^^^^^^^^ unknown-waiver-rule: `unwrap-in-prodution` is no rule; did you mean `unwrap-in-production`?
fn first(all: &[u8]) -> u8 {
    all[0]
}
// example: good
// covenant: allow(unwrap-in-production) -- the length is checked by the caller
fn second(all: &[u8]) -> u8 {
    *all.first().unwrap()
}
// example: end
