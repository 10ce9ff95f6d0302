/**
 * The baseline: findings that a project had when it adopted the covenant, written to a file that is committed. It holds what
 * is old; everything else is new. No line numbers are kept, so edits elsewhere in a file change nothing.
 *
 * The file is lines of JSON: first a header, then one array a finding, sorted:
 *
 *     {"covenantBaseline":1}
 *     ["src/lib.rs","unwrap-in-production","let port = raw.parse().unwrap();",1]
 *
 * The parts are the file relative to the folder of the baseline, the rule, the text of the line where the finding begins,
 * without the blanks around it, and a number that tells equal findings of a file apart. Entries are a set, so a merge never
 * makes two of one, and the lines of both sides together are always a baseline (`merge=union` of git).
 */

/** Name of the file. */
export const baselineName = "covenant-baseline.jsonl";

/** An old finding. */
export interface BaselineEntry {
  /** Relative to the folder of the baseline, forward slashes. */
  readonly file: string;
  readonly rule: string;
  /** Text of the line where the finding begins (`contentOf`). */
  readonly content: string;
  /** From 1; tells findings of one rule on equal lines of one file apart. */
  readonly occurrence: number;
}

/** Something wrong in a baseline file. */
export interface BaselineProblem {
  /** From 0. */
  readonly line: number;
  readonly message: string;
}

/** What of a finding identifies it. */
export interface BaselineKey {
  readonly rule: string;
  readonly content: string;
}

/** What a baseline file says: all its entries, or what is wrong with it. */
export type ParsedBaseline = { readonly entries: readonly BaselineEntry[]; readonly problems?: undefined } | { readonly entries?: undefined; readonly problems: readonly BaselineProblem[] };

const version = 1;
const header = JSON.stringify({ covenantBaseline: version });

/** The content of a finding: the text of the line where it begins, without the blanks around it. */
export function contentOf(line: string): string {
  return line.trim();
}

/**
 * Reads a baseline file. Total: a text that is no baseline gives the problems with their lines, and no entries at all,
 * because half a baseline would make old findings new.
 * @param text the whole file; a byte-order mark, carriage returns and blank lines do no harm
 */
export function parseBaseline(text: string): ParsedBaseline {
  const problems: BaselineProblem[] = [];
  const entries = new Map<string, BaselineEntry>();
  let headed = false;
  for (const [line, raw] of text.replace(/^\uFEFF/, "").split("\n").entries()) {
    const trimmed = raw.trim();
    if (trimmed === "") continue;
    const read = readLine(trimmed, headed);
    if (typeof read === "string") problems.push({ line, message: read });
    // A newer version's lines would be taken for mistakes one by one.
    if (typeof read === "string" && !headed) return { problems };
    headed = true;
    if (typeof read === "object") entries.set(lineOf(read), read);
  }
  if (problems.length > 0) return { problems };
  return headed ? { entries: [...entries.values()] } : { problems: [{ line: 0, message: `a baseline begins with the line ${header}` }] };
}

/**
 * The text of a baseline file.
 * @param entries in any order; equal ones are written once
 */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const sorted = [...entries].sort((a, b) => compare(a.file, b.file) || compare(a.rule, b.rule) || compare(a.content, b.content) || a.occurrence - b.occurrence);
  return [header, ...new Set(sorted.map(lineOf)), ""].join("\n");
}

/**
 * Entries for all findings of a file.
 * @param file relative to the folder of the baseline
 */
export function entriesFor(file: string, findings: readonly BaselineKey[]): readonly BaselineEntry[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, content }) => {
    const key = keyOf({ rule, content });
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return { file, rule, content, occurrence };
  });
}

/** A file's findings held against its entries. */
export interface Division<T> {
  /** Findings that the baseline holds. */
  readonly old: readonly T[];
  readonly fresh: readonly T[];
  /** Entries that a finding matches. */
  readonly used: readonly BaselineEntry[];
  /** Entries that no finding matches any more. */
  readonly stale: readonly BaselineEntry[];
}

/**
 * Holds the findings of a file against its entries. Of findings that are equal by rule and content the first are the old
 * ones, as many as there are entries; which number those entries have makes no difference.
 * @param entries those of this file only
 * @param findings in source order
 */
export function divide<T>(entries: readonly BaselineEntry[], findings: readonly T[], key: (finding: T) => BaselineKey): Division<T> {
  const left = new Map<string, BaselineEntry[]>();
  for (const entry of [...entries].sort((a, b) => b.occurrence - a.occurrence)) {
    const same = left.get(keyOf(entry));
    if (same) same.push(entry);
    else left.set(keyOf(entry), [entry]);
  }
  const old: T[] = [];
  const fresh: T[] = [];
  const used: BaselineEntry[] = [];
  for (const finding of findings) {
    const entry = left.get(keyOf(key(finding)))?.pop();
    if (entry) used.push(entry);
    (entry ? old : fresh).push(finding);
  }
  return { old, fresh, used, stale: [...left.values()].flat() };
}

/** The entry of a line, `true` for the header, or what is wrong. */
function readLine(text: string, headed: boolean): BaselineEntry | true | string {
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(text)) return "a conflict of a merge is left here; keep the lines that both sides have, then run `covenant baseline prune`";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return headed ? "this line is no JSON" : `a baseline begins with the line ${header}`;
  }
  if (!headed) return headOf(value);
  if (!Array.isArray(value) || value.length !== 4) return "an entry is an array of file, rule, content and number";
  const [file, rule, content, occurrence] = value as readonly unknown[];
  if (typeof file !== "string" || file === "" || typeof rule !== "string" || rule === "" || typeof content !== "string") return "file, rule and content of an entry are strings, and the first two are not empty";
  if (file.startsWith("/") || file.split("/").includes("..")) return "the file of an entry is relative to the folder of the baseline and lies in it";
  if (typeof occurrence !== "number" || !Number.isSafeInteger(occurrence) || occurrence < 1) return "the number of an entry is a whole number from 1";
  return { file, rule, content, occurrence };
}

function headOf(value: unknown): true | string {
  const given: unknown = typeof value === "object" && value !== null && "covenantBaseline" in value ? value.covenantBaseline : undefined;
  if (given === version) return true;
  if (typeof given === "number") return `this baseline has the format ${given}; this version of covenant reads format ${version}`;
  return `a baseline begins with the line ${header}`;
}

function lineOf({ file, rule, content, occurrence }: BaselineEntry): string {
  return JSON.stringify([file, rule, content, occurrence]);
}

function keyOf({ rule, content }: BaselineKey): string {
  return `${rule}\0${content}`;
}

/** By code units: the same on every machine and in every language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
