//@ with: unwrap-in-production,waiver-without-reason
//@ today: 2031-03-15
// example: bad
fn first(all: &[u8]) -> u8 {
    // covenant: allow(unwrap-in-production) until 2031-02-29 -- the parser is rewritten this winter
    //                                             ^^^^^^^^^^ malformed-waiver: `2031-02-29` is no date
    *all.first().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}
// example: good
fn second(all: &[u8]) -> u8 {
    // covenant: allow(unwrap-in-production) until 2032-02-29 -- the parser is rewritten this winter
    *all.first().unwrap()
}
// example: end
fn third(all: &[u8]) -> u8 {
    // covenant: allow(unwrap-in-production) until the summer -- the parser is rewritten
    //                                             ^^^ malformed-waiver: `the` is no date
    //~ 56-62 malformed-waiver: `summer` means nothing here
    *all.first().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}
fn fourth(all: &[u8]) -> u8 {
    // covenant: allow(unwrap-in-production) issue soon until 2033-01-01 until 2034-01-01 -- callers pass one or more
    //                                             ^^^^ malformed-waiver: `soon` is no issue
    //~ 74-90 malformed-waiver: `until` stands twice
    *all.first().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}
fn fifth(all: &[u8]) -> u8 {
    // covenant: allow(unwrap-in-production) until issue #1
    //                                       ^^^^^ malformed-waiver: `until` is no date
    //~ 5-60 waiver-without-reason
    *all.first().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}
// Whoever writes `covenant: allow(unwrap-in-production)` in a sentence means no waiver.
// covenant: allow(unwrap-in-production) is how a waiver begins.
fn sixth(all: &[u8]) -> u8 {
    *all.first().unwrap()
    //           ^^^^^^^^ unwrap-in-production
}
