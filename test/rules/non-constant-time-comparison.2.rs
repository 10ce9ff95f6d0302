//@ options: { "weakNames": ["nonce"], "secretNames": ["pin"], "harmlessNames": ["csrf_token"] }
// No cryptography is imported: tags of markup, addresses of network cards, tokens of a parser.
fn everyday(open_tag: &str, close_tag: &str, mac: Mac, token: &Kind, previous: &Kind) -> bool {
    open_tag == close_tag || mac == next.mac || token == previous || nonce == previous
}

fn named(card_pin: &str, given: &str, csrf_token: &str, other: &str) -> bool {
    csrf_token == other || card_pin == given
    //                     ^^^^^^^^^^^^^^^^^ non-constant-time-comparison: `card_pin`
}
