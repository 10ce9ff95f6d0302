/**
 * `--format json`: one JSON document. Its shape is stable: keys are added, never renamed or removed, as long as `schema` is 1.
 *
 * - `schema` 1, `version` of the program, `cwd` (absolute): the folder that relative paths count from
 * - `findings`: `path`, `rule`, `severity` (`error` | `warning` | `information` | `hint`), `message`, `start` and `end` with
 *   `line`, `column` (from 1, UTF-16 units, `end` exclusive) and `offset` (UTF-16 units from the start of the text without
 *   its byte-order mark), `related` (`message`, `start`, `end`, and `path` where it
 *   is in another file), `fixes` where they were asked for
 * - `waived`: `finding` (as above), `reason`, `until` and `issue` where the waiver has them, `start` and `end` of the waiver
 * - `baselined`: findings (as above) that the baseline holds
 * - `problems`: `path`, `rule` that threw, `message`
 * - `skipped`: `path` of a file that is no text, `reason`; `failed`: `path` of a file that was not judged or written, `message`
 * - `summary`: `files`, `packages`, `excluded`, `errors`, `warnings`, `information`, `hints`, `waived`, `baselined`, `fixed`,
 *   `milliseconds`, `exitCode`
 */
import type { ReportedFinding } from "../report.js";
import { countFindings, type CheckResult } from "../result.js";
import { shownPath } from "../targets.js";

/** Renders the document, one finding a line, so that it can be compared and searched. */
export function* jsonReport(result: CheckResult): Iterable<string> {
  const counts = countFindings(result);
  yield `{"schema":1,"version":${JSON.stringify(result.version)},"cwd":${JSON.stringify(result.cwd)},"findings":[`;
  yield* list(result.files.flatMap(({ shown, report }) => report.findings.map((finding) => findingOf(shown, finding, result.cwd))));
  yield `],"waived":[`;
  yield* list(result.files.flatMap(({ shown, report }) => report.waived.map(({ finding, waiver, ...terms }) => ({ finding: findingOf(shown, finding, result.cwd), ...terms, start: waiver.start, end: waiver.end }))));
  yield `],"baselined":[`;
  yield* list(result.files.flatMap(({ shown, baselined }) => (baselined ?? []).map((finding) => findingOf(shown, finding, result.cwd))));
  yield `],"problems":[`;
  yield* list(result.files.flatMap(({ shown, report }) => report.problems.map((problem) => ({ path: shown, ...problem }))));
  yield `],"skipped":[`;
  yield* list(result.unread.map(({ shown, reason }) => ({ path: shown, reason })));
  yield `],"failed":[`;
  yield* list(result.failed.map(({ shown, message }) => ({ path: shown, message })));
  const summary = {
    files: result.checked,
    packages: result.packages,
    excluded: result.excluded,
    errors: counts.error,
    warnings: counts.warning,
    information: counts.information,
    hints: counts.hint,
    waived: counts.waived,
    baselined: counts.baselined,
    fixed: result.fixed,
    milliseconds: Math.round(result.milliseconds),
    exitCode: result.exitCode,
  };
  yield `],"summary":${JSON.stringify(summary)}}\n`;
}

function findingOf(path: string, finding: ReportedFinding, cwd: string): object {
  const { rule, severity, message, start, end, fixes } = finding;
  const related = finding.related.map((place) => (place.path === undefined ? place : { ...place, path: shownPath(place.path, cwd) }));
  return { path, rule, severity, message, start, end, related, ...(fixes ? { fixes } : {}) };
}

function* list(values: readonly object[]): Iterable<string> {
  for (const [index, value] of values.entries()) yield `${index === 0 ? "\n" : ",\n"}${JSON.stringify(value)}`;
  if (values.length > 0) yield "\n";
}
