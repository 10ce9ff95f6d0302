import assert from "node:assert/strict";
import fc from "fast-check";
import { meaningfulText } from "../server/src/project/meaningfulText.js";
import { realFiles, whyNoRealFiles } from "./realFiles.js";

const same = (left: string, right: string): void => assert.equal(meaningfulText(left), meaningfulText(right));
const differ = (left: string, right: string): void => assert.notEqual(meaningfulText(left), meaningfulText(right));

describe("what of a Rust text can change a check", () => {
  it("leaves out whitespace and plain comments", () => {
    same("fn f(a: u8) -> u8 { a + 1 }\n", "fn f(a: u8) -> u8\n{\n    // one more\n    a + 1 /* of /* it */ */\n}\n\n");
    same("fn f(){}", "\ufefffn f() {}\r\n");
    same("let x = a+b;", "let x = a + b;");
    same("// a\nfn f() {}", "// b, longer\n\nfn f() {}");
    same("//// a ruler\nfn f() {}", "fn f() {}");
  });

  it("keeps doc comments, SAFETY comments, literals and attributes", () => {
    differ("/// A.\nfn f() {}", "/// B.\nfn f() {}");
    differ("//! A.\n", "//! B.\n");
    differ("/** A. */ fn f() {}", "fn f() {}");
    differ("// SAFETY: it is ours\nunsafe { g() }", "unsafe { g() }");
    differ("/* Safety: a */ unsafe { g() }", "/* Safety: b */ unsafe { g() }");
    differ('let x = "a b";', 'let x = "a  b";');
    differ('let x = "// a";', 'let x = "// b";');
    differ('let x = r#"a "/* b */"#;', 'let x = r#"a "/* c */"#;');
    differ("#[inline] fn f() {}", "fn f() {}");
  });

  it("keeps gaps that keep tokens apart", () => {
    differ("a & & b", "a && b");
    differ("x > > y", "x >> y");
    differ("let mut x", "letmut x");
    differ("1 .max(2)", "1.max(2)");
    differ('m!(b "x")', 'm!(b"x")');
    differ("m!(r #a)", "m!(r#a)");
    differ("'a b", "'ab");
    differ("/// A.\nfn f() {}", "/// A.fn f() {}");
    // A comment is a gap as well.
    differ("let/**/mut x", "letmut x");
  });

  it("calls an unterminated comment or literal what it is", () => {
    differ("fn f() {} /* a", "fn f() {} ");
    differ('fn f() {} "a', 'fn f() {} "b');
  });

  it("is idempotent and total", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "r", "b", "1", ".", "#", '"', "'", "/", "*", "//", "///", "\n", " ", "{", "}", "&", "!", "\\", "SAFETY:", "é", "🦀")), (pieces) => {
        const once = meaningfulText(pieces.join(""));
        assert.equal(meaningfulText(once), once);
      }),
      { numRuns: 3000 },
    );
  });

  it("does not change with comments and blank lines put into real files", function () {
    this.timeout(60_000);
    const missing = whyNoRealFiles();
    if (missing !== undefined) {
      console.log(`      skipped: ${missing}`);
      this.skip();
    }
    let files = 0;
    for (const { text } of realFiles("itertools", "nom")) {
      // After a line that ends a statement and before one that starts an item: between two tokens, never in a string.
      const changed = text.replace(/^\}\n(?=\n*(?:pub |fn |impl |struct ))/gm, "}\n\n// A remark.\n/* Another. */\n");
      if (changed === text) continue;
      files += 1;
      same(changed, text);
      differ(changed.replace("// A remark.", "fn remark() {}"), text);
    }
    assert.ok(files > 3, `${files} files`);
  });
});
