/** Waivers that are offered: each of them silences its finding, at each level, and stands where the compiler takes it. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FileAnalyzer } from "../server/src/engine/analyze.js";
import { textAfter } from "../server/src/engine/fixes.js";
import type { Fix } from "../server/src/engine/finding.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { waiverEdit, waiverVerb, type WaivedBy, type WaiverLevel } from "../server/src/engine/waive.js";
import { parseFixture } from "./annotations.js";
import { configOf, findingsIn, fixesIn, loadSyntax, roleOf, rulesNamed } from "./ruleHarness.js";

const fixtures = join(import.meta.dirname, "..", "..", "test", "rules");
const today = "2031-01-01";

/** A waiver with a reason that counts. */
function reasoned(fix: Fix): Fix {
  return { ...fix, snippet: false, edits: fix.edits.map((edit) => ({ ...edit, newText: edit.newText.replace("${1:reason}", "checked by every caller") })) };
}

describe("waivers that are offered", () => {
  let syntax: Syntax;
  before(async () => {
    syntax = await loadSyntax();
  });
  after(() => {
    assert.equal(syntax.liveTrees, 0);
    syntax.dispose();
  });

  const titles = (text: string, rule: string, role = roleOf(new Map())): readonly string[] =>
    fixesIn(syntax, text, rulesNamed(rule), role).flatMap(({ fixes }) => fixes.filter(({ waives }) => waives !== undefined).map((fix) => textAfter(text, reasoned(fix)) ?? "overlapping"));

  it("stand at the statement, at the item and before the first item", () => {
    const text = "//! Docs.\n\nimpl S {\n    #[inline]\n    fn f(x: Option<u8>) -> u8 {\n        let y = x\n            .unwrap();\n        y\n    }\n}\n";
    assert.deepEqual(titles(text, "unwrap-in-production"), [
      text.replace("        let y", "        // covenant: allow(unwrap-in-production) -- checked by every caller\n        let y"),
      text.replace("    fn f", '    #[expect(clippy::unwrap_used, reason = "checked by every caller")]\n    fn f'),
      text.replace("\n\nimpl", "\n// covenant: allow-file(unwrap-in-production) -- checked by every caller\n\nimpl"),
    ]);
  });

  it("fall back to what the crate's oldest compiler knows", () => {
    const text = "fn f(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n";
    const [, item] = titles(text, "unwrap-in-production", roleOf(new Map([["rust-version", "1.80"]])));
    assert.equal(item, `// checked by every caller\n#[allow(clippy::unwrap_used)]\n${text}`);
    assert.deepEqual(["1.80.1", "1.81", "1.9", "2.0", undefined].map((version) => waiverVerb(version === undefined ? {} : { rustVersion: version })), ["allow", "expect", "allow", "expect", "expect"]);
  });

  it("of lints are no attributes where the compiler takes none", () => {
    const text = "fn f(mut x: u8) -> u8 {\n    x = g().len_zero();\n    println!(\"{}\", h().len_zero());\n    if x > k().len_zero() {\n        x += 1;\n    }\n    let z = || {\n        m().len_zero()\n    };\n    x\n}\n";
    const by: WaivedBy = { kind: "attribute", lint: "clippy::len_zero", verb: "expect" };
    const at = (needle: string, level: WaiverLevel): number | undefined => {
      const file = SourceFile.of(text);
      const analyzer = new FileAnalyzer(syntax, []);
      const input = { file, role: roleOf(new Map()), config: configOf([]), crate: undefined };
      const offset = text.indexOf(needle);
      const edit = analyzer.withCode(input, file.segmentAt(offset), (code) => waiverEdit(code, file, file.segmentAt(offset), offset, by, level));
      analyzer.dispose();
      return edit && file.positionAt(edit.edit.start).line + 1;
    };
    // The assignment and the macro call take none and the function is the next thing that does.
    assert.deepEqual(["g()", "h()", "k()", "m()"].map((needle) => at(needle, "statement")), [1, 1, 4, 8]);
    assert.deepEqual(["g()", "h()", "k()", "m()"].map((needle) => at(needle, "item")), [1, 1, 1, 1]);
    assert.equal(at("g()", "file"), 1);
  });

  it("silence each finding of every fixture", function () {
    this.timeout(120_000);
    let checked = 0;
    const failures: string[] = [];
    for (const name of readdirSync(fixtures).filter((file) => file.endsWith(".rs") && !file.includes(".fixed."))) {
      const { directives, text } = parseFixture(readFileSync(join(fixtures, name), "utf8"));
      const own = rulesNamed(name.replace(/(?:\.\d+)?\.rs$/, ""));
      const role = roleOf(directives);
      const found = fixesIn(syntax, text, own, role, configOf(own), today);
      // One in twelve, and the first of each file: all of them take half a minute.
      for (const { finding, fixes } of found.filter((_, index) => index % 12 === 0)) {
        for (const fix of fixes.filter(({ waives }) => waives !== undefined)) {
          const after = textAfter(text, reasoned(fix));
          assert.ok(after !== undefined, fix.title);
          const left = findingsIn(syntax, after, own, role, configOf(own), today).filter(({ rule }) => rule === finding.rule);
          checked++;
          if (left.length >= found.length) failures.push(`${name}:${SourceFile.of(text).positionAt(finding.start).line + 1}: ${fix.title}`);
        }
      }
    }
    assert.deepEqual(failures, []);
    assert.ok(checked > 250, `${checked} waivers were tried`);
  });
});
