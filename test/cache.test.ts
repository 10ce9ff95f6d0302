/** The cache of `covenant check`: it must never be seen in what is found. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Rule } from "../server/src/engine/rule.js";
import { CacheStore, type CachedPackage, cacheFolder, sameStamp, stampOf } from "../server/src/node/cacheStore.js";
import { rules } from "../server/src/rules/index.generated.js";
import { checkJson, manifest, places, sandbox, unwrapping, type JsonReport, type Sandbox } from "./cli/harness.js";

/** The rules with one that counts the functions it is shown; that many were judged and not taken from the cache. */
function counting(): { readonly all: readonly Rule[]; readonly judged: () => readonly string[] } {
  const seen: string[] = [];
  const base = rules.find(({ id }) => id === "unwrap-in-production");
  assert.ok(base);
  const visits: Rule = { ...base, id: "counting", needs: ["fn"], lints: [], on: { function_item: (node, cx) => void seen.push(cx.code.text(node.childForFieldName("name") ?? node)) } };
  return { all: [...rules, visits], judged: () => seen.splice(0).sort() };
}

/** Later by more than any clock's grain, so that the files' stamps are trusted. */
const later = 60_000;

const withoutTime = (report: JsonReport): JsonReport => ({ ...report, summary: { ...report.summary, milliseconds: 0 } });

describe("the cache of covenant check", () => {
  let box: Sandbox;
  beforeEach(() => {
    box = sandbox({
      "Cargo.toml": manifest("a"),
      "src/lib.rs": "//! A crate.\npub mod one;\nmod two;\n",
      "src/one.rs": `//! One.\npub ${unwrapping("in_one")}`,
      "src/two.rs": unwrapping("in_two"),
    });
  });
  afterEach(() => box.remove());

  it("gives the same report and judges nothing twice", async () => {
    const { all, judged } = counting();
    const first = await checkJson(box, [], { rules: all });
    assert.deepEqual(judged(), ["in_one", "in_two"]);
    const second = await checkJson(box, [], { rules: all, later });
    assert.deepEqual(judged(), []);
    assert.deepEqual(withoutTime((await checkJson(box, [], { rules: all, later })).report), withoutTime(first.report), "by stamps now");
    assert.deepEqual(judged(), []);
    assert.deepEqual(withoutTime(second.report), withoutTime(first.report));
    assert.equal(second.outcome.code, first.outcome.code);
    await checkJson(box, ["--no-cache"], { rules: all });
    assert.deepEqual(judged(), ["in_one", "in_two"]);
  });

  it("judges the changed file alone, and those whose view of the crate changed with it", async () => {
    const { all, judged } = counting();
    await checkJson(box, [], { rules: all });
    judged();
    box.write("src/two.rs", `${unwrapping("in_two")}${unwrapping("more")}`);
    const changed = await checkJson(box, [], { rules: all });
    assert.deepEqual(judged(), ["in_two", "more"]);
    assert.ok(places(changed.report).includes("src/two.rs:5:unwrap-in-production"));
    box.write("src/lib.rs", "//! A crate.\npub mod one;\n#[cfg(test)]\nmod two;\n");
    const tests = await checkJson(box, [], { rules: all });
    assert.deepEqual(judged().filter((name) => name === "in_one"), []);
    assert.ok(!places(tests.report).some((place) => place.startsWith("src/two.rs")));
  });

  it("notices a change that keeps the size, at once", async () => {
    await checkJson(box);
    box.write("src/two.rs", unwrapping("in_two").replace("unwrap()", "unwarp()"));
    const { report } = await checkJson(box);
    assert.ok(!places(report).includes("src/two.rs:2:unwrap-in-production"));
  });

  it("trusts no stamp that a later change could share", () => {
    const path = join(box.folder, "src/two.rs");
    const { mtimeMs, ctimeMs } = statSync(path);
    const touched = Math.max(mtimeMs, ctimeMs);
    assert.equal(stampOf(statSync(path), touched + 10), undefined);
    const stamp = stampOf(statSync(path), touched + 10_000);
    assert.ok(sameStamp(stamp, stampOf(statSync(path), touched + 20_000)));
    // The modification time put back by hand: the time of the change gives it away.
    writeFileSync(path, unwrapping("in_ten"));
    utimesSync(path, mtimeMs / 1000, mtimeMs / 1000);
    assert.ok(!sameStamp(stamp, stampOf(statSync(path), touched + 1_000_000)));
  });

  it("follows configuration, manifest, profile and rules", async () => {
    await checkJson(box);
    assert.ok(!places((await checkJson(box, ["--rules", "missing-docs"])).report).some((place) => place.endsWith(":unwrap-in-production")));
    box.write("covenant.toml", '[rules]\nunwrap-in-production = "off"\n');
    assert.ok(!places((await checkJson(box)).report).some((place) => place.endsWith(":unwrap-in-production")));
    rmSync(join(box.folder, "covenant.toml"));
    assert.ok(places((await checkJson(box)).report).includes("src/two.rs:2:unwrap-in-production"));
    box.write("Cargo.toml", manifest("a", 'autolib = false\n[[test]]\nname = "t"\npath = "src/two.rs"\n'));
    assert.ok(!places((await checkJson(box)).report).includes("src/two.rs:2:unwrap-in-production"));
  });

  it("ignores and replaces a cache that is cut off, forged or from another program", async () => {
    const first = await checkJson(box);
    const path = join(box.caches, "rust-covenant", readdirSync(join(box.caches, "rust-covenant"))[0] ?? "");
    const good = readFileSync(path, "utf8");
    for (const bad of ["", "{", good.slice(0, -20), good.replace("unwrap-in-production", "nothing-at-all"), "\0".repeat(100)]) {
      writeFileSync(path, bad);
      const { report, outcome } = await checkJson(box);
      assert.deepEqual(report.findings, first.report.findings);
      assert.equal(outcome.err, "");
      assert.equal(readFileSync(path, "utf8").length, good.length, "it is written anew");
    }
    const store = new CacheStore<CachedPackage<string>>(box.caches, "/w", "1");
    assert.equal(store.write(new Map([["/w", { key: "k", files: {} }]])), true);
    assert.equal(store.read().size, 1);
    assert.equal(new CacheStore<CachedPackage<string>>(box.caches, "/w", "2").read().size, 0);
    assert.equal(new CacheStore<CachedPackage<string>>(box.caches, "/other", "1").read().size, 0);
  });

  it("does without where nothing can be written", async () => {
    writeFileSync(box.caches, "a file where the folder should be");
    const { report, outcome } = await checkJson(box);
    assert.ok(report.findings.length > 0);
    assert.equal(outcome.err, "");
  });

  it("keeps what a run over a part did not look at", async () => {
    const { all, judged } = counting();
    await checkJson(box, [], { rules: all });
    judged();
    const part = await checkJson(box, ["src/one.rs"], { rules: all });
    assert.deepEqual(judged(), []);
    assert.deepEqual([...new Set(part.report.findings.map(({ path }) => path))], ["src/one.rs"]);
    box.write("src/one.rs", `//! One.\npub ${unwrapping("renamed")}`);
    await checkJson(box, ["src/one.rs"], { rules: all });
    assert.deepEqual(judged(), ["renamed"]);
    await checkJson(box, [], { rules: all });
    assert.deepEqual(judged(), [], "neither the part nor the rest is judged again");
  });

  it("stands where the platform keeps caches", () => {
    assert.equal(cacheFolder({ XDG_CACHE_HOME: "/x" }, "linux", "/people/u"), join("/x", "rust-covenant"));
    assert.equal(cacheFolder({ XDG_CACHE_HOME: "relative" }, "linux", "/people/u"), join("/people/u/.cache", "rust-covenant"));
    assert.equal(cacheFolder({}, "darwin", "/people/u"), join("/people/u/Library/Caches", "rust-covenant"));
    assert.equal(cacheFolder({ LOCALAPPDATA: "C:/Local" }, "win32", "C:/people/u"), join("C:/Local", "rust-covenant"));
  });

  it("cannot be told from judging anew, whatever is done to the files (property)", async () => {
    const text = fc.constantFrom(unwrapping("f"), `pub ${unwrapping("g")}`, "pub mod b;\n", "#[cfg(test)]\nmod b;\n", "pub use b::*;\nmod b;\n", "fn broken( {\n", "// covenant: allow(unwrap-in-production) -- a good reason\nfn f(x: Option<u8>) -> u8 { x.unwrap() }\n", "\0");
    const step = fc.oneof(
      fc.record({ path: fc.constantFrom("src/lib.rs", "src/b.rs", "src/main.rs", "other/src/lib.rs", "loose.rs"), text }),
      fc.record({ path: fc.constantFrom("src/b.rs", "src/main.rs", "other/Cargo.toml", "covenant.toml"), text: fc.constant(undefined) }),
      fc.record({ path: fc.constant("other/Cargo.toml"), text: fc.constantFrom(manifest("other"), manifest("other", '[lib]\nproc-macro = true\n')) }),
      fc.record({ path: fc.constant("covenant.toml"), text: fc.constantFrom('profile = "strict"\n', 'exclude = ["src/b.rs"]\n', '[[overrides]]\npaths = ["**/b.rs"]\n[overrides.rules]\nunwrap-in-production = "hint"\n') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ step, old: fc.boolean(), part: fc.boolean() }), { minLength: 1, maxLength: 8 }), async (steps) => {
        const own = sandbox({ "Cargo.toml": manifest("a"), "src/lib.rs": "mod b;\n", "src/b.rs": unwrapping("f") });
        try {
          mkdirSync(join(own.folder, "other"));
          for (const { step: { path, text: content }, old, part } of steps) {
            if (content === undefined) rmSync(join(own.folder, path), { force: true });
            else own.write(path, content);
            const args = part ? ["src"] : [];
            const cached = await checkJson(own, args, { later: old ? later : 0 });
            const fresh = await checkJson(own, [...args, "--no-cache"]);
            assert.deepEqual(withoutTime(cached.report), withoutTime(fresh.report));
          }
        } finally {
          own.remove();
        }
      }),
      { numRuns: 25 },
    );
  }).timeout(120_000);
});
