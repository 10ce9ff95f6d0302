/**
 * The result after any sequence of edits is the result from scratch: segments, positions and findings, on real files,
 * under thousands of random edits, balanced and unbalanced.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Analysis } from "../server/src/engine/analysis.js";
import { FileAnalyzer } from "../server/src/engine/analyze.js";
import { loneFile } from "../server/src/engine/role.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { rules } from "../server/src/rules/index.generated.js";
import { realFiles, whyNoRealFiles, type RealFile } from "./realFiles.js";
import { configOf, loadSyntax, rulesNamed } from "./ruleHarness.js";

const fragments = [
  "{", "}", '"', "'", "(", ")", "[", "]", "\n", " ", ";", ",", "//", "/*", "*/", "///", "//!", "\\", 'r#"', '"#', "\r\n", "\r", "é", "🦀", "#", "!",
  "fn x() {}\n", "#[test]\n", "#[cfg(test)]\n", "pub ", "x.unwrap();", "impl A {\n", "mod t {\n}\n", "#![allow(x)]\n", "//! d\n", "unsafe { *p };\n", "unsafe extern \"C\" {\n",
  "// covenant: allow(unwrap-in-production) -- checked above\n", "use std::fs;\n", "type Result<T> = std::result::Result<T, String>;\n", "async ", "panic!(\"x\");", "println!(\"{}\", x.unwrap());",
  "#[allow(clippy::unwrap_used)]\n", "static mut X: u8 = 0;\n", "/// # Safety\n", "// SAFETY: fine\n", ".expect(\"y\")", "macro_rules! m { () => { 1 } }\n",
];

interface RandomEdit {
  readonly at: number;
  readonly remove: number;
  readonly text: string;
}

const edits: fc.Arbitrary<readonly RandomEdit[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(600) }),
    text: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fragments) }, { weight: 1, arbitrary: fc.constant("") }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }),
  }),
  { minLength: 12, maxLength: 30 },
);

const config = configOf(rules);
const role = { ...loneFile, target: "library" } as const;

describe("incremental analysis", function () {
  this.timeout(120_000);
  let syntax: Syntax;
  let files: readonly RealFile[];
  let long: RealFile;

  before(async function () {
    const missing = whyNoRealFiles();
    if (missing !== undefined) {
      console.log(`      skipped: ${missing}`);
      this.skip();
    }
    syntax = await loadSyntax();
    const all = realFiles("tokio", "syn", "nom", "rusqlite", "axum", "itertools");
    files = all.filter((file) => file.text.length > 800 && file.text.length < 40_000);
    assert.ok(files.length > 200);
    const found = all.find((file) => file.name === "tokio/src/sync/mpsc/bounded.rs");
    assert.ok(found);
    long = found;
  });

  it("gives the segments, positions and findings from scratch after thousands of edits", () => {
    let applied = 0;
    fc.assert(
      fc.property(fc.nat(), edits, (pick, list) => {
        const real = files[pick % files.length];
        assert.ok(real);
        let text = real.text;
        let file = SourceFile.of(text);
        const analyzer = new FileAnalyzer(syntax, rules);
        try {
          for (const { at, remove, text: newText } of list) {
            const start = Math.floor(at * text.length);
            const end = Math.min(text.length, start + remove);
            text = text.slice(0, start) + newText + text.slice(end);
            file = file.edit({ start, end, newText });
            applied++;
            const fresh = SourceFile.of(text);
            assert.equal(file.text, text);
            assert.deepEqual(file.segments, fresh.segments);
            const offset = Math.floor(at * text.length);
            assert.deepEqual(file.positionAt(offset), fresh.positionAt(offset));
            assert.deepEqual(outcome(analyzer.analyze({ file, role, config, crate: undefined })), scratch(syntax, fresh));
          }
        } finally {
          analyzer.dispose();
        }
      }),
      { numRuns: Number(process.env["COVENANT_FUZZ_RUNS"] ?? 110), seed: Number(process.env["COVENANT_FUZZ_SEED"] ?? 20261122), endOnFailure: true },
    );
    assert.ok(applied > 2000, `only ${applied} edits`);
    assert.equal(syntax.liveTrees, 0);
  });

  it("judges only the segment an edit falls into", () => {
    const analyzer = new FileAnalyzer(syntax, rules);
    let file = SourceFile.of(long.text);
    // One rule, so that one more `unwrap` is one more finding.
    const config = configOf(rulesNamed("unwrap-in-production"));
    const first = analyzer.analyze({ file, role, config, crate: undefined });
    assert.ok(first && first.judged > 50);
    const inBody = long.text.indexOf("{", long.text.indexOf("pub fn try_send")) + 1;
    file = file.edit({ start: inBody, end: inBody, newText: "\n        x.unwrap();" });
    const second = analyzer.analyze({ file, role, config, crate: undefined });
    assert.equal(second?.judged, 1);
    assert.equal(second.findings.length, first.findings.length + 1);
    analyzer.dispose();
  });

  it("stops between segments when asked and goes on where it stopped", () => {
    const analyzer = new FileAnalyzer(syntax, rules);
    const input = { file: SourceFile.of(long.text), role, config, crate: undefined };
    let asked = 0;
    assert.equal(analyzer.analyze(input, () => ++asked > 1), undefined);
    assert.deepEqual(outcome(analyzer.analyze(input)), scratch(syntax, input.file));
    analyzer.dispose();
  });
});

function scratch(syntax: Syntax, file: SourceFile): unknown {
  const analyzer = new FileAnalyzer(syntax, rules);
  try {
    return outcome(analyzer.analyze({ file, role, config, crate: undefined }));
  } finally {
    analyzer.dispose();
  }
}

function outcome(analysis: Analysis | undefined): unknown {
  return analysis && { findings: analysis.findings, waived: analysis.waived, broken: analysis.broken, problems: analysis.problems.map((problem) => problem.rule) };
}
