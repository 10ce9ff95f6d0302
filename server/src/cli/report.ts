/** What is reported of a file: plain data that crosses threads, is cached as JSON and is rendered by the reporters. */
import type { Edit, Severity, StatedWaiver } from "../engine/finding.js";

/** A place: UTF-16 offset in the text without its byte-order mark; line and column (UTF-16 units) from 1. */
export interface Spot {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A half-open range of a file. */
export interface Extent {
  readonly start: Spot;
  readonly end: Spot;
}

/** A line of source for display. */
export interface SourceLine {
  /** From 1. */
  readonly line: number;
  /** Column from 0 at which `text` begins; not 0 for a cut from a very long line. */
  readonly from: number;
  readonly text: string;
}

/** A way to mend a finding, as SARIF carries it. */
export interface ReportedFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly (Extent & Pick<Edit, "newText">)[];
}

/** A finding with everything a reporter shows. */
export interface ReportedFinding extends Extent {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Places that explain it; `path` is absolute and there for those of other files. */
  readonly related: readonly (Extent & { readonly message: string; readonly path?: string })[];
  /** The lines it touches: first, second and last of its range, and those of the related places. */
  readonly lines: readonly SourceLine[];
  /** Present when fixes were asked for. */
  readonly fixes?: readonly ReportedFix[];
}

/** A finding that a waiver covers. */
export interface ReportedWaiver extends Pick<StatedWaiver, "reason" | "until" | "issue"> {
  readonly finding: ReportedFinding;
  readonly waiver: Extent;
}

/** A waiver comment of a file. */
export interface WaiverEntry extends Omit<StatedWaiver, "start" | "end">, Extent {}

/** Everything about one judged file. */
export interface FileReport {
  readonly findings: readonly ReportedFinding[];
  readonly waived: readonly ReportedWaiver[];
  /** Every waiver comment, those without effect included. */
  readonly waivers: readonly WaiverEntry[];
  /** Rules that threw. */
  readonly problems: readonly { readonly rule: string; readonly message: string }[];
  /** The text has syntax errors, where rules that report what is missing are silent. */
  readonly broken: boolean;
  /** The date the report is for, `YYYY-MM-DD`; present where a waiver has a last day, so that the report depends on it. */
  readonly judgedOn?: string;
}

/** A report with nothing in it; most files have this one. */
export const nothingFound: FileReport = { findings: [], waived: [], waivers: [], problems: [], broken: false };

/** True when there is nothing to tell about a file. */
export function isNothing(report: FileReport): boolean {
  return report.findings.length === 0 && report.waived.length === 0 && report.waivers.length === 0 && report.problems.length === 0 && !report.broken;
}
