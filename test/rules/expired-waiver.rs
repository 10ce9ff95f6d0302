//@ with: unwrap-in-production
//@ today: 2031-03-15
// example: bad
fn first(all: &[u8]) -> u8 {
    // covenant: allow(unwrap-in-production) until 2031-03-14 -- the parser is rewritten this winter
    //                                             ^^^^^^^^^^ expired-waiver: this waiver held until 2031-03-14 and has no effect since
    *all.first().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}
// example: good
fn second(all: &[u8]) -> u8 {
    // covenant: allow(unwrap-in-production) until 2031-03-15 issue #123 -- the parser is rewritten this winter
    *all.first().unwrap()
}
// example: end
fn third(all: &[u8]) -> u8 {
    *all.get(2).unwrap() // covenant: allow(unwrap-in-production) issue #9, until 2030-12-31 -- callers pass three or more
    //          ^^^^^^^^ unwrap-in-production
    //~ 83-93 expired-waiver
}
/* covenant: allow(unwrap-in-production)
   until 2031-12-31
   issue https://example.org/a--b/7 -- callers pass four or more */
fn fourth(all: &[u8]) -> u8 {
    *all.get(3).unwrap()
}
