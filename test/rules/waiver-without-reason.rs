//@ with: unwrap-in-production
// example: bad
fn first(all: &[u8]) -> u8 {
    // covenant: allow(unwrap-in-production)
    //~ 5-45 waiver-without-reason
    *all.first().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}
// example: good
fn second(all: &[u8; 2]) -> u8 {
    // covenant: allow(unwrap-in-production) -- an array of two has a second element
    *all.get(1).unwrap()
}
// example: end
fn third(all: &[u8]) -> u8 {
    *all.get(2).unwrap() // covenant: allow(unwrap-in-production) -- todo later
    //          ^^^^^^^^ unwrap-in-production
    //~ 26-80 waiver-without-reason
}
fn fourth(all: &[u8]) -> u8 {
    *all.get(2).unwrap() // covenant: allow(unwrap-in-production) -- callers pass three or more
}
