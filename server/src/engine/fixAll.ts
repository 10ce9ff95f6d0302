/** Applies every safe fix of a file, judging again after each round, until nothing changes. */
import type { AnalysisInput, FileAnalyzer } from "./analyze.js";
import { inSourceOrder, type FileFindings } from "./applyWaivers.js";
import type { Edit, Finding, Fix } from "./finding.js";
import { fixesFor } from "./fixes.js";
import type { Rule } from "./rule.js";
import type { SourceFile } from "./sourceFile.js";
import type { Syntax } from "./syntax.js";

/** Fixes can uncover one another; more rounds than this mean two that undo each other. */
const maxRounds = 10;

/** The file after all safe fixes, and how many were applied. */
export interface FixedFile {
  readonly file: SourceFile;
  readonly applied: number;
}

/**
 * Applies safe fixes without placeholders; in each round those that do not touch each other, first in the file first. A
 * round whose fixes together parse worse than the text before is tried one fix at a time.
 * @param analyzer judges the versions; the caller owns it
 * @param choose the findings of a version that are to be mended; all of them without it
 * @param suits the fixes that may be applied, of which a finding's first is; the safe ones without it
 */
export function fixAll(
  syntax: Syntax,
  rules: readonly Rule[],
  analyzer: FileAnalyzer,
  input: AnalysisInput,
  choose: (file: SourceFile, open: FileFindings) => readonly Finding[] = (_file, open) => inSourceOrder(open),
  suits: (fix: Fix) => boolean = isSafe,
): FixedFile {
  let file = input.file;
  let applied = 0;
  for (let round = 0; round < maxRounds; round++) {
    const current: AnalysisInput = { ...input, file };
    const analysis = analyzer.analyze(current);
    const findings = analysis ? choose(file, analysis.open) : [];
    if (findings.length === 0) break;
    const safe = fixesFor(syntax, rules, analyzer, current, findings, 0, file.length, { waivers: false }).flatMap(({ fixes }) => fixes.find((fix) => suits(fix) && fix.snippet !== true) ?? []);
    const step = applyMost(syntax, file, safe);
    if (!step) break;
    file = step.file;
    applied += step.applied;
  }
  return { file, applied };
}

/** A fix that keeps the meaning and compiles by what the syntax shows. */
export function isSafe(fix: Fix): boolean {
  return fix.applicability === "safe";
}

function applyMost(syntax: Syntax, file: SourceFile, fixes: readonly Fix[]): FixedFile | undefined {
  const errors = syntaxErrors(syntax, file);
  const chosen = compatible(fixes);
  for (const attempt of [chosen, ...chosen.map((fix) => [fix])]) {
    const next = applied(file, attempt);
    if (attempt.length > 0 && next.text !== file.text && syntaxErrors(syntax, next) <= errors) return { file: next, applied: attempt.length };
  }
  return undefined;
}

/**
 * One fix for each finding, as they can be applied together: none touches another, and the text with all of them parses as
 * well as without.
 * @param findings findings of this very text
 * @param suits the fixes that may be applied; of a finding's, the first
 * @returns the fixes in the order of the findings
 */
export function togetherFor(syntax: Syntax, rules: readonly Rule[], analyzer: FileAnalyzer, input: AnalysisInput, findings: readonly Finding[], suits: (fix: Fix) => boolean): readonly Fix[] {
  const { file } = input;
  const found = fixesFor(syntax, rules, analyzer, input, findings, 0, file.length, { waivers: false }).flatMap(({ fixes }) => fixes.find((fix) => suits(fix) && fix.snippet !== true) ?? []);
  const chosen = compatible(found);
  if (chosen.length < 2) return chosen;
  const errors = syntaxErrors(syntax, file);
  const parses = (fixes: readonly Fix[]): boolean => syntaxErrors(syntax, applied(file, fixes)) <= errors;
  if (parses(chosen)) return chosen;
  return chosen.reduce<readonly Fix[]>((kept, fix) => (parses([...kept, fix]) ? [...kept, fix] : kept), []);
}

function applied(file: SourceFile, fixes: readonly Fix[]): SourceFile {
  const edits = fixes.flatMap((fix) => [...fix.edits]).sort((a, b) => b.start - a.start || b.end - a.end);
  return edits.reduce((current, edit) => current.edit(edit), file);
}

/** The fixes none of whose edits touches an edit of an earlier one. */
function compatible(fixes: readonly Fix[]): readonly Fix[] {
  const taken: Edit[] = [];
  return fixes.filter((fix) => {
    if (fix.edits.some((edit) => taken.some((other) => edit.start <= other.end && edit.end >= other.start))) return false;
    taken.push(...fix.edits);
    return true;
  });
}

/** Number of places in a text that do not parse. */
function syntaxErrors(syntax: Syntax, file: SourceFile): number {
  const tree = syntax.parse(syntax.prepared(file.text));
  if (!tree) return Number.MAX_SAFE_INTEGER;
  try {
    if (!tree.rootNode.hasError) return file.recovery ? 1 : 0;
    return tree.rootNode.descendantsOfType("ERROR").length + 1 + (file.recovery ? 1 : 0);
  } finally {
    syntax.free(tree);
  }
}
