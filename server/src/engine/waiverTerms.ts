/** What may stand between the ids of a waiver and its reason: `until 2027-01-31 issue #123`. */

/** Why the terms of a waiver cannot be read; the names of the messages of `malformed-waiver`. */
export type TermProblemKind = "date" | "issue" | "twice" | "word";

/** A term that cannot be read. Offsets count from the start of the terms. */
export interface TermProblem {
  readonly kind: TermProblemKind;
  /** The words it is about; for a missing value, the term itself. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The last day of a waiver, as `YYYY-MM-DD`, and where it is written, counted from the start of the terms. */
export interface Until {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** The terms of a waiver. */
export interface WaiverTerms {
  readonly until: Until | undefined;
  /** An issue as written: `#123`, `owner/name#123`, `KEY-123` or an address. */
  readonly issue: string | undefined;
  readonly problems: readonly TermProblem[];
}

const issueShape = /^(?:(?:[\w.-]+\/[\w.-]+)?#\d+|[A-Z][A-Z0-9_]*-\d+|https?:\/\/\S+)$/;

/**
 * Reads the terms of a waiver: `until` with a date and `issue` with a reference, both optional, in either order, with or
 * without a comma between them.
 * @param text what stands between the ids and the reason
 * @returns what could be read, and what could not; total
 */
export function readTerms(text: string): WaiverTerms {
  const words = [...text.matchAll(/\S+/g)].flatMap((match) => {
    const word = match[0].replace(/,+$/, "");
    return word === "" ? [] : [{ text: word, start: match.index, end: match.index + word.length }];
  });
  const problems: TermProblem[] = [];
  let until: Until | undefined;
  let issue: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const name = words[at];
    if (!name) break;
    if (name.text !== "until" && name.text !== "issue") {
      problems.push({ kind: "word", ...name });
      continue;
    }
    const kind = name.text === "until" ? "date" : "issue";
    const next = words[at + 1];
    // `until issue #1`: the date is missing, and the issue is none.
    const value = next && next.text !== "until" && next.text !== "issue" ? next : undefined;
    if (!value) {
      problems.push({ kind, ...name });
      continue;
    }
    at++;
    if (kind === "date" ? until !== undefined : issue !== undefined) problems.push({ kind: "twice", text: name.text, start: name.start, end: value.end });
    else if (kind === "date" ? !isDate(value.text) : !issueShape.test(value.text)) problems.push({ kind, ...value });
    else if (kind === "date") until = { date: value.text, start: value.start, end: value.end };
    else issue = value.text;
  }
  return { until, issue, problems };
}

/** True for a day of the calendar written as `YYYY-MM-DD` (ISO 8601), so that dates compare as text. */
export function isDate(text: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const days = daysOf(Number(year), Number(month));
  return year !== "" && Number(day) >= 1 && Number(day) <= days;
}

/** Days of a month from 1 to 12; none for other months. */
function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
