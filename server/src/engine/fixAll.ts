/** Applies every safe fix of a file, judging again after each round, until nothing changes. */
import { FileAnalyzer, type AnalysisInput } from "./analyze.js";
import type { Edit } from "./finding.js";
import { fixesFor, orderedEdits } from "./fixes.js";
import type { Rule } from "./rule.js";
import type { SourceFile } from "./sourceFile.js";
import type { Syntax } from "./syntax.js";

/** Rounds after which fixes that keep making work for each other are left alone; cargo's own limit is 4. */
const maxRounds = 10;

/** The file after all safe fixes, and how many were applied. */
export interface FixedFile {
  readonly file: SourceFile;
  readonly applied: number;
}

/** Applies safe fixes; in each round those that do not overlap, first in the file first. */
export function fixAll(syntax: Syntax, rules: readonly Rule[], input: AnalysisInput): FixedFile {
  const analyzer = new FileAnalyzer(syntax, rules);
  let file = input.file;
  let applied = 0;
  try {
    for (let round = 0; round < maxRounds; round++) {
      const current: AnalysisInput = { ...input, file };
      const findings = analyzer.analyze(current)?.findings ?? [];
      const chosen: Edit[] = [];
      for (const { fixes } of fixesFor(syntax, rules, analyzer, current, findings, 0, file.length)) {
        const fix = fixes.find((candidate) => candidate.applicability === "safe" && candidate.snippet !== true);
        const edits = fix && orderedEdits(fix);
        if (!edits || edits.some((edit) => chosen.some((other) => edit.start <= other.end && edit.end >= other.start))) continue;
        chosen.push(...edits);
        applied++;
      }
      if (chosen.length === 0) break;
      for (const edit of chosen.sort((a, b) => b.start - a.start)) file = file.edit(edit);
    }
  } finally {
    analyzer.dispose();
  }
  return { file, applied };
}
