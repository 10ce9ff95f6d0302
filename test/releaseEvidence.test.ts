import assert from "node:assert/strict";
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { digestFolder, sha256 } from "../server/src/cargo/inputDigest.js";
import type { Checklist } from "../server/src/protocol/index.js";
import { canonicalJson, changedInputs, parseEvidence } from "../server/src/release/evidence.js";
import { defineItem, type ItemDeclaration, type Verdict } from "../server/src/release/item.js";
import { checklistOf, itemOf, prove } from "./cargo/checklistOf.js";
import { git, manifest, needs, temporaryFolder, type TemporaryFolder } from "./cargo/samples.js";

/** An item that runs node as its tool, so that the machinery is tested without building anything. */
function item(prove: ItemDeclaration["prove"], more: Partial<ItemDeclaration> = {}): ItemDeclaration {
  return defineItem({
    id: "probe", title: "Probe", clause: "test", proves: "Something: for a test.", parser: "probe@1",
    inputs: ["source", "manifests"], timeoutMs: 1000, needs: [], commands: () => [], prove, ...more,
  });
}

const passed = async (): Promise<Verdict> => ({ state: "passed", summary: "fine", measures: { n: 1 } });

describe("evidence", function () {
  this.timeout(60_000);
  const folders: TemporaryFolder[] = [];
  before(function () { needs(this, "cargo", "--version"); });
  after(() => { for (const folder of folders) folder.dispose(); });
  const crate = (files: Readonly<Record<string, string>> = {}): TemporaryFolder => {
    const folder = temporaryFolder({ "Cargo.toml": manifest("demo"), "src/lib.rs": "//! D.\n", ...files });
    folders.push(folder);
    return folder;
  };
  const stored = (folder: TemporaryFolder): string => join(folder.path, "target/covenant/evidence/demo/probe/latest.json");

  it("is stored without paths of the machine, survives a restart, and goes stale with its inputs, saying which", async () => {
    const folder = crate();
    const command = item(async (context, host) => {
      const outcome = await host.run({ argv: [process.execPath, "-e", "console.log(process.cwd())"], cwd: context.workspace.root, timeoutMs: 10_000, output: "merged" });
      return { state: "passed", summary: `exit ${outcome.exitCode ?? "none"}`, measures: {} };
    });
    const first = checklistOf(folder.path, { items: [command] });
    assert.equal((await prove(first, "probe")).state, "passed");
    assert.ok(!readFileSync(stored(folder), "utf8").includes(folder.path));
    assert.match(first.evidence(pathToFileURL(join(folder.path, "Cargo.toml")).href, "probe"), /# Probe: proved[\s\S]*exit code 0/);
    await first.dispose();

    const second = checklistOf(folder.path, { items: [command] });
    await second.refresh();
    assert.equal(itemOf(second, "probe").state, "passed");
    assert.equal(itemOf(second, "probe").summary, "exit 0");
    folder.write({ "README.md": "not an input of this item" });
    await second.refresh();
    assert.equal(itemOf(second, "probe").state, "passed");
    folder.write({ "src/lib.rs": "//! E.\n", "src/more.rs": "" });
    await second.refresh();
    assert.equal(itemOf(second, "probe").state, "stale");
    assert.equal(itemOf(second, "probe").summary, "passed, stale: src/lib.rs, src/more.rs changed");
    await second.dispose();
  });

  it("is stale when the judgement changed, and when an input changed while it was taken", async () => {
    const folder = crate();
    const before = checklistOf(folder.path, { items: [item(passed)] });
    await prove(before, "probe");
    const newer = checklistOf(folder.path, { items: [item(passed, { parser: "probe@2" })] });
    await newer.refresh();
    assert.match(itemOf(newer, "probe").summary, /judgement itself has changed/);
    const meddling = checklistOf(folder.path, { items: [item(async () => { folder.write({ "src/lib.rs": "//! During.\n" }); return await passed(); })] });
    const during = await prove(meddling, "probe");
    assert.equal(during.state, "stale");
    assert.match(during.summary, /src\/lib\.rs changed while it ran/);
  });

  it("is refused when it was edited, and chained to the record before it", async () => {
    const folder = crate();
    const runner = checklistOf(folder.path, { items: [item(async () => ({ state: "failed", summary: "no", measures: {} }))] });
    await prove(runner, "probe");
    const first = parseEvidence(readFileSync(stored(folder), "utf8"), sha256);
    await prove(runner, "probe");
    const second = parseEvidence(readFileSync(stored(folder), "utf8"), sha256);
    assert.ok(first.state === "read" && second.state === "read");
    assert.equal(first.record.prev, null);
    assert.equal(second.record.prev, first.record.digest);
    assert.equal(readdirSync(join(stored(folder), "..")).length, 3);
    writeFileSync(stored(folder), readFileSync(stored(folder), "utf8").replace('"failed"', '"passed"'));
    const other = checklistOf(folder.path, { items: [item(passed)] });
    await other.refresh();
    assert.equal(itemOf(other, "probe").state, "never-run");
    assert.match(other.evidence(pathToFileURL(join(folder.path, "Cargo.toml")).href, "probe"), /^# Probe: not proved yet/);
    assert.match(itemOf(other, "probe").summary, /digest does not match/);
    for (const text of ["", "{}", "[1]", '{"schema":"rust-covenant/evidence@9"}']) assert.equal(parseEvidence(text, sha256).state, "unreadable");
  });

  it("stays as it was when a run is cancelled, and the tool is gone afterwards", async () => {
    const folder = crate();
    let slow = false;
    const runner = checklistOf(folder.path, {
      items: [item(async (context, host) => {
        if (!slow) return await passed();
        const outcome = await host.run({ argv: [process.execPath, "-e", "setInterval(() => {}, 1000)"], cwd: context.workspace.root, timeoutMs: 60_000, output: "separate" });
        return { state: outcome.cancelled ? "cancelled" : "error", summary: "slow", measures: {} };
      })],
    });
    await prove(runner, "probe");
    slow = true;
    const states: string[] = [];
    const running = runner.run({}, (progress) => {
      states.push(itemOf(runner, "probe").state);
      if (progress.message.includes("setInterval")) setTimeout(() => void runner.cancel(), 50);
    });
    await running;
    assert.ok(states.includes("running") || states.includes("queued"));
    assert.equal(itemOf(runner, "probe").state, "passed");
    await runner.dispose();
  });

  it("of a proof that throws is an error of that item alone", async () => {
    const runner = checklistOf(crate().path, { items: [item(async () => { throw new Error("boom"); }), item(passed, { id: "other" })] });
    await runner.run({}, () => undefined);
    assert.equal(itemOf(runner, "probe").state, "error");
    assert.match(itemOf(runner, "probe").summary, /boom/);
    assert.equal(itemOf(runner, "other").state, "passed");
  });

  it("holds for the session, and says so, where it cannot be stored", async function () {
    const folder = crate({ "target/covenant": "a file where a folder should be" });
    const runner = checklistOf(folder.path, { items: [item(passed)] });
    const result = await prove(runner, "probe");
    assert.equal(result.state, "passed");
    assert.match(result.summary, /not stored/);
  });
});

describe("checklist without what it needs", function () {
  this.timeout(60_000);
  const folders: TemporaryFolder[] = [];
  after(() => { for (const folder of folders) folder.dispose(); });
  const crate = (files: Readonly<Record<string, string>>): string => {
    const folder = temporaryFolder(files);
    folders.push(folder);
    return folder.path;
  };

  it("starts no process before trust", async function () {
    if (process.platform === "win32") this.skip();
    const folder = crate({ "Cargo.toml": manifest("demo"), "src/lib.rs": "", "cargo": "#!/bin/sh\ntouch \"$(dirname \"$0\")/started\"\n" });
    chmodSync(join(folder, "cargo"), 0o755);
    const runner = checklistOf(folder, { trusted: false, cargo: () => join(folder, "cargo") });
    await runner.refresh();
    await runner.run({}, () => assert.fail("no progress before trust"));
    assert.deepEqual(runner.checklist(), { packages: [], empty: "untrusted" });
    assert.equal(existsSync(join(folder, "started")), false);
    runner.setTrusted(true);
    await runner.refresh();
    assert.equal(existsSync(join(folder, "started")), true, "the same fake is started once trust is given");
  });

  it("names the packages when cargo is missing, and what to install", async () => {
    const changes: Checklist[] = [];
    const runner = checklistOf(crate({ "Cargo.toml": manifest("demo"), "src/lib.rs": "" }), { cargo: () => "no-such-cargo-of-covenant", onChange: (list) => changes.push(list) });
    await runner.refresh();
    const tests = itemOf(runner, "tests");
    assert.equal(tests.state, "tool-missing");
    assert.match(tests.install ?? "", /rustup/);
    assert.equal(tests.runnable, false);
    assert.equal(changes.at(-1)?.packages[0]?.name, "demo");
  });

  it("keeps a package whose manifest is broken, with cargo's reason", async function () {
    needs(this, "cargo", "--version");
    const runner = checklistOf(crate({ "Cargo.toml": '[package]\nname = "demo"\nversion = = "1"\n' }));
    await runner.refresh();
    assert.equal(itemOf(runner, "tests").state, "error");
    assert.match(itemOf(runner, "tests").summary, /does not understand the manifest/);
  });

  it("says when there is no package, and survives a folder that was removed", async () => {
    const empty = checklistOf(crate({ "a.txt": "" }));
    await empty.refresh();
    assert.deepEqual(empty.checklist(), { packages: [], empty: "no-cargo-package" });
    const gone = checklistOf(join(crate({}), "gone"));
    await gone.refresh();
    assert.deepEqual(gone.checklist(), { packages: [], empty: "no-cargo-package" });
  });

  it("lists every member of a workspace and runs the one that is asked for", async function () {
    needs(this, "cargo", "--version");
    const folder = crate({
      "Cargo.toml": '[workspace]\nmembers = ["a", "b"]\nresolver = "2"\n',
      "a/Cargo.toml": '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n', "a/src/lib.rs": "",
      "b/Cargo.toml": '[package]\nname = "b"\nversion = "0.2.0"\nedition = "2021"\n[dependencies]\na = { path = "../a" }\n', "b/src/lib.rs": "",
    });
    const runner = checklistOf(folder, { items: [item(passed)] });
    await runner.run({ manifest: pathToFileURL(join(folder, "b/Cargo.toml")).href }, () => undefined);
    const states = (): readonly string[] => runner.checklist().packages.map((entry) => `${entry.name} ${entry.items[0]?.state ?? ""}`);
    assert.deepEqual(states(), ["a never-run", "b passed"]);
    renameSync(join(folder, "a/src/lib.rs"), join(folder, "a/src/old.rs"));
    writeFileSync(join(folder, "a/src/lib.rs"), "// changed");
    await runner.refresh();
    assert.deepEqual(states(), ["a never-run", "b stale"], "b depends on a");
  });
});

describe("input digest", function () {
  this.timeout(20_000);
  let folder: TemporaryFolder;
  before(function () { needs(this, "git", "--version"); });
  beforeEach(() => { folder = temporaryFolder({ "src/a.rs": "a", "src/ü b.rs": "b", "target/x": "x", ".gitignore": "/target\n*.tmp\n" }); });
  afterEach(() => folder.dispose());

  it("is the same before and after a commit, sees every change, and no ignored file", async () => {
    git(folder.path, "init", "-q");
    const take = async (): Promise<Record<string, string>> => Object.fromEntries((await digestFolder(folder.path, [join(folder.path, "target")])).files);
    const fresh = await take();
    assert.deepEqual(Object.keys(fresh).map((path) => path.slice(folder.path.length + 1)).toSorted(), [".gitignore", "src/a.rs", "src/ü b.rs"]);
    git(folder.path, "add", ".");
    git(folder.path, "commit", "-qm", "x");
    assert.deepEqual(await take(), fresh);
    folder.write({ "src/ü b.rs": "changed", "src/new.rs": "n", "y.tmp": "t" });
    const changed = await take();
    assert.deepEqual(changedInputs(fresh, changed).map((path) => path.slice(folder.path.length + 1)), ["src/new.rs", "src/ü b.rs"]);
    git(folder.path, "rm", "-qf", "src/a.rs");
    assert.ok(!(join(folder.path, "src/a.rs") in (await take())));
  });

  it("works in a folder inside a repository and in none", async () => {
    const outside = await digestFolder(folder.path, [join(folder.path, "target")]);
    assert.equal(outside.algorithm, "sha256@1");
    assert.equal(outside.files.has(join(folder.path, "target/x")), false);
    git(folder.path, "init", "-q");
    const inner = await digestFolder(join(folder.path, "src"), []);
    assert.equal(inner.algorithm, "git-oid@1");
    assert.deepEqual([...inner.files.keys()].toSorted(), [join(folder.path, "src/a.rs"), join(folder.path, "src/ü b.rs")].toSorted());
  });

  it("writes JSON in one way only", () => {
    assert.equal(canonicalJson({ b: [1, { d: null, c: "é\n" }], a: true, z: undefined }), '{"a":true,"b":[1,{"c":"é\\n","d":null}]}');
  });
});
