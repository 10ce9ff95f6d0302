/** Waivers with a last day and an issue: when they hold, and what the cache may keep of them. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { isDate, readTerms } from "../server/src/engine/waiverTerms.js";
import { checkJson, covenant, manifest, places, sandbox, type Sandbox } from "./cli/harness.js";

const day = 86_400_000;

/** A function with a waived `unwrap` on its second line. */
function waived(name: string, terms: string): string {
  return `fn ${name}(raw: Option<u8>) -> u8 {\n    raw.unwrap() // covenant: allow(unwrap-in-production)${terms} -- checked by every caller\n}\n`;
}

const onlyThese = ["--rules", "unwrap-in-production,expired-waiver,malformed-waiver"];

/** The day some days from now, `YYYY-MM-DD`. */
function fromNow(days: number): string {
  return new Date(Date.now() + days * day).toISOString().slice(0, 10);
}

describe("waiver terms", () => {
  it("are read in either order", () => {
    assert.deepEqual(readTerms(" until 2031-01-31, issue #12"), { until: { date: "2031-01-31", start: 7, end: 17 }, issue: "#12", problems: [] });
    assert.deepEqual(readTerms(" issue https://example.org/a--b/1 until 2031-01-31 "), { until: { date: "2031-01-31", start: 40, end: 50 }, issue: "https://example.org/a--b/1", problems: [] });
    assert.deepEqual(readTerms(" \n"), { until: undefined, issue: undefined, problems: [] });
  });

  it("know the calendar", () => {
    for (const date of ["2024-02-29", "2000-02-29", "2031-12-31"]) assert.ok(isDate(date), date);
    for (const text of ["2023-02-29", "1900-02-29", "2031-04-31", "2031-13-01", "2031-00-10", "2031-01-00", "2031-1-1", "31-01-01", "2031-01-01T00:00", "", "soon"]) assert.ok(!isDate(text), text);
  });

  it("agree with the calendar of the platform", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 32 }), (year, month, date) => {
        const text = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
        const parsed = new Date(`${text}T00:00:00Z`);
        assert.equal(isDate(text), !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text));
      }),
    );
  });

  it("of any text are read or told, at a place inside it", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom("until", "issue", "2031-01-31", "#1", ",", "\n"), fc.string()), { maxLength: 8 }), (words) => {
        const text = words.join(" ");
        const { problems, until, issue } = readTerms(text);
        for (const { start, end } of [...problems, ...(until ? [until] : [])]) assert.ok(start >= 0 && start < end && end <= text.length);
        if (problems.length === 0) assert.equal(text.replace(/[\s,]/g, "") === "", until === undefined && issue === undefined);
      }),
    );
  });
});

describe("waivers with a last day, on the command line", () => {
  let box: Sandbox;
  beforeEach(() => {
    box = sandbox({
      "Cargo.toml": manifest("a"),
      "src/lib.rs": `mod other;\n${waived("one", ` until ${fromNow(3)} issue #7`)}`,
      "src/other.rs": waived("two", ""),
    });
  });
  afterEach(() => box.remove());

  it("run out, though nothing changed but the day and the cache has the file", async () => {
    const before = await checkJson(box, onlyThese, { later: 60_000 });
    assert.deepEqual(places(before.report), []);
    assert.deepEqual(before.report.waived.length, 2);
    assert.equal(before.outcome.code, 0);
    const same = await checkJson(box, onlyThese, { later: 61_000 });
    assert.deepEqual(same.report.waived, before.report.waived);
    for (let run = 0; run < 2; run++) {
      const after = await checkJson(box, onlyThese, { later: 5 * day });
      assert.deepEqual(places(after.report), ["src/lib.rs:3:unwrap-in-production", "src/lib.rs:3:expired-waiver"]);
      assert.match(after.report.findings[1]?.message ?? "", new RegExp(`until ${fromNow(3)} `));
      assert.equal(after.report.waived.length, 1);
      assert.equal(after.outcome.code, 1);
    }
    const back = await checkJson(box, onlyThese, { later: 60_000 });
    assert.deepEqual(places(back.report), []);
  });

  it("tell the day and the issue of what they cover", async () => {
    const { report } = await checkJson(box, onlyThese);
    assert.deepEqual(
      report.waived.map(({ reason, until, issue }) => ({ reason, until, issue })),
      [
        { reason: "checked by every caller", until: fromNow(3), issue: "#7" },
        { reason: "checked by every caller", until: undefined, issue: undefined },
      ],
    );
  });

  it("have no effect with a date that is none", async () => {
    box.write("src/other.rs", waived("two", " until 2031-02-30"));
    const outcome = await covenant(box, ["check", ...onlyThese]);
    assert.match(outcome.out, /error\[malformed-waiver\]: `2031-02-30` is no date/);
    assert.match(outcome.out, /error\[unwrap-in-production\]/);
    assert.equal(outcome.code, 1);
  });
});

describe("covenant waivers", () => {
  let box: Sandbox;
  beforeEach(() => {
    box = sandbox({
      "Cargo.toml": manifest("a"),
      "src/lib.rs": `${waived("one", ` until ${fromNow(3)} issue #7`)}${waived("two", ` until ${fromNow(-3)}`)}`,
      "src/other.rs": `// covenant: allow(unwrap-in-production)\nfn a() {}\n// covenant: allow(todo-in-production, unwrap-in-production) -- nothing here\n// breaks either\nfn b() {}\n`,
    });
  });
  afterEach(() => box.remove());

  it("lists all of them for people, with what they do", async () => {
    const expected = [
      "src/lib.rs:2:18: used: unwrap-in-production  until " + fromNow(3) + "  issue #7",
      "    checked by every caller",
      "src/lib.rs:5:18: expired: unwrap-in-production  until " + fromNow(-3),
      "    checked by every caller",
      "src/other.rs:1:1: invalid: unwrap-in-production",
      "    (no reason)",
      "src/other.rs:3:1: unused: todo-in-production, unwrap-in-production",
      "    nothing here",
      "",
      "covenant: 4 waivers: 1 used, 1 unused, 1 expired, 1 invalid",
      "",
    ].join("\n");
    for (const args of [[], ["--no-cache"], []]) assert.deepEqual(await covenant(box, ["waivers", ...args], { later: 60_000 }), { code: 0, out: expected, err: "" });
  });

  it("lists those of the given paths as JSON", async () => {
    const { code, out } = await covenant(box, ["waivers", "src/lib.rs", "--format", "json"]);
    assert.equal(code, 0);
    const list = JSON.parse(out) as { readonly waivers: readonly { readonly path: string; readonly start: { readonly line: number } }[]; readonly summary: unknown };
    const { start, end, ...first } = list.waivers[0] as Record<string, unknown>;
    assert.deepEqual(first, { path: "src/lib.rs", rules: ["unwrap-in-production"], reason: "checked by every caller", until: fromNow(3), issue: "#7", effect: "used" });
    assert.deepEqual(start, { offset: 49, line: 2, column: 18 });
    assert.ok(end);
    assert.deepEqual(list.summary, { waivers: 2, used: 1, unused: 0, expired: 1, invalid: 0 });
  });

  it("says so where there are none, and refuses paths that do not exist", async () => {
    box.write("src/none.rs", "fn a() {}\n");
    assert.deepEqual(await covenant(box, ["waivers", "src/none.rs"]), { code: 0, out: "covenant: no waivers\n", err: "" });
    const missing = await covenant(box, ["waivers", "nowhere"]);
    assert.equal(missing.code, 2);
    assert.match(missing.err, /`nowhere` does not exist/);
  });
});
