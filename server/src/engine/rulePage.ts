/**
 * The page of a rule as Markdown. One text for `docs/rules/<id>.md`, the hover and `covenant explain`, made from the
 * declaration and the examples of its fixture, so nothing about a rule is written twice.
 */
import type { OptionSchema, Rule } from "./rule.js";
import { groups } from "./rule.js";

/** Slices of the rule's fixture; `fixed` is the bad one after fixes, preferred ones where there are such. */
export interface PageExamples {
  readonly bad: string;
  readonly good: string;
  readonly fixed?: string;
}

/**
 * Renders a rule's page.
 * @param rule the declaration
 * @param examples slices of the fixture; without them the page has no examples
 * @returns Markdown that ends in one newline; the same input gives the same text
 */
export function rulePage(rule: Rule, examples?: PageExamples): string {
  const parts = [`# ${rule.id}`, rule.summary, `## Why\n\n${rule.why}`];
  if (examples) parts.push(`## Bad\n\n${fenced(examples.bad)}`, `## Good\n\n${fenced(examples.good)}`);
  parts.push(`## How to fix\n\n${rule.remedy}`);
  if (examples?.fixed !== undefined) parts.push(`A quick-fix makes of the bad example:\n\n${fenced(examples.fixed)}`);
  parts.push(`## How to waive\n\n${waiving(rule)}`);
  const options = Object.entries(rule.options);
  if (options.length > 0) parts.push(`## Options\n\n${options.map(([name, schema]) => option(name, schema)).join("\n")}\n\n${fenced(sample(rule.id, options), "toml")}`);
  if (rule.limits !== undefined) parts.push(`## Limits\n\n${rule.limits}`);
  // Last: in a hover only the beginning is in view, and what a reader wants there is the reason and the remedy.
  parts.push(`## Facts\n\n${facts(rule)}`);
  return `${parts.join("\n\n")}\n`;
}

/** Address of the public documentation of the first clippy lint that says the same; undefined when there is none. */
export function twinPage(rule: Rule): string | undefined {
  const lint = rule.lints.find((name) => name.startsWith("clippy::"));
  return lint === undefined ? undefined : `https://rust-lang.github.io/rust-clippy/stable/index.html#${lint.slice("clippy::".length)}`;
}

function facts(rule: Rule): string {
  const rows = [
    `- Group: ${groups[rule.group]}`,
    `- Level: ${rule.severity}`,
    `- Profiles: ${[...rule.profiles, "strict"].map(code).join(", ")}`,
    `- Judged in: ${rule.regions.map((region) => region.replace("-", " ")).join(", ")} code`,
    ...(rule.lints.length > 0 ? [`- Same as: ${rule.lints.map(code).join(", ")}`] : []),
    `- Covenant: ${rule.clause}`,
    `- Since: ${rule.since}`,
  ];
  return rows.join("\n");
}

function waiving(rule: Rule): string {
  if (rule.id.includes("waiver")) return "Findings about waivers cannot be waived.";
  const comment = fenced(`// covenant: allow(${rule.id}) -- the reason why the rule does not hold here`);
  const lint = rule.lints[0];
  const attribute = lint === undefined ? "" : `\n\nOr by the attribute of its twin:\n\n${fenced(`#[expect(${lint}, reason = "the reason why the rule does not hold here")]`)}`;
  const terms = "Between the ids and the reason may stand `until 2031-06-30`, the last day (in UTC) on which the waiver holds, and `issue #123`, where the rest of the work is tracked; reports and `covenant waivers` show both.";
  return `Above the statement or item, or at the end of the line:\n\n${comment}\n\n${terms}${attribute}`;
}

function option(name: string, schema: OptionSchema): string {
  return `- ${code(name)} (${schema.type === "strings" ? "list of strings" : schema.type}, default ${code(JSON.stringify(schema.default))}): ${schema.description}`;
}

function sample(id: string, options: readonly (readonly [string, OptionSchema])[]): string {
  return [`[rules.${id}]`, ...options.map(([name, schema]) => `${name} = ${JSON.stringify(schema.default)}`)].join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}

/** A code block whose fence is longer than any run of backticks in the code. */
function fenced(text: string, language = "rust"): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n+$/, "")}\n${fence}`;
}
