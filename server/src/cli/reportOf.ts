/** Turns an analysis into a report: offsets become lines and columns, and the lines to show are cut out. */
import type { Analysis } from "../engine/analysis.js";
import type { AnalysisInput, FileAnalyzer } from "../engine/analyze.js";
import type { CallStep, Finding } from "../engine/finding.js";
import { fixesFor } from "../engine/fixes.js";
import { lineExcerpt } from "../engine/lineExcerpt.js";
import type { Rule } from "../engine/rule.js";
import type { SourceFile } from "../engine/sourceFile.js";
import type { Syntax } from "../engine/syntax.js";
import { isNothing, nothingFound, type Extent, type FileReport, type ReportedFinding, type ReportedFix, type Spot } from "./report.js";

/** What is needed to compute fixes. */
export interface Fixing {
  readonly syntax: Syntax;
  readonly rules: readonly Rule[];
  readonly analyzer: FileAnalyzer;
  readonly input: AnalysisInput;
}

/** What of an analysis is reported. */
export type Reportable = Pick<Analysis, "findings" | "waived" | "waivers" | "problems" | "broken">;

/**
 * The report of an analysis of `file`; with fixes when `fixing` is given.
 * @param today the date of the analysis, `YYYY-MM-DD`
 * @param placesOf where the calls stand that lead to a finding
 */
export function reportOf(file: SourceFile, analysis: Reportable, today: string, fixing?: Fixing, placesOf: (steps: readonly CallStep[]) => ReportedFinding["related"] = () => []): FileReport {
  const fixes = fixing && analysis.findings.length > 0 ? fixesByFinding(file, analysis, fixing) : undefined;
  const report: FileReport = {
    findings: analysis.findings.map((finding) => {
      const reported = reportFinding(file, finding, placesOf);
      return fixes ? { ...reported, fixes: fixes.get(finding) ?? [] } : reported;
    }),
    waived: analysis.waived.map(({ finding, start, end, ...terms }) => ({ finding: reportFinding(file, finding, placesOf), ...terms, waiver: extent(file, start, end) })),
    waivers: analysis.waivers.map(({ start, end, ...waiver }) => ({ ...waiver, ...extent(file, start, end) })),
    problems: analysis.problems,
    broken: analysis.broken,
    // Only such a file is judged again on another day.
    ...(analysis.waivers.some(({ until }) => until !== undefined) ? { judgedOn: today } : {}),
  };
  return isNothing(report) ? nothingFound : report;
}

function reportFinding(file: SourceFile, finding: Finding, placesOf: (steps: readonly CallStep[]) => ReportedFinding["related"]): ReportedFinding {
  const { start, end } = extent(file, finding.start, finding.end);
  const own: ReportedFinding["related"] = (finding.related ?? []).map((place) => ({ message: place.message, ...extent(file, place.start, place.end) }));
  const related = finding.through ? [...own, ...placesOf(finding.through)] : own;
  const here = related.filter(({ path }) => path === undefined);
  const columns = new Map<number, number>();
  for (const spot of [start, ...here.map((place) => place.start), end]) if (!columns.has(spot.line)) columns.set(spot.line, spot.line === end.line && spot !== start ? 1 : spot.column);
  if (end.line > start.line + 1 && !columns.has(start.line + 1)) columns.set(start.line + 1, 1);
  const lines = [...columns].sort(([a], [b]) => a - b).map(([line, column]) => ({ line, ...lineExcerpt(file, line - 1, column - 1) }));
  return { rule: finding.rule, severity: finding.severity, message: finding.message, start, end, related, lines };
}

function fixesByFinding(file: SourceFile, analysis: Reportable, fixing: Fixing): ReadonlyMap<Finding, readonly ReportedFix[]> {
  const mended = fixesFor(fixing.syntax, fixing.rules, fixing.analyzer, fixing.input, analysis.findings, 0, file.length, { waivers: false });
  return new Map(
    mended.map(({ finding, fixes }) => [
      finding,
      // Text to be filled in by a person is no replacement a tool may apply.
      fixes.filter((fix) => fix.snippet !== true).map((fix) => ({ title: fix.title, safe: fix.applicability === "safe", edits: fix.edits.map((edit) => ({ ...extent(file, edit.start, edit.end), newText: edit.newText })) })),
    ]),
  );
}

function extent(file: SourceFile, start: number, end: number): Extent {
  return { start: spot(file, start), end: spot(file, end) };
}

function spot(file: SourceFile, offset: number): Spot {
  const { line, character } = file.positionAt(offset);
  return { offset, line: line + 1, column: character + 1 };
}
