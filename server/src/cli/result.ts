/** What `covenant check` found, as the reporters get it. */
import type { Severity } from "../engine/finding.js";
import type { PageExamples } from "../engine/rulePage.js";
import type { Rule } from "../engine/rule.js";
import type { FileReport, ReportedFinding } from "./report.js";

/** A judged file. */
export interface CheckedFile {
  /** Absolute, forward slashes. */
  readonly path: string;
  /** Relative to the current folder where the file lies in it. */
  readonly shown: string;
  /** Its findings are those that no baseline holds. */
  readonly report: FileReport;
  /** The findings that the baseline holds, in source order; absent where no baseline is in force for the file. */
  readonly baselined?: readonly ReportedFinding[];
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

/** Number of findings by severity, of waived ones and of those that the baseline holds. */
export function countFindings(result: CheckResult): Readonly<Record<Severity | "waived" | "baselined", number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0, waived: 0, baselined: 0 };
  for (const { report, baselined } of result.files) {
    counts.baselined += baselined?.length ?? 0;
    for (const { severity } of report.findings) counts[severity]++;
    counts.waived += report.waived.length;
  }
  return counts;
}
