// What is printed, and the page `docs/corpus.md`. Pure.
import { crateLabel, type ListedCrate } from "./crateList.js";
import { bars, figuresOf, precision, rawPrecision, rawRecall, recall, type CrateResult, type Figures } from "./figures.js";
import { twins } from "./twins.js";
import { classes, type Judged, type Side, type Verdict } from "./verdicts.js";

/** Everything the page tells. */
export interface PageInput {
  readonly results: readonly CrateResult[];
  readonly judged: Judged;
  readonly crates: readonly ListedCrate[];
  readonly table: readonly Verdict[];
  /** `cargo clippy --version` */
  readonly versions: string;
}

const head = ["rule", "agreed", "only ours", "only clippy", "precision", "recall", "precision, raw", "recall, raw", "not compiled"];

/** The figures as a table for the terminal, and a sentence for each bar that is not met. */
export function summary(results: readonly CrateResult[], judged: Judged): { readonly text: string; readonly failures: readonly string[] } {
  const rows = [head, ...ruleRows(results, judged)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const text = rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")).join("\n");
  return { text, failures: failuresOf(results, judged) };
}

function failuresOf(results: readonly CrateResult[], judged: Judged): readonly string[] {
  return twins.flatMap(({ rule }) => {
    const figures = figuresOf(results, judged, (id) => id === rule);
    return [
      ...(precision(figures) < bars.precision ? [`the precision of ${rule} is ${percent(precision(figures))}; ${percent(bars.precision)} is the bar`] : []),
      ...(recall(figures) < bars.recall ? [`the recall of ${rule} is ${percent(recall(figures))}; ${percent(bars.recall)} is the bar`] : []),
    ];
  });
}

function ruleRows(results: readonly CrateResult[], judged: Judged): readonly (readonly string[])[] {
  const rows = twins.map(({ rule }) => row(rule, figuresOf(results, judged, (id) => id === rule)));
  return [...rows, row("all", figuresOf(results, judged, () => true))];
}

function row(name: string, figures: Figures): readonly string[] {
  const counts = [figures.agreed, figures.onlyOurs, figures.onlyClippy].map(String);
  return [name, ...counts, ...[precision, recall, rawPrecision, rawRecall].map((share) => percent(share(figures))), String(figures.notCompiled)];
}

/** Rounded down, so that a bar that is missed is never shown as met. */
function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}

/** The whole page. */
export function page({ results, judged, crates, table, versions }: PageInput): string {
  const classRows = (["ours", "clippy"] as const).flatMap((side: Side) => Object.entries(classes[side]).map(([name, { counts, meaning }]) => [`only ${side}`, `\`${name}\``, meaning, counts ? "yes" : "no", String(judged.known.filter(({ verdict }) => verdict.side === side && verdict.class === name).length)]));
  return `# The twin rules against clippy and rustc

${table.length} lines of [\`corpus/disagreements.tsv\`](../corpus/disagreements.tsv) say of each disagreement why it is there. This page is written by

\`\`\`sh
npm run corpus                 # compares, prints, and writes this page
npm run corpus -- --review     # fails on a disagreement that is not in the table, on a stale line, and below a bar
npm run corpus -- --crates nom,rustls --show missing-panics-doc
\`\`\`

It needs cargo with clippy, and a C compiler for two of the crates. The first run compiles ${crates.length} crates with what they need; clippy's answers are kept in \`out/corpus\`, so that later runs take about a minute.

## What is compared

The crates of [\`corpus/crates.json\`](../corpus/crates.json) in exact versions, with what they depend on as locked in \`corpus/Cargo.lock\`: ${crates.length} crates, ${results.reduce((sum, { comparison }) => sum + comparison.agreed.length + comparison.onlyTheirs.length, 0)} findings of clippy.
\`cargo clippy --lib\` (${versions}) runs with exactly the lints switched on that these rules answer to, and with default settings; \`covenant check --rules …\` runs on the same files.

- Manifests lose their development dependencies, their \`rust-version\`, because the lint for reasons is silent below 1.81, and their lint levels. \`missing-safety-doc\` runs without \`checkPrivate\`, because the lint asks exported items only.
- Findings of one rule meet by place: calls where they end, macros and \`unsafe\` where they start, a name inside the header that the lint marks, attributes where they overlap.
- What rustc did not compile, clippy cannot have judged: tests, other platforms, features that are off, templates of macros that nobody calls. The compiler is asked: each of our extra findings gets something written to its place that cannot compile, and those about which it does not complain are *not compiled* and compared with nothing.

## Figures

*Precision* is the share of our findings that are right, by clippy or by the table; *recall* is the share of clippy's findings that we have, those left aside that the table says are not for us. *Raw* is before the table: agreements only. Shares are rounded down. The bars are ${percent(bars.precision)} and ${percent(bars.recall)} for each rule.

${markdown(head, ruleRows(results, judged))}

| class of a disagreement | | meaning | counts against us | here |
| --- | --- | --- | --- | ---: |
${classRows.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}
${judged.fresh.length === 0 ? "" : `\n${judged.fresh.length} disagreements are not judged yet and count against us.\n`}
## Crates

${markdown(["crate", "kind", "agreed", "only ours", "only clippy", "not compiled"], results.map(({ crate, comparison, notCompiled }) => {
    const listed = crates.find(({ name }) => name === crate);
    return [listed ? crateLabel(listed) : crate, listed?.kind ?? "", ...[comparison.agreed, comparison.onlyOurs, comparison.onlyTheirs, notCompiled].map(({ length }) => String(length))];
  }), 2)}
`;
}

function markdown(columns: readonly string[], rows: readonly (readonly string[])[], texts = 1): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map((_, column) => (column < texts ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
