/** Attributes for what a tool found: where they stand, what they say, and that clippy itself takes them. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileAnalyzer } from "../server/src/engine/analyze.js";
import type { Fix } from "../server/src/engine/finding.js";
import { applyFix, textAfter } from "../server/src/engine/fixes.js";
import { lintAttributes } from "../server/src/engine/lintAttribute.js";
import { loneFile, type RoleFacts } from "../server/src/engine/role.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { needs } from "./cargo/samples.js";
import { configOf, loadSyntax } from "./ruleHarness.js";

/** One finding of `unwrap_used` in each function, in every place that code can stand in. */
const places = `//! Docs of the crate.
#![allow(dead_code)]

/// Docs.
#[inline]
pub fn declaration(x: Option<u8>) -> u8 {
    let y = x.unwrap();
    y
}
pub fn call(x: Option<u8>) {
    drop(x.unwrap().to_string());
}
pub fn tail(x: Option<u8>) -> u8 {
    x.unwrap()
}
pub fn tail_match(x: Option<u8>) -> u8 {
    match x.unwrap() { 1 => 2, _ => 3 }
}
pub fn assigned(x: Option<u8>) -> u8 {
    let mut y = 1;
    if y > 0 { y = x.unwrap(); }
    y
}
pub fn binary(x: Option<u8>) -> u8 {
    x.unwrap() + 1
}
pub fn cast(x: Option<u8>) -> u16 {
    x.unwrap() as u16
}
pub fn range(x: Option<u8>) -> std::ops::Range<u8> {
    0..x.unwrap()
}
pub fn printed(x: Option<u8>) {
    println!("{}", x.unwrap());
}
pub fn arm(x: Option<u8>, y: u8) -> u8 {
    match y {
        0 => x.unwrap(),
        _ => 1,
    }
}
pub struct S { f: u8 }
pub fn field(x: Option<u8>) -> S {
    S { f: x.unwrap() }
}
pub fn closure(x: Option<u8>) -> impl Fn() -> u8 {
    move || x.unwrap()
}
pub fn in_loop(x: &[Option<u8>]) -> u32 {
    let mut n = 0;
    for y in x { n += u32::from(y.unwrap()); }
    n
}
pub fn condition(x: Option<u8>) -> u8 {
    if x.unwrap() > 1 { 2 } else { 3 }
}
pub fn negated(x: Option<bool>) -> bool {
    !x.unwrap()
}
pub fn returned(x: Option<u8>) -> u8 {
    if true { return x.unwrap(); }
    1
}
pub fn one_line(x: Option<u8>) -> u8 { let y = x.unwrap(); y }
pub fn tried(x: Option<Option<u8>>) -> Option<u8> {
    x.unwrap()?;
    None
}
impl S {
    /// Docs.
    pub fn method(&self, x: Option<u8>) -> u8 {
        let y = x.unwrap();
        y + self.f
    }
}
pub trait T {
    fn provided(x: Option<u8>) -> u8 {
        x.unwrap()
    }
}
pub mod inner {
    pub fn deep(x: Option<u8>) -> u8 {
        let y = x.unwrap();
        y
    }
}
pub static STATIC: std::sync::LazyLock<u8> = std::sync::LazyLock::new(|| std::env::args().len().try_into().unwrap());
`;

interface Reported {
  readonly level: string;
  readonly code: string | undefined;
  readonly line: number;
  readonly offset: number;
  readonly text: string;
}

describe("attributes for lints", function () {
  this.timeout(120_000);
  let syntax: Syntax;
  let folder: string;
  before(async () => {
    syntax = await loadSyntax();
    folder = mkdtempSync(join(tmpdir(), "covenant-attributes-"));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    assert.equal(syntax.liveTrees, 0);
    syntax.dispose();
  });

  const fixesAt = (text: string, offset: number, role: Partial<RoleFacts> = {}): readonly Fix[] => {
    const analyzer = new FileAnalyzer(syntax, []);
    const fixes = lintAttributes(analyzer, { file: SourceFile.of(text), role: { ...loneFile, ...role }, config: configOf([]), crate: undefined }, { lint: "clippy::unwrap_used", offset });
    analyzer.dispose();
    return fixes;
  };
  const titles = (text: string, find: string, role: Partial<RoleFacts> = {}): readonly string[] =>
    fixesAt(text, text.indexOf(find), role).map((fix) => /for this (.*), with a reason$/.exec(fix.title)?.[1] ?? fix.title);
  const texts = (text: string, find: string, role: Partial<RoleFacts> = {}): readonly (string | undefined)[] => fixesAt(text, text.indexOf(find), role).map((fix) => textAfter(text, fix));
  const clippy = (text: string): readonly Reported[] => {
    const file = join(folder, "lib.rs");
    writeFileSync(file, text);
    const result = spawnSync("clippy-driver", ["--edition", "2021", "--crate-type", "lib", "--crate-name", "places", "-W", "clippy::unwrap_used", "--error-format=json", "--emit=metadata", "-o", join(folder, "out"), file], { encoding: "utf8" });
    return result.stderr.split("\n").filter((line) => line.startsWith("{")).flatMap((line) => {
      const { level, message, code, spans } = JSON.parse(line) as { level: string; message: string; code: { code: string } | null; spans: readonly { byte_start: number; line_start: number }[] };
      const [span] = spans;
      return span ? [{ level, code: code?.code, line: span.line_start, offset: span.byte_start, text: message }] : [];
    });
  };
  /** Applies a fix for each finding, equal ones once, from the last to the first. */
  const applied = (choose: (fixes: readonly Fix[]) => Fix | undefined, offsets: readonly number[]): string => {
    const chosen = new Map<number, Fix>();
    for (const offset of offsets) {
      const fix = choose(fixesAt(places, offset));
      if (fix) chosen.set(fix.edits[0]?.start ?? 0, fix);
    }
    return [...chosen].toSorted((a, b) => b[0] - a[0]).reduce((file, [, fix]) => applyFix(file, fix) ?? file, SourceFile.of(places)).text;
  };

  it("are taken by clippy at every level and expect what is there", function () {
    needs(this, "clippy-driver", "--version");
    const found = clippy(places);
    const offsets = found.filter((one) => one.code === "clippy::unwrap_used").map((one) => one.offset);
    assert.deepEqual(found.filter((one) => one.level === "error"), []);
    // One for each function and one for the static; the text is plain ASCII, so bytes are offsets.
    assert.equal(offsets.length, (places.match(/\bfn \w+\(/g)?.length ?? 0) + 1);
    const isItem = (fix: Fix): boolean => / this (?:function|static|module),/.test(fix.title);
    const levels: readonly (readonly [string, (fixes: readonly Fix[]) => Fix | undefined])[] = [
      ["nearest", (fixes) => fixes[0]],
      ["item", (fixes) => fixes.find(isItem)],
      ["crate", (fixes) => fixes.at(-1)],
    ];
    for (const [name, choose] of levels) {
      const text = applied(choose, offsets);
      const left = clippy(text).filter((one) => one.level === "error" || one.code === "clippy::unwrap_used" || one.code === "unfulfilled_lint_expectations" || one.code === "unused_attributes");
      assert.deepEqual(left.map((one) => `${one.line}: ${one.text}: ${text.split("\n")[one.line - 1] ?? ""}`), [], name);
    }
  });

  it("name the level they stand at, nearest first", () => {
    assert.deepEqual(titles(places, "x.unwrap();\n    y"), ["statement", "function", "crate"]);
    assert.deepEqual(titles(places, "x.unwrap(),\n        _"), ["match arm", "function", "crate"]);
    assert.deepEqual(titles(places, "x.unwrap() }\n"), ["field", "function", "crate"]);
    assert.deepEqual(titles(places, "x.unwrap() + 1"), ["function", "crate"], "an attribute would belong to the first operand");
    assert.deepEqual(titles(places, "x.unwrap());\n}\npub fn arm"), ["function", "crate"], "a macro call ignores it");
    assert.deepEqual(titles(places, "x.unwrap();\n        y\n"), ["statement", "function", "module", "crate"]);
    assert.deepEqual(titles("fn a() { b(); }\n", "b()", { crateRoot: false }), ["statement", "function", "file"]);
  });

  it("stand behind docs and attributes, with the indentation and the line ending of their place", () => {
    const text = "impl S {\r\n    /// Docs.\r\n    #[inline]\r\n    fn a(&self) {\r\n        let y = x.unwrap();\r\n    }\r\n}\r\n";
    const [statement, item, file] = texts(text, "x.unwrap");
    const attribute = '#[expect(clippy::unwrap_used, reason = "reason")]';
    assert.equal(statement, text.replace("        let", `        ${attribute}\r\n        let`));
    assert.equal(item, text.replace("    fn", `    ${attribute}\r\n    fn`));
    assert.equal(file, `${attribute.replace("#", "#!")}\r\n${text}`);
    assert.equal(texts("fn a() { b(); }", "b()")[0], `fn a() { ${attribute} b(); }`);
  });

  it("go behind the docs and attributes of a file", () => {
    const attribute = '#![expect(clippy::unwrap_used, reason = "reason")]\n';
    const last = (text: string): string | undefined => texts(text, "fn a").at(-1);
    assert.equal(last("//! Docs.\n#![no_std]\n\nfn a() {}\n"), `//! Docs.\n#![no_std]\n${attribute}\nfn a() {}\n`);
    assert.equal(last("#!/usr/bin/env x\nfn a() {}\n"), `#!/usr/bin/env x\n${attribute}fn a() {}\n`);
    assert.equal(last("// Licence.\nfn a() {}\n"), `${attribute}// Licence.\nfn a() {}\n`);
    assert.equal(last("#![no_std] fn a() {}\n"), `#![no_std]\n${attribute} fn a() {}\n`);
  });

  it("are an `allow` with a comment where the crate's oldest toolchain knows no reason", () => {
    const text = "fn a() {\n    b();\n}\n";
    const before = texts(text, "b()", { rustVersion: "1.80.1" });
    assert.equal(before[0], "fn a() {\n    #[allow(clippy::unwrap_used)] // reason\n    b();\n}\n");
    assert.equal(texts("fn a() { b(); }", "b()", { rustVersion: "1.56" })[0], "fn a() { #[allow(clippy::unwrap_used)] /* reason */ b(); }");
    for (const rustVersion of ["1.81", "1.81.0", "1.95", "2.0"]) assert.match(texts(text, "b()", { rustVersion })[0] ?? "", /#\[expect/);
  });

  it("are there for text that does not parse, and never throw", () => {
    for (const text of ["", "fn a( {", "}", "\"", "#![", "x"]) {
      for (const fix of fixesAt(text, Math.floor(text.length / 2))) assert.equal(typeof textAfter(text, fix), "string");
    }
  });
});
