/** What unsafe functions of other files of the crate ask of their callers, in the comments that fixes add. */
import assert from "node:assert/strict";
import { FileAnalyzer, type AnalysisInput } from "../server/src/engine/analyze.js";
import { indexCrate } from "../server/src/engine/crateIndex.js";
import { fixesFor, textAfter } from "../server/src/engine/fixes.js";
import { DeclarationCache, outlineOf, summarize } from "../server/src/engine/outline.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { rules } from "../server/src/rules/index.generated.js";
import { configOf, loadSyntax, rulesNamed } from "./ruleHarness.js";
import { library } from "./semanticHarness.js";

const raw = "/// Reads.\n///\n/// # Safety\n///\n/// - `p` must be aligned.\n/// - `p` must be valid for reads.\npub unsafe fn read_at(p: *const u8) -> u8 {\n    *p\n}\npub struct Slot;\nimpl Slot {\n    /// # Safety\n    ///\n    /// The slot must be full. Nobody else may empty it.\n    pub unsafe fn take(&self) {}\n}\npub struct Other;\nimpl Other {\n    /// # Safety\n    ///\n    /// Never.\n    pub unsafe fn take(&self) {}\n}\n";

describe("safety contracts of other files", () => {
  let syntax: Syntax;
  before(async () => {
    syntax = await loadSyntax();
  });

  const after = (text: string, rule: string): string => {
    const texts = { "src/lib.rs": `mod raw;\n${text}`, "src/raw.rs": raw };
    const summaries = Object.entries(texts).map(([path, own]) => {
      const { segments } = SourceFile.of(own);
      const cache = new DeclarationCache();
      return [path, summarize(outlineOf(segments, cache), segments, cache)] as const;
    });
    const analyzer = new FileAnalyzer(syntax, rules);
    try {
      const input: AnalysisInput = { file: SourceFile.of(texts["src/lib.rs"]), role: library, config: configOf(rulesNamed(rule)), crate: indexCrate(new Map(summaries), ["src/lib.rs"]).get("src/lib.rs") };
      const findings = analyzer.analyze(input)?.findings ?? [];
      const fix = fixesFor(syntax, rules, analyzer, input, findings, 0, input.file.length)[0]?.fixes[0];
      assert.ok(fix);
      return textAfter(input.file.text, fix) ?? "";
    } finally {
      analyzer.dispose();
    }
  };

  it("stand in the `SAFETY:` comment of a call", () => {
    assert.match(after("fn f(p: *const u8) -> u8 {\n    unsafe { raw::read_at(p) }\n}\n", "undocumented-unsafe"), /\/\/ SAFETY: TODO: explain why each of these holds\n {4}\/\/ - `p` must be aligned \(`read_at`\)\n {4}\/\/ - `p` must be valid for reads \(`read_at`\)\n {4}unsafe/);
  });

  it("stand in the `# Safety` section of a caller that is unsafe itself", () => {
    assert.match(after("pub unsafe fn f(p: *const u8) -> u8 {\n    unsafe { raw::read_at(p) }\n}\n", "missing-safety-doc"), /\/\/\/ # Safety\n\/\/\/\n\/\/\/ - TODO: `p` must be aligned \(`read_at`\)\n\/\/\/ - TODO: `p` must be valid for reads \(`read_at`\)\npub unsafe/);
  });

  it("are those of the receiver's type, and of none where the type is not visible", () => {
    assert.match(after("fn f(slot: &raw::Slot) {\n    unsafe { slot.take() }\n}\n", "undocumented-unsafe"), /- the slot must be full \(`take`\)\n {4}\/\/ - nobody else may empty it \(`take`\)/);
    assert.match(after("fn f() {\n    unsafe { slot().take() }\n}\n", "undocumented-unsafe"), /SAFETY: TODO: explain why the contract of `take` is kept|SAFETY: TODO: explain why this is sound/);
  });
});
