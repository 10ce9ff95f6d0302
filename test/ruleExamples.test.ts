/**
 * The examples of the rule pages are run: the bad one has findings of its rule, the good one has none, and what the
 * page calls the work of a quick-fix parses and has fewer of them. They are judged inside the fixture they stand in.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { examples as pages } from "../server/src/rules/examples.generated.js";
import { rules } from "../server/src/rules/index.generated.js";
import { rulePage } from "../server/src/engine/rulePage.js";
import { examples, parseFixture, type Fixture } from "./annotations.js";
import { configOf, findingsIn, fixesIn, loadSyntax, roleOf, rulesNamed } from "./ruleHarness.js";

const folder = join(import.meta.dirname, "../../test/rules");

/** The fixture whose marked parts a rule's page shows. */
function fixtureOf(id: string): Fixture | undefined {
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? `${id}.rs` : `${id}.${number}.rs`);
    if (!existsSync(path)) return undefined;
    const fixture = parseFixture(readFileSync(path, "utf8"));
    const { bad, good } = examples(fixture.text);
    if (bad !== undefined && bad !== "" && good !== undefined && good !== "") return fixture;
  }
}

/** Offsets of the lines between two markers of a fixture, for each time they stand there. */
function ranges(text: string, part: "bad" | "good"): readonly (readonly [number, number])[] {
  const shape = new RegExp(`^[ \\t]*// example: ${part}[ \\t]*\\n([\\s\\S]*?)^[ \\t]*// example: (?:bad|good|end)[ \\t]*$`, "gm");
  return [...text.matchAll(shape)].map((found) => [found.index, found.index + found[0].length] as const);
}

/** Number of segments of a text with a syntax error. */
function broken(syntax: Syntax, text: string): number {
  return SourceFile.of(text).segments.filter((segment) => {
    if (segment.kind !== "item") return false;
    const tree = syntax.parse(segment.text);
    const hasError = tree?.rootNode.hasError === true;
    tree?.delete();
    return hasError;
  }).length;
}

describe("examples of the rule pages", () => {
  let syntax: Syntax;
  before(async () => {
    syntax = await loadSyntax();
  });

  for (const rule of rules) {
    it(rule.id, () => {
      const fixture = fixtureOf(rule.id);
      assert.ok(fixture, "no fixture of the rule has both examples");
      const on = rulesNamed(rule.id, ...(fixture.directives.get("with")?.split(/[\s,]+/) ?? []));
      const role = roleOf(fixture.directives);
      const options = fixture.directives.has("options") ? { [rule.id]: JSON.parse(fixture.directives.get("options") ?? "{}") as Record<string, unknown> } : {};
      const config = configOf(on, options);
      const today = fixture.directives.get("today");
      const within = (text: string, part: "bad" | "good"): number => {
        const parts = ranges(text, part);
        return findingsIn(syntax, text, on, role, config, today).filter((finding) => finding.rule === rule.id && parts.some(([start, end]) => finding.start >= start && finding.start < end)).length;
      };

      const bad = within(fixture.text, "bad");
      assert.ok(bad > 0, "the bad example has no finding");
      assert.equal(within(fixture.text, "good"), 0, "the good example has findings");
      const page = pages[rule.id];
      assert.ok(page, "the page has no examples");
      assert.equal(page.bad, examples(fixture.text).bad);
      assert.equal(page.good, examples(fixture.text).good);

      const parts = ranges(fixture.text, "bad");
      const offered = fixesIn(syntax, fixture.text, on, role, config, today)
        .filter(({ finding }) => finding.rule === rule.id && parts.some(([start, end]) => finding.start >= start && finding.start < end))
        .flatMap(({ fixes }) => fixes.filter((fix) => !fix.title.startsWith("Waive ")));
      const reachesOnlyAdds = offered.some((fix) => fix.edits.every((edit) => edit.start === edit.end || parts.some(([start, end]) => edit.start >= start && edit.end <= end)));
      assert.equal(page.fixed !== undefined, reachesOnlyAdds, "the page shows what a fix makes of the bad example where there is a fix, and only there");
      if (page.fixed === undefined) return;
      assert.match(rulePage(rule, page), /quick-fix makes/);
      const [first, ...more] = parts;
      assert.ok(first && more.length === 0, "an example that is mended stands in one piece");
      const after = `${fixture.text.slice(0, first[0])}// example: bad\n${page.fixed}\n// example: good\n${fixture.text.slice(first[1])}`;
      assert.ok(broken(syntax, after) <= broken(syntax, fixture.text), `the mended example has a syntax error:\n${page.fixed}`);
      // A fix that leaves a blank to fill keeps its finding until it is filled.
      const left = within(after, "bad");
      const leavesBlank = offered.some((fix) => fix.snippet === true);
      assert.ok(left < bad || (leavesBlank && left <= bad), `${left} of ${bad} findings are left in:\n${page.fixed}`);
    });
  }
});
