// The figures of a run, counted and written as a page: pure.
import type { CrateResult, TriedOffer } from "./crateTrial.js";
import type { OfferKind } from "./offers.js";

/** How many fixes were offered in compiled code, and what came of them. */
export interface Count {
  readonly offered: number;
  readonly parsed: number;
  readonly compiled: number;
}

/** The bars of the project, as shares of what is offered. */
export const bars: Readonly<Record<"safe" | "suggestion" | "together", { readonly parsed: number; readonly compiled: number }>> = {
  safe: { parsed: 1, compiled: 0.99 },
  together: { parsed: 1, compiled: 0.99 },
  suggestion: { parsed: 1, compiled: 0.9 },
};

/** Counts tried fixes. */
export function countOf(tried: readonly TriedOffer[]): Count {
  return {
    offered: tried.length,
    parsed: tried.filter(({ parses }) => parses).length,
    compiled: tried.filter(({ error }) => error === undefined).length,
  };
}

/** Counts the safe fixes applied together: those of a crate compile all or not at all. */
export function togetherOf(results: readonly CrateResult[]): Count {
  const sum = (of: readonly CrateResult[]): number => of.reduce((total, { together }) => total + together.applied, 0);
  return { offered: sum(results), parsed: sum(results.filter(({ together }) => together.parses)), compiled: sum(results.filter(({ together }) => together.error === undefined)) };
}

/** Whether a count reaches its bar; nothing tried reaches none. */
export function reaches(count: Count, bar: { readonly parsed: number; readonly compiled: number }): boolean {
  return count.offered > 0 && count.parsed >= bar.parsed * count.offered && count.compiled >= bar.compiled * count.offered;
}

/** All that was tried, of one kind. */
export function triedOf(results: readonly CrateResult[], kind: OfferKind): readonly TriedOffer[] {
  return results.flatMap(({ tried }) => tried.filter(({ offer }) => offer.kind === kind));
}

/** What the run was made with. */
export interface RunFacts {
  /** What `rustc --version` says. */
  readonly rustc: string;
  /** The command that gives the page. */
  readonly command: string;
}

/** The page with the figures, as Markdown. */
export function page(results: readonly CrateResult[], facts: RunFacts): string {
  const safe = countOf(triedOf(results, "safe"));
  const suggestions = countOf(triedOf(results, "suggestion"));
  const waivers = countOf(triedOf(results, "waiver"));
  const together = togetherOf(results);
  const unseen = results.reduce((total, result) => total + Object.values(result.unseen).reduce((sum, count) => sum + count, 0), 0);
  const failed = results.flatMap((result) => result.tried.filter(({ error }) => error !== undefined).map((own) => ({ result, ...own })));
  return `# Fixes on real crates, compiled

Written by \`${facts.command}\` with ${facts.rustc}; never edited by hand.

Every fix that the editor offers in the crates below, with every rule on, is applied and the crate is compiled: each fix alone, and
the safe ones of a crate all at once as \`covenant check --fix\` applies them. Placeholders stand with their own texts.
Only code that rustc really compiles there counts: ${unseen} further fixes stand in code for other platforms, in features that are off and in tests.

Fixes that touch different items share a run of the compiler. An error takes the fix it is about out of the run, until the rest
compiles; each fix that was taken out is compiled alone, and only that condemns it. Lints are capped: a crate's own
\`#![deny(warnings)]\` does not count as an error.

## Against the bars

| | offered | parse | compile | bar |
| --- | ---: | ---: | ---: | --- |
${barRow("safe, one at a time", safe, bars.safe)}
${barRow("safe, all together", together, bars.together)}
${barRow("suggestions, one at a time", suggestions, bars.suggestion)}
${barRow("waiver comments", waivers, bars.safe)}

## By rule

| rule | kind | offered | parse | compile | share |
| --- | --- | ---: | ---: | ---: | ---: |
${byRule(results).join("\n")}

## By crate

| crate | kind | safe | compile | together | suggestions | compile |
| --- | --- | ---: | ---: | --- | ---: | ---: |
${results.map(crateRow).join("\n")}

## What does not compile

${failed.length === 0 ? "Nothing." : failed.map(({ result, offer, error }) => `- ${result.entry.name} \`${offer.file}:${offer.line}\`, \`${offer.rule}\`, ${offer.kind}, “${offer.title}”: ${firstLine(error ?? "")}`).join("\n")}
`;
}

function barRow(title: string, count: Count, bar: { readonly parsed: number; readonly compiled: number }): string {
  return `| ${title} | ${count.offered} | ${share(count.parsed, count.offered)} | ${count.compiled} (${share(count.compiled, count.offered)}) | ${bar.parsed * 100} % parse, ${Math.round(bar.compiled * 100)} % compile: ${reaches(count, bar) ? "reached" : "not reached"} |`;
}

function byRule(results: readonly CrateResult[]): readonly string[] {
  const rows = new Map<string, TriedOffer[]>();
  for (const own of results.flatMap(({ tried }) => tried)) {
    if (own.offer.kind === "waiver") continue;
    const key = `\`${own.offer.rule}\` | ${own.offer.kind}`;
    rows.set(key, [...(rows.get(key) ?? []), own]);
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, tried]) => {
    const { offered, parsed, compiled } = countOf(tried);
    return `| ${key} | ${offered} | ${parsed} | ${compiled} | ${share(compiled, offered)} |`;
  });
}

function crateRow(result: CrateResult): string {
  const safe = countOf(triedOf([result], "safe"));
  const suggestions = countOf(triedOf([result], "suggestion"));
  const { applied, error } = result.together;
  const together = applied === 0 ? "none" : `${applied} applied, ${error === undefined ? "compile" : "do not compile"}`;
  return `| ${result.entry.name} ${result.entry.version} | ${result.entry.kind} | ${safe.offered} | ${safe.compiled} | ${together} | ${suggestions.offered} | ${suggestions.compiled} |`;
}

/** A share with one decimal, never rounded up to a whole. */
export function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}

function firstLine(error: string): string {
  return error.trim().split("\n")[0]?.replaceAll("|", "\\|") ?? "";
}
