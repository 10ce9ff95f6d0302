// The examples of the rule pages: slices of the fixtures, so that they are judged by every test run and cannot be wrong.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Edit, Fix } from "../src/engine/finding.js";
import { orderedEdits } from "../src/engine/fixes.js";
import type { Rule } from "../src/engine/rule.js";
import type { Syntax } from "../src/engine/syntax.js";
import type { RuleTools } from "./artefactsTools.js";
import { TaskError } from "./task.js";

/** What a rule's page shows. */
export interface RuleExamples {
  readonly bad: string;
  readonly good: string;
  /** The bad example after a fix of each of its findings, behind what they add elsewhere; absent where there is none or it changes other code. */
  readonly fixed?: string;
}

/**
 * Examples by rule id.
 *
 * @throws TaskError naming every rule without a bad and a good example
 */
export async function ruleExamples(root: string, tools: RuleTools): Promise<ReadonlyMap<string, RuleExamples>> {
  const syntax = await tools.loadSyntax();
  const found = new Map<string, RuleExamples>();
  const missing: string[] = [];
  for (const rule of tools.rules) {
    const examples = examplesOf(root, tools, syntax, rule);
    if (examples) found.set(rule.id, examples);
    else missing.push(rule.id);
  }
  if (missing.length > 0) {
    const files = missing.map((id) => `test/rules/${id}.rs`).join(", ");
    throw new TaskError(`each rule needs a fixture with \`// example: bad\`, \`// example: good\` and \`// example: end\`; look at ${files}`);
  }
  return found;
}

function examplesOf(root: string, tools: RuleTools, syntax: Syntax, rule: Rule): RuleExamples | undefined {
  for (const file of fixtureFiles(root, rule.id)) {
    const fixture = tools.parseFixture(readFileSync(file, "utf8"));
    const { bad, good } = tools.examples(fixture.text);
    if (bad === undefined || good === undefined || bad === "" || good === "") continue;
    const fixed = mended(tools, syntax, rule, fixture);
    return { bad, good, ...(fixed === undefined || fixed === bad ? {} : { fixed }) };
  }
  return undefined;
}

/** Fixtures of a rule, `<id>.rs` first, then `<id>.2.rs` and so on. */
function fixtureFiles(root: string, id: string): readonly string[] {
  const folder = join(root, "test", "rules");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${id}.`) && /^\.(?:\d+\.)?rs$/.test(name.slice(id.length)))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((name) => join(folder, name));
}

/** The bad example after fixes of its findings, the preferred ones where there are such; undefined without any that keep the other code as it is. */
function mended(tools: RuleTools, syntax: Syntax, rule: Rule, fixture: ReturnType<RuleTools["parseFixture"]>): string | undefined {
  const { text, directives } = fixture;
  const on = tools.rulesNamed(rule.id, ...(directives.get("with")?.split(/[\s,]+/) ?? []));
  const given: unknown = directives.has("options") ? JSON.parse(directives.get("options") ?? "{}") : {};
  const config = tools.configOf(on, { [rule.id]: given as Record<string, unknown> });
  const inBad = badRanges(text);
  const found = tools
    .fixesIn(syntax, text, on, tools.roleOf(directives), config, directives.get("today"))
    .filter(({ finding }) => finding.rule === rule.id && inBad.some(({ start, end }) => finding.start >= start && finding.start < end))
    .map(({ fixes }) => fixes.filter((fix) => !fix.title.startsWith("Waive ")));
  const preferred = found.flatMap((fixes) => fixes.find((fix) => fix.preferred === true) ?? []);
  const chosen = preferred.length > 0 ? preferred : found.flatMap((fixes) => fixes.find((fix) => fix.kind === "quickfix") ?? fixes[0] ?? []);
  if (chosen.length === 0) return undefined;
  const edits = accepted(chosen);
  const elsewhere = edits.filter((edit) => !inBad.some(({ start, end }) => edit.start >= start && edit.end <= end));
  // What is added elsewhere, an import or a type, is shown before the example.
  if (elsewhere.some((edit) => edit.start !== edit.end)) return undefined;
  const after = tools.examples(apply(text, edits.filter((edit) => !elsewhere.includes(edit)))).bad;
  const added = elsewhere.sort((a, b) => a.start - b.start).map((edit) => edit.newText.replace(/^\n+|\s+$/g, ""));
  return after === undefined || edits.length === 0 ? undefined : [...added.filter((part) => part !== ""), after].join("\n\n");
}

const badPart = /^[ \t]*\/\/ example: bad[ \t]*\n([\s\S]*?)^[ \t]*\/\/ example: (?:good|end)[ \t]*$/gm;

function badRanges(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(badPart)].map((part) => ({ start: part.index, end: part.index + part[0].length }));
}

/** The edits of the fixes that do not touch what an earlier one changes. */
function accepted(fixes: readonly Fix[]): Edit[] {
  const kept: Edit[] = [];
  for (const fix of fixes) {
    const edits = orderedEdits(fix) ?? [];
    const fresh = edits.filter((edit) => !kept.some((other) => other.start === edit.start && other.end === edit.end && other.newText === edit.newText));
    if (!fresh.some((edit) => kept.some((other) => edit.start <= other.end && edit.end >= other.start))) kept.push(...fresh);
  }
  return kept;
}

function apply(text: string, edits: readonly Edit[]): string {
  return [...edits].sort((a, b) => b.start - a.start).reduce((current, edit) => current.slice(0, edit.start) + edit.newText + current.slice(edit.end), text);
}

/** Source of `server/src/rules/examples.generated.ts`. */
export function examplesSource(examples: ReadonlyMap<string, RuleExamples>): string {
  const ids = [...examples.keys()].sort();
  return [
    "/** Examples of the rules, slices of their fixtures. Generated by `npm run generate`; do not edit. */",
    "export const examples: Readonly<Record<string, { readonly bad: string; readonly good: string; readonly fixed?: string }>> = {",
    ...ids.flatMap((id) => {
      const own = examples.get(id);
      return own ? [`  ${JSON.stringify(id)}: {`, ...Object.entries(own).map(([name, text]) => `    ${name}: ${JSON.stringify(text)},`), "  },"] : [];
    }),
    "};",
    "",
  ].join("\n");
}
