import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { alive, needs, temporaryFolder, until, type TemporaryFolder } from "./cargo/samples.js";
import { Watched } from "./cargo/watched.js";

/** Five members: base ← middle ← app, base ← side; alone depends on nothing and takes no lints from the workspace. */
const dependencies: Readonly<Record<string, readonly string[]>> = { base: [], middle: ["base"], app: ["middle"], side: ["base"], alone: [] };

function member(name: string, needed: readonly string[]): string {
  const paths = needed.map((other) => `${other} = { path = "../${other}" }\n`).join("");
  return `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\n${paths}${name === "alone" ? "" : "\n[lints]\nworkspace = true\n"}`;
}

const counting = "//! D.\n\n/// Counts.\npub fn count(v: &[u8]) -> u32 {\n    v.len() as u32\n}\n";
const calling = (name: string, needed: readonly string[]): string =>
  `//! ${name}.\n\n/// Counts.\n#[must_use]\npub fn count(v: &[u8]) -> u32 {\n    ${needed.map((other) => `${other}::count(v)`).join(" + ") || "u32::from(v.is_empty())"}\n}\n`;

describe("clippy over a workspace of five members, with real cargo", function () {
  this.timeout(180_000);
  let folder: TemporaryFolder;
  let watched: Watched;
  before(function () { needs(this, "cargo", "clippy", "--version"); });
  beforeEach(() => {
    folder = temporaryFolder({
      "Cargo.toml": "[workspace]\nmembers = [\"*\"]\nexclude = [\"target\"]\nresolver = \"2\"\n\n[workspace.lints.clippy]\npedantic = { level = \"warn\", priority = -1 }\n",
      ...Object.fromEntries(Object.entries(dependencies).flatMap(([name, needed]) => [
        [`${name}/Cargo.toml`, member(name, needed)],
        [`${name}/src/lib.rs`, name === "base" ? counting : calling(name, needed)],
      ])),
    });
    watched = new Watched(folder.path);
  });
  afterEach(async () => {
    await watched.clippy.dispose();
    folder.dispose();
  });
  const file = (name: string): string => join(folder.path, name, "src/lib.rs");
  const idle = async (): Promise<void> => until(() => watched.states.at(-1) === "idle", 90_000);

  it("checks the saved member first, then those that depend on it, and breaks reach them", async () => {
    watched.clippy.save(file("base"));
    await until(() => watched.codes(file("base")).length === 2, 90_000);
    assert.deepEqual(watched.codes(file("base")), ["cast_possible_truncation", "must_use_candidate"]);
    await until(() => /-p middle@0\.1\.0/.test(watched.detail) && watched.states.at(-1) === "idle", 90_000);
    const [first, second] = watched.details.filter((detail) => detail.includes("finding"));
    assert.match(first ?? "", /--all-targets -p base@0\.1\.0 --target-dir/);
    assert.doesNotMatch(second ?? "", /alone|-p base/);

    // What the member promises changes: the error is in the member that relied on it, after the idle check.
    folder.write({ "base/src/lib.rs": counting.replace("count(v: &[u8]) -> u32", "count(v: &[u8], _more: u8) -> u32") });
    watched.clippy.save(file("base"));
    await until(() => watched.codes(file("side")).includes("E0061"), 90_000);
    assert.deepEqual(watched.codes(file("middle")), ["E0061"]);
    assert.deepEqual(watched.codes(file("alone")), [], "which depends on nothing and was not asked about");
    await idle();

    folder.write({ "base/src/lib.rs": counting });
    watched.clippy.save(file("base"));
    await until(() => watched.codes(file("side")).length === 0 && watched.codes(file("middle")).length === 0, 90_000);
  });

  it("checks everything by command, and says which member goes without the lints of the workspace", async () => {
    await watched.clippy.runNow(undefined);
    assert.equal(watched.states.at(-1), "idle", watched.detail);
    const found = watched.files.get(join(folder.path, "alone/Cargo.toml"));
    assert.deepEqual(found?.map((finding) => [finding.code, finding.range.start.line, finding.severity]), [["lints_not_inherited", 0, "warning"]]);
    assert.equal([...watched.files.keys()].filter((path) => path.endsWith("Cargo.toml") && (watched.files.get(path) ?? []).length > 0).length, 1);
    folder.write({ "alone/Cargo.toml": `${member("alone", [])}\n[lints]\nworkspace = true\n` });
    watched.clippy.save(join(folder.path, "alone/Cargo.toml"));
    await until(() => watched.files.get(join(folder.path, "alone/Cargo.toml"))?.length === 0, 90_000);
    await idle();
  });

  it("recognises that cargo was fooled by an old time, and by a clippy.toml that is new", async () => {
    await watched.clippy.runNow(undefined);
    assert.deepEqual(watched.codes(file("alone")), []);
    // Content of today with a time of last year, as an archive or a synchronised folder brings it.
    folder.write({ "alone/src/lib.rs": "//! D.\n\n/// Casts.\n#[must_use]\npub fn cast(v: u64) -> u8 {\n    v as u8\n}\n" });
    utimesSync(file("alone"), new Date("2020-01-01"), new Date("2020-01-01"));
    await watched.clippy.runNow(undefined);
    assert.match(watched.detail, /cargo had missed the change of .*alone.src.lib\.rs; checked anew/);
    assert.deepEqual(watched.codes(file("alone")), ["cast_possible_truncation"]);
    // Nothing changed since: cargo is believed.
    await watched.clippy.runNow(undefined);
    assert.doesNotMatch(watched.detail, /missed/);

    folder.write({ "alone/clippy.toml": "too-many-arguments-threshold = 1\n", "alone/src/lib.rs": "//! D.\n\n/// Adds.\n#[must_use]\npub fn add(a: u8, b: u8) -> u8 {\n    a + b\n}\n" });
    await watched.clippy.runNow(undefined);
    assert.deepEqual(watched.codes(file("alone")), ["too_many_arguments"]);
    folder.write({ "side/clippy.toml": "too-many-arguments-threshold = 0\n" });
    await watched.clippy.runNow(undefined);
    assert.match(watched.detail, /missed the change of .*side.clippy\.toml/);
    assert.deepEqual(watched.codes(file("side")), ["too_many_arguments"]);
  });

  it("steps back from a build folder that another cargo holds, and checks when it is free", async function () {
    if (process.platform === "win32") this.skip();
    const mark = join(folder.path, "pid");
    folder.write({
      // With the same lints everywhere there is one build folder.
      "alone/Cargo.toml": `${member("alone", [])}\n[lints]\nworkspace = true\n`,
      "alone/build.rs": `fn main() { if std::env::var("COVENANT_HOLD").is_ok() { std::fs::write(${JSON.stringify(mark)}, std::process::id().to_string()).unwrap(); std::thread::sleep(std::time::Duration::from_secs(600)); } }\n`,
    });
    await watched.clippy.dispose();
    watched = new Watched(folder.path, { lockPatienceMs: 100 });
    const target = join(folder.path, "target/covenant");
    let holder: ChildProcess | undefined;
    try {
      holder = spawn("cargo", ["clippy", "-p", "alone", "--target-dir", target, "--all-targets"], { cwd: folder.path, stdio: "ignore", detached: true, env: { ...process.env, COVENANT_HOLD: "1" } });
      await until(() => existsSync(mark) && readFileSync(mark, "utf8") !== "", 90_000);
      watched.clippy.save(file("base"));
      await until(() => watched.details.some((detail) => detail.startsWith("stepped back: another cargo builds into")), 90_000);
      assert.equal(watched.states.at(-1), "running");
      assert.deepEqual(watched.codes(file("base")), []);
    } finally {
      if (holder?.pid !== undefined) process.kill(-holder.pid, "SIGKILL");
    }
    await until(() => watched.codes(file("base")).length === 2, 90_000);
    await idle();
    assert.equal(alive(Number(readFileSync(mark, "utf8"))), false);
  });
});
