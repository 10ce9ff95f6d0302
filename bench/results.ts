/** The figures as a page. */
import type { Corpus } from "./corpus.js";
import type { KeystrokeResult } from "./keystrokes.js";
import type { Programs } from "./programs.js";
import type { SaveResult } from "./saves.js";
import { saveBars, saveRows } from "./savesPage.js";
import type { ScanResult } from "./scans.js";
import type { EnduranceResult, OpenResult, StartResult } from "./sessions.js";

/** Everything that was measured; a part that was left out is undefined. */
export interface Results {
  readonly machine: string;
  /** Load average before and after: above the number of processors, others were busy on the machine. */
  readonly loads: readonly [before: number, after: number];
  readonly date: string;
  readonly commit: string;
  readonly programs: Programs;
  readonly corpus: Corpus;
  /** From the smallest file to the largest. */
  readonly keystrokes: readonly KeystrokeResult[] | undefined;
  readonly scans: ScanResult | undefined;
  readonly saves: SaveResult | undefined;
  readonly starts: readonly StartResult[] | undefined;
  readonly open: readonly OpenResult[] | undefined;
  readonly endurance: EnduranceResult | undefined;
}

interface Bar {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
}

/** Writes the page. */
export function page(results: Results): string {
  const { programs, corpus } = results;
  const bars = barsOf(results);
  return [
    "# Results of the bench",
    "",
    "Written by `npm run bench`; do not edit. Times of two programs that are compared were taken in turns in one run, so read the ratios; the times themselves are those of one machine on one day.",
    "",
    `- ${results.date}, commit ${results.commit}`,
    `- ${results.machine}; load average ${results.loads[0].toFixed(1)} before, ${results.loads[1].toFixed(1)} after`,
    `- Rust Covenant ${programs.version} as packed, ${programs.rules} rules, default profile; ast-grep ${programs.astGrepVersion}, the five rules in \`bench/ast-grep\``,
    `- corpus: ${number(corpus.lines)} lines in ${number(corpus.files)} Rust files of ${corpus.crates.length} crates (${corpus.crates.join(", ")})`,
    "",
    "## Bars",
    "",
    ...table(["bar", "wanted", "measured", "met"], bars.map((bar) => [bar.what, bar.wanted, bar.measured, bar.met ? "yes" : "**no**"])),
    "",
    ...(results.keystrokes ? keystrokePart(results.keystrokes) : []),
    ...(results.scans ? scanPart(results.scans) : []),
    ...(results.saves ? savePart(results.saves) : []),
    ...sessionPart(results),
  ].join("\n");
}

/** What the bars say, for the terminal. */
export function barLines(results: Results): readonly string[] {
  return barsOf(results).map((bar) => `${bar.met ? "met    " : "NOT MET"} ${bar.what}: ${bar.measured} (wanted ${bar.wanted})`);
}

function barsOf(results: Results): readonly Bar[] {
  const bars: Bar[] = [];
  const atMost = (what: string, measured: number, most: number, unit: string): void => {
    bars.push({ what, wanted: `at most ${most}${unit}`, measured: `${figure(measured)}${unit}`, met: measured <= most });
  };
  const small = results.keystrokes?.[0];
  const large = results.keystrokes?.at(-1);
  if (small && large) {
    const [first, last] = [small, large].map((result) => result.rows.find((row) => row.kind === "typing"));
    if (first && last) {
      const lines = `${number(large.subject.lines)} lines`;
      atMost(`typing at ${lines}, p95`, last.ours.p95, 8, " ms");
      for (const share of ["p50", "p95"] as const) {
        const faster = last.reference[share] / last.oursShared[share];
        bars.push({ what: `typing at ${lines}, ${share}, against ast-grep`, wanted: "at least 20 times faster", measured: `${figure(faster)} times`, met: faster >= 20 });
      }
      for (const share of ["p50", "p95"] as const) atMost(`typing, ${share}, growth from ${number(small.subject.lines)} to ${lines}`, last.ours[share] / first.ours[share], 3, " times");
    }
  }
  if (results.scans) {
    const { cold, warm, reference } = results.scans;
    atMost("cold scan against ast-grep's", cold.milliseconds / reference.milliseconds, 2, " times its time");
    atMost("warm scan against ast-grep's", warm.milliseconds / reference.milliseconds, 0.4, " times its time");
  }
  for (const { what, measured, most, unit } of results.saves ? saveBars(results.saves) : []) atMost(what, measured, most, unit);
  atMost("packed extension", results.programs.packed / 2 ** 20, 3, " MB");
  if (results.endurance) {
    const { megabytes, liveTrees, edits } = results.endurance;
    // Single samples go up and down with the garbage collector; a leak raises the peak of the second half.
    const half = Math.ceil(megabytes.length / 2);
    const peaks = [megabytes.slice(0, half), megabytes.slice(half)].map((part) => Math.max(...part));
    atMost(`memory over ${number(edits)} edits, peak of the second half against that of the first`, (peaks[1] ?? Number.NaN) / (peaks[0] ?? Number.NaN), 1.1, " times");
    // One document is open, and the analyzer may keep the tree of its last long segment.
    atMost("parse trees alive after them", liveTrees, 1, "");
  }
  return bars;
}

function keystrokePart(keystrokes: readonly KeystrokeResult[]): readonly string[] {
  const rows = keystrokes.flatMap((result) =>
    result.rows.map((row) => [
      number(result.subject.lines),
      row.kind,
      number(row.ours.count),
      figure(row.ours.p50),
      figure(row.ours.p95),
      figure(row.ours.worst),
      number(row.reference.count),
      figure(row.reference.p50),
      figure(row.reference.p95),
      figure(row.reference.p50 / row.oursShared.p50),
      figure(row.reference.p95 / row.oursShared.p95),
    ]),
  );
  return [
    "## Keystroke to published diagnostics",
    "",
    "Milliseconds from before a `didChange` is sent to after the diagnostics of exactly that version are read, over standard input and output, one edit at a time without pauses. The ratios compare the edits that both servers got.",
    "",
    ...table(["lines", "edits", "n", "p50", "p95", "worst", "n ast-grep", "p50 ast-grep", "p95 ast-grep", "p50 ratio", "p95 ratio"], rows),
    "",
    "- *typing*: statements typed in function bodies all over the file, with brackets and quotes closed by the editor, then deleted again character by character, so that brackets and quotes are open for a while",
    "- *new line*: Enter, and taking it back",
    "- *item*: items, attributes and docs typed between items; functions renamed",
    "- *half-open*: strings, comments and brackets that nothing closes",
    "",
    ...keystrokes.map((result) => `- ${number(result.subject.lines)} lines: ${result.subject.title}; ${result.diagnostics} diagnostics, ast-grep ${result.referenceDiagnostics}`),
    "",
  ];
}

function scanPart(scans: ScanResult): readonly string[] {
  const rows = [scans.reference, scans.cold, scans.warm].map((row) => [row.title, figure(row.milliseconds / 1000), row.runs.map((run) => figure(run / 1000)).join(", "), figure(row.milliseconds / scans.reference.milliseconds), number(row.findings)]);
  return ["## Scan of the corpus", "", `Wall time in seconds, median of the runs; our scan judges ${number(scans.files)} files.`, "", ...table(["scan", "median", "runs", "ratio", "findings"], rows), ""];
}

function savePart(saves: SaveResult): readonly string[] {
  const { head, rows, below } = saveRows(saves, figure);
  return [
    "## Save to clippy's findings",
    "",
    "Milliseconds, medians, from before `didSave` is sent to the first diagnostics with the new finding and to the end of the check; for cargo, from its start to its first message and to its end. Both run the same command on the same warm build folder, in turns.",
    "",
    ...table(head, rows),
    "",
    below,
    "",
  ];
}

function sessionPart({ programs, starts, open, endurance }: Results): readonly string[] {
  const [ours, reference] = starts ?? [];
  const [opened, referenceOpened] = open ?? [];
  const rows: (readonly string[])[] = [["packed extension", `${figure(programs.packed / 1024)} KB`, ""]];
  if (ours && reference) {
    rows.push(["process start to answer to `initialize`", `${figure(ours.initialized)} ms`, `${figure(reference.initialized)} ms`]);
    rows.push(["process start to first diagnostics", `${figure(ours.firstDiagnostics)} ms`, `${figure(reference.firstDiagnostics)} ms`]);
  }
  if (opened && referenceOpened) rows.push([`server memory with ${opened.files} files open (${number(opened.lines)} lines)`, `${figure(opened.megabytes)} MB`, `${figure(referenceOpened.megabytes)} MB`]);
  if (endurance) rows.push([`server memory after each tenth of ${number(endurance.edits)} edits`, `${endurance.megabytes.map((value) => value.toFixed(0)).join(", ")} MB`, ""]);
  return ["## Size, start, memory", "", "The start is that of the language server; what VS Code itself adds to an activation is not in it.", "", ...table(["", "Rust Covenant", "ast-grep"], rows), ""];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}

/** Two digits that matter for small figures, whole numbers for large ones. */
function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
