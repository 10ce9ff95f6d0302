/**
 * One runner for all rule fixtures: `test/rules/<id>.rs` holds the expectations, `test/rules/<id>.fixed.rs` what the
 * fixes make of it (blessed by `npm run bless`). Every fix is applied alone too: its result must parse no worse.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { textAfter } from "../server/src/engine/fixes.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { rules } from "../server/src/rules/index.generated.js";
import { parseFixture } from "./annotations.js";
import { configOf, findingsIn, fixesIn, loadSyntax, roleOf, rulesNamed } from "./ruleHarness.js";

const folder = join(import.meta.dirname, "../../test/rules");
const bless = process.env["COVENANT_BLESS"] === "1";

describe("rule fixtures", () => {
  let syntax: Syntax;
  before(async () => {
    syntax = await loadSyntax();
  });

  it("exist for every rule and only for rules", () => {
    const ids = rules.map((rule) => rule.id);
    const fixtures = readdirSync(folder).filter((name) => name.endsWith(".rs") && !name.endsWith(".fixed.rs")).map((name) => name.replace(/(\.\d+)?\.rs$/, ""));
    assert.deepEqual([...new Set(fixtures)].sort(), [...ids].sort());
  });

  for (const name of readdirSync(folder).filter((file) => file.endsWith(".rs") && !file.endsWith(".fixed.rs")).sort()) {
    it(name, () => {
      const fixture = parseFixture(readFileSync(join(folder, name), "utf8"));
      const id = name.replace(/(\.\d+)?\.rs$/, "");
      const on = rulesNamed(id, ...(fixture.directives.get("with")?.split(/[\s,]+/) ?? []));
      const role = roleOf(fixture.directives);
      const options = fixture.directives.has("options") ? { [id]: JSON.parse(fixture.directives.get("options") ?? "{}") as Record<string, unknown> } : {};
      const config = configOf(on, options);
      // A date of the fixture's own: what it says must not depend on the day it runs.
      const today = fixture.directives.get("today");
      const file = SourceFile.of(fixture.text);
      const found = findingsIn(syntax, fixture.text, on, role, config, today).map((finding) => {
        const start = file.positionAt(finding.start);
        const end = file.positionAt(finding.end);
        return { line: start.line, start: start.character, end: end.line === start.line ? end.character : -1, rule: finding.rule, message: finding.message };
      });
      const problems: string[] = [];
      const left = [...found];
      for (const expected of fixture.expectations) {
        const at = left.findIndex((finding) => finding.line === expected.line && finding.rule === expected.rule && finding.start === expected.start && (finding.end === expected.end || finding.end === -1));
        const finding = left[at];
        if (!finding) problems.push(`missing: line ${expected.line + 1} columns ${expected.start + 1}-${expected.end + 1} ${expected.rule}`);
        else {
          left.splice(at, 1);
          if (!finding.message.startsWith(expected.message)) problems.push(`wrong: line ${expected.line + 1} says "${finding.message}", expected "${expected.message}"`);
        }
      }
      for (const noisy of left) problems.push(`noisy: line ${noisy.line + 1} columns ${noisy.start + 1}-${noisy.end + 1} ${noisy.rule}: ${noisy.message}`);
      assert.deepEqual(problems, []);

      const mended = fixesIn(syntax, fixture.text, on, role, config, today);
      const golden = mended.flatMap(({ finding, fixes }) =>
        fixes
          .filter((fix) => !fix.title.startsWith("Waive "))
          .map((fix) => {
            const after = textAfter(fixture.text, fix);
            assert.ok(after !== undefined, `fix "${fix.title}" has overlapping edits`);
            if (fix.applicability === "safe") {
              const again = findingsIn(syntax, after, on, role, config, today).filter((other) => other.rule === finding.rule);
              assert.ok(again.length < mended.filter((other) => other.finding.rule === finding.rule).length, `unfixed: "${fix.title}" leaves the finding`);
            }
            const line = file.positionAt(finding.start).line + 1;
            return `// line ${line} · ${fix.title} · ${fix.applicability}${fix.preferred ? " · preferred" : ""}${fix.kind === "quickfix" ? "" : ` · ${fix.kind}`}\n${changedLines(fixture.text, after)}`;
          }),
      );
      const path = join(folder, name.replace(/\.rs$/, ".fixed.rs"));
      const text = golden.length > 0 ? `${golden.join("\n")}\n` : "";
      if (bless && text !== "") writeFileSync(path, text);
      assert.equal(text, existsSync(path) ? readFileSync(path, "utf8") : "", "fixes changed; look at them and run `npm run bless`");
    });
  }
});

/** The changed lines of a text with one line of context, as in a diff. */
function changedLines(before: string, after: string): string {
  const a = before.split("\n");
  const b = after.split("\n");
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const removed = a.slice(head, a.length - tail).map((line) => `-${line}`);
  const added = b.slice(head, b.length - tail).map((line) => `+${line}`);
  return [...removed, ...added].join("\n");
}
