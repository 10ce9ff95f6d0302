/** What is read of a segment before it is parsed: which words stand in it, and which of its blocks matter. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { elide } from "../server/src/engine/elide.js";
import { containsAny } from "../server/src/engine/rules.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import { identifierIn, WordTable } from "../server/src/engine/wordTable.js";

function elided(text: string, ...words: string[]): { readonly text: string; readonly found: readonly string[] } | undefined {
  const [segment] = SourceFile.of(text).segments;
  assert.ok(segment);
  const result = elide(segment, new Set(words));
  return result && { text: result.text, found: [...result.found] };
}

const filler = "let quotient = numerator.checked_div(denominator);\n";

describe("words of a segment", () => {
  it("stand where an identifier is the word or ends in it", () => {
    const table = new WordTable();
    const [unwrap, err, iv, begins] = ["unwrap", "unwrap_err", "iv", "join*"].map((word) => table.add(word));
    const standing = (text: string): readonly boolean[] => {
      table.read(text);
      return [unwrap, err, iv, begins].map((id) => table.stands(id ?? -1));
    };
    assert.deepEqual(standing("x.unwrap()"), [true, false, false, false]);
    assert.deepEqual(standing("my_unwrap_err"), [false, true, false, false]);
    assert.deepEqual(standing("unwrap_or_else; give"), [false, false, false, false]);
    assert.deepEqual(standing("iv"), [false, false, true, false]);
    assert.deepEqual(standing("join_all(a); rejoin"), [false, false, false, true]);
    assert.deepEqual(standing("rejoin"), [false, false, false, false]);
    assert.deepEqual(standing("größe_iv"), [false, false, true, false]);
    assert.deepEqual(standing(""), [false, false, false, false]);
  });

  it("are found as a search for each word finds them", () => {
    const pieces = fc.array(fc.constantFrom("unwrap", "un", "wrap", "_", "err", " ", ".", "!", "é", "panic", "x", "::", "ok"), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        const words = ["unwrap", "panic", "unwrap_err", "ok", "_"];
        const table = new WordTable();
        const ids = words.map((word) => table.add(word));
        table.read(text);
        words.forEach((word, index) => assert.equal(table.stands(ids[index] ?? -1), containsAny(text, [word]), `${word} in ${text}`));
      }),
    );
  });

  it("of which a part is letters are looked for by that part", () => {
    assert.deepEqual(["select!", "Regex::new", "->", "ok", "x.accept"].map(identifierIn), ["select", "Regex", undefined, "ok", "accept"]);
  });
});

describe("blocks without a word", () => {
  it("are emptied, and everything else keeps its place", () => {
    const text = `fn f() {\n    if a {\n        ${filler}    } else {\n        b.unwrap();\n    }\n}\n`;
    const found = elided(text, "unwrap");
    assert.equal(found?.text.length, text.length);
    assert.equal(found?.text.indexOf("unwrap"), text.indexOf("unwrap"));
    assert.equal(found?.text.split("\n").length, text.split("\n").length);
    assert.ok(!found?.text.includes("quotient"));
    assert.deepEqual(found?.found, ["unwrap"]);
  });

  it("are those in whose code none stands: comments and literals do not count", () => {
    const text = `fn f() {\n    if a {\n        // unwrap\n        ${filler}        g("unwrap", r#"unwrap"#);\n    }\n    c.unwrap();\n}\n`;
    assert.ok(!elided(text, "unwrap")?.text.includes("quotient"));
    assert.deepEqual(elided(text.replace("c.unwrap()", "c"), "unwrap")?.found, []);
  });

  it("keep the comments at their end, which may be about what follows", () => {
    const text = `fn f() {\n    if a {\n        ${filler}        // SAFETY: a is checked\n    } else if unsafe { b() } {\n        ${filler}    }\n}\n`;
    const found = elided(text, "unsafe");
    assert.ok(found?.text.includes("// SAFETY: a is checked"));
    assert.ok(!found?.text.includes("quotient"));
  });

  it("are kept behind the word itself, in the input of macros and in lists of imports", () => {
    for (const text of [`fn f() {\n    unsafe {\n        ${filler}    }\n}\n`, `fn f() {\n    unsafe {}\n    select! { a = b => {\n        ${filler}    } }\n}\n`, "fn f() {\n    unsafe {}\n    use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};\n}\n"]) {
      assert.equal(elided(text, "unsafe")?.text, text);
    }
  });

  it("are emptied beside a bracket that is half-typed, and kept around it", () => {
    const half = `fn f() {\n    if a {\n        g(b;\n        let dividend = 1;\n    }\n    if c {\n        ${filler}    }\n    d.unwrap();\n}`;
    const found = elided(half, "unwrap");
    assert.ok(found?.text.includes("dividend"));
    assert.ok(!found?.text.includes("quotient"));
    const open = elided(`fn f() {\n    if a {\n        ${filler}`, "unwrap");
    assert.ok(open?.text.includes("quotient"));
  });

  it("are not looked for where a literal does not close", () => {
    assert.equal(elided(`fn f() {\n    g("a);\n    if a {\n        ${filler}    }\n}`, "unwrap"), undefined);
  });
});
