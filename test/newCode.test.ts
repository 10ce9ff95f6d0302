/** `covenant check --since` and `--staged` on repositories of real git. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkJson, covenant, manifest, onlyUnwrap, places, sandbox, unwrapping, type Sandbox } from "./cli/harness.js";

describe("new-code mode of covenant check", () => {
  let box: Sandbox;
  const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], { cwd: box.folder, encoding: "utf8" });
  const commit = (message: string): void => {
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  };
  const check = async (args: readonly string[], cwd?: string): Promise<readonly string[]> => places((await checkJson(box, [...onlyUnwrap, ...args], cwd === undefined ? {} : { cwd })).report);
  beforeEach(() => {
    box = sandbox({
      "Cargo.toml": manifest("a"),
      ".gitignore": "ignored.rs\n",
      "src/lib.rs": `mod other;\n${unwrapping("old")}`,
      "src/other.rs": unwrapping("other"),
    });
    git("init", "--quiet", "--initial-branch=main");
    commit("before");
  });
  afterEach(() => box.remove());

  describe("--since", () => {
    it("reports the new lines of the branch and of the work tree, and none that the base changed meanwhile", async () => {
      git("checkout", "--quiet", "-b", "topic");
      box.write("src/lib.rs", `mod other;\n${unwrapping("committed")}${unwrapping("old")}`);
      commit("new on the branch");
      git("checkout", "--quiet", "main");
      box.write("src/other.rs", `${unwrapping("on_main")}${unwrapping("other")}`);
      commit("new on main");
      git("checkout", "--quiet", "topic");
      box.write("src/lib.rs", `mod other;\n${unwrapping("committed")}${unwrapping("old")}${unwrapping("uncommitted")}`);
      assert.deepEqual(await check(["--since", "main"]), ["src/lib.rs:3:unwrap-in-production", "src/lib.rs:9:unwrap-in-production"]);
      assert.deepEqual(await check(["--since", "HEAD"]), ["src/lib.rs:9:unwrap-in-production"]);
      assert.deepEqual(await check(["--since", "HEAD", "src/other.rs"]), []);
    });

    it("reports all of a file git does not know yet, unless it is ignored", async () => {
      box.write("src/brand_new.rs", unwrapping("brand_new"));
      box.write("src/ignored.rs", unwrapping("ignored"));
      assert.deepEqual(await check(["--since", "main"]), ["src/brand_new.rs:2:unwrap-in-production"]);
    });

    it("counts from the folder of the caller and leaves the old code of a moved file alone", async () => {
      mkdirSync(join(box.folder, "src/deep"));
      git("mv", "src/other.rs", "src/deep/moved.rs");
      box.write("src/deep/moved.rs", `${unwrapping("other")}${unwrapping("added")}`);
      assert.deepEqual(await check(["--since", "main"], join(box.folder, "src/deep")), ["moved.rs:5:unwrap-in-production"]);
    });

    it("decides the exit code by what is new", async () => {
      assert.equal((await covenant(box, ["check", ...onlyUnwrap])).code, 1);
      const clean = await covenant(box, ["check", ...onlyUnwrap, "--since", "main"]);
      assert.equal(clean.code, 0, clean.out);
      box.write("src/other.rs", `${unwrapping("other")}${unwrapping("added")}`);
      assert.equal((await covenant(box, ["check", ...onlyUnwrap, "--since", "main"])).code, 1);
    });

    it("leaves the cache of whole checks whole", async () => {
      const full = await check([]);
      box.write("src/other.rs", `${unwrapping("other")}${unwrapping("added")}`);
      assert.deepEqual(await check(["--since", "main"]), ["src/other.rs:5:unwrap-in-production"]);
      assert.deepEqual(await check([]), [...full, "src/other.rs:5:unwrap-in-production"]);
    });
  });

  it("goes with a baseline: what either calls old is not reported", async () => {
    assert.equal((await covenant(box, ["baseline", "create"])).code, 0);
    commit("a baseline");
    box.write("src/other.rs", `${unwrapping("added")}${unwrapping("other")}`);
    assert.deepEqual(await check(["--since", "main"]), ["src/other.rs:2:unwrap-in-production"]);
    // Without git nobody can tell which of two equal findings is the new one; there is one all the same.
    assert.equal((await check([])).length, 1);
    assert.equal((await check(["--no-baseline"])).length, 3);
  });

  describe("--staged", () => {
    it("knows from the last run what other files say about the crate, and notices when they say something else", async () => {
      const checked = async (...more: readonly string[]): Promise<readonly string[]> => places((await checkJson(box, ["--rules", "missing-docs,unwrap-in-production", "--staged", ...more], { later: 60_000 })).report);
      box.write("src/lib.rs", "//! Docs.\n\nmod other;\n");
      commit("a private module");
      box.write("src/other.rs", `${unwrapping("other")}pub fn bare() {}\n`);
      git("add", "--all");
      assert.deepEqual(await checked(), []);
      const caches = readdirSync(join(box.caches, "rust-covenant")).filter((name) => name.startsWith("index-"));
      assert.equal(caches.length, 1);
      const index = join(box.caches, "rust-covenant", caches[0] ?? "");
      const kept = readFileSync(index, "utf8");
      assert.match(kept, /src\/lib\.rs/);
      assert.deepEqual(await checked(), []);
      assert.equal(readFileSync(index, "utf8"), kept, "nothing is new");
      // A file that is not judged makes the module public.
      box.write("src/lib.rs", "//! Docs.\n\npub mod other;\n");
      assert.deepEqual(await checked(), ["src/other.rs:4:missing-docs"]);
      assert.deepEqual(await checked("--no-cache"), ["src/other.rs:4:missing-docs"]);
      writeFileSync(index, kept.replace('"public":false', '"public":true'));
      assert.deepEqual(await checked(), ["src/other.rs:4:missing-docs"], "a cache that was written by another hand counts for nothing");
    });

    it("judges what is staged, not the work tree", async () => {
      box.write("src/lib.rs", `mod other;\n${unwrapping("old")}${unwrapping("staged")}`);
      git("add", "src/lib.rs");
      box.write("src/lib.rs", "mod other;\n");
      box.write("src/other.rs", unwrapping("other") + unwrapping("not_staged"));
      const { report } = await checkJson(box, [...onlyUnwrap, "--staged"]);
      assert.deepEqual(places(report), ["src/lib.rs:6:unwrap-in-production"]);
      assert.equal(report.summary["files"], 1);
      assert.equal(readFileSync(join(box.folder, "src/lib.rs"), "utf8"), "mod other;\n");
    });

    it("judges a staged file that is gone from the disk, and tells of staged bytes that are no text", async () => {
      box.write("src/gone.rs", unwrapping("gone"));
      box.write("src/latin.rs", Buffer.from([0x2f, 0x2f, 0xe9, 0x0a]));
      git("add", "--all");
      rmSync(join(box.folder, "src/gone.rs"));
      const { report } = await checkJson(box, [...onlyUnwrap, "--staged"]);
      assert.deepEqual(places(report), ["src/gone.rs:2:unwrap-in-production"]);
      assert.deepEqual(report.skipped, [{ path: "src/latin.rs", reason: "not UTF-8" }]);
    });

    it("knows the crate around the staged file", async () => {
      box.write("src/lib.rs", `#[cfg(test)]\nmod other;\n${unwrapping("old")}`);
      commit("the module is for tests");
      box.write("src/other.rs", unwrapping("other") + unwrapping("added"));
      git("add", "--all");
      assert.deepEqual(await check(["--staged"]), []);
    });

    it("works before the first commit, and with nothing staged", async () => {
      rmSync(join(box.folder, ".git"), { recursive: true });
      git("init", "--quiet");
      assert.deepEqual(await check(["--staged"]), []);
      git("add", "src/other.rs");
      assert.deepEqual(await check(["--staged"]), ["src/other.rs:2:unwrap-in-production"]);
      assert.deepEqual(await check(["--staged", "Cargo.toml"]), []);
    });

    it("refuses an index with conflicts", async () => {
      git("checkout", "--quiet", "-b", "topic");
      box.write("src/other.rs", unwrapping("theirs"));
      commit("theirs");
      git("checkout", "--quiet", "main");
      box.write("src/other.rs", unwrapping("ours"));
      commit("ours");
      assert.throws(() => git("merge", "--quiet", "topic"));
      const outcome = await covenant(box, ["check", "--staged"]);
      assert.equal(outcome.code, 2);
      assert.match(outcome.err, /^error: merge conflicts are not resolved in the index: src\/other\.rs\n$/);
    });

    it("does not depend on the settings of the user", async () => {
      for (const [key, value] of [["diff.noprefix", "true"], ["diff.mnemonicPrefix", "true"], ["color.ui", "always"], ["diff.context", "5"], ["diff.interHunkContext", "9"], ["diff.external", "false"], ["core.quotePath", "false"]] as const) git("config", key, value);
      box.write("src/grün.rs", unwrapping("green"));
      box.write("src/lib.rs", `mod other;\nmod grün;\n${unwrapping("old")}`);
      git("add", "--all");
      assert.deepEqual(await check(["--staged"]), ["src/grün.rs:2:unwrap-in-production"]);
      assert.deepEqual(await check(["--since", "HEAD"]), ["src/grün.rs:2:unwrap-in-production"]);
    });
  });

  describe("misuse", () => {
    const refused = async (args: readonly string[], message: RegExp, cwd?: string): Promise<void> => {
      const outcome = await covenant(box, ["check", ...args], cwd === undefined ? {} : { cwd });
      assert.equal(outcome.code, 2, outcome.err);
      assert.match(outcome.err, message);
      assert.equal(outcome.out, "");
    };

    it("is told with the exit code of usage errors", async () => {
      await refused(["--since", "no-such-branch"], /^error: `no-such-branch` names no commit of the repository/);
      await refused(["--since=--output=x"], /names no commit/);
      await refused(["--since", "main", "nowhere"], /^error: `nowhere` does not exist/);
      await refused(["--since", "main", "/"], /not in a work tree of git|not in the repository/);
      await refused(["--since", "main", "--staged"], /cannot be used with/);
      await refused(["--since", "main", "--fix"], /goes neither with `--fix`/);
      await refused(["--staged", "--stdin-filename", "src/lib.rs"], /goes neither with/);
    });

    it("outside a repository is told", async () => {
      rmSync(join(box.folder, ".git"), { recursive: true });
      await refused(["--staged"], /^error: `.*` is not in a work tree of git: /);
    });

    it("without a common commit is told", async () => {
      git("checkout", "--quiet", "--orphan", "island");
      commit("unrelated");
      await refused(["--since", "main"], /have no commit in common/);
    });
  });
});
