import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CHECKLIST_ITEMS } from "../server/src/release/checklistItems.js";
import { checklistOf, prove } from "./cargo/checklistOf.js";
import { git, manifest, needs, temporaryFolder, type TemporaryFolder } from "./cargo/samples.js";

const LIBRARY = "//! Docs.\n\n/// Adds.\n///\n/// ```\n/// assert_eq!(demo::add(1, 2), 3);\n/// ```\npub fn add(a: i32, b: i32) -> i32 { a + b }\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn adds() { assert_eq!(super::add(1, 1), 2); }\n}\n";

describe("checklist items", () => {
  it("are the files of their folder, each under its own name", () => {
    const folder = fileURLToPath(new URL("../../server/src/release/items", import.meta.url));
    assert.deepEqual(CHECKLIST_ITEMS.map((item) => item.id).toSorted(), readdirSync(folder).map((name) => name.replace(/\.ts$/, "")).toSorted());
  });

  it("say what they prove and what they do not", () => {
    for (const item of CHECKLIST_ITEMS) {
      assert.ok(item.proves.split(". ").length >= 2 || item.proves.includes(":"), item.id);
      assert.ok(item.inputs.length > 0, item.id);
      assert.notEqual(item.title, "");
    }
  });
});

describe("checklist items on real crates", function () {
  this.timeout(240_000);
  const folders: TemporaryFolder[] = [];
  before(function () { needs(this, "cargo", "--version"); });
  after(() => { for (const folder of folders) folder.dispose(); });
  const crate = (files: Readonly<Record<string, string>>): string => {
    const folder = temporaryFolder({ "Cargo.toml": manifest("demo"), ...files });
    folders.push(folder);
    return folder.path;
  };
  const run = async (id: string, files: Readonly<Record<string, string>>): ReturnType<typeof prove> => {
    const runner = checklistOf(crate(files));
    try {
      return await prove(runner, id);
    } finally {
      await runner.dispose();
    }
  };

  it("tests: passes when all three runs pass, with their numbers", async () => {
    const item = await run("tests", { "src/lib.rs": LIBRARY });
    assert.equal(item.state, "passed", item.summary);
    assert.match(item.summary, /all-features: 2 passed; no-default-features: 2 passed; doc: 1 passed/);
    assert.match(item.command ?? "", /^cargo test -p demo@0\.1\.0 --locked --target-dir target\/covenant\/checklist --all-features --doc/);
    assert.equal(item.time, "2026-11-22T12:00:00.000Z");
  });

  it("tests: fails for a failing test", async () => {
    const item = await run("tests", { "src/lib.rs": LIBRARY.replace(", 2)", ", 5)") });
    assert.equal(item.state, "failed");
    assert.match(item.summary, /1 failed/);
  });

  it("tests: fails when a binary ends early with exit code 0", async () => {
    const item = await run("tests", { "src/lib.rs": LIBRARY, "tests/exits.rs": "#[test]\nfn leaves() { std::process::exit(0) }\n#[test]\nfn zz_fails() { panic!() }\n" });
    assert.equal(item.state, "failed", item.summary);
    assert.match(item.summary, /tests\/exits\.rs ended early/);
  });

  it("tests: fails when a test kills its binary, and names the signal", async function () {
    if (process.platform === "win32") this.skip();
    const item = await run("tests", { "src/lib.rs": LIBRARY, "tests/dies.rs": "#[test]\nfn aborts() { std::process::abort() }\n" });
    assert.equal(item.state, "failed", item.summary);
    assert.match(item.summary, /tests\/dies\.rs ended early/);
  });

  it("tests: proves nothing without tests", async () => {
    const item = await run("tests", { "src/main.rs": "fn main() {}\n" });
    assert.equal(item.state, "inconclusive");
    assert.match(item.summary, /no test/);
  });

  it("tests: a crate that does not compile is an error, not a failed test", async () => {
    const item = await run("tests", { "src/lib.rs": "pub fn f() -> u8 { \"x\" }\n" });
    assert.equal(item.state, "error");
    assert.match(item.summary, /does not compile/);
  });

  it("tests: a harness of its own is judged by its exit code", async () => {
    const files = (code: number): Readonly<Record<string, string>> => ({
      "Cargo.toml": manifest("demo", '[[test]]\nname = "own"\nharness = false\n'), "src/lib.rs": LIBRARY, "tests/own.rs": `fn main() { println!("hello"); std::process::exit(${code}) }\n`,
    });
    assert.equal((await run("tests", files(0))).state, "passed");
    assert.equal((await run("tests", files(4))).state, "failed");
  });

  it("documentation: passes, fails with the places, and does not believe a crate-level allow", async () => {
    assert.equal((await run("documentation", { "src/lib.rs": LIBRARY })).state, "passed");
    const failed = await run("documentation", { "src/lib.rs": "pub fn bare() {}\n/// See [`nowhere`].\npub fn linked() {}\n" });
    assert.equal(failed.state, "failed");
    assert.match(failed.summary, /[34] gaps/);
    const silenced = await run("documentation", { "src/lib.rs": "//! Docs.\n#![allow(missing_docs)]\npub fn bare() {}\n" });
    assert.equal(silenced.state, "failed");
    assert.match(silenced.summary, /switched off/);
    assert.equal((await run("documentation", { "src/main.rs": "fn main() {}\n" })).state, "not-applicable");
    assert.equal((await run("documentation", { "src/lib.rs": "//! Docs.\n\n/// F.\npub fn f( {}\n" })).state, "error");
  });

  it("examples: builds and runs each, and tells the ways of failing apart", async () => {
    const library = { "src/lib.rs": LIBRARY };
    const passed = await run("examples", { ...library, "examples/a.rs": "fn main() { println!(\"{}\", demo::add(1, 2)); }\n", "examples/b.rs": "fn main() {}\n" });
    assert.equal(passed.state, "passed", passed.summary);
    assert.match(passed.summary, /^2 built and ran$/);
    const failed = await run("examples", { ...library, "examples/a.rs": "fn main() { std::process::exit(3) }\n" });
    assert.equal(failed.state, "failed");
    assert.match(failed.summary, /`a` exited with 3/);
    const broken = await run("examples", { ...library, "examples/a.rs": "fn main() { x }\n" });
    assert.equal(broken.state, "failed");
    assert.match(broken.summary, /do not build/);
    assert.equal((await run("examples", library)).state, "inconclusive");
  });

  it("changelog and version: judged against the tags of a real repository", async function () {
    needs(this, "git", "--version");
    const changelog = "# Changelog\n\n## [0.1.0] - 2026-11-01\n\n### Added\n\n- First.\n";
    const folder = crate({ "src/lib.rs": LIBRARY, "CHANGELOG.md": changelog, ".gitignore": "/target\n" });
    const files = folders.at(-1);
    const runner = checklistOf(folder);
    git(folder, "init", "-q");
    git(folder, "add", ".");
    git(folder, "commit", "-qm", "one");
    assert.equal((await prove(runner, "changelog")).state, "passed");
    assert.equal((await prove(runner, "version")).state, "inconclusive");
    git(folder, "tag", "v0.1.0");
    git(folder, "commit", "-qm", "two", "--allow-empty");
    await runner.refresh();
    assert.match((await prove(runner, "version")).summary, /released already/);
    assert.match((await prove(runner, "changelog")).summary, /no Unreleased section/);
    files?.write({
      "Cargo.toml": manifest("demo").replace("0.1.0", "0.2.0"),
      "CHANGELOG.md": changelog.replace("## [0.1.0]", "## [0.2.0] - 2026-11-20\n\n### Removed\n\n- Something.\n\n## [0.1.0]"),
    });
    git(folder, "commit", "-qam", "three");
    const version = await prove(runner, "version");
    assert.equal(version.state, "passed", version.summary);
    assert.match(version.summary, /0\.1\.0 to 0\.2\.0 \(major\)/);
    assert.equal((await prove(runner, "changelog")).state, "passed");
    await runner.dispose();
  });

  it("changelog: is missing where there is none", async () => {
    assert.match((await run("changelog", { "src/lib.rs": LIBRARY })).summary, /no CHANGELOG\.md/);
  });

  it("bindings: not applicable only when nothing of a binding is there", async () => {
    assert.equal((await run("bindings", { "src/lib.rs": LIBRARY })).state, "not-applicable");
    const python = await run("bindings", { "src/lib.rs": LIBRARY, "bindings/python/pyproject.toml": "" });
    assert.equal(python.state, "never-run");
    assert.match(python.summary, /bindings\/python\/pyproject\.toml/);
    assert.equal((await run("bindings", { "Cargo.toml": manifest("demo", '[lib]\ncrate-type = ["cdylib", "rlib"]\n'), "src/lib.rs": LIBRARY })).state, "never-run");
  });

  it("audit and benchmarks: never count as proved", async () => {
    const audit = await run("audit", { "src/lib.rs": LIBRARY });
    assert.ok(audit.state === "tool-missing" || audit.state === "never-run", audit.state);
    if (audit.state === "tool-missing") assert.equal(audit.install, "cargo install --locked cargo-audit");
    const benchmarks = await run("benchmarks", { "src/lib.rs": LIBRARY, "benches/b.rs": "fn main() {}\n" });
    assert.equal(benchmarks.state, "never-run");
    assert.match(benchmarks.summary, /benchmarks found \(b\)/);
  });
});
