/** The command line: which files it judges, by what, and how it ends. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { defineRule } from "../server/src/engine/rule.js";
import { parseConfig } from "../server/src/config/parseConfig.js";
import { ruleSummaries } from "../server/src/node/catalogue.js";
import { rules } from "../server/src/rules/index.generated.js";
import { checkJson, covenant, manifest, onlyUnwrap, places, sandbox, unwrapping, type Sandbox } from "./cli/harness.js";

describe("covenant check", () => {
  let box: Sandbox;
  beforeEach(() => {
    box = sandbox();
  });
  afterEach(() => box.remove());

  it("judges each file in its own package and by its own target", async () => {
    box.write("Cargo.toml", '[workspace]\nmembers = ["a", "b"]\n');
    for (const name of ["a", "b"]) {
      box.write(`${name}/Cargo.toml`, manifest(name));
      box.write(`${name}/src/lib.rs`, unwrapping(name));
      box.write(`${name}/tests/api.rs`, unwrapping("helper"));
    }
    box.write("loose.rs", unwrapping("loose"));
    const { report, outcome } = await checkJson(box, onlyUnwrap);
    assert.deepEqual(places(report), ["a/src/lib.rs:2:unwrap-in-production", "b/src/lib.rs:2:unwrap-in-production", "loose.rs:2:unwrap-in-production"]);
    assert.equal(report.summary["packages"], 2);
    assert.equal(report.summary["files"], 5);
    assert.equal(outcome.code, 1);
  });

  it("knows test modules and the public API across files, also when one file is named", async () => {
    box.write("Cargo.toml", manifest("a"));
    box.write("src/lib.rs", "//! A crate.\n#[cfg(test)]\nmod checks;\nmod inner;\npub use inner::shown;\n");
    box.write("src/checks.rs", unwrapping("helper"));
    box.write("src/inner.rs", "pub fn shown() {}\npub fn hidden() {}\n");
    const whole = await checkJson(box, ["--rules", "unwrap-in-production,missing-docs"]);
    assert.deepEqual(places(whole.report), ["src/inner.rs:1:missing-docs"]);
    const one = await checkJson(box, ["--rules", "unwrap-in-production,missing-docs", "src/checks.rs", "src/inner.rs"]);
    assert.deepEqual(places(one.report), ["src/inner.rs:1:missing-docs"]);
    assert.equal(one.report.summary["files"], 2);
  });

  it("leaves out what ignore files name, hidden entries and build products, but no module called target", async () => {
    box.write("Cargo.toml", manifest("a"));
    mkdirSync(join(box.folder, ".git"));
    box.write(".gitignore", "/generated/\n*.tmp.rs\n!kept.tmp.rs\n");
    box.write("src/.ignore", "local.rs\n");
    for (const path of ["src/lib.rs", "src/target/mod.rs", "src/kept.tmp.rs", "src/other.tmp.rs", "src/local.rs", "generated/x.rs", "target/debug/x.rs", ".hidden/x.rs", "node_modules/x/x.rs"]) box.write(path, unwrapping("f"));
    const { report } = await checkJson(box, onlyUnwrap);
    assert.deepEqual(places(report).map((place) => place.split(":")[0]), ["src/kept.tmp.rs", "src/lib.rs", "src/target/mod.rs"]);
    const below = await checkJson(box, [...onlyUnwrap, "src"]);
    assert.deepEqual(places(below.report), places(report), "ignore files above the named folder count too");
    const named = await checkJson(box, [...onlyUnwrap, "generated/x.rs"]);
    assert.deepEqual(places(named.report), ["generated/x.rs:2:unwrap-in-production"], "a file that is named is judged");
  });

  it("takes the nearest covenant.toml, and --profile and --rules above it", async () => {
    box.write("Cargo.toml", manifest("a"));
    box.write("covenant.toml", 'exclude = ["src/vendored"]\n[rules]\nunwrap-in-production = "hint"\n');
    box.write("src/lib.rs", unwrapping("f"));
    box.write("src/vendored/x.rs", unwrapping("f"));
    box.write("src/deep/covenant.toml", '[rules]\nunwrap-in-production = "off"\n');
    box.write("src/deep/mod.rs", unwrapping("f"));
    const plain = await checkJson(box);
    assert.deepEqual(plain.report.findings.filter(({ rule }) => rule === "unwrap-in-production").map(({ path, severity }) => [path, severity]), [["src/lib.rs", "hint"]]);
    assert.equal(plain.report.summary["excluded"], 1);
    const asked = await checkJson(box, onlyUnwrap);
    assert.deepEqual(asked.report.findings.map(({ path, severity }) => [path, severity]), [["src/deep/mod.rs", "error"], ["src/lib.rs", "hint"]]);
  });

  it("judges nothing under a configuration with a slip in it, and says where", async () => {
    box.write("src/lib.rs", unwrapping("f"));
    box.write("covenant.toml", 'profile = "recommended"\n[rules]\nunwrap-in-prodction = "off"\n');
    const outcome = await covenant(box, ["check"]);
    assert.equal(outcome.code, 2);
    assert.equal(outcome.out, "");
    assert.match(outcome.err, /^error: covenant\.toml:3:1: .*unwrap-in-prodction/m);
  });

  it("keeps its exit codes", async () => {
    box.write("lib.rs", `//! A library.\n${unwrapping("f")}`);
    const code = async (...args: string[]): Promise<number | undefined> => (await covenant(box, args)).code;
    assert.equal(await code("check"), 1);
    assert.equal(await code("check", "--rules", "unfinished-code"), 0);
    box.write("covenant.toml", '[rules]\nunwrap-in-production = "information"\n');
    assert.equal(await code("check"), 0);
    assert.equal(await code("check", "--fail-on", "information"), 1);
    for (const wrong of [["check", "nowhere"], ["check", "--format", "xml"], ["check", "--jobs", "0"], ["check", "--rules", "unwrap-in-prod"], ["check", "--fail-on", "never"], ["chekc"], ["explain", "nothing"], ["lsp"], []]) {
      assert.equal(await code(...wrong), 2, wrong.join(" "));
    }
    assert.equal(await code("--help"), 0);
    assert.equal(await code("--version"), 0);
    assert.match((await covenant(box, ["check", "--rules", "unwrap-in-prod"])).err, /did you mean `unwrap-in-production`/);
  });

  it("reports a rule that throws, keeps the others' findings and says that the verdict is not complete", async () => {
    box.write("lib.rs", unwrapping("f"));
    const throwing = defineRule({ ...(rules.find(({ id }) => id === "static-mut") as object as Parameters<typeof defineRule>[0]), id: "throws", needs: ["fn"], wants: () => true, clues: [], lints: [], on: { function_item: () => { throw new Error("broken rule"); } } });
    const { report, outcome } = await checkJson(box, ["--no-cache"], { rules: [...rules, throwing] });
    assert.equal(outcome.code, 3);
    assert.ok(places(report).includes("lib.rs:2:unwrap-in-production"));
    assert.deepEqual(report.problems.map(({ path, rule }) => [path, rule]), [["lib.rs", "throws"]]);
    assert.match(outcome.err, /the rule `throws` failed.*broken rule/);
  });

  it("judges standard input as the file it is named after", async () => {
    box.write("Cargo.toml", manifest("a"));
    box.write("src/lib.rs", "#[cfg(test)]\nmod checks;\nmod inner;\n");
    box.write("src/inner.rs", "fn f() {}\n");
    const stdin = unwrapping("f");
    const asInner = await checkJson(box, [...onlyUnwrap, "--stdin-filename", "src/inner.rs"], { stdin });
    assert.deepEqual(places(asInner.report), ["src/inner.rs:2:unwrap-in-production"]);
    assert.equal(asInner.report.summary["files"], 1);
    // `checks.rs` does not exist on the disk yet; its module is declared as a test all the same.
    const asChecks = await checkJson(box, [...onlyUnwrap, "--stdin-filename", "src/checks.rs"], { stdin });
    assert.deepEqual(places(asChecks.report), []);
    assert.equal((await covenant(box, ["check", "--stdin-filename", "a.rs", "src"])).code, 2);
    assert.equal((await covenant(box, ["check", "--stdin-filename", "a.rs", "--fix"])).code, 2);
  });

  it("survives files that are no text, broken code, nesting and a line of 10 MB", async () => {
    box.write("binary.rs", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]));
    box.write("latin1.rs", Buffer.from("fn caf\xe9() {}\n", "latin1"));
    box.write("half.rs", `fn open( {\n${unwrapping("g")}`);
    box.write("nested.rs", `fn f() { ${"(".repeat(5000)}`);
    const line = `const A: &str = "${"x".repeat(10_000_000)}"; fn f(raw: Option<u8>) -> u8 { raw.unwrap() }`;
    box.write("long.rs", `${line}\n`);
    box.write("notes.txt", "not Rust");
    const { report, outcome } = await checkJson(box, [...onlyUnwrap, ".", "notes.txt"]);
    assert.deepEqual(report.skipped, [{ path: "binary.rs", reason: "binary" }, { path: "latin1.rs", reason: "not UTF-8" }]);
    assert.deepEqual(report.failed, []);
    const long = report.findings.find(({ path }) => path === "long.rs");
    assert.equal(long?.start.column, line.indexOf("unwrap") + 1);
    assert.match(outcome.err, /notes\.txt: not a Rust source/);
    assert.match(outcome.err, /binary\.rs: skipped, it is binary/);
    assert.equal(outcome.code, 1);
  }).timeout(30_000);

  it("tells a file that cannot be read as a failure", async function () {
    if (process.platform !== "linux") this.skip();
    // Reading the memory of a process at 0 is an input/output error, for the superuser too.
    symlinkSync("/proc/self/mem", join(box.folder, "unreadable.rs"));
    box.write("fine.rs", unwrapping("f"));
    const { report, outcome } = await checkJson(box, [...onlyUnwrap, "unreadable.rs", "fine.rs"]);
    assert.deepEqual(report.failed.map(({ path }) => path), ["unreadable.rs"]);
    assert.deepEqual(places(report), ["fine.rs:2:unwrap-in-production"]);
    assert.equal(outcome.code, 3);
  });

  it("counts offsets and columns without the byte-order mark, as editors do", async () => {
    const line = "fn f(raw: Option<u8>) -> u8 { raw.unwrap() }";
    box.write("bom.rs", `\uFEFF${line}\r\n`);
    const at = line.indexOf("unwrap");
    const { report } = await checkJson(box, onlyUnwrap);
    assert.deepEqual(report.findings.map(({ start, end }) => [start, end]), [[{ offset: at, line: 1, column: at + 1 }, { offset: at + 8, line: 1, column: at + 9 }]]);
  });

  it("finds the same in threads, also when one package is cut for several", async () => {
    box.write("Cargo.toml", manifest("big"));
    const names = Array.from({ length: 40 }, (_, index) => `part${index}`);
    box.write("src/lib.rs", `//! Big.\n${names.map((name, index) => `${index % 5 === 0 ? "#[cfg(test)]\n" : ""}pub mod ${name};\n`).join("")}`);
    for (const name of names) box.write(`src/${name}.rs`, `//! Part.\n${Array.from({ length: 20 }, (_, index) => `${"// Padding, so that threads pay.\n".repeat(60)}pub ${unwrapping(`f${index}`)}`).join("")}`);
    const alone = await checkJson(box, ["--no-cache", "--jobs", "1"]);
    const threaded = await checkJson(box, ["--no-cache", "--jobs", "3"]);
    assert.deepEqual(threaded.report.findings, alone.report.findings);
    assert.deepEqual(threaded.outcome.err, "");
    assert.equal(alone.report.findings.filter(({ rule }) => rule === "unwrap-in-production").length, 32 * 20);
    assert.ok(!alone.report.findings.some(({ path }) => path === "src/part5.rs"), "a test module across files");
  }).timeout(60_000);
});

describe("covenant check --fix", () => {
  let box: Sandbox;
  beforeEach(() => {
    box = sandbox();
  });
  afterEach(() => box.remove());

  /** Renames `bad1` to `bad0` and `bad0` to `good`, one step a round, safely; `worse` has a fix that breaks the code. */
  const renaming = defineRule({
    ...(rules.find(({ id }) => id === "static-mut") as object as Parameters<typeof defineRule>[0]),
    id: "renaming",
    lints: [],
    needs: ["bad0", "bad1", "broken_bad"],
    wants: () => true,
    clues: [],
    messages: { bad: "a bad name" },
    on: {
      identifier(node, cx) {
        const next = ({ bad1: "bad0", bad0: "good", broken_bad: "fn fn" } as Record<string, string>)[cx.code.text(node)];
        if (next === undefined) return;
        cx.report(node, { message: "bad" as never, fixes: () => [{ title: "Rename", kind: "quickfix", applicability: cx.code.text(node).startsWith("b") ? "safe" : "suggestion", edits: [{ start: cx.code.start(node), end: cx.code.end(node), newText: next }] }] });
      },
    },
  });
  const machine = { rules: [...rules, renaming] };

  it("applies safe fixes until nothing changes and keeps mark, line endings and mode", async () => {
    box.write("a.rs", "\uFEFFfn bad1() {}\r\nfn bad0() {}\r\n");
    chmodSync(join(box.folder, "a.rs"), 0o666);
    const { report, outcome } = await checkJson(box, ["--fix", "--rules", "renaming"], machine);
    assert.equal(readFileSync(join(box.folder, "a.rs"), "utf8"), "\uFEFFfn good() {}\r\nfn good() {}\r\n");
    if (process.platform !== "win32") assert.equal(statSync(join(box.folder, "a.rs")).mode & 0o777, 0o666);
    assert.deepEqual(readdirSync(box.folder), ["a.rs"]);
    assert.deepEqual(report.findings, []);
    assert.equal(report.summary["fixed"], 3);
    assert.equal(outcome.code, 0);
    const again = await checkJson(box, ["--fix", "--rules", "renaming"], machine);
    assert.equal(again.report.summary["fixed"], 0);
  });

  it("never leaves a file that parses worse, and reports what is left", async () => {
    const text = "fn broken_bad() {}\nfn bad0() {}\n";
    box.write("a.rs", text);
    const { report, outcome } = await checkJson(box, ["--fix", "--rules", "renaming"], machine);
    assert.equal(readFileSync(join(box.folder, "a.rs"), "utf8"), "fn broken_bad() {}\nfn good() {}\n");
    assert.deepEqual(places(report), ["a.rs:1:renaming"]);
    assert.equal(outcome.code, 1);
  });

  it("leaves suggestions and files without findings alone", async () => {
    box.write("a.rs", unwrapping("f"));
    const { report } = await checkJson(box, ["--fix", ...onlyUnwrap], machine);
    assert.equal(readFileSync(join(box.folder, "a.rs"), "utf8"), unwrapping("f"));
    assert.equal(report.summary["fixed"], 0);
    assert.equal(report.findings.length, 1);
  });
});

describe("the other commands", () => {
  let box: Sandbox;
  beforeEach(() => {
    box = sandbox();
  });
  afterEach(() => box.remove());

  it("init writes a configuration that says what holds anyway, once", async () => {
    box.write("lib.rs", unwrapping("f"));
    const before = await checkJson(box);
    assert.equal((await covenant(box, ["init"])).code, 0);
    const text = readFileSync(join(box.folder, "covenant.toml"), "utf8");
    assert.deepEqual(parseConfig(text, ruleSummaries(rules)).problems, []);
    for (const rule of rules) assert.ok(text.includes(`# ${rule.id} = "${rule.severity}"`), rule.id);
    const uncommented = text.replace(/^# ([\w-]+ = "(?:error|warning|information|hint)")/gm, "$1");
    assert.deepEqual(parseConfig(uncommented, ruleSummaries(rules)).problems, [], "each line can be switched on by removing the comment sign");
    assert.deepEqual((await checkJson(box)).report.findings, before.report.findings);
    box.write("covenant.toml", "root = true\n");
    const second = await covenant(box, ["init"]);
    assert.equal(second.code, 2);
    assert.match(second.err, /exists already/);
    assert.equal(readFileSync(join(box.folder, "covenant.toml"), "utf8"), "root = true\n");
  });

  it("explain prints a rule's page and suggests the nearest for a slip", async () => {
    const page = await covenant(box, ["explain", "unwrap-in-production"]);
    assert.equal(page.code, 0);
    assert.match(page.out, /^# unwrap-in-production\n/);
    assert.match(page.out, /covenant: allow\(unwrap-in-production\) -- /);
    assert.match((await covenant(box, ["explain", "unwarp-in-production"])).err, /did you mean `unwrap-in-production`/);
  });

  it("lsp says when the server is missing", async () => {
    const outcome = await covenant(box, ["lsp", "--stdio"]);
    assert.equal(outcome.code, 2);
    assert.match(outcome.err, /language server is not installed/);
  });

  it("lists only the commands there are", async () => {
    const { out } = await covenant(box, ["--help"]);
    const listed = [...out.slice(out.indexOf("Commands:")).matchAll(/^  (\w+)/gm)].map(([, name]) => name);
    assert.deepEqual(listed, ["check", "baseline", "waivers", "explain", "init", "lsp"]);
  });
});
