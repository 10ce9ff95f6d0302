/** The baseline: its file, and what the command line makes of it. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { baselineName, divide, entriesFor, parseBaseline, writeBaseline, type BaselineEntry, type BaselineKey } from "../server/src/project/baseline.js";
import { defineRule } from "../server/src/engine/rule.js";
import { rules } from "../server/src/rules/index.generated.js";
import { checkJson, covenant, manifest, onlyUnwrap, places, sandbox, unwrapping, type Outcome, type Sandbox } from "./cli/harness.js";

const head = '{"covenantBaseline":1}';

describe("a baseline file", () => {
  const text = fc.string({ unit: "binary" });
  const entry: fc.Arbitrary<BaselineEntry> = fc.record({ file: text.map((name) => `f${name.replaceAll("/", "")}`), rule: text.map((id) => `r${id}`), content: text, occurrence: fc.integer({ min: 1, max: 9 }) });

  it("gives back what was written, whatever the entries are and in whatever order", () => {
    const sorted = (entries: readonly BaselineEntry[]): readonly string[] => [...new Set(entries.map((one) => JSON.stringify([one.file, one.rule, one.content, one.occurrence])))].sort();
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const written = writeBaseline(entries);
        assert.deepEqual(sorted(parseBaseline(written).entries ?? []), sorted(entries));
        assert.equal(writeBaseline([...entries].reverse()), written);
        assert.equal(written.split("\n").length, 2 + sorted(entries).length, "one line each, the header and the end");
      }),
    );
  });

  it("reads any text without throwing, and gives entries or problems", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.array(fc.oneof(text, fc.json(), fc.constant(head))).map((lines) => lines.join("\n"))), (given) => {
        const { entries, problems } = parseBaseline(given);
        assert.ok((entries === undefined) !== (problems === undefined));
        assert.ok(problems === undefined || problems.length > 0);
      }),
    );
  });

  it("says what is wrong, and in which line", () => {
    const wrong = (body: string): readonly string[] => (parseBaseline(body).problems ?? []).map(({ line, message }) => `${line}: ${message}`);
    const good = '["src/lib.rs","some-rule","x.unwrap();",1]';
    assert.deepEqual(wrong(`\uFEFF${head}\r\n\r\n${good}\r\n`), []);
    assert.match(wrong("")[0] ?? "", /^0: a baseline begins with the line \{"covenantBaseline":1\}$/);
    assert.match(wrong(good)[0] ?? "", /^0: a baseline begins/);
    assert.match(wrong('{"covenantBaseline":2}\n[]')[0] ?? "", /^0: this baseline has the format 2; this version of covenant reads format 1$/);
    assert.match(wrong(`${head}\n<<<<<<< ours\n${good}\n=======\n>>>>>>> theirs\n`)[0] ?? "", /^1: a conflict of a merge/);
    for (const [line, message] of [
      ["not json", /no JSON/],
      [`${good},`, /no JSON/],
      ["{}", /an entry is an array/],
      ['["a.rs","r","x"]', /an entry is an array/],
      ['["a.rs","r",1,1]', /are strings/],
      ['["","r","x",1]', /not empty/],
      ['["/a.rs","r","x",1]', /relative/],
      ['["../a.rs","r","x",1]', /relative/],
      ['["a.rs","r","x",0]', /whole number/],
    ] as const) {
      const [only, ...more] = wrong(`${head}\n${good}\n${line}\n`);
      assert.match(only ?? "", /^2: /, line);
      assert.match(only ?? "", message, line);
      assert.deepEqual(more, [], line);
    }
  });

  it("is a baseline still after a merge that keeps the lines of both sides, with nothing in it that neither side had", () => {
    const box = sandbox();
    try {
      const all = entriesFor("a.rs", ["u", "v", "w", "x", "y"].map((content) => ({ rule: "r", content })));
      const without = (...gone: readonly string[]): string => writeBaseline(all.filter(({ content }) => !gone.includes(content)));
      box.write("base", without());
      box.write("ours", without("v", "y"));
      box.write("theirs", without("w", "y"));
      execFileSync("git", ["merge-file", "--union", "ours", "base", "theirs"], { cwd: box.folder });
      const { entries } = parseBaseline(readFileSync(join(box.folder, "ours"), "utf8"));
      // Where both sides cut at one place git keeps too much; prune finds it.
      assert.deepEqual(entries?.map(({ content }) => content).sort(), ["u", "v", "w", "x"]);
    } finally {
      box.remove();
    }
  });

  it("holds as many of equal findings as it has entries, the first ones", () => {
    const of = (...contents: readonly string[]): readonly BaselineKey[] => contents.map((content) => ({ rule: "r", content }));
    const entries = entriesFor("a.rs", of("x", "y", "x"));
    assert.deepEqual(entries.map(({ content, occurrence }) => [content, occurrence]), [["x", 1], ["y", 1], ["x", 2]]);
    const [first, second, third, other] = of("x", "x", "x", "z");
    assert.ok(first && second && third && other);
    const { old, fresh, used, stale } = divide(entries, [first, other, second, third], (key) => key);
    assert.deepEqual([old.indexOf(first), old.indexOf(second), fresh.indexOf(other), fresh.indexOf(third)], [0, 1, 0, 1]);
    assert.deepEqual(used.map(({ content, occurrence }) => [content, occurrence]), [["x", 1], ["x", 2]]);
    assert.deepEqual(stale.map(({ content }) => content), ["y"]);
    assert.deepEqual(divide(entries, of("x").map((key) => ({ ...key, rule: "other" })), (key) => key).old, []);
    const gap = entries.filter(({ occurrence, content }) => content === "x" && occurrence === 2);
    assert.equal(divide(gap, of("x"), (key) => key).old.length, 1, "which number is left makes no difference");
  });
});

describe("covenant baseline", () => {
  let box: Sandbox;
  beforeEach(() => {
    box = sandbox({ "Cargo.toml": manifest("a"), "src/lib.rs": `//! A crate.\nmod old;\n`, "src/old.rs": unwrapping("one") + unwrapping("two") });
  });
  afterEach(() => box.remove());

  const run = (...args: readonly string[]): Promise<Outcome> => covenant(box, ["baseline", ...args]);
  const file = (): string => readFileSync(join(box.folder, baselineName), "utf8");
  const create = async (): Promise<void> => assert.equal((await run("create")).code, 0);

  it("is written once, mutes what there was, and lets no new finding through", async () => {
    const before = await checkJson(box);
    assert.equal(before.report.summary["errors"], 2);
    const created = await run("create");
    assert.deepEqual([created.code, created.err], [0, ""]);
    assert.match(created.out, new RegExp(`^wrote covenant-baseline\\.jsonl with ${before.report.findings.length} entries; `));
    assert.deepEqual(file().split("\n").filter((line) => line.includes("unwrap-in-production")), ['["src/old.rs","unwrap-in-production","raw.unwrap()",1]', '["src/old.rs","unwrap-in-production","raw.unwrap()",2]']);

    const after = await checkJson(box);
    assert.deepEqual([after.outcome.code, after.report.findings, after.report.summary["baselined"]], [0, [], before.report.findings.length]);
    assert.deepEqual(after.report.baselined, before.report.findings);
    const human = await covenant(box, ["check"]);
    assert.match(human.out, new RegExp(`^covenant: no findings; .*, ${before.report.findings.length} in the baseline\n$`));
    assert.match((await run("check")).out, /, 0 stale\n$/);

    // Lines above and the indentation make no difference, a finding more does.
    box.write("src/old.rs", `\n\n// Some lines more.\n${unwrapping("one").replace("    raw", "\t\traw")}${unwrapping("two")}`);
    assert.deepEqual((await checkJson(box)).report.findings, []);
    box.write("src/old.rs", unwrapping("one") + unwrapping("two") + unwrapping("three"));
    const more = await checkJson(box, onlyUnwrap);
    assert.deepEqual([more.outcome.code, places(more.report)], [1, ["src/old.rs:8:unwrap-in-production"]]);
    const refused = await run("check");
    assert.equal(refused.code, 1);
    assert.match(refused.out, /src\/old\.rs:8:/);
  });

  it("does not come out of the cache, nor stay in it", async () => {
    const warm = async (...args: readonly string[]): Promise<readonly string[]> => places((await checkJson(box, [...onlyUnwrap, ...args], { later: 60_000 })).report);
    const all = await warm();
    assert.equal(all.length, 2);
    await create();
    assert.deepEqual(await warm(), []);
    assert.deepEqual(await warm("--no-baseline"), all);
    box.write(baselineName, file().split("\n").filter((line) => !line.includes('"raw.unwrap()",2')).join("\n"));
    assert.deepEqual(await warm(), ["src/old.rs:5:unwrap-in-production"]);
    rmSync(join(box.folder, baselineName));
    assert.deepEqual(await warm(), all);
  });

  it("only shrinks: an existing one is written anew with --force alone", async () => {
    await create();
    const before = file();
    box.write("src/old.rs", unwrapping("one") + unwrapping("two") + unwrapping("three"));
    const refused = await run("create");
    assert.equal(refused.code, 2);
    assert.match(refused.err, /^error: covenant-baseline\.jsonl exists already, and a baseline only shrinks: /);
    assert.equal(file(), before);
    const below = await covenant(box, ["baseline", "create"], { cwd: join(box.folder, "src") });
    assert.equal(below.code, 2, "a baseline of its own for a folder below would let it grow too");
    assert.ok(!existsSync(join(box.folder, "src", baselineName)));
    assert.equal((await run("create", "--force")).code, 0);
    assert.equal(file().split("\n").filter((line) => line.includes("unwrap-in-production")).length, 3);
  });

  it("loses what is mended to prune, and nothing else", async () => {
    box.write("src/lib.rs", "//! A crate.\nmod old;\nmod other;\n");
    box.write("src/other.rs", unwrapping("other").replace("raw.unwrap", "raw . unwrap"));
    await create();
    const before = file();
    assert.match((await run("prune")).out, /^nothing to take out of covenant-baseline\.jsonl; \d+ entries left\n$/);
    assert.equal(file(), before);

    box.write("src/old.rs", unwrapping("one"));
    rmSync(join(box.folder, "src/other.rs"));
    assert.match((await run("check", "src/old.rs")).out, /, 1 stale; `covenant baseline prune`/);
    const part = await run("prune", "src/old.rs");
    assert.match(part.out, /^took 1 entry out of covenant-baseline\.jsonl; /);
    assert.deepEqual(before.split("\n").filter((line) => !file().includes(line)), ['["src/old.rs","unwrap-in-production","raw.unwrap()",2]'], "files that were not looked at keep their entries");
    await run("prune");
    assert.ok(!file().includes("src/other.rs"), "a file that is gone");
    assert.deepEqual(places((await checkJson(box, onlyUnwrap)).report), []);

    box.write("src/old.rs", "fn fine() {}\n");
    assert.match((await run("prune")).out, /none is left, the file can be deleted\n$/);
    assert.equal(file(), `${head}\n`);
  });

  it("keeps the entries of a file with syntax errors", async () => {
    await create();
    const before = file();
    box.write("src/old.rs", `fn open( {\n`);
    assert.equal((await run("prune")).code, 0);
    assert.equal(file(), before);
  });

  it("counts from its own folder, and the nearest above a file is the one in force", async () => {
    await create();
    const inner = { cwd: join(box.folder, "src") };
    const below = await covenant(box, ["check", ...onlyUnwrap, "--format", "github"], inner);
    assert.deepEqual([below.code, below.out], [0, ""], "found from a folder below");
    assert.equal((await covenant(box, ["baseline", "create", "--force"], inner)).code, 0);
    assert.match(readFileSync(join(box.folder, "src", baselineName), "utf8"), /^\["old\.rs",/m);
    box.write(`src/${baselineName}`, `${head}\n`);
    assert.equal((await checkJson(box, onlyUnwrap)).report.findings.length, 2, "the nearest does not hold them");
    assert.match((await run("prune")).out, /^took \d+ entries out of covenant-baseline\.jsonl; /m, "and what it speaks for is stale in the one above");
  });

  it("with a slip in it is told with its place, and nothing is judged or written", async () => {
    await create();
    const broken = `${file()}<<<<<<< ours\n`;
    box.write(baselineName, broken);
    const line = broken.split("\n").length - 1;
    for (const args of [["check"], ["baseline", "check"], ["baseline", "prune"], ["baseline", "create", "--force", "src/old.rs"]]) {
      const { code, out, err } = await covenant(box, args);
      assert.deepEqual([code, out], [2, ""], args.join(" "));
      assert.match(err, new RegExp(`^error: covenant-baseline\\.jsonl:${line}: a conflict of a merge`, "m"));
    }
    assert.equal(file(), broken);
    assert.equal((await covenant(box, ["check", "--no-baseline"])).code, 1);
    assert.equal((await run("create", "--force")).code, 0, "anew as a whole it loses nothing");
    box.write(baselineName, new Uint8Array([0xff, 0xfe, 0]));
    assert.match((await covenant(box, ["check"])).err, /cannot be read as UTF-8 text/);
  });

  it("is not written from a verdict that is not complete", async () => {
    const throwing = defineRule({ ...(rules.find(({ id }) => id === "static-mut") as object as Parameters<typeof defineRule>[0]), id: "throws", needs: ["fn"], wants: () => true, clues: [], lints: [], on: { function_item: () => { throw new Error("broken rule"); } } });
    const failed = await covenant(box, ["baseline", "create", "--no-cache"], { rules: [...rules, throwing] });
    assert.equal(failed.code, 3);
    assert.match(failed.err, /broken rule[^]*no baseline was written/);
    assert.ok(!existsSync(join(box.folder, baselineName)));
    await create();
    box.write("src/old.rs", unwrapping("one"));
    const before = file();
    assert.equal((await covenant(box, ["baseline", "prune", "--no-cache"], { rules: [...rules, throwing] })).code, 3);
    assert.equal(file(), before);
  });

  it("keeps what was not looked at when it is written anew for some paths, and its mode", async () => {
    box.write("src/lib.rs", "//! A crate.\nmod old;\nmod other;\n");
    box.write("src/other.rs", unwrapping("other"));
    await create();
    const { mode } = statSync(join(box.folder, baselineName));
    box.write("src/old.rs", "fn fine() {}\n");
    assert.equal((await run("create", "--force", "src/old.rs")).code, 0);
    assert.match(file(), /^\["src\/other\.rs","unwrap-in-production"/m);
    assert.ok(!file().includes("src/old.rs"));
    assert.equal(statSync(join(box.folder, baselineName)).mode, mode);
  });

  it("asks for a baseline to prune or check, and for paths it can name", async () => {
    for (const command of ["prune", "check"]) {
      const { code, err } = await run(command);
      assert.equal(code, 2);
      assert.match(err, /there is no covenant-baseline\.jsonl here/);
    }
    const back = await covenant(box, ["baseline", "create", "../src/old.rs"], { cwd: join(box.folder, "src") });
    assert.equal(back.code, 0, "a path may go up and come back");
    const other = sandbox({ "b.rs": unwrapping("b") });
    try {
      assert.equal((await covenant(other, ["baseline", "create", join(box.folder, "src/old.rs")])).code, 2);
      assert.ok(!existsSync(join(other.folder, baselineName)));
    } finally {
      other.remove();
    }
    assert.equal((await run()).code, 2);
    assert.equal((await run("grow")).code, 2);
  });

  it("keeps to --fail-on, as check does", async () => {
    await create();
    box.write("covenant.toml", '[rules]\nunwrap-in-production = "information"\n');
    box.write("src/old.rs", unwrapping("one") + unwrapping("two") + unwrapping("three"));
    assert.equal((await run("check")).code, 0);
    assert.equal((await run("check", "--fail-on", "information")).code, 1);
  });
});
