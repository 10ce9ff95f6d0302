//@ with: unwrap-in-production
// example: bad
// covenant: allow(unwrap-in-production) -- the slice is never empty here
//                 ^^^^^^^^^^^^^^^^^^^^ unused-waiver: nothing here breaks `unwrap-in-production`
fn first(all: &[u8]) -> Option<u8> {
    all.first().copied()
}
// example: good
// covenant: allow(unwrap-in-production) -- the slice is never empty here
fn second(all: &[u8]) -> u8 {
    *all.first().unwrap()
}
// example: end
