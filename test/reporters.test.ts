/** How findings look: the terminal, annotations, JSON. */
import assert from "node:assert/strict";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Finding } from "../server/src/engine/finding.js";
import { reportOf } from "../server/src/cli/reportOf.js";
import { githubReport } from "../server/src/cli/reporters/github.js";
import { humanReport } from "../server/src/cli/reporters/human.js";
import { jsonReport } from "../server/src/cli/reporters/json.js";
import { displayWidth, painter, visible } from "../server/src/cli/reporters/terminal.js";
import type { CheckResult } from "../server/src/cli/result.js";
import { rules } from "../server/src/rules/index.generated.js";

const rule = { ...rules.find(({ id }) => id === "unwrap-in-production"), id: "some-rule", why: "It is\nso.", remedy: "Do that." } as (typeof rules)[number];

/** A result with one file whose findings stand where `[[` and `]]` do in the text; `<<` and `>>` are related places. */
function resultOf(marked: string, more: Partial<Finding> = {}, shown = "src/a.rs"): CheckResult {
  const places: { start: number; end: number }[] = [];
  const related: { start: number; end: number; message: string }[] = [];
  let text = "";
  for (const piece of marked.split(/(\[\[|\]\]|<<|>>)/)) {
    if (piece === "[[") places.push({ start: text.length, end: -1 });
    else if (piece === "]]") places[places.length - 1] = { start: places.at(-1)?.start ?? 0, end: text.length };
    else if (piece === "<<") related.push({ start: text.length, end: -1, message: "it comes from here" });
    else if (piece === ">>") related[related.length - 1] = { start: related.at(-1)?.start ?? 0, end: text.length, message: "it comes from here" };
    else text += piece;
  }
  const findings = places.map((place): Finding => ({ rule: "some-rule", severity: "error", message: "a message", ...place, ...(related.length > 0 ? { related } : {}), ...more }));
  const report = reportOf(SourceFile.of(text), { findings, waived: [], waivers: [], problems: [], broken: false }, "2030-01-01");
  return { version: "1.0.0", cwd: "/w", rules: [rule], examples: {}, files: [{ path: `/w/${shown}`, shown, report }], checked: 3, packages: 1, excluded: 0, unread: [], failed: [], fixed: 0, milliseconds: 1234, exitCode: 1 };
}

const plain = painter(false);
const human = (result: CheckResult): string => [...humanReport(result, plain)].join("");

/** The snippet of the first finding: the lines between the arrow and the notes. */
function drawn(marked: string): string {
  const lines = human(resultOf(marked)).split("\n");
  return lines.slice(2, lines.findIndex((line) => /^ +=/.test(line))).join("\n");
}

describe("human output", () => {
  it("shows a finding the way rustc does, and sums up", () => {
    assert.equal(
      human(resultOf("fn a() {}\nfn f() { x.[[unwrap()]] }\n")),
      [
        "error[some-rule]: a message",
        " --> src/a.rs:2:12",
        "  |",
        "2 | fn f() { x.unwrap() }",
        "  |            ^^^^^^^^",
        "  |",
        "  = note: It is so.",
        "  = help: Do that.",
        "  = help: for examples and how to waive it, run `covenant explain some-rule`",
        "",
        "covenant: 1 error in 1 file; checked 3 files of 1 package in 1.23 s",
        "",
      ].join("\n"),
    );
  });

  it("tells the reason once for each rule, the remedy each time", () => {
    const text = human(resultOf("fn f() { x.[[unwrap()]]; y.[[unwrap()]] }\n"));
    assert.equal(text.split("= note:").length - 1, 1);
    assert.equal(text.split("= help: Do that.").length - 1, 2);
    assert.match(text, /2 errors in 1 file/);
  });

  it("puts carets below tabs, wide characters, emoji and combining marks", () => {
    assert.equal(drawn("\tlet a = x.[[unwrap()]];\n"), ["  |", "1 |     let a = x.unwrap();", "  |               ^^^^^^^^", "  |"].join("\n"));
    assert.equal(drawn('f("漢字", [[y]]);\n'), ["  |", '1 | f("漢字", y);', "  |           ^", "  |"].join("\n"));
    assert.equal(drawn('f("\u{1F980}e\u0301", [[y]]);\n'), ["  |", '1 | f("\u{1F980}e\u0301", y);', "  |          ^", "  |"].join("\n"));
    assert.equal(drawn("f([[漢字]]);\n"), ["  |", "1 | f(漢字);", "  |   ^^^^", "  |"].join("\n"));
  });

  it("shows an empty range and the end of the file as one caret", () => {
    assert.equal(drawn("fn f() {}[[]]"), ["  |", "1 | fn f() {}", "  |          ^", "  |"].join("\n"));
  });

  it("draws ranges over several lines with a bar", () => {
    assert.equal(drawn("[[a {\n    b\n}]]\n"), ["  |", "1 | / a {", "2 | |     b", "3 | | }", "  | |_^", "  |"].join("\n"));
    assert.equal(
      drawn("let a = [[f(\n  1,\n  2,\n  3,\n)]];\n"),
      ["  |", "1 |   let a = f(", "  |  _________^", "2 | |   1,", "... |", "5 | | );", "  | |_^", "  |"].join("\n"),
    );
    assert.equal(drawn("let a = [[f(\r\n)]];\r\n"), ["  |", "1 |   let a = f(", "  |  _________^", "2 | | );", "  | |_^", "  |"].join("\n"));
  });

  it("marks related places in the drawing, with a gap between distant lines", () => {
    assert.equal(
      drawn("let g = <<lock()>>;\n1\n2\ng.[[wait()]];\n"),
      ["  |", "1 | let g = lock();", "  |         ------ it comes from here", "...", "4 | g.wait();", "  |   ^^^^^^", "  |"].join("\n"),
    );
    assert.match(human(resultOf("let g = <<a\nb>>;\ng.[[wait()]];\n")), /^ {2}::: src\/a\.rs:1:9: it comes from here$/m);
  });

  it("cuts a very long line around the finding", () => {
    const text = drawn(`${"x".repeat(100_000)} [[y]] ${"z".repeat(100_000)}\n`);
    const [, line = "", carets = ""] = text.split("\n");
    assert.ok(line.length < 500);
    assert.ok(line.startsWith("1 | …"));
    assert.equal(line[carets.indexOf("^")], "y");
  });

  it("lets no source take the terminal over", () => {
    const text = human(resultOf("// \u001b[31mred \u202e[[x]]\u0007\n", { message: "say \u001b]0;title\u0007" }, "src/\u001b[2J.rs"));
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    assert.match(text, /\u241b\[31mred/);
  });

  it("colours only when told to", () => {
    const coloured = [...humanReport(resultOf("[[x]]"), painter(true))].join("");
    assert.match(coloured, /\u001b\[1;31merror\[some-rule\]\u001b\[0m/);
    assert.equal(coloured.replace(/\u001b\[[\d;]*m/g, ""), human(resultOf("[[x]]")));
  });

  it("counts in display columns", () => {
    assert.equal(displayWidth("abc"), 3);
    assert.equal(displayWidth("漢"), 2);
    assert.equal(displayWidth("\u{1F468}\u200d\u{1F469}\u200d\u{1F467}"), 2);
    assert.equal(displayWidth("e\u0301"), 1);
    assert.equal(visible("a\tb"), "a    b");
  });

  it("says so when there is nothing", () => {
    assert.equal(human({ ...resultOf("fn f() {}"), files: [], checked: 0, packages: 0, milliseconds: 5 }), "covenant: no findings; checked no files in 5 ms\n");
  });
});

describe("github output", () => {
  it("writes one command a finding, with escapes", () => {
    const [line, ...others] = githubReport(resultOf("fn f() {\n [[x]] }", { severity: "information", message: "100 %: a,b\nc" }, "src/a,b:c.rs"), undefined);
    assert.deepEqual(others, []);
    assert.equal(line, "::notice file=src/a%2Cb%3Ac.rs,line=2,endLine=2,col=2,endColumn=2,title=covenant%3A some-rule::100 %25: a,b%0Ac%0ADo that.\n");
  });

  it("leaves columns away for several lines and counts paths from the checkout", () => {
    const result = resultOf("[[a\nb]]\n");
    assert.match([...githubReport(result, "/w/src/")].join(""), /^::error file=a\.rs,line=1,endLine=2,title=/);
    assert.match([...githubReport(result, "/elsewhere")].join(""), /file=src\/a\.rs,/);
  });
});

describe("json output", () => {
  it("has lines and columns from 1 and offsets in UTF-16 units", () => {
    const parsed = JSON.parse([...jsonReport(resultOf("// \u{1F980}\n\u{1F980} [[x]]"))].join("")) as { schema: number; findings: unknown[]; summary: Record<string, number> };
    assert.equal(parsed.schema, 1);
    assert.deepEqual(parsed.findings, [
      { path: "src/a.rs", rule: "some-rule", severity: "error", message: "a message", start: { offset: 9, line: 2, column: 4 }, end: { offset: 10, line: 2, column: 5 }, related: [] },
    ]);
    assert.deepEqual(parsed.summary, { files: 3, packages: 1, excluded: 0, errors: 1, warnings: 0, information: 0, hints: 0, waived: 0, baselined: 0, fixed: 0, milliseconds: 1234, exitCode: 1 });
  });
});
