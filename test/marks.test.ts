/** Marks carry what rules need to know about an item to the other files of its crate (`engine/marks.ts`). */
import assert from "node:assert/strict";
import { FileAnalyzer } from "../server/src/engine/analyze.js";
import { indexCrate } from "../server/src/engine/crateIndex.js";
import { DeclarationCache, outlineOf, summarize } from "../server/src/engine/outline.js";
import { loneFile } from "../server/src/engine/role.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { rules } from "../server/src/rules/index.generated.js";
import { configOf, loadSyntax, rulesNamed } from "./ruleHarness.js";

describe("marks", () => {
  let syntax: Syntax;
  before(async () => {
    syntax = await loadSyntax();
  });

  /** Number of findings of a rule in `src/lib.rs` beside another file of the package. */
  const findings = (rule: string, root: string, path: string, other: string): number => {
    const cache = new DeclarationCache();
    const files = new Map([["src/lib.rs", root], [path, other]].map(([name, text]) => [name ?? "", SourceFile.of(text ?? "")] as const));
    const summaries = new Map([...files].map(([name, file]) => [name, summarize(outlineOf(file.segments, cache), file.segments, cache)] as const));
    const analyzer = new FileAnalyzer(syntax, rules);
    try {
      const file = files.get("src/lib.rs") ?? SourceFile.of("");
      const crate = indexCrate(summaries, ["src/lib.rs"]).get("src/lib.rs");
      return analyzer.analyze({ file, role: { ...loneFile, target: "library" }, config: configOf(rulesNamed(rule)), crate })?.findings.length ?? -1;
    } finally {
      analyzer.dispose();
    }
  };

  const step = "pub mod types;\npub use types::Step;\nimpl Step {\n    /// Goes on.\n    pub fn next(self) -> Self { self }\n}\n";
  it("say which types are `#[must_use]`", () => {
    assert.equal(findings("missing-must-use", step, "src/types.rs", "#[must_use]\npub struct Step;"), 0);
    assert.equal(findings("missing-must-use", step, "src/types.rs", "pub struct Step;"), 1);
  });

  it("say which types show an example", () => {
    assert.equal(findings("missing-examples-doc", step, "src/types.rs", "/// ```\n/// let step = Step;\n/// ```\npub struct Step;"), 0);
    assert.equal(findings("missing-examples-doc", step, "src/types.rs", "/// ```text\n/// step\n/// ```\npub struct Step;"), 1);
  });

  it("say which types have a builder", () => {
    const many = "pub mod types;\npub use types::Step;\nimpl Step {\n    pub fn new(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8) -> Self { todo!() }\n}\n";
    assert.equal(findings("complex-type-without-builder", many, "src/types.rs", "pub struct Step;\npub struct StepBuilder;"), 0);
    assert.equal(findings("complex-type-without-builder", many, "src/types.rs", "#[derive(TypedBuilder)]\npub struct Step;"), 0);
    assert.equal(findings("complex-type-without-builder", many, "src/types.rs", "pub struct Step;"), 1);
  });

  it("say what the property tests of the package mention, bodies included", () => {
    const sort = "pub fn sort(all: &mut [u8]) { while all[0] > all[1] { all.swap(0, 1); } }\n";
    const test = (body: string): string => `#[quickcheck]\nfn sorted(all: Vec<u8>) -> bool {\n    ${body}\n}\n`;
    assert.equal(findings("algorithm-without-property-test", sort, "tests/laws.rs", test("own::sort(&mut all); true")), 0);
    assert.equal(findings("algorithm-without-property-test", sort, "tests/laws.rs", test("true")), 1);
    assert.equal(findings("algorithm-without-property-test", sort, "tests/laws.rs", "#[test]\nfn plain() { own::sort(&mut []); }"), 1);
  });

  it("say whether a type has a `to_string` of its own", () => {
    const print = "mod label;\npub fn shown(label: label::Label) { println!(\"{}\", label.to_string()); }\n";
    assert.equal(findings("needless-string-allocation", print, "src/label.rs", "pub struct Label;\nimpl Label { pub fn to_string(&self) -> String { String::new() } }"), 0);
    assert.equal(findings("needless-string-allocation", print, "src/label.rs", "pub struct Label;"), 1);
  });
});
