// example: bad
fn port(raw: &str) -> u16 {
    raw.parse().expect("the port is a number")
    //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production: `expect()` panics on the error
}
// example: good
fn port_checked(raw: &str) -> Result<u16, String> {
    raw.parse().map_err(|_| format!("`{raw}` is no port"))
}
// example: end

const MISSING_MESSAGE: &str = "missing";
const WHY: &str = "why";

fn messages(value: Option<u8>, msg: &str, reason: String, error_message: &str) {
    value.expect(r#"raw "text""#);
    //    ^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    value.expect(&format!("built {msg}"));
    //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    value.expect(concat!("a", "b"));
    //    ^^^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    value.expect(stringify!(value));
    //    ^^^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    value.expect(msg);
    //    ^^^^^^^^^^^ expect-in-production
    value.expect(&reason);
    //    ^^^^^^^^^^^^^^^ expect-in-production
    value.expect(reason.as_str());
    //    ^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    value.expect(error_message);
    //    ^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    value.expect(MISSING_MESSAGE);
    //    ^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    value.expect(crate::texts::NO_REASON);
    //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expect-in-production
    Err::<u8, u8>(1).expect_err("an error");
    //               ^^^^^^^^^^^^^^^^^^^^^^ expect-in-production: `expect_err()`
    Option::expect(value, "there is one");
    //~ 5-19 expect-in-production: `Option::expect` as a function
    println!("{}", value.expect("printed"));
    //                   ^^^^^^^^^^^^^^^^^ expect-in-production
}

// Parsers have an `expect` of their own.
struct Parser {
    inner: Lexer,
}
struct Lexer;
impl Lexer {
    fn expect(&mut self, what: &str) {}
}
impl Parser {
    fn parse(&mut self, p: &mut Other, kind: Kind, what: &str) -> Result<(), Error> {
        self.expect("comma");
        self.expect(Token::Comma)?;
        self.inner.expect("comma");
        p.expect(kind);
        p.expect(T![;]);
        p.expect(b'x')?;
        p.expect(b"bytes");
        p.expect(IDENT);
        p.expect("fn")?;
        p.expect("one", "two");
        p.expect("not a parser's");
        //~ 11-35 expect-in-production
        Ok(())
    }
}

fn local(mut lexer: Lexer) {
    lexer.expect("comma");
}

const LIMIT: u8 = Some(1).expect("one");

#[expect(clippy::expect_used, reason = "the table is built from the same list")]
fn allowed(value: Option<u8>) {
    value.expect("in the table");
}

fn waived(value: Option<u8>) {
    // covenant: allow(expect-in-production) -- the table is built from the same list
    value.expect("in the table");
}

#[cfg(test)]
fn helper(value: Option<u8>) {
    value.expect("test");
}

#[tokio::test]
async fn quiet() {
    Some(1).expect("test");
}
