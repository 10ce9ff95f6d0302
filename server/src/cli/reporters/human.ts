/** `--format human`: findings the way rustc shows its own, and a line that sums up. */
import type { Severity } from "../../engine/finding.js";
import type { Rule } from "../../engine/rule.js";
import type { ReportedFinding } from "../report.js";
import { countFindings, type CheckedFile, type CheckResult } from "../result.js";
import { shownPath } from "../targets.js";
import { snippet } from "./snippet.js";
import { visible, type Paint } from "./terminal.js";

const labels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "info", hint: "hint" };

/** Renders the findings in order of file and place, then the summary. */
export function* humanReport(result: CheckResult, paint: Paint): Iterable<string> {
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]));
  const explained = new Set<string>();
  for (const file of result.files) {
    for (const finding of file.report.findings) {
      yield findingText(file, finding, rules.get(finding.rule), !explained.has(finding.rule), result.cwd, paint);
      explained.add(finding.rule);
    }
  }
  yield summary(result, paint);
}

function findingText(file: CheckedFile, finding: ReportedFinding, rule: Rule | undefined, first: boolean, cwd: string, paint: Paint): string {
  const path = visible(file.shown);
  const { rows, gutter, unplaced } = snippet(finding, paint);
  const pad = " ".repeat(gutter);
  const lines = [
    `${paint(finding.severity, `${labels[finding.severity]}[${finding.rule}]`)}${paint("strong", `: ${visible(finding.message)}`)}`,
    `${pad}${paint("frame", "-->")} ${path}:${finding.start.line}:${finding.start.column}`,
    ...rows,
    ...unplaced.map((place) => `${pad} ${paint("frame", ":::")} ${place.path === undefined ? path : visible(shownPath(place.path, cwd))}:${place.start.line}:${place.start.column}: ${visible(place.message)}`),
  ];
  const note = (label: string, text: string): void => void lines.push(`${pad} ${paint("frame", "=")} ${paint("strong", `${label}:`)} ${text}`);
  // Reasons and pages are told once for each rule, as rustc does: the hundredth finding needs no lecture.
  if (rule && first) note("note", oneLine(rule.why));
  if (rule) note("help", oneLine(rule.remedy));
  if (rule && first) note("help", `for examples and how to waive it, run \`covenant explain ${rule.id}\``);
  return `${lines.join("\n")}\n\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function summary(result: CheckResult, paint: Paint): string {
  const counts = countFindings(result);
  const found = [many(counts.error, "error"), many(counts.warning, "warning"), many(counts.information, "note", "information"), many(counts.hint, "hint")].flat();
  const files = result.files.filter(({ report }) => report.findings.length > 0).length;
  const worst: Severity | undefined = counts.error > 0 ? "error" : counts.warning > 0 ? "warning" : undefined;
  const verdict = found.length === 0 ? "no findings" : `${found.join(", ")} in ${many(files, "file").join("")}`;
  const broken = result.files.filter(({ report }) => report.broken).length;
  const extras = [
    ...(result.fixed > 0 ? [`${many(result.fixed, "fix", "fixes").join("")} applied`] : []),
    ...(counts.waived > 0 ? [`${counts.waived} waived`] : []),
    ...(counts.baselined > 0 ? [`${counts.baselined} in the baseline`] : []),
    ...(broken > 0 ? [`${many(broken, "file").join("")} with syntax errors`] : []),
    ...(result.excluded > 0 ? [`${result.excluded} excluded`] : []),
    ...(result.unread.length > 0 ? [`${result.unread.length} skipped`] : []),
    ...(result.failed.length > 0 ? [`${result.failed.length} failed`] : []),
  ];
  const scope = `checked ${many(result.checked, "file").join("") || "no files"}${result.packages > 0 ? ` of ${many(result.packages, "package").join("")}` : ""} in ${duration(result.milliseconds)}`;
  const label = worst === undefined ? paint("strong", "covenant") : paint(worst, "covenant");
  return `${label}${paint("strong", `: ${verdict}`)}; ${[scope, ...extras].join(", ")}\n`;
}

/** `2 errors`; nothing for none. */
function many(count: number, one: string, more = `${one}s`): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
