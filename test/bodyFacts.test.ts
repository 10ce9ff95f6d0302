/** What the body of one function says about another's verdict follows every edit of that body, and only such an edit. */
import assert from "node:assert/strict";
import { FileAnalyzer } from "../server/src/engine/analyze.js";
import { calls, codeOnly, failing } from "../server/src/engine/bodySummary.js";
import { loneFile } from "../server/src/engine/role.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { rules } from "../server/src/rules/index.generated.js";
import { configOf, loadSyntax, rulesNamed } from "./ruleHarness.js";

describe("facts about bodies", () => {
  let syntax: Syntax;
  before(async () => {
    syntax = await loadSyntax();
  });

  /** Rules found after each edit, and how many segments each analysis judged. */
  function afterEdits(text: string, rule: string, edits: readonly (readonly [from: string, to: string])[]): readonly { readonly found: number; readonly judged: number }[] {
    const analyzer = new FileAnalyzer(syntax, rules);
    const config = configOf(rulesNamed(rule));
    const role = { ...loneFile, target: "library" } as const;
    let file = SourceFile.of(text);
    const judge = (): { readonly found: number; readonly judged: number } => {
      const result = analyzer.analyze({ file, role, config, crate: undefined });
      assert.ok(result);
      return { found: result.findings.length, judged: result.judged };
    };
    const outcomes = [judge()];
    for (const [from, to] of edits) {
      const start = file.text.indexOf(from);
      assert.ok(start >= 0, from);
      file = file.edit({ start, end: start + from.length, newText: to });
      outcomes.push(judge());
    }
    analyzer.dispose();
    return outcomes;
  }

  it("reach a test when its helper begins or ceases to assert", () => {
    const text = "#[cfg(test)]\nmod tests {\n    #[test]\n    fn runs() {\n        helper(1);\n    }\n    fn helper(n: u8) {\n        let m = n;\n    }\n}\n";
    const [before, asserting, longer, again] = afterEdits(text, "test-without-assertion", [
      ["let m = n;", "assert_eq!(n, 1);"],
      ["assert_eq!(n, 1);", "assert_eq!(n, 10);"],
      ["assert_eq!(n, 10);", "// assert_eq!(n, 10);"],
    ]);
    assert.equal(before?.found, 1);
    assert.equal(asserting?.found, 0);
    assert.deepEqual(longer, { found: 0, judged: 1 }, "only the edited helper is judged anew");
    assert.equal(again?.found, 1);
  });

  it("reach a struct when its `drop` begins to wipe it", () => {
    const text = "struct Login {\n    password: String,\n}\nimpl Drop for Login {\n    fn drop(&mut self) {\n        log();\n    }\n}\n";
    const [before, wiping] = afterEdits(text, "secret-not-zeroized", [["log();", "self.password.zeroize();"]]);
    assert.equal(before?.found, 1);
    assert.equal(wiping?.found, 0);
  });

  it("are read from code, not from comments and literals", () => {
    assert.equal(codeOnly('f("a \\" b") /* c */ + r#"d"# + \'"\' // e\n').replace(/\s+/g, " ").trim(), `f("") + "" + '"'`);
    assert.equal(failing(codeOnly('{ log("assert!(x)?"); } // x.unwrap()')), "calls");
    assert.equal(failing("{ let x = Vec::<u8>::new(); x.len(); }"), "silent");
    assert.equal(failing("{ x.unwrap_err(); }"), "asserts");
    assert.equal(failing("{ my_assert::<(), u8>(x); }"), "asserts");
    assert.equal(failing("{ x?.y(); }"), "asserts");
    assert.equal(failing("{ vec![1]; println!(); }"), "silent");
    assert.deepEqual(calls("if a::b::run(x) { y.go::<u8>(); fn own() {} }"), [
      { kind: "free", path: ["a", "b"], name: "run" },
      { kind: "method", path: [], name: "go" },
    ]);
  });
});
