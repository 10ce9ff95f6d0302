/** The pure parts of `npm run corpus:fixes`: batches, blame, trial, probes, manifests and figures. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applied, batchesOf, before, editsByFile, touchedBy, type Placed } from "../server/scripts/corpusFixes/batches.js";
import { blamed, errorsIn, utf16Offset, type Diagnostic, type Span } from "../server/scripts/corpusFixes/blame.js";
import { crateList, withoutDevelopment } from "../server/scripts/corpusFixes/crates.js";
import { bars, countOf, reaches, share } from "../server/scripts/corpusFixes/figures.js";
import { compiledSegments, mayBeCutOut, probed, seenProbes } from "../server/scripts/corpusFixes/probe.js";
import { Results } from "../server/scripts/corpusFixes/results.js";
import { tryFixes, type Verdict } from "../server/scripts/corpusFixes/trial.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";

function span(file: string, start: number, more: Partial<Span> = {}): Span {
  return { file_name: file, byte_start: start, is_primary: true, ...more };
}

function diagnostic(message: string, spans: readonly Span[], more: Partial<Diagnostic> = {}): Diagnostic {
  return { level: "error", message, code: null, spans, children: [], rendered: message, ...more };
}

function placed(name: string, ...touched: readonly string[]): Placed & { readonly name: string } {
  return { name, file: "a.rs", edits: [], touched: new Set(touched) };
}

describe("corpus of fixes: batches", () => {
  it("hold no two fixes of one segment, and every fix once", () => {
    const fixes = [placed("a", "1"), placed("b", "1", "2"), placed("c", "2"), placed("d", "3")];
    assert.deepEqual(batchesOf(fixes).map((batch) => batch.map(({ name }) => name)), [["a", "c", "d"], ["b"]]);
  });

  it("know the segments that a fix touches, and both neighbours of an insertion between two", () => {
    const text = "fn a() {}\nfn b() {}\nfn c() {}\n";
    const file = SourceFile.of(text);
    const inside = text.indexOf("b()");
    assert.deepEqual([...touchedBy("x.rs", file, [{ start: inside, end: inside + 1, newText: "d" }], inside)], ["x.rs#1"]);
    const border = file.starts[1] ?? 0;
    assert.deepEqual([...touchedBy("x.rs", file, [{ start: border, end: border, newText: "\n" }], inside)].sort(), ["x.rs#0", "x.rs#1"]);
  });

  it("are applied in the order of their places, and places are led back", () => {
    const first = { ...placed("first"), edits: [{ start: 8, end: 9, newText: "" }] };
    const second = { ...placed("second"), edits: [{ start: 2, end: 4, newText: "long" }] };
    const edits = editsByFile([first, second]).get("a.rs") ?? [];
    assert.equal(applied("0123456789", edits), "01long45679");
    assert.deepEqual(before(edits, 1), { offset: 1 });
    assert.equal(before(edits, 3).owner?.name, "second");
    assert.deepEqual(before(edits, 6), { offset: 4 });
    assert.deepEqual(before(edits, 10), { offset: 9 });
  });
});

describe("corpus of fixes: blame", () => {
  const fix = placed("fix", "a.rs#0");
  const files = (path: string) => (path === "a.rs" ? { text: "ä = value?;", edits: editsByFile([{ ...fix, edits: [{ start: 9, end: 9, newText: "?" }] }]).get("a.rs") ?? [], ownerOf: (offset: number) => (offset >= 6 ? fix : undefined) } : undefined);

  it("reads cargo's messages, each error once and no summary", () => {
    const message = diagnostic("mismatched types", [span("a.rs", 0)]);
    const line = (value: Diagnostic, kind: string): string => JSON.stringify({ reason: "compiler-message", target: { kind: [kind] }, message: value });
    const lines = ["a build script says this", line(message, "lib"), line(message, "bin"), line(diagnostic("unused", [span("a.rs", 0)], { level: "warning" }), "lib"), line(diagnostic("aborting due to 1 previous error", []), "lib")].join("\n");
    assert.deepEqual(errorsIn(lines).map((error) => error.message), ["mismatched types"]);
    assert.deepEqual(errorsIn(lines, "custom-build"), []);
  });

  it("counts rustc's bytes as UTF-16 units", () => {
    assert.equal(utf16Offset("ä = 𝛼;", 9), 6);
  });

  it("falls on the fix whose text, or whose segment, an error lies in", () => {
    assert.equal(blamed(diagnostic("in new text", [span("a.rs", 10)]), files)?.name, "fix");
    assert.equal(blamed(diagnostic("in its segment", [span("a.rs", 8)]), files)?.name, "fix");
    assert.equal(blamed(diagnostic("elsewhere", [span("a.rs", 0), span("b.rs", 8)]), files), undefined);
  });

  it("follows a macro to its call, and takes the main place before others", () => {
    const call = span("a.rs", 8);
    assert.equal(blamed(diagnostic("in a macro of std", [span("macros.rs", 0, { expansion: { span: call } })]), files)?.name, "fix");
    assert.equal(blamed(diagnostic("a note", [span("b.rs", 0)], { children: [diagnostic("required here", [call])] }), files)?.name, "fix");
  });
});

describe("corpus of fixes: trial", () => {
  const all = ["a", "b", "c", "d", "e"].map((name) => placed(name, name));
  const compiler = (bad: readonly string[], names: (guilty: readonly string[]) => readonly string[]) => {
    const runs: string[] = [];
    const compile = (fixes: readonly (typeof all)[number][]): Promise<Verdict<(typeof all)[number]>> => {
      runs.push(fixes.map(({ name }) => name).join(""));
      const guilty = fixes.filter(({ name }) => bad.includes(name)).map(({ name }) => name);
      const said = names(guilty);
      return Promise.resolve({ ok: guilty.length === 0, blamed: new Set(fixes.filter(({ name }) => said.includes(name))), error: guilty.length === 0 ? "" : `error in ${guilty.join()}` });
    };
    return { runs, compile };
  };
  const failed = (outcome: ReadonlyMap<(typeof all)[number], string | undefined>): readonly string[] => [...outcome].filter(([, error]) => error !== undefined).map(([{ name }]) => name).sort();

  it("takes out the fixes that errors name, and compiles each of them alone", async () => {
    const { runs, compile } = compiler(["b", "d"], (guilty) => guilty);
    const outcome = await tryFixes(all, compile);
    assert.equal(outcome.size, all.length);
    assert.deepEqual(failed(outcome), ["b", "d"]);
    assert.deepEqual(runs, ["abcde", "ace", "b", "d"]);
  });

  it("halves a batch whose errors name nobody", async () => {
    const { compile } = compiler(["d"], () => []);
    assert.deepEqual(failed(await tryFixes(all, compile)), ["d"]);
  });

  it("acquits a fix that was blamed for another", async () => {
    const { compile } = compiler(["c"], (guilty) => (guilty.includes("c") ? ["a", "c"] : []));
    assert.deepEqual(failed(await tryFixes(all, compile)), ["c"]);
  });
});

describe("corpus of fixes: probes", () => {
  const text = "use a::b;\nfn seen() {}\n#[cfg(windows)]\nfn cut() {}\nmod inner {\n    struct S;\n}\nfn partly() {\n    #[cfg(unix)]\n    one();\n}\n";
  const file = SourceFile.of(text);
  const at = (word: string): number => file.segmentAt(text.indexOf(word));

  it("stand on items with a keyword, before the item and behind its attributes", () => {
    const { text: after, segments } = probed(file, 7);
    assert.match(after, /#\[covenant_probe_7\] fn seen/);
    assert.match(after, /#\[cfg\(windows\)\]\n#\[covenant_probe_8\] fn cut/);
    assert.doesNotMatch(after, /\] (?:use|mod)\b/);
    assert.deepEqual([...segments], [[7, at("seen")], [8, at("cut")], [9, at("struct S")], [10, at("partly")]]);
  });

  it("tell what rustc saw", () => {
    assert.deepEqual([...seenProbes([diagnostic("cannot find attribute `covenant_probe_12` in this scope", [])])], [12]);
    const compiled = compiledSegments(file, new Set([at("seen"), at("struct S")]));
    assert.ok(compiled.has(at("seen")) && compiled.has(at("use a")) && compiled.has(at("struct S")));
    assert.ok(!compiled.has(at("cut")));
    assert.equal(compiledSegments(file, new Set()).size, 0);
  });

  it("do not vouch for what stands behind a `cfg` in a body", () => {
    const start = file.starts[at("partly")] ?? 0;
    assert.equal(mayBeCutOut(file, at("partly"), text.indexOf("one()") - start), true);
    assert.equal(mayBeCutOut(file, at("partly"), text.indexOf("partly") - start), false);
    assert.equal(mayBeCutOut(file, 99, 0), true);
  });
});

describe("corpus of fixes: crates and figures", () => {
  it("takes exact versions only", () => {
    assert.deepEqual(crateList('[{"name":"a","version":"1.2.3","kind":"k"}]'), [{ name: "a", version: "1.2.3", kind: "k", args: [] }]);
    for (const entry of ['{"name":"a","version":"1.2","kind":"k"}', '{"name":"a","version":"1.2.3"}', "null", '{"name":"a","version":"1.2.3","kind":"k","args":[1]}']) assert.throws(() => crateList(`[${entry}]`), /entry 1/);
    assert.throws(() => crateList("{}"), /no array/);
  });

  it("leaves what only tests need out of a manifest", () => {
    const after = withoutDevelopment('[package]\nname = "a"\n[dependencies.b]\nversion = "1"\n[dev-dependencies.c]\nversion = "1"\n[[bench]]\nname = "d"\n[target.x.dev-dependencies.e]\nversion = "1"\n');
    assert.match(after, /\[workspace\]/);
    assert.match(after, /\[dependencies\.b\]/);
    assert.doesNotMatch(after, /dev-dependencies|bench/);
  });

  it("goes on where a run of the same program was broken off", () => {
    const folder = mkdtempSync(join(tmpdir(), "covenant-results-"));
    try {
      const entry = { name: "a", version: "1.2.3", kind: "k", args: [] };
      const tried = [{ offer: { rule: "r", kind: "safe", title: "t", file: "f.rs", line: 1 }, error: undefined, parses: true }] as const;
      const results = new Results(folder, "one");
      assert.equal(results.stored(entry), undefined);
      results.store({ entry, tried, unseen: { r: 2 }, together: { applied: 1, parses: true, error: undefined }, problems: [], runs: 3 });
      assert.equal(countOf(results.stored(entry)?.tried ?? []).compiled, 1);
      assert.equal(new Results(folder, "two").stored(entry), undefined);
      assert.equal(results.stored({ ...entry, args: ["--all-features"] }), undefined);
      writeFileSync(join(folder, "a.json"), "{");
      assert.equal(results.stored(entry), undefined);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("never rounds a share up to a whole, and takes nothing tried for no proof", () => {
    assert.equal(share(1999, 2000), "99.9 %");
    assert.equal(share(0, 0), "–");
    assert.equal(reaches({ offered: 100, parsed: 100, compiled: 99 }, bars.safe), true);
    assert.equal(reaches({ offered: 100, parsed: 99, compiled: 100 }, bars.safe), false);
    assert.equal(reaches({ offered: 100, parsed: 100, compiled: 89 }, bars.suggestion), false);
    assert.equal(reaches({ offered: 0, parsed: 0, compiled: 0 }, bars.suggestion), false);
  });
});
