import assert from "node:assert/strict";
import { join } from "node:path";
import type { ClippyOnSaveOptions } from "../server/src/cargo/clippyOnSave.js";
import type { ProcessResult, ProcessSpec } from "../server/src/cargo/processRunner.js";
import { manifest, temporaryFolder, until, type TemporaryFolder } from "./cargo/samples.js";
import { Watched } from "./cargo/watched.js";

const ended: ProcessResult = { exitCode: 0, signal: null, cancelled: false, timedOut: "no", missing: false, truncated: false, stdout: "", stderr: "", durationMs: 1 };

/** One started process of the stand-in. */
class Started {
  alive = true;
  readonly result: Promise<ProcessResult>;
  #resolve: (result: ProcessResult) => void = () => undefined;

  constructor(readonly spec: ProcessSpec, signal: AbortSignal | undefined) {
    this.result = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    // As the real runner: the outcome comes a while after the signal, when the tree is gone.
    signal?.addEventListener("abort", () => setTimeout(() => this.end({ exitCode: null, signal: "SIGTERM", cancelled: true }), 5));
  }

  say(stream: "stdout" | "stderr", line: string): void {
    this.spec.onLine?.(line, stream);
  }

  end(part: Partial<ProcessResult> = {}): void {
    this.alive = false;
    this.#resolve({ ...ended, ...part });
  }

  /** Ends as a clean check of some packages does. */
  finish(...ids: readonly string[]): void {
    for (const id of ids) this.say("stdout", JSON.stringify({ reason: "compiler-artifact", package_id: id, target: { name: id, kind: ["lib"] }, profile: { test: false }, filenames: [], fresh: false }));
    this.say("stdout", JSON.stringify({ reason: "build-finished", success: true }));
    this.end();
  }

  /** What `-p` names, or `--workspace`. */
  get scope(): readonly string[] {
    const { argv } = this.spec;
    return argv.includes("--workspace") ? ["--workspace"] : argv.filter((_word, index) => argv[index - 1] === "-p").map((word) => word.replace(/@.*/, ""));
  }
}

/** Five members: base ← middle ← app, base ← side; alone depends on nothing. */
const dependencies: Readonly<Record<string, readonly string[]>> = { base: [], middle: ["base"], app: ["middle"], side: ["base"], alone: [] };

describe("clippy on save as a machine of states", () => {
  let folder: TemporaryFolder;
  let watched: Watched;
  let clippies: Started[] = [];
  beforeEach(() => {
    clippies = [];
    folder = temporaryFolder({
      "Cargo.toml": "[workspace]\nmembers = [\"*\"]\n",
      ...Object.fromEntries(Object.keys(dependencies).flatMap((name) => [[`${name}/Cargo.toml`, manifest(name)], [`${name}/src/lib.rs`, `//! ${name}.\n`]])),
    });
  });
  afterEach(async () => {
    await watched.clippy.dispose();
    assert.deepEqual(clippies.filter((one) => one.alive), [], "no process is left behind");
    folder.dispose();
  });
  const id = (name: string): string => `path+file://${folder.path}/${name}#0.1.0`;
  const file = (name: string): string => join(folder.path, name, "src/lib.rs");
  const metadata = (): string => JSON.stringify({
    version: 1, workspace_root: folder.path, target_directory: join(folder.path, "target"), workspace_members: Object.keys(dependencies).map(id),
    packages: Object.entries(dependencies).map(([name, needed]) => ({
      name, version: "0.1.0", id: id(name), manifest_path: join(folder.path, name, "Cargo.toml"), targets: [], features: {}, publish: null,
      dependencies: needed.map((other) => ({ name: other, req: "*", path: join(folder.path, other) })),
    })),
  });
  const watch = (more: Partial<ClippyOnSaveOptions> = {}): Watched => new Watched(folder.path, {
    debounceMs: 2, idleMs: 30, lockPatienceMs: 20,
    start: async (spec, signal) => {
      if (spec.argv[1] === "metadata") return { ...ended, stdout: metadata() };
      if (signal?.aborted === true) return { ...ended, exitCode: null, cancelled: true };
      const started = new Started(spec, signal);
      clippies.push(started);
      return await started.result;
    },
    ...more,
  });
  const nth = async (count: number): Promise<Started> => {
    await until(() => clippies.length >= count, 2000);
    const found = clippies[count - 1];
    assert.ok(found !== undefined);
    return found;
  };
  const nothingMore = async (count: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 120));
    assert.equal(clippies.length, count);
  };

  it("checks the saved package first, what depends on it when all is quiet, and everything on demand", async () => {
    watched = watch();
    watched.clippy.save(file("base"));
    (await nth(1)).finish(id("base"));
    assert.deepEqual(clippies[0]?.scope, ["base"]);
    const second = await nth(2);
    assert.deepEqual(second.scope.toSorted(), ["app", "middle", "side"]);
    second.finish(id("app"), id("middle"), id("side"));
    await nothingMore(2);
    const asked = watched.clippy.runNow(file("alone"));
    const third = await nth(3);
    assert.deepEqual(third.scope, ["--workspace"]);
    third.finish(...Object.keys(dependencies).map(id));
    await asked;
    await nothingMore(3);
  });

  it("gives way to a save while the dependents are checked, and owes them still", async () => {
    watched = watch();
    watched.clippy.save(file("base"));
    (await nth(1)).finish(id("base"));
    const dependents = await nth(2);
    watched.clippy.save(file("alone"));
    const third = await nth(3);
    assert.equal(dependents.alive, false, "ended before the next began");
    assert.deepEqual(third.scope, ["alone"]);
    third.finish(id("alone"));
    const fourth = await nth(4);
    assert.deepEqual(fourth.scope.toSorted(), ["app", "middle", "side"]);
    fourth.finish(id("app"), id("middle"), id("side"));
    await nothingMore(4);
  });

  it("starts nothing for a text that clippy has seen, whatever its comments and blanks", async () => {
    watched = watch();
    watched.clippy.save(file("alone"));
    const first = await nth(1);
    // Saved again while it is being checked: the check goes on.
    folder.write({ "alone/src/lib.rs": "// By us.\n//! alone.\n\n" });
    watched.clippy.save(file("alone"));
    await nothingMore(1);
    first.finish(id("alone"));
    await until(() => watched.states.at(-1) === "idle");
    folder.write({ "alone/src/lib.rs": "// By others.\n\n//! alone.\n" });
    watched.clippy.save(file("alone"));
    await nothingMore(1);
    // An edit took findings along: only a check can say whether they hold.
    watched.clippy.save(file("alone"), true);
    (await nth(2)).finish(id("alone"));
    await until(() => watched.states.at(-1) === "idle");
    folder.write({ "alone/src/lib.rs": "//! Alone.\n" });
    watched.clippy.save(file("alone"));
    (await nth(3)).finish(id("alone"));
  });

  it("does not trust what it has seen when other files change on the disk, and checks when one steers cargo", async () => {
    watched = watch();
    watched.clippy.save(file("alone"));
    (await nth(1)).finish(id("alone"));
    await until(() => watched.states.at(-1) === "idle");
    await watched.clippy.filesChanged([file("alone")]);
    watched.clippy.save(file("alone"));
    await nothingMore(1);
    folder.write({ "app/src/lib.rs": "//! Of another branch.\n" });
    await watched.clippy.filesChanged([file("app")]);
    watched.clippy.save(file("alone"));
    (await nth(2)).finish(id("alone"));
    await until(() => watched.states.at(-1) === "idle");
    folder.write({ "clippy.toml": "msrv = \"1.70\"\n" });
    await watched.clippy.filesChanged([join(folder.path, "clippy.toml")]);
    const third = await nth(3);
    assert.deepEqual(third.scope, ["--workspace"]);
    third.finish(...Object.keys(dependencies).map(id));
  });

  it("steps back from a build folder that another cargo holds, tries again, and counts no waiting as running", async () => {
    watched = watch();
    watched.clippy.save(file("alone"));
    const first = await nth(1);
    first.say("stderr", "    Blocking waiting for file lock on build directory");
    const second = await nth(2);
    assert.equal(first.alive, false);
    assert.ok(watched.details.some((detail) => detail.startsWith("stepped back: another cargo builds into")));
    assert.equal(watched.states.at(-1), "running");
    // Held for a moment only: what cargo says next shows that it has the lock.
    second.say("stderr", "    Blocking waiting for file lock on build directory");
    second.say("stderr", "    Checking alone v0.1.0");
    await nothingMore(2);
    second.say("stderr", "    Blocking waiting for file lock on package cache");
    await nothingMore(2);
    assert.ok(watched.details.includes("waiting for another cargo's download"));
    second.finish(id("alone"));
    await until(() => watched.states.at(-1) === "idle");
  });

  it("stops stepping back when it is cancelled or a save overtakes it", async () => {
    watched = watch({ lockPatienceMs: 40 });
    watched.clippy.save(file("alone"));
    (await nth(1)).say("stderr", "    Blocking waiting for file lock on build directory");
    await until(() => watched.details.some((detail) => detail.startsWith("stepped back")));
    await watched.clippy.cancel();
    await nothingMore(1);
    assert.equal(watched.detail, "cancelled");
  });

  it("does the work of the check it takes the place of, and of the saves that came together", async () => {
    watched = watch();
    watched.clippy.save(file("alone"));
    await nth(1);
    watched.clippy.save(file("side"));
    watched.clippy.save(file("app"));
    const second = await nth(2);
    assert.deepEqual(second.scope.toSorted(), ["alone", "app", "side"]);
    second.finish(id("alone"), id("app"), id("side"));
    await nothingMore(2);
  });

  it("lets a check through when saves would starve it, and runs at most one at a time", async () => {
    watched = watch();
    let most = 0;
    for (let save = 1; save <= 6; save += 1) {
      folder.write({ "alone/src/lib.rs": `//! Number ${save}.\n` });
      watched.clippy.save(file("alone"));
      await new Promise((resolve) => setTimeout(resolve, 50));
      most = Math.max(most, clippies.filter((one) => one.alive).length);
    }
    assert.equal(most, 1);
    const running = clippies.find((one) => one.alive);
    assert.equal(clippies.length, 3, "two were ended, the third may finish");
    running?.finish(id("alone"));
    const last = await nth(4);
    last.finish(id("alone"));
    await until(() => watched.states.at(-1) === "idle");
    await nothingMore(4);
  });

  it("keeps asking after a failure, but not by itself", async () => {
    watched = watch();
    watched.clippy.save(file("base"));
    (await nth(1)).end({ exitCode: 101, stderr: "error: failed to run custom build command for `base v0.1.0`\n" });
    await until(() => watched.states.at(-1) === "failed");
    await nothingMore(1);
    // The same text again: it was never checked to the end.
    watched.clippy.save(file("base"));
    (await nth(2)).end({ exitCode: null, signal: "SIGKILL" });
    await until(() => watched.detail === "ended by SIGKILL");
    await nothingMore(2);
  });

  it("answers questions about the workspace without a word about its state, and none without trust", async () => {
    watched = watch();
    const before = watched.details.length;
    assert.deepEqual(await watched.clippy.flags(), ["-W", "clippy::pedantic"]);
    folder.write({ "target/covenant/x": "12345", "target/y": "1" });
    const folders = await watched.clippy.buildFolders(file("alone"));
    assert.deepEqual(folders.map(({ kind, setting, bytes, complete }) => [kind, setting, bytes, complete]), [["own", "", 5, true], ["project", "target", 6, true]]);
    assert.equal(watched.details.length, before);
    assert.deepEqual(clippies, []);
    folder.write({ "app/Cargo.toml": `${manifest("app")}\n[lints.clippy]\npedantic = "warn"\n` });
    assert.deepEqual(await watched.clippy.flags(), [], "one set of flags would not do for all");
    watched.clippy.setTrusted(false);
    assert.deepEqual([await watched.clippy.flags(), await watched.clippy.buildFolders(undefined)], [[], []]);
  });

  it("builds where and with what it was told", async () => {
    watched = watch({ settings: () => ({ cargo: "cargo", extraArguments: ["--features", "x"], environment: { A_FLAG: "1" }, targetDirectory: "elsewhere" }) });
    watched.clippy.save(file("alone"));
    const first = await nth(1);
    assert.equal(first.spec.environment?.["A_FLAG"], "1");
    assert.equal(first.spec.argv[first.spec.argv.indexOf("--target-dir") + 1], join(folder.path, "elsewhere"));
    assert.ok(first.spec.argv.indexOf("--features") < first.spec.argv.indexOf("--"));
    assert.equal(first.spec.cwd, folder.path, "where rustup and cargo look for the toolchain and the configuration");
    first.finish(id("alone"));
    await until(() => watched.states.at(-1) === "idle");
  });
});
