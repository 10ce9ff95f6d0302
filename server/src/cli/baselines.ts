/**
 * The baseline as `covenant check` sees it. It is held against reports after they were judged or taken from the cache, so the
 * cache neither knows it nor depends on it.
 */
import { BaselineIndex, type FileBaseline, type PlacedBaseline } from "../node/baselineIndex.js";
import { folderOf, type FileReader } from "../node/workspaceFiles.js";
import { contentOf, divide, type BaselineKey } from "../project/baseline.js";
import { UsageError } from "./host.js";
import type { FileReport, ReportedFinding } from "./report.js";
import type { CheckedFile } from "./result.js";
import { shownPath, type Targets } from "./targets.js";

/**
 * Reads the baselines in force for the targets.
 * @throws UsageError with every problem and its place: under half a baseline, old findings would count as new
 */
export function readBaselines(reader: FileReader, targets: Targets, cwd: string): BaselineIndex {
  const baselines = new BaselineIndex(reader);
  baselinesIn(baselines, targets);
  const problems = [...baselines.problems].flatMap(([path, own]) => own.map(({ line, message }) => `${shownPath(path, cwd)}:${line + 1}: ${message}`));
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  return baselines;
}

/** The baselines in force for a folder or file of the targets, sorted by path; those of folders without any source too. */
export function baselinesIn(baselines: BaselineIndex, targets: Targets): readonly PlacedBaseline[] {
  const folders = new Set([...targets.roots, ...targets.groups.flatMap(({ selected }) => [...selected].map(folderOf))]);
  const found = new Set([...folders].flatMap((folder) => baselines.ofFolder(folder) ?? []));
  return [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A report without the findings that the baseline holds, and those findings. */
export function mute(report: FileReport, known: FileBaseline | undefined): Pick<CheckedFile, "report" | "baselined"> {
  if (!known) return { report };
  const { old, fresh } = divide(known.entries, report.findings, keyOfFinding);
  return { report: old.length === 0 ? report : { ...report, findings: fresh }, baselined: old };
}

/** What identifies a finding in a baseline. */
export function keyOfFinding(finding: ReportedFinding): BaselineKey {
  const line = finding.lines.find((one) => one.line === finding.start.line);
  return { rule: finding.rule, content: contentOf(line?.text ?? "") };
}
