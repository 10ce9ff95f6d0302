import assert from "node:assert/strict";
import { isRecord, parseCargoLine, parseJson } from "../server/src/release/cargoJson.js";
import { addFindings, mapMessage, type MessageLine } from "../server/src/release/cargoMessages.js";
import { ClippyResults } from "../server/src/release/clippyResults.js";
import type { ExternalFinding } from "../server/src/release/externalFinding.js";
import { isInside, relativePath, resolvePath } from "../server/src/release/paths.js";
import { sample } from "./cargo/samples.js";

/** Messages of a sample: line-JSON as cargo writes it, or one pretty-printed object. */
function messages(name: string): readonly MessageLine[] {
  const text = sample(name);
  const whole = parseJson(text);
  const lines = isRecord(whole) ? [JSON.stringify(whole)] : Array.isArray(whole) ? whole.map((entry) => JSON.stringify(entry)) : text.split("\n");
  return lines.map(parseCargoLine).filter((line): line is MessageLine => line.reason === "message");
}

function mapped(name: string, root: string): readonly ExternalFinding[] {
  const set = new Map<string, ExternalFinding>();
  for (const line of messages(name)) addFindings(set, mapMessage(line, { workspaceRoot: root, targetDirectory: `${root}/target`, generation: 1 }));
  return [...set.values()];
}

function only(findings: readonly ExternalFinding[]): ExternalFinding {
  assert.equal(findings.length, 1);
  return findings[0] as ExternalFinding;
}

describe("cargo messages", () => {
  it("turns scalar columns into UTF-16 columns", () => {
    const finding = only(mapped("clippy-unwrap-multibyte.json", "/ws/demo"));
    assert.equal(finding.path, "/ws/demo/src/lib.rs");
    assert.deepEqual(finding.range, { start: { line: 15, character: 26 }, end: { line: 15, character: 44 } });
    assert.equal(finding.source, "clippy");
    assert.equal(finding.code, "unwrap_used");
    assert.match(finding.href ?? "", /rust-1\.95\.0\/index\.html#unwrap_used$/);
    assert.doesNotMatch(finding.message, /for further information|requested on the command line/);
    assert.match(finding.message, /it will panic/);
  });

  it("agrees with the recorded mapping on BOM, CRLF, tabs and astral characters", () => {
    const wanted = JSON.parse(sample("lsp-mapped-bom-crlf.json")) as readonly { uri: string; diagnostic: { range: unknown; code: string } }[];
    const key = (path: string, range: unknown, code: string | undefined): string => JSON.stringify([path, range, code]);
    const got = mapped("clippy-bom-crlf-tab-astral.jsonl", "/ws/enc").map((finding) => key(finding.path, finding.range, finding.code));
    assert.deepEqual(got.toSorted(), wanted.map((entry) => key(entry.uri.replace("file://", ""), entry.diagnostic.range, entry.diagnostic.code)).toSorted());
    assert.ok(got.length > 5);
  });

  it("shows a macro's finding at the innermost place of the user's code and offers no fix there", () => {
    const finding = only(mapped("clippy-macro-expanded.json", "/ws/demo"));
    assert.equal(finding.range.start.line, 5);
    assert.deepEqual(finding.fixes, []);
    assert.ok(finding.related.some((place) => place.message === "macro invoked here" && place.range.start.line === 21));
  });

  it("goes out to the call when the macro is not the user's", () => {
    const [line] = messages("clippy-macro-expanded.json");
    assert.ok(line !== undefined);
    const foreign = JSON.parse(JSON.stringify(line.message).replace('"file_name":"src/lib.rs"', '"file_name":"/rustc/abc/core.rs"')) as MessageLine["message"];
    const [finding] = mapMessage({ ...line, message: foreign }, { workspaceRoot: "/ws/demo", targetDirectory: "/ws/demo/target", generation: 1 });
    assert.equal(finding?.path, "/ws/demo/src/lib.rs");
    assert.equal(finding?.range.start.line, 21);
    assert.deepEqual(finding?.fixes, []);
  });

  it("makes one fix of the parts of a suggestion, in order", () => {
    const finding = only(mapped("clippy-multipart-suggestion.json", "/ws/demo"));
    const [fix] = finding.fixes;
    assert.equal(finding.fixes.length, 1);
    assert.equal(fix?.applicability, "MachineApplicable");
    assert.deepEqual(fix?.edits.map((edit) => edit.newText), ["v", "w", "", ""]);
    const starts = fix?.edits.map((edit) => edit.range.start.character) ?? [];
    assert.deepEqual(starts, starts.toSorted((left, right) => left - right));
  });

  it("offers alternatives at one place as separate fixes, none of them safe", () => {
    const findings = mapped("rustc-alternative-suggestions.json", "/ws/alt");
    const fixes = findings.flatMap((finding) => finding.fixes);
    assert.ok(fixes.length >= 2);
    assert.ok(fixes.every((fix) => fix.applicability === "MaybeIncorrect" && fix.edits.length === 1));
    assert.ok(fixes.some((fix) => fix.title.includes("use std::sync::atomic::Ordering;")));
  });

  it("sorts parts that arrive unsorted", () => {
    for (const fix of mapped("clippy-overlapping-and-unordered-fixes.jsonl", "/ws/alt").flatMap((finding) => finding.fixes)) {
      const places = fix.edits.map((edit) => edit.range.start.line * 10_000 + edit.range.start.character);
      assert.deepEqual(places, places.toSorted((left, right) => left - right));
    }
  });

  it("puts a finding without a place on the manifest and drops rustc's closing words", () => {
    const finding = only(mapped("clippy-spanless-unknown-lint.jsonl", "/ws/e6"));
    assert.equal(finding.path, "/ws/e6/Cargo.toml");
    assert.equal(finding.code, "E0602");
    assert.equal(finding.href, "https://doc.rust-lang.org/error_codes/E0602.html");
  });

  it("shows an error of clippy.toml in clippy.toml", () => {
    const finding = only(mapped("clippy-config-error.jsonl", "/ws/e7"));
    assert.equal(finding.path, "/ws/e7/clippy.toml");
    assert.equal(finding.severity, "error");
    assert.equal(finding.fixes[0]?.edits[0]?.newText, "msrv");
  });

  it("reads compile errors and compiler crashes as errors", () => {
    assert.ok(mapped("rustc-compile-error.jsonl", "/ws/e1").some((finding) => finding.severity === "error" && finding.source === "rustc"));
    assert.ok(mapped("rustc-ice.jsonl", "/ws/ice").some((finding) => finding.severity === "error"));
  });

  it("cuts a range of many lines to its first and keeps the whole", () => {
    const [line] = messages("clippy-unwrap-multibyte.json");
    const span = line?.message.spans[0];
    assert.ok(line !== undefined && span !== undefined);
    const long = { ...line, message: { ...line.message, spans: [{ ...span, line_end: span.line_start + 40, column_end: 1 }] } };
    const [finding] = mapMessage(long, { workspaceRoot: "/ws/demo", targetDirectory: "/ws/demo/target", generation: 1 });
    assert.equal(finding?.range.end.line, finding?.range.start.line);
    assert.equal(finding?.fullRange?.end.line, span.line_start + 39);
  });

  it("takes what is not cargo's for noise, whatever it is", () => {
    for (const text of ["hello from proc macro", "", "{", "{}", "[]", '{"reason":1}', '{"reason":"compiler-message"}', '{"reason":"build-finished"}', '{"reason":"compiler-message","package_id":"a","manifest_path":"b","target":{"name":"c"},"message":{"message":1}}']) {
      assert.equal(parseCargoLine(text).reason, "noise", text);
    }
    assert.equal(parseCargoLine('{"reason":"of-the-future","x":1}').reason, "other");
  });
});

describe("clippy results over several runs", () => {
  const context = { workspaceRoot: "/ws/demo", targetDirectory: "/ws/demo/target", generation: 1 };
  const line = (): MessageLine => messages("clippy-unwrap-multibyte.json")[0] as MessageLine;
  const artifact = (packageId: string): Parameters<ClippyResults["take"]>[0] =>
    ({ reason: "artifact", packageId, target: { name: "x", kind: ["lib"] }, test: false, executable: undefined, filenames: [], fresh: false });
  const other = (packageId: string, message: string): MessageLine => ({ ...line(), packageId, message: { ...line().message, message } });
  const finish = { reason: "finished", success: true } as const;
  const texts = (results: ClippyResults): readonly string[] => [...results.takeChanges().values()].flat().map((finding) => finding.message.split("\n")[0] ?? "");

  it("counts the same finding of a library and its test build once and names both", () => {
    const results = new ClippyResults();
    results.begin(context);
    results.take(line());
    results.take({ ...line(), target: { name: "demo_crate", kind: ["test"] } });
    const [finding] = [...results.takeChanges().values()].flat();
    assert.equal(results.size(), 1);
    assert.equal(finding?.targets.length, 2);
  });

  it("keeps old findings until the package's new result is complete", () => {
    const results = new ClippyResults();
    results.begin(context);
    results.take(other("p", "old"));
    results.take(artifact("p"));
    results.take(artifact("p"));
    results.take(finish);
    assert.deepEqual(texts(results), ["old"]);
    results.begin({ ...context, generation: 2 });
    results.take(other("p", "new"));
    results.take(artifact("p"));
    assert.equal(results.takeChanges().size, 0, "half of the targets: the old findings stand");
    results.take(artifact("p"));
    assert.deepEqual(texts(results), ["new"], "all targets: published before the run has ended");
  });

  it("changes nothing when a run is cancelled or dies, and keeps packages that a run did not reach", () => {
    const results = new ClippyResults();
    results.begin(context);
    for (const id of ["p", "q"]) {
      results.take(other(id, `old ${id}`));
      results.take(artifact(id));
    }
    results.take(finish);
    results.takeChanges();
    results.begin({ ...context, generation: 2 });
    results.take(other("p", "half"));
    results.begin({ ...context, generation: 3 });
    assert.equal(results.summary().complete, false);
    results.take(artifact("p"));
    results.take({ reason: "finished", success: false });
    assert.deepEqual(texts(results), ["old q"], "p is clean now; q was not reached");
  });

  it("shows a first result as it comes", () => {
    const results = new ClippyResults();
    results.begin(context);
    results.take(other("p", "first"));
    assert.deepEqual(texts(results), ["first"]);
  });

  it("withdraws findings of packages that left the workspace", () => {
    const results = new ClippyResults();
    results.begin(context);
    results.take(other("p", "x"));
    results.take(finish);
    results.takeChanges();
    results.keepOnly(new Set(["q"]));
    assert.deepEqual([...results.takeChanges().values()], [[]]);
  });
});

describe("paths without an operating system", () => {
  it("resolves, contains and relativises on both kinds of systems", () => {
    assert.equal(resolvePath("/ws/a", "src/../x.rs"), "/ws/a/x.rs");
    assert.equal(resolvePath("/ws/a", "/b//c/./d"), "/b/c/d");
    assert.equal(resolvePath("C:\\ws", "src/lib.rs"), "C:\\ws\\src\\lib.rs");
    assert.equal(resolvePath("\\\\host\\share\\ws", "a"), "\\\\host\\share\\ws\\a");
    assert.equal(resolvePath("/", ".."), "/");
    assert.equal(isInside("/ws/a", "/ws/ab/c"), false);
    assert.equal(isInside("c:\\WS", "C:\\ws\\x"), true);
    assert.equal(relativePath("/ws/a", "/ws/a/src/l.rs"), "src/l.rs");
    assert.equal(relativePath("/ws/a", "/ws/a"), ".");
    assert.equal(relativePath("/ws/a", "/other"), "/other");
  });
});
