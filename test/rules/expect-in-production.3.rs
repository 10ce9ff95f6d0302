//@ compile: yes
//@ dependencies: eyre
//! A licence and docs stand first.

/// Reads a number.
fn literal(text: &str) -> eyre::Result<char> {
    text.parse::<u8>().expect("a number");
    //                 ^^^^^^^^^^^^^^^^^^ expect-in-production
    text.chars().last().expect("a {brace}");
    //                  ^^^^^^^^^^^^^^^^^^^ expect-in-production
    Ok(text.chars().next().expect("not empty"))
    //                     ^^^^^^^^^^^^^^^^^^^ expect-in-production
}

fn built(text: &str, msg: &str) -> Result<char, eyre::Report> {
    text.parse::<u8>().expect(&format!("{text} is no number"));
    //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    Ok(text.chars().next().expect(msg))
    //                     ^^^^^^^^^^^ expect-in-production
}
