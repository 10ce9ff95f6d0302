/** What `covenant check` found, as the reporters get it. */
import type { Severity } from "../engine/finding.js";
import type { PageExamples } from "../engine/rulePage.js";
import type { Rule } from "../engine/rule.js";
import type { FileReport } from "./report.js";

/** A judged file. */
export interface CheckedFile {
  /** Absolute, forward slashes. */
  readonly path: string;
  /** Relative to the current folder where the file lies in it. */
  readonly shown: string;
  readonly report: FileReport;
}

/** Everything a reporter renders. Files are sorted by path. */
export interface CheckResult {
  readonly version: string;
  readonly cwd: string;
  readonly rules: readonly Rule[];
  readonly examples: Readonly<Record<string, PageExamples>>;
  /** Files with anything to tell; files without are counted only. */
  readonly files: readonly CheckedFile[];
  readonly checked: number;
  readonly packages: number;
  readonly excluded: number;
  /** Files that are no source text. */
  readonly unread: readonly { readonly shown: string; readonly reason: string }[];
  /** Files that could not be judged, read or written. */
  readonly failed: readonly { readonly shown: string; readonly message: string }[];
  /** Safe fixes applied. */
  readonly fixed: number;
  readonly milliseconds: number;
  readonly exitCode: number;
}

/** Renders a result as chunks of text. */
export type Reporter = (result: CheckResult) => Iterable<string>;

/** Number of findings by severity, and of waived ones. */
export function countFindings(result: CheckResult): Readonly<Record<Severity | "waived", number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0, waived: 0 };
  for (const { report } of result.files) {
    for (const { severity } of report.findings) counts[severity]++;
    counts.waived += report.waived.length;
  }
  return counts;
}
