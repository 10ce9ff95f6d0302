/** The pure parts of `npm run corpus`, on what clippy and the command line really said about `comparison/sample.rs`. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFindings } from "../server/scripts/corpus/clippyRun.js";
import { compare } from "../server/scripts/corpus/compare.js";
import { readCrateList } from "../server/scripts/corpus/crateList.js";
import { figuresOf, precision, rawPrecision, rawRecall, recall, type CrateResult } from "../server/scripts/corpus/figures.js";
import type { Finding } from "../server/scripts/corpus/finding.js";
import { readReport } from "../server/scripts/corpus/ourRun.js";
import { page, summary } from "../server/scripts/corpus/page.js";
import { twins } from "../server/scripts/corpus/twins.js";
import { judge, openRows, readTable, tableLine, tableRow, type Disagreement, type Verdict } from "../server/scripts/corpus/verdicts.js";
import { applyEdits, witnessEdit, witnessesIn } from "../server/scripts/corpus/witness.js";
import { memberManifest, workspaceManifest } from "../server/scripts/corpus/workspace.js";
import { rules } from "../server/src/rules/index.generated.js";

const recorded = (name: string): string => readFileSync(join(import.meta.dirname, "../../test/comparison", name), "utf8");
const ours = (): readonly Finding[] => readReport(recorded("ours.json"), "sample-1.0.0/");
const theirs = (): readonly Finding[] => readFindings(recorded("clippy.jsonl"), twins, "sample-1.0.0");
const sample = (): CrateResult => ({ crate: "sample", comparison: compare(twins, ours(), theirs()), notCompiled: [] });
const place = ({ rule, start }: Finding): string => `${rule} ${start.line + 1}`;
const at = (rule: string, line: number, from: number, to: number, lastLine = line): Finding => ({ rule, file: "src/lib.rs", start: { line, character: from }, end: { line: lastLine, character: to } });

describe("comparison with clippy", () => {
  it("has a twin for each rule that the bars are about", () => {
    const wanted = ["clippy::unwrap_used", "clippy::expect_used", "clippy::panic", "clippy::todo", "clippy::unimplemented", "clippy::undocumented_unsafe_blocks", "clippy::missing_safety_doc", "clippy::missing_errors_doc", "clippy::missing_panics_doc", "clippy::allow_attributes_without_reason", "missing_docs"];
    const lints = twins.flatMap((twin) => twin.lints);
    assert.deepEqual(wanted.filter((lint) => !lints.includes(lint)), []);
    assert.deepEqual(twins.filter(({ rule }) => !rules.some(({ id }) => id === rule)), []);
  });

  it("reads clippy's findings, those in a template at the template", () => {
    const found = theirs();
    assert.equal(found.length, 8);
    assert.deepEqual(found.filter(({ macro }) => macro !== undefined).map((finding) => [place(finding), finding.macro]), [["missing-errors-doc 7", "readers!"], ["missing-errors-doc 7", "readers!"]]);
    assert.deepEqual(readFindings(recorded("clippy.jsonl"), twins, "other-1.0.0"), []);
  });

  it("leaves build scripts and the parentheses around an expression out", () => {
    const line = recorded("clippy.jsonl").split("\n").find((text) => text.includes("clippy::todo")) ?? "";
    const message = line.replace(/"byte_end":\d+.*?"text":\[[^\]]*\]/u, (span) => span.replace(/"column_start":\d+/u, '"column_start":1').replace(/"column_end":\d+/u, '"column_end":17').replace(/"text":\[.*/u, '"text":[{"text":"((a()).unwrap())","highlight_start":1,"highlight_end":17}]'));
    assert.deepEqual(readFindings(message, twins, "sample-1.0.0").map(({ start, end }) => [start.character, end.character]), [[1, 15]]);
    assert.deepEqual(readFindings(line.replaceAll('"kind":["lib"]', '"kind":["custom-build"]'), twins, "sample-1.0.0"), []);
    assert.equal(readFindings(line, twins, "sample-1.0.0").length, 1);
  });

  it("pairs what is about the same place and counts a template once", () => {
    const { agreed, onlyOurs, onlyTheirs } = sample().comparison;
    assert.deepEqual(agreed.map((pair) => place(pair.ours)).sort(), ["missing-errors-doc 18", "missing-panics-doc 24", "suppression-without-reason 17", "undocumented-unsafe 38", "unfinished-code 26", "unwrap-in-production 32"]);
    assert.deepEqual(onlyOurs.map(place), ["unwrap-in-production 29"]);
    assert.deepEqual(onlyTheirs.map(place), ["missing-errors-doc 7"]);
  });

  it("does not pair other places, other files, or one finding twice", () => {
    const call = at("unwrap-in-production", 4, 10, 18);
    const chain = at("unwrap-in-production", 3, 4, 18, 4);
    assert.equal(compare(twins, [call], [chain]).agreed.length, 1);
    assert.equal(compare(twins, [call], [at("unwrap-in-production", 3, 4, 17, 4)]).agreed.length, 0);
    assert.equal(compare(twins, [call], [at("expect-in-production", 3, 4, 18, 4)]).agreed.length, 0);
    assert.equal(compare(twins, [call], [{ ...chain, file: "src/other.rs" }]).agreed.length, 0);
    const both = compare(twins, [at("missing-docs", 2, 4, 8), at("missing-docs", 2, 9, 12)], [at("missing-docs", 2, 0, 20)]);
    assert.deepEqual([both.agreed.length, both.onlyOurs.length], [1, 1]);
  });

  it("takes the shortest span, so that a module does not answer for an item in it", () => {
    const item = at("missing-docs", 5, 7, 10);
    const { agreed, onlyTheirs } = compare(twins, [item], [at("missing-docs", 0, 0, 1, 40), at("missing-docs", 5, 0, 12)]);
    assert.deepEqual(agreed.map((pair) => pair.theirs.start.line), [5]);
    assert.deepEqual(onlyTheirs.map(({ start }) => start.line), [0]);
  });

  it("refuses a report that is none or judged nothing", () => {
    assert.throws(() => readReport("", ""), /wrote no report/);
    assert.throws(() => readReport('{"findings":[],"summary":{"files":0}}', "x/"), /judged no file of x/);
    assert.throws(() => readReport('{"findings":[{"rule":"a","path":"b"}],"summary":{"files":1}}', ""), /without a place/);
  });
});

describe("witnesses of what rustc compiles", () => {
  it("stand at each kind of place", () => {
    const text = recorded("sample.rs");
    const changed = applyEdits(text, ours().map((finding, number) => ({ number, ...witnessEdit(text, finding, number) }))).text.split("\n");
    const line = (number: number): string | undefined => changed[number - 1]?.trim();
    assert.equal(line(17), "#[covenant_witness_0] #[allow(clippy::let_and_return)]");
    assert.equal(line(18)?.slice(0, 37), "#[covenant_witness_1] pub fn parse(te");
    assert.equal(line(26), "covenant_witness_3!()");
    assert.equal(line(29), 'let text = text.strip_prefix("w").unwrap(::core::compile_error!("covenant_witness_4"), );');
    assert.equal(line(38), 'unsafe { ::core::compile_error!("covenant_witness_6");  *std::ptr::from_ref(place) }');
  });

  it("stand inside `cfg_attr`, before inner attributes and in values", () => {
    const edit = (text: string, rule: string): string => applyEdits(text, [{ number: 7, ...witnessEdit(text, at(rule, 0, 0, text.length), 7) }]).text;
    assert.equal(edit("#![allow(dead_code)]", "suppression-without-reason"), "#![covenant_witness_7] #![allow(dead_code)]");
    assert.equal(edit("#[cfg_attr(x, allow(y))]", "suppression-without-reason"), "#[cfg_attr(x, covenant_witness_7, allow(y))]");
    assert.equal(edit("Option::unwrap", "unwrap-in-production"), '::core::compile_error!("covenant_witness_7")');
    assert.equal(edit("unsafe impl", "undocumented-unsafe"), "#[covenant_witness_7] unsafe impl");
    assert.equal(edit("expect::<u8>(", "expect-in-production"), 'expect::<u8>(::core::compile_error!("covenant_witness_7"), ');
  });

  it("are known again in a message or where the error points, in bytes, and in no other file", () => {
    const edits = [{ number: 12, start: 4, end: 4, text: "#[covenant_witness_12] " }, { number: 3, start: 0, end: 1, text: "é" }];
    const { text, places } = applyEdits("x é fn f() {}", edits);
    assert.equal(text, "é é #[covenant_witness_12] fn f() {}");
    assert.deepEqual(places, [{ number: 3, start: 0, end: 2 }, { number: 12, start: 6, end: 29 }]);
    const witnesses = places.map((own) => ({ ...own, file: "a/src/lib.rs" }));
    const span = { file_name: "a/src/lib.rs", byte_start: 6, byte_end: 7, line_start: 1, line_end: 1, column_start: 5, column_end: 6, is_primary: true, text: [], label: null, suggested_replacement: null, suggestion_applicability: null, expansion: null };
    const error = { message: "no rules expected `#`", level: "error", code: undefined, spans: [span], children: [], rendered: undefined };
    assert.deepEqual(witnessesIn(error, witnesses), [12]);
    assert.deepEqual(witnessesIn({ ...error, spans: [{ ...span, byte_start: 29, byte_end: 31 }] }, witnesses), []);
    assert.deepEqual(witnessesIn({ ...error, spans: [{ ...span, is_primary: false }] }, witnesses), []);
    assert.deepEqual(witnessesIn({ ...error, spans: [{ ...span, file_name: "a/src/other.rs" }] }, witnesses), []);
    assert.deepEqual(witnessesIn({ ...error, message: "cannot find macro `covenant_witness_3` in this scope", spans: [] }, []), [3]);
  });
});

describe("table of disagreements", () => {
  const verdict: Verdict = { crate: "sample", rule: "missing-errors-doc", side: "clippy", file: "src/lib.rs", times: 1, class: "macro", reason: "template of the crate's own macro", line: "pub fn $name()" };
  const disagreement: Disagreement = { crate: "sample", side: "clippy", finding: at("missing-errors-doc", 6, 12, 75), line: "pub fn $name()" };

  it("is read as it is written; comments and empty lines are none of it", () => {
    assert.deepEqual(readTable(`# head\n\n${tableRow(verdict)}\r\n`), [verdict]);
  });

  it("refuses lines that say too little or nonsense, with their number", () => {
    assert.throws(() => readTable("# a\na\tb\tours"), /line 2 .*eight columns/);
    assert.throws(() => readTable(tableRow({ ...verdict, class: "because" })), /class `because`; for clippy there are macro/);
    assert.throws(() => readTable(tableRow({ ...verdict, side: "ours" })), /class `macro`; for ours there are/);
    assert.throws(() => readTable(tableRow({ ...verdict, reason: "" })), /gives no reason/);
    assert.throws(() => readTable(tableRow({ ...verdict, times: 0 })), /how many/);
    assert.throws(() => readTable(`${tableRow(verdict)}\n${tableRow({ ...verdict, reason: "another reason" })}`), /repeats/);
  });

  it("tells judged from new and stale ones, and counts equal ones", () => {
    const none = judge([disagreement], [verdict]);
    assert.deepEqual([none.known.length, none.fresh.length, none.stale.length], [1, 0, 0]);
    assert.deepEqual(judge([disagreement, disagreement], [verdict]).fresh, [disagreement]);
    assert.deepEqual(judge([disagreement], [{ ...verdict, times: 2 }]).stale.length, 1);
    assert.deepEqual(judge([{ ...disagreement, line: "pub fn other()" }], [verdict]).fresh.length, 1);
    assert.deepEqual(judge([{ ...disagreement, side: "ours" }], [verdict]).stale, [verdict]);
  });

  it("lets one line speak for a file, as often as it says and no oftener", () => {
    const many = [disagreement, { ...disagreement, line: "pub fn other()" }];
    const all: Verdict = { ...verdict, line: "*", times: 2 };
    assert.deepEqual([judge(many, [all]).known.length, judge(many, [all]).stale.length], [2, 0]);
    assert.deepEqual(judge([...many, disagreement], [all]).fresh, [disagreement]);
    assert.deepEqual(judge(many, [{ ...all, times: 3 }]).stale.length, 1);
    assert.deepEqual(judge(many, [verdict, { ...all, times: 1 }]).known.map((known) => known.verdict.line), [verdict.line, "*"]);
    assert.deepEqual(judge(many, [{ ...all, file: "src/other.rs" }]).fresh.length, 2);
  });

  it("offers lines for what is not judged, which are refused until somebody has filled them in", () => {
    const rows = openRows([disagreement, disagreement], []);
    assert.deepEqual(rows, [tableRow({ ...verdict, times: 2, class: "?", reason: "?" })]);
    assert.throws(() => readTable(rows.join("\n")), /class `\?`/);
    assert.deepEqual(openRows([disagreement], [verdict]), [tableRow({ ...verdict, times: 2 })]);
  });

  it("shortens long lines and keeps tabs out", () => {
    assert.equal(tableLine("\t\tlet a =\tb;\r"), "let a = b;");
    assert.equal(tableLine("x".repeat(500)).length, 120);
  });
});

describe("figures of the comparison", () => {
  const of = (rule: string, side: "ours" | "clippy", line: number, name: string): Verdict => ({ crate: "sample", rule, side, file: "src/lib.rs", times: 1, class: name, reason: "as the test says", line: `line ${line}` });
  const disagreements: readonly Disagreement[] = [
    { crate: "sample", side: "ours", finding: at("unwrap-in-production", 28, 38, 46), line: "line 28" },
    { crate: "sample", side: "clippy", finding: at("missing-errors-doc", 6, 12, 75), line: "line 6" },
  ];
  const figures = (...table: readonly Verdict[]): ReturnType<typeof figuresOf> => figuresOf([sample()], judge(disagreements, table), () => true);

  it("count every disagreement against us until somebody has judged it", () => {
    const raw = figures();
    assert.deepEqual([raw.agreed, raw.onlyOurs, raw.onlyClippy, raw.wrong, raw.missed], [6, 1, 1, 1, 1]);
    assert.equal(precision(raw), 6 / 7);
    assert.equal(recall(raw), 6 / 7);
  });

  it("leave the raw shares as they are whatever the table says", () => {
    const judged = figures(of("unwrap-in-production", "ours", 28, "clippy-misses"), of("missing-errors-doc", "clippy", 6, "macro"));
    assert.deepEqual([judged.wrong, judged.missed], [0, 0]);
    assert.deepEqual([precision(judged), recall(judged)], [1, 1]);
    assert.deepEqual([rawPrecision(judged), rawRecall(judged)], [6 / 7, 6 / 7]);
  });

  it("hold against us what the table calls wrong, missed or unseen", () => {
    const judged = figures(of("unwrap-in-production", "ours", 28, "wrong"), of("missing-errors-doc", "clippy", 6, "unseen"));
    assert.deepEqual([judged.wrong, judged.missed], [1, 1]);
    assert.equal(figures(of("missing-errors-doc", "clippy", 6, "missed")).missed, 1);
  });

  it("fail below a bar, by rule", () => {
    const { failures, text } = summary([sample()], judge(disagreements, []));
    assert.deepEqual(failures, ["the recall of missing-errors-doc is 50.0 %; 95.0 % is the bar", "the precision of unwrap-in-production is 50.0 %; 98.0 % is the bar"]);
    assert.match(text, /^all +6 +1 +1 +85\.7 % +85\.7 % +85\.7 % +85\.7 % +0$/mu);
    assert.deepEqual(summary([sample()], judge(disagreements, [of("unwrap-in-production", "ours", 28, "stricter"), of("missing-errors-doc", "clippy", 6, "exempt")])).failures, []);
  });

  it("make the page, which says what is not judged", () => {
    const crates = [{ name: "sample", version: "1.0.0", kind: "made up", defaultFeatures: true, features: [] }];
    const text = page({ results: [sample()], judged: judge(disagreements, []), crates, table: [], versions: "clippy 0.1.95" });
    assert.match(text, /\| sample-1\.0\.0 \| made up \| 6 \| 1 \| 1 \| 0 \|/);
    assert.match(text, /2 disagreements are not judged yet/);
  });
});

describe("crates of the corpus", () => {
  it("are listed in exact versions: at least fifteen, each once", () => {
    const crates = readCrateList(readFileSync(join(import.meta.dirname, "../../corpus/crates.json"), "utf8"));
    assert.ok(crates.length >= 15, `${crates.length} crates`);
  });

  it("are refused with a range, a slip or twice", () => {
    const list = (...crates: readonly object[]): string => JSON.stringify({ crates });
    const crate = { name: "a", version: "1.0.0", kind: "parser" };
    assert.deepEqual(readCrateList(list(crate)), [{ ...crate, defaultFeatures: true, features: [] }]);
    assert.throws(() => readCrateList(list({ ...crate, version: "1.0" })), /no exact version/);
    assert.throws(() => readCrateList(list({ ...crate, feature: [] })), /unknown key `feature`/);
    assert.throws(() => readCrateList(list(crate, crate)), /twice/);
    assert.throws(() => readCrateList("[]"), /no `crates`/);
  });

  it("lose what has nothing to do with their library", () => {
    const manifest = memberManifest(`[package]
name = "a"
version = "1.0.0"
rust-version = "1.60"
[features]
std = []
extra = ["std", "kept/x", "gone/y", "weak?/z"]
[dependencies]
kept = "1"
[dev-dependencies]
gone = "1"
[target.'cfg(unix)'.dependencies]
weak = { version = "1", optional = true }
[target.'cfg(unix)'.dev-dependencies]
gone2 = "1"
[[bench]]
name = "b"
[lints.clippy]
unwrap_used = "allow"
`);
    for (const word of ["rust-version", "dev-dependencies", "bench]]", "unwrap_used", "gone"]) assert.ok(!manifest.includes(word), word);
    for (const word of ['"kept/x"', '"weak?/z"', "autobins = false", "[dependencies]"]) assert.ok(manifest.includes(word), word);
  });

  it("use each other's copies", () => {
    const text = workspaceManifest([{ name: "a", version: "1.0.0", kind: "", defaultFeatures: true, features: [] }]);
    assert.match(text, /members = \[ "a-1\.0\.0" \]/);
    assert.match(text, /\[patch\.crates-io\.a\]\s*path = "a-1\.0\.0"/);
  });
});
