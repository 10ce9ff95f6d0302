// The table of disagreements that somebody has looked at: `corpus/disagreements.tsv`. Pure.
import { TaskError } from "../task.js";
import type { Finding } from "./finding.js";

/** Who reports what the other does not. */
export type Side = "ours" | "clippy";

/**
 * Classes by side, with what each means. `counts` is whether such a disagreement counts against us: our extra findings
 * against precision, clippy's against recall.
 */
export const classes = {
  ours: {
    "clippy-misses": { counts: false, meaning: "the rule's sentence holds; clippy does not look there" },
    stricter: { counts: false, meaning: "the covenant asks more than the lint, and the rule's page says so" },
    wrong: { counts: true, meaning: "our finding is wrong" },
  },
  clippy: {
    macro: { counts: false, meaning: "only the output of a macro has it, or the template of one: not in the syntax that is judged" },
    exempt: { counts: false, meaning: "the covenant exempts it, and the rule's page says so" },
    "clippy-wrong": { counts: false, meaning: "clippy's finding is wrong" },
    unseen: { counts: true, meaning: "only types, other crates or files that are no Rust tell" },
    missed: { counts: true, meaning: "the syntax tells, and the rule misses it" },
  },
} as const;

/** A line of the table: a judged disagreement, or several equal ones. */
export interface Verdict {
  readonly crate: string;
  readonly rule: string;
  readonly side: Side;
  readonly file: string;
  /** How many disagreements of this rule and side are on such lines of the file. */
  readonly times: number;
  readonly class: string;
  readonly reason: string;
  /** The line of code, white space trimmed and shortened; `*` for all lines of the file that have no line of their own here. */
  readonly line: string;
}

/** A disagreement with what its line says. */
export interface Disagreement {
  readonly crate: string;
  readonly side: Side;
  readonly finding: Finding;
  readonly line: string;
}

/** Disagreements with their verdicts, and what does not fit. */
export interface Judged {
  readonly known: readonly { readonly disagreement: Disagreement; readonly verdict: Verdict }[];
  /** No line of the table, or more of them than its line says. */
  readonly fresh: readonly Disagreement[];
  /** Lines of the table to which there are fewer disagreements than they say. */
  readonly stale: readonly Verdict[];
}

const longest = 120;
/** Stands for every line of a file where one reason holds for many disagreements; their number still has to be right. */
const anyLine = "*";

/** A line of code as the table has it. */
export function tableLine(text: string): string {
  const trimmed = text.replace(/\s+/gu, " ").trim();
  return trimmed.length > longest ? `${trimmed.slice(0, longest - 1).trimEnd()}…` : trimmed;
}

/**
 * Reads the table: columns separated by tabs, lines that begin with `#` are comments.
 *
 * @throws TaskError for a line that lacks a column, has an unknown side or class, no reason, or stands there twice
 */
export function readTable(text: string): readonly Verdict[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/u).flatMap((row, index) => {
    if (row.trim() === "" || row.startsWith("#")) return [];
    const fail = (what: string): TaskError => new TaskError(`line ${index + 1} of the table of disagreements ${what}`);
    const [crate, rule, side, file, times, name, reason, line, ...more] = row.split("\t");
    if (crate === undefined || rule === undefined || file === undefined || reason === undefined || line === undefined || name === undefined || more.length > 0) throw fail("does not have eight columns");
    if (side !== "ours" && side !== "clippy") throw fail(`names the side \`${side}\`; there are ours and clippy`);
    if (!Object.hasOwn(classes[side], name)) throw fail(`has the class \`${name}\`; for ${side} there are ${Object.keys(classes[side]).join(", ")}`);
    if (reason.trim().length < 8) throw fail("gives no reason");
    if (!/^[1-9]\d*$/u.test(times ?? "")) throw fail("does not say how many");
    const verdict: Verdict = { crate, rule, side, file, times: Number(times), class: name, reason, line };
    const key = keyOf(verdict);
    if (seen.has(key)) throw fail("repeats an earlier one");
    seen.add(key);
    return [verdict];
  });
}

/** A line of the table. */
export function tableRow({ crate, rule, side, file, times, class: name, reason, line }: Verdict): string {
  return [crate, rule, side, file, String(times), name, reason, line].join("\t");
}

/** Holds disagreements against the table. */
export function judge(disagreements: readonly Disagreement[], table: readonly Verdict[]): Judged {
  const open = new Map(table.map((verdict) => [keyOf(verdict), { verdict, left: verdict.times }]));
  const known: { disagreement: Disagreement; verdict: Verdict }[] = [];
  const fresh: Disagreement[] = [];
  for (const disagreement of disagreements) {
    const place = { ...disagreement, rule: disagreement.finding.rule, file: disagreement.finding.file };
    const found = [place, { ...place, line: anyLine }].map((key) => open.get(keyOf(key))).find((candidate) => candidate && candidate.left > 0);
    if (found) {
      found.left--;
      known.push({ disagreement, verdict: found.verdict });
    } else fresh.push(disagreement);
  }
  return { known, fresh, stale: [...open.values()].filter(({ left }) => left > 0).map(({ verdict }) => verdict) };
}

/** Lines for the table about disagreements that are not in it; somebody has to put class and reason in for the question marks. */
export function openRows(fresh: readonly Disagreement[], table: readonly Verdict[]): readonly string[] {
  const rows = new Map<string, Verdict>();
  for (const { crate, side, finding, line } of fresh) {
    const key = keyOf({ crate, side, rule: finding.rule, file: finding.file, line });
    // Where the table has the line for fewer of them, the new line takes its place.
    const known = rows.get(key) ?? table.find((verdict) => keyOf(verdict) === key);
    rows.set(key, known ? { ...known, times: known.times + 1 } : { crate, rule: finding.rule, side, file: finding.file, times: 1, class: "?", reason: "?", line });
  }
  return [...rows.values()].map(tableRow);
}

/** @returns whether a disagreement of this verdict counts against us; one without a verdict does */
export function countsAgainst(verdict: Verdict | undefined): boolean {
  if (!verdict) return true;
  const known: Readonly<Record<string, { readonly counts: boolean }>> = classes[verdict.side];
  return known[verdict.class]?.counts ?? true;
}

function keyOf({ crate, rule, side, file, line }: Pick<Verdict, "crate" | "rule" | "side" | "file" | "line">): string {
  return [crate, rule, side, file, line].join("\t");
}
