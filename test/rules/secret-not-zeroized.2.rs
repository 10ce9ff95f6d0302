//@ dependencies: zeroize
//@ options: { "secretNames": ["pin"], "harmlessNames": ["csrf_secret"] }
// No fix: the manifest does not switch the derive on.
struct Card {
    card_pin: String,
    //~ 5-21 secret-not-zeroized: `card_pin` stays in memory
    csrf_secret: String,
    spin: String,
}

// No cryptography is imported: the mnemonic of an instruction.
struct Instruction {
    mnemonic: String,
}
