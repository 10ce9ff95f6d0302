/** Text that is broken, half-typed, huge or no text at all: nothing throws, nothing hangs, and the rest is still judged. */
import assert from "node:assert/strict";
import type { Analysis } from "../server/src/engine/analysis.js";
import { FileAnalyzer } from "../server/src/engine/analyze.js";
import { loneFile } from "../server/src/engine/role.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { rules } from "../server/src/rules/index.generated.js";
import { positionOf } from "./lspText.js";
import { configOf, loadSyntax, rulesNamed } from "./ruleHarness.js";

const role = { ...loneFile, target: "library" } as const;
const everything = configOf(rules);
const unwraps = configOf(rulesNamed("unwrap-in-production"));
/** Against gross hangs only, in milliseconds: the slowest of these takes a fraction of it. */
const patience = 10_000;

/** About sixty lines, every item with one `unwrap` whose receiver is named after the item. */
const typed = `//! Typed from the first letter to the last.
use std::collections::HashMap;

/// Keeps things.
pub struct Store<'a> {
    names: HashMap<&'a str, Vec<u8>>,
}

impl<'a> Store<'a> {
    /// Finds one.
    pub fn find(&self, key: &str) -> u8 {
        let find = self.names.get(key);
        match find.unwrap() {
            bytes if bytes.is_empty() => 0,
            bytes => bytes[0],
        }
    }

    fn label(&self) -> String {
        let label: Option<String> = None;
        format!("{}: {:?}", "a \\"quoted\\" text", label.unwrap())
    }
}

mod inner {
    /* a block /* in a block */ comment */
    pub(crate) const RAW: &str = r#"a "raw" text"#;

    pub(crate) async fn wait(wait: Option<char>) -> char {
        if wait.unwrap() == '\\'' {
            return 'é';
        }
        '🦀'
    }
}

trait Shape {
    fn area(&self, area: Option<f64>) -> f64 {
        area.unwrap()
    }
}

unsafe extern "C" {
    safe fn twice(x: i32) -> i32;
}

fn last(last: Option<[u8; 4]>) -> u32 {
    let closure = |x: Option<u8>| -> u8 { x.unwrap_or(1) };
    u32::from_le_bytes(last.unwrap()) + u32::from(closure(None))
}
`;

describe("bad days", function () {
  this.timeout(60_000);
  let syntax: Syntax;
  before(async () => (syntax = await loadSyntax()));
  afterEach(() => assert.equal(syntax.liveTrees, 0, "every tree is freed"));
  after(() => syntax.dispose());

  function judge(text: string, config = unwraps): { readonly file: SourceFile; readonly analysis: Analysis } {
    const started = performance.now();
    const file = SourceFile.of(text);
    assert.equal(file.segments.map((segment) => segment.text).join("") === text, true, "segments tile the text");
    const analyzer = new FileAnalyzer(syntax, rules);
    try {
      const analysis = analyzer.analyze({ file, role, config, crate: undefined });
      assert.ok(analysis);
      assert.deepEqual(analysis.problems, []);
      assert.ok(performance.now() - started < patience, `took ${Math.round(performance.now() - started)} ms`);
      return { file, analysis };
    } finally {
      analyzer.dispose();
    }
  }

  /** The receivers of the `unwrap` calls that were found. */
  const receivers = (text: string, config = unwraps): readonly string[] =>
    judge(text, config).analysis.findings.filter(({ rule }) => rule === "unwrap-in-production").map(({ start }) => /(\w+)\.$/.exec(text.slice(Math.max(0, start - 40), start))?.[1] ?? "?");

  it("judges a file at every keystroke of its typing, and what is finished stays found", () => {
    assert.deepEqual(receivers(typed), ["find", "label", "wait", "area", "last"]);
    const analyzer = new FileAnalyzer(syntax, rules);
    const started = performance.now();
    let file = SourceFile.of("");
    let most = 0;
    try {
      for (let length = 1; length <= typed.length; length++) {
        file = file.edit({ start: length - 1, end: length - 1, newText: typed[length - 1] ?? "" });
        const analysis = analyzer.analyze({ file, role, config: everything, crate: undefined });
        assert.ok(analysis);
        assert.deepEqual(analysis.problems, []);
        const found = analysis.findings.filter(({ rule }) => rule === "unwrap-in-production").length;
        // What stands in items that were typed to their end does not go away while the next is being typed.
        const finished = ["\n    }\n\n    fn label", "\n    }\n}\n\nmod", "\n    }\n}\n\ntrait", "\n    }\n}\n\nunsafe"].filter((end) => file.text.includes(end)).length;
        assert.ok(found >= finished, `${found} of ${finished} findings after: ${JSON.stringify(file.text.slice(-60))}`);
        most = Math.max(most, found);
      }
    } finally {
      analyzer.dispose();
    }
    assert.equal(most, 5);
    assert.ok(performance.now() - started < patience);
  });

  it("keeps the findings before and after a break in the middle of a file", () => {
    const gap = "/// Shape.\n";
    const text = typed.replace("trait Shape", `${gap}trait Shape`);
    const broken: Readonly<Record<string, string>> = {
      "a string": 'fn open() { let s = "never closed; }\n\n',
      "a character": "fn open() { let c = 'x; }\n\n",
      "a raw string": 'fn open() { let s = r#"never closed; }\n\n',
      "a brace": "fn open() { if x { }\n\n",
      "a parenthesis": "fn open(a: u8, { }\n\n",
      "a stray brace": "fn open() { } }\n\n",
      "half an item": "pub(crate) fn\n\n",
      "half an attribute": "#[cfg(\n\n",
      "a conflict": "<<<<<<< ours\nfn open() {}\n=======\nfn opened() {}\n>>>>>>> theirs\n\n",
      "another language": "const open = async () => { await x?.y ?? `z` };\n\n",
    };
    for (const [name, insert] of Object.entries(broken)) {
      const found = receivers(text.replace(gap, `${insert}${gap}`));
      for (const receiver of ["find", "label", "wait", "area", "last"]) assert.ok(found.includes(receiver), `${name}: ${receiver} is lost, left are ${found.join(", ")}`);
    }
  });

  it("takes what follows an open block comment for a comment, as rustc does, and keeps what stands before", () => {
    const text = typed.replace("trait Shape", "/* never closed\ntrait Shape");
    assert.deepEqual(receivers(text), ["find", "label", "wait"]);
    assert.deepEqual(receivers(text.replace("fn last", "*/\nfn last")), ["find", "label", "wait", "last"]);
  });

  it("finds the right place whatever ends the lines and whatever stands before", () => {
    for (const eol of ["\n", "\r\n", "\r"]) {
      for (const start of ["", "\uFEFF"]) {
        const text = start + `// 🦀 é 𝒳${eol}fn a(x: Option<&str>) -> &str {${eol}    let _ = "🦀🦀"; x.unwrap() /* 𝒳 */${eol}}${eol}`;
        // A lone carriage return ends no line comment in Rust: the function is part of the comment then.
        const { file, analysis } = judge(text);
        assert.equal(analysis.findings.length, eol === "\r" ? 0 : 1, JSON.stringify(eol + start));
        const [finding] = analysis.findings;
        if (finding) assert.equal(text.slice(finding.start, finding.end), "unwrap()");
        for (let offset = 0; offset < text.length; offset++) {
          // Between the two halves of a line break an editor has no position.
          if (text.startsWith("\r\n", offset - 1)) continue;
          assert.deepEqual(file.positionAt(offset), positionOf(text, offset), `offset ${offset}`);
          assert.equal(file.offsetAt(positionOf(text, offset)), offset);
        }
      }
    }
    const lone = "fn a(x: Option<u8>) {\r    x.unwrap();\r}\r";
    const { file, analysis } = judge(lone);
    assert.deepEqual(analysis.findings.map((finding) => file.positionAt(finding.start)), [{ line: 1, character: 6 }]);
  });

  it("clamps positions outside the text", () => {
    const file = SourceFile.of("fn a() {}\r\nfn b() {}");
    assert.equal(file.offsetAt({ line: 0, character: 99 }), 9);
    assert.equal(file.offsetAt({ line: 7, character: 0 }), 20);
    assert.equal(file.offsetAt({ line: -1, character: 4 }), 0);
    assert.deepEqual(file.positionAt(-5), { line: 0, character: 0 });
    assert.deepEqual(file.positionAt(500), { line: 1, character: 9 });
  });

  const around = (middle: string): string => `fn before(before: Option<u8>) {\n    before.unwrap();\n}\n\n${middle}\n\nfn after(after: Option<u8>) {\n    after.unwrap();\n}\n`;
  const monsters: Readonly<Record<string, () => string>> = {
    "a line of 10 MB in a string": () => `static BIG: &str = "${"x".repeat(10_000_000)}";`,
    "a line of 10 MB of numbers": () => `static BIG: &[u8] = &[${"1,".repeat(5_000_000)}];`,
    "a comment of 10 MB": () => `// ${"c".repeat(10_000_000)}`,
    "a line of 10 MB that is no Rust": () => "a b ".repeat(2_500_000),
    "50,000 brackets that close": () => `fn deep() { ${"(".repeat(50_000)}${")".repeat(50_000)} }`,
    "50,000 brackets that do not": () => `fn deep() { ${"[".repeat(50_000)} }`,
    "50,000 braces that do not close": () => `fn deep() { ${"{".repeat(50_000)}`,
    "50,000 braces too many": () => `fn deep() { } ${"}".repeat(50_000)}`,
    "20,000 functions in each other": () => `${"fn f() {".repeat(20_000)}${"}".repeat(20_000)}`,
    "20,000 blocks in each other": () => `fn f() ${"{".repeat(20_000)}${"}".repeat(20_000)}`,
    "20,000 modules in each other": () => `${"mod m {".repeat(20_000)}${"}".repeat(20_000)}`,
    "2,000 modules that do not close": () => "mod m {\n".repeat(2_000),
    "20,000 modules of one name": () => "mod m {}\n".repeat(20_000),
    "500,000 items on one line": () => ";".repeat(500_000),
    "2,000 statements in one function": () => `fn f() { ${"x.unwrap_or(1);".repeat(2_000)} }`,
    "300 calls in one chain": () => `fn f() { x${".unwrap_or(1)".repeat(300)}; }`,
    "20,000 generics in each other": () => `type T = ${"A<".repeat(20_000)}u8${">".repeat(20_000)};`,
    "20,000 comments in each other": () => `${"/*".repeat(20_000)}${"*/".repeat(20_000)}`,
    "5,000 macros in each other": () => `fn f() { ${"m!(".repeat(5_000)}x.unwrap()${")".repeat(5_000)}; }`,
    "100,000 quotes": () => `fn f() { ${"'".repeat(100_001)} }`,
    "20,000 attributes": () => "#[a]\n".repeat(20_000),
    "a binary": () => `\0\0\u0001${"\0PNG\uFFFD".repeat(50_000)}`,
    "halves of surrogate pairs": () => "\uD800 \uDFFF fn \uD83E".repeat(1000),
  };
  for (const [name, make] of Object.entries(monsters)) {
    it(`survives ${name}`, () => {
      const text = around(make());
      const found = receivers(text, everything);
      assert.ok(found.includes("before"), "what stands before is found");
    });
  }

  it("edits next to a line of 10 MB as anywhere else", () => {
    const text = around(`static BIG: &str = "${"x".repeat(10_000_000)}";`);
    const analyzer = new FileAnalyzer(syntax, rules);
    try {
      let file = SourceFile.of(text);
      analyzer.analyze({ file, role, config: unwraps, crate: undefined });
      const started = performance.now();
      const at = text.indexOf("before.unwrap");
      for (let count = 0; count < 50; count++) {
        file = file.edit({ start: at, end: at, newText: "x" });
        assert.equal(analyzer.analyze({ file, role, config: unwraps, crate: undefined })?.findings.length, 2);
      }
      assert.ok(performance.now() - started < patience);
    } finally {
      analyzer.dispose();
    }
  });
});
