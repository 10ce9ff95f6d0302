/** Suggestions of the compiler: which are alternatives, what is to be filled in, and whether they still fit the text. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { plainText } from "../server/src/engine/fixes.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import { ChangeList } from "../server/src/lsp/changeList.js";
import { viewOfFile } from "../server/src/lsp/documents.js";
import { OtherFindings } from "../server/src/lsp/otherFindings.js";
import { RunLog } from "../server/src/lsp/runLog.js";
import { machineFixes, toolFixes, withEdits } from "../server/src/lsp/toolActions.js";
import { parseCargoLine } from "../server/src/release/cargoJson.js";
import { mapMessage } from "../server/src/release/cargoMessages.js";
import type { ExternalEdit, ExternalFinding, ExternalFix, Range } from "../server/src/release/externalFinding.js";
import { manifestPlace } from "../server/src/release/manifestPlace.js";
import { snippetsOf } from "../server/src/release/placeholders.js";
import { canApply, linesStandThere, standsThere, textIn, viewOf, withLines } from "../server/src/release/shownText.js";
import { manifest, needs, sample, temporaryFolder } from "./cargo/samples.js";
import { loadSyntax } from "./ruleHarness.js";

const at = (line: number, from: number, to: number): Range => ({ start: { line, character: from }, end: { line, character: to } });
const finding = (range: Range, more: Partial<ExternalFinding> = {}): ExternalFinding =>
  ({ path: "/a.rs", range, severity: "warning", source: "clippy", code: "x", message: "m", related: [], tags: [], fixes: [], package: "p", targets: [], generation: 1, ...more });

describe("suggestions of the compiler", () => {
  it("are whole alternatives where a part comes back to the place of an earlier one", () => {
    const part = (from: number, to: number, text: string): object => ({
      file_name: "src/lib.rs", byte_start: from, byte_end: to, line_start: 1, line_end: 1, column_start: from + 1, column_end: to + 1, is_primary: true,
      text: [{ text: "let abc = def;" }], label: null, suggested_replacement: text, suggestion_applicability: "MachineApplicable", expansion: null,
    });
    const line = parseCargoLine(JSON.stringify({
      reason: "compiler-message", package_id: "p", manifest_path: "/w/Cargo.toml", target: { name: "p", kind: ["lib"] },
      message: { message: "m", level: "warning", code: { code: "clippy::x" }, spans: [part(4, 7, "")], children: [{ message: "try", level: "help", code: null, spans: [part(10, 13, "b"), part(4, 7, "a"), part(4, 7, "c"), part(10, 13, "d")], children: [] }] },
    }));
    assert.equal(line.reason, "message");
    const [found] = mapMessage(line, { workspaceRoot: "/w", targetDirectory: "/w/target", generation: 1 });
    assert.deepEqual(found?.fixes.map(({ title, applicability, edits }) => [title, applicability, edits.map((edit) => `${edit.oldText ?? "?"}>${edit.newText}`)]), [
      ["try: `a`, `b`", "MaybeIncorrect", ["abc>a", "def>b"]],
      ["try: `c`, `d`", "MaybeIncorrect", ["abc>c", "def>d"]],
    ]);
    assert.deepEqual([found.excerpt, found.lines], ["abc", ["let abc = def;"]]);
  });

  it("have the text of their place, in every recorded message", () => {
    let seen = 0;
    for (const name of ["clippy-bom-crlf-tab-astral.jsonl", "clippy-multipart-suggestion.json", "clippy-unwrap-multibyte.json", "clippy-overlapping-and-unordered-fixes.jsonl"]) {
      for (const line of sample(name).split("\n").map(parseCargoLine)) {
        if (line.reason !== "message") continue;
        for (const found of mapMessage(line, { workspaceRoot: "/ws", targetDirectory: "/ws/target", generation: 1 })) {
          if (found.lines === undefined) continue;
          const lines = Array.from({ length: found.range.start.line }, () => "").concat(found.lines);
          assert.equal(textIn(viewOf(lines.join("\n")), found.range), found.excerpt, name);
          assert.ok(found.fixes.every((fix) => fix.edits.every((edit) => edit.oldText !== undefined)), name);
          seen++;
        }
      }
    }
    assert.ok(seen > 10, String(seen));
  });

  it("fit only the text that the tool read", () => {
    const view = viewOf("let a = x.unwrap();\r\nnext\n");
    const one = finding(at(0, 10, 18), { excerpt: "unwrap()", lines: ["let a = x.unwrap();"] });
    assert.ok(standsThere(one, view) && linesStandThere(one, view));
    assert.equal(standsThere({ ...one, range: at(0, 9, 17) }, view), false);
    assert.equal(standsThere({ ...one, range: at(7, 10, 18) }, view), false);
    assert.equal(linesStandThere({ ...one, range: at(1, 10, 18) }, view), false);
    assert.deepEqual(withLines({ ...one, lines: ["x.unwrap();"] }, view).lines, ["let a = x.unwrap();"]);
    const edit = (range: Range, oldText: string | undefined): ExternalEdit => ({ range, newText: "y", ...(oldText === undefined ? {} : { oldText }) });
    const fix = (...edits: readonly ExternalEdit[]): ExternalFix => ({ title: "f", applicability: "MachineApplicable", edits });
    assert.ok(canApply(fix(edit(at(0, 10, 18), "unwrap()"), edit(at(1, 4, 4), undefined)), view));
    assert.ok(canApply(fix(edit({ start: { line: 0, character: 18 }, end: { line: 1, character: 4 } }, ";\nnext")), view), "line breaks count as one, whichever they are");
    assert.equal(canApply(fix(edit(at(0, 10, 18), "unwrap()"), edit(at(1, 0, 4), "text")), view), false, "each part, or none");
    assert.equal(canApply(fix(edit(at(0, 10, 18), undefined)), view), false, "unknown is not equal");
    assert.equal(canApply(fix(edit(at(9, 0, 0), "")), view), false, "beyond the text");
  });

  it("look the same into a text and into a document", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("fn a() {", "}", "\n", "\r\n", "x", "é", "")), fc.nat(8), (pieces, line) => {
      const text = pieces.join("");
      assert.equal(viewOfFile(SourceFile.of(text)).lineAt(line), viewOf(text).lineAt(line));
    }));
  });

  it("have their placeholders filled in by the user, numbered through", () => {
    assert.deepEqual(snippetsOf(["(1, /* &str */)"]), ["(1, ${1:/* &str */})"]);
    assert.deepEqual(snippetsOf([", E::B => todo!(), _ => todo!()"]), [", E::B => ${1:todo!()}, _ => ${2:todo!()}"]);
    assert.deepEqual(snippetsOf(["Vec<_>", "'_ _x $ }"]), ["Vec<${1:_}>", "'_ _x \\$ \\}"]);
    assert.deepEqual(snippetsOf(["", "name"]), ["", "${1:name}"]);
    assert.deepEqual(snippetsOf([""]), [""]);
    fc.assert(fc.property(fc.array(fc.constantFrom("a", "$", "}", "\\", "_", "/* x */", "todo!()", "${1:", " "), { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      assert.equal(plainText(snippetsOf([text])[0] ?? ""), text);
    }));
  });
});

describe("suggestions in a text", () => {
  it("go together where they do not touch, and none is offered that breaks the text", async () => {
    const syntax = await loadSyntax();
    const text = "fn a() {\n    return b(1);\n}\nfn c() {\n    return d(2);\n}\n";
    const file = SourceFile.of(text);
    const change = (range: Range, oldText: string, newText: string, applicability: ExternalFix["applicability"] = "MachineApplicable"): ExternalFinding =>
      finding(range, { fixes: [{ title: "change", applicability, edits: [{ range, oldText, newText }] }] });
    const one = change(at(1, 4, 16), "return b(1);", "b(1)");
    const two = change(at(4, 4, 16), "return d(2);", "d(2)");
    const overlapping = change(at(1, 11, 12), "b", "e");
    const breaking = change(at(4, 13, 14), "2", "(((");
    const doubtful = change(at(1, 13, 14), "1", "9", "MaybeIncorrect");
    const stale = change(at(1, 13, 14), "7", "9");
    assert.deepEqual(toolFixes(syntax, file, one).map((fix) => [fix.title, fix.preferred, fix.applicability]), [["change (clippy)", true, "safe"]]);
    assert.deepEqual(toolFixes(syntax, file, doubtful).map((fix) => [fix.title, fix.preferred, fix.applicability]), [["change (clippy, may be wrong)", undefined, "suggestion"]]);
    assert.deepEqual([toolFixes(syntax, file, breaking), toolFixes(syntax, file, stale)], [[], []]);
    const all = machineFixes(syntax, file, [one, one, two, overlapping, breaking, doubtful, stale]);
    assert.equal(all.count, 2);
    assert.equal(withEdits(file, all).text, "fn a() {\n    b(1)\n}\nfn c() {\n    d(2)\n}\n");
    assert.equal(syntax.liveTrees, 0);
    syntax.dispose();
  });

  it("of the real compiler apply to the very text it read, whatever their kind", async function () {
    this.timeout(120_000);
    needs(this, "cargo", "clippy", "--version");
    const source = [
      "pub trait Shape { fn area(&self) -> f64; fn name(&self) -> String; }", "pub struct Sq;", "impl Shape for Sq { fn area(&self) -> f64 { 1.0 } }",
      "pub enum E { A, B }", "pub fn m(e: E) -> u8 { match e { E::A => 1 } }", "pub fn f(_a: u8, _b: &str) {}", 'pub fn g() { f(1); let _ = "🦀é".len(); }',
      "pub fn imp(_x: HashMap<u8, u8>) {}", "pub fn bound<T>(x: T) -> String { x.to_string() }", "",
    ].join("\n");
    const folder = temporaryFolder({ "Cargo.toml": manifest("broken"), "src/lib.rs": source });
    const syntax = await loadSyntax();
    try {
      const run = spawnSync("cargo", ["clippy", "--offline", "--message-format=json"], { cwd: folder.path, encoding: "utf8" });
      const found = run.stdout.split("\n").map(parseCargoLine).flatMap((line) => (line.reason === "message" ? mapMessage(line, { workspaceRoot: folder.path, targetDirectory: `${folder.path}/target`, generation: 1 }) : []));
      const kinds = new Set(found.flatMap((one) => one.fixes.map((fix) => fix.applicability)));
      assert.ok(kinds.has("HasPlaceholders") && kinds.has("MaybeIncorrect"), [...kinds].join());
      const file = SourceFile.of(source);
      for (const one of found) {
        assert.ok(standsThere(one, viewOfFile(file)), one.message);
        assert.equal(toolFixes(syntax, file, one).length, one.fixes.length, one.message);
      }
      const snippets = found.flatMap((one) => toolFixes(syntax, file, one)).filter((fix) => fix.snippet).flatMap((fix) => fix.edits.map((edit) => edit.newText));
      assert.ok(snippets.some((text) => text.includes("${1:/* &str */}")) && snippets.some((text) => text.includes("${1:todo!()}")), snippets.join("\n"));
    } finally {
      syntax.dispose();
      folder.dispose();
    }
  });
});

describe("changes since a save", () => {
  const change = (line: number, from: number, to: number, text: string): { range: Range; text: string } => ({ range: at(line, from, to), text });

  it("are as short as what they come to", () => {
    const list = new ChangeList();
    for (const [index, letter] of [..."hello"].entries()) assert.equal(list.add(change(1, 4 + index, 4 + index, letter), ""), false);
    assert.deepEqual(list.changes?.map(({ range, text }) => [range, text]), [[at(1, 4, 4), "hello"]]);
    assert.equal(list.add(change(1, 4, 9, ""), "hello"), true);
    assert.deepEqual(list.changes, []);
  });

  it("are none when a replacement is undone, over several lines too", () => {
    const list = new ChangeList();
    assert.equal(list.add(change(1, 4, 7, "x\r\n  y"), "old"), false);
    assert.equal(list.add({ range: { start: { line: 1, character: 4 }, end: { line: 2, character: 3 } }, text: "old" }, "x\r\n  y"), true);
    assert.deepEqual(list.changes, []);
    list.add(change(1, 4, 7, "x\r\n  y"), "old");
    assert.equal(list.add({ range: { start: { line: 1, character: 5 }, end: { line: 2, character: 3 } }, text: "" }, "\r\n  y"), false);
    assert.deepEqual(list.changes.map(({ text }) => text), ["x"]);
  });

  it("cannot be known after a thousand, until the next save", () => {
    const list = new ChangeList();
    for (let index = 0; index < 1000; index++) list.add(change(index * 2, 0, 0, "x"), "");
    assert.equal(list.changes?.length, 1000);
    list.add(change(1, 0, 0, "x"), "");
    assert.equal(list.changes, undefined);
    list.clear();
    assert.deepEqual(list.changes, []);
  });
});

describe("what others show", () => {
  it("is not shown twice: the same code of the same tool on the same line, reaching into it", () => {
    const others = new OtherFindings();
    const own = [finding(at(3, 4, 9), { code: "needless_return" })];
    const hides = (range: Range, source: string, code: string): boolean => {
      others.set("u", [{ range, source, code }]);
      return others.without("u", own).length === 0;
    };
    assert.ok(hides(at(3, 4, 9), "clippy", "needless_return"));
    assert.ok(hides(at(3, 2, 6), "clippy", "needless_return"));
    assert.ok(hides({ start: { line: 3, character: 11 }, end: { line: 9, character: 0 } }, "clippy", "needless_return"), "one of several lines is cut differently");
    assert.equal(hides(at(3, 10, 12), "clippy", "needless_return"), false);
    assert.equal(hides(at(4, 4, 9), "clippy", "needless_return"), false);
    assert.equal(hides(at(3, 4, 9), "rustc", "needless_return"), false);
    assert.equal(hides(at(3, 4, 9), "clippy", "len_zero"), false);
    others.set("u", []);
    assert.deepEqual(others.without("u", own), own);
  });
});

describe("findings without a place", () => {
  it("go to the line of a manifest that names their lint", () => {
    const text = '[package]\nname = "nope_lint"\nnope_lint = 1\n\n[lints.clippy]\n# c\n"nope-lint" = "warn"\nother = { level = "deny" }\n';
    const place = (message: string, manifests: readonly (readonly [string, string])[]): readonly [string, number, number] => {
      const { path, range } = manifestPlace(message, "/w/a/Cargo.toml", { workspaceRoot: "/w", manifests: new Map(manifests) });
      return [path, range.start.line, range.start.character];
    };
    assert.deepEqual(place("unknown lint: `clippy::nope_lint`", [["/w/a/Cargo.toml", text]]), ["/w/a/Cargo.toml", 6, 1]);
    assert.deepEqual(place("unknown lint: `other`", [["/w/a/Cargo.toml", "[lints]\nworkspace = true\n"], ["/w/Cargo.toml", "[workspace.lints.rust]\nother = 'warn'\n"]]), ["/w/Cargo.toml", 1, 0]);
    assert.deepEqual(place("unknown lint: `inline`", [["/w/a/Cargo.toml", "[lints]\nclippy.inline = 'warn'\n"]]), ["/w/a/Cargo.toml", 1, 7]);
    assert.deepEqual(place("unknown lint: `absent`", [["/w/a/Cargo.toml", text]]), ["/w/a/Cargo.toml", 0, 0]);
    assert.deepEqual(place("no name at all", []), ["/w/a/Cargo.toml", 0, 0]);
  });
});

describe("the log of runs", () => {
  it("has a line for each run that ended, the last one first, and no more than ten", () => {
    let clock = 0;
    const log = new RunLog(() => clock, () => new Date(Date.UTC(2030, 0, 1)));
    log.state("idle", "");
    for (let run = 0; run < 12; run++) {
      log.state("running", "reading the workspace");
      clock += 500;
      log.state("running", "checked a");
      clock += 1000;
      log.state(run === 11 ? "failed" : "idle", `end of ${run}`);
    }
    assert.equal(log.lines.length, 10);
    assert.equal(log.lines[0], "2030-01-01T00:00:00.000Z, 1.5 s: failed: end of 11");
    assert.equal(log.lines[1], "2030-01-01T00:00:00.000Z, 1.5 s: end of 10");
  });
});
