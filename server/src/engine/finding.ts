/**
 * Plain data that leaves the engine. All positions are half-open ranges of UTF-16 offsets from the start of the text
 * they belong to; lines and columns appear only where a host converts them.
 */

import type { Mention } from "./mentions.js";

/** Severity of a finding, named as LSP names it. */
export type Severity = "error" | "warning" | "information" | "hint";

/** Severities from the mildest to the gravest; a level's index is its rank. */
export const severities: readonly Severity[] = ["hint", "information", "warning", "error"];

/** Replace `[start, end)` by `newText`. An insertion has `start === end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * A way to mend a finding. `safe` fixes keep the meaning and compile by what the syntax shows; `fix all` applies only
 * those. A `snippet` fix has placeholders (`${1:text}`) in its edits for the user to fill.
 */
export interface Fix {
  readonly title: string;
  readonly kind: "quickfix" | "refactor.rewrite";
  readonly applicability: "safe" | "suggestion";
  readonly preferred?: boolean;
  readonly snippet?: boolean;
  /** It mends nothing: it waives the finding, this far. */
  readonly waives?: "statement" | "item" | "file";
  readonly edits: readonly Edit[];
  /** Places in other files that must follow by hand: the edits reach one file. */
  readonly elsewhere?: readonly Mention[];
}

/** A second place that explains a finding, in the same file. */
export interface RelatedPlace {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A position of a file: offset and column in UTF-16 units, all from 0. */
export interface PlacedSpot {
  readonly offset: number;
  readonly line: number;
  readonly character: number;
}

/** A range of a file. */
export interface PlacedRange {
  readonly start: PlacedSpot;
  readonly end: PlacedSpot;
}

/** A call that leads from a finding to its cause: a function anywhere in the crate, and what it calls. */
export interface CallStep {
  /** Path of the file, relative to the package; empty for a file that is judged alone. */
  readonly file: string;
  /** Key of the module in the file. */
  readonly module: string;
  /** Last segment of the type whose function it is; empty for a free function. */
  readonly owner: string;
  readonly name: string;
  /** What it calls, as written: the first such call counts. */
  readonly call: string;
  /** Where the call stands; a host that keeps texts up to date looks for itself. */
  readonly at?: PlacedRange;
}

/** What a rule found. */
export interface Finding {
  /** Rule identifier: file name, configuration key and page name. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly related?: readonly RelatedPlace[];
  /** The calls by which it comes about, outermost first. */
  readonly through?: readonly CallStep[];
}

/** A finding that a waiver covers, kept for reports (SARIF suppressions, the list of waivers). */
export interface WaivedFinding {
  readonly finding: Finding;
  readonly reason: string;
  /** The last day of the waiver, `YYYY-MM-DD`. */
  readonly until?: string;
  /** The issue the waiver names, as written. */
  readonly issue?: string;
  /** Where the waiver stands. */
  readonly start: number;
  readonly end: number;
}

/** What a waiver does: covers findings, covers none, has run out, or cannot be understood (no reason, unreadable terms). */
export type WaiverEffect = "used" | "unused" | "expired" | "invalid";

/** A waiver comment as it stands in a file. Offsets count from the start of the text. */
export interface StatedWaiver {
  /** Ids as written; they need not be rules. */
  readonly rules: readonly string[];
  /** Empty when there is none. */
  readonly reason: string;
  /** Its last day, `YYYY-MM-DD`. */
  readonly until?: string;
  /** The issue it names, as written. */
  readonly issue?: string;
  readonly effect: WaiverEffect;
  readonly start: number;
  readonly end: number;
}
