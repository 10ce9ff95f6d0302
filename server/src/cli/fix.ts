/** `--fix`: applies safe fixes to one file until nothing changes, and writes it whole or not at all. */
import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { AnalysisInput, FileAnalyzer } from "../engine/analyze.js";
import type { Edit, Fix } from "../engine/finding.js";
import { fixesFor } from "../engine/fixes.js";
import type { Rule } from "../engine/rule.js";
import { SourceFile } from "../engine/sourceFile.js";
import type { Syntax } from "../engine/syntax.js";
import { contentDigest } from "../node/cacheStore.js";

/** A file to mend. */
export interface MendRequest {
  readonly syntax: Syntax;
  readonly rules: readonly Rule[];
  readonly analyzer: FileAnalyzer;
  readonly input: AnalysisInput;
  readonly path: string;
  readonly bom: boolean;
  /** Digest of the bytes that were read. */
  readonly digest: string;
}

/** A mended file. */
export interface Mended {
  readonly input: AnalysisInput;
  readonly digest: string;
  /** Number of fixes applied. */
  readonly fixed: number;
}

/** Fixes can uncover one another; more rounds than this mean two that undo each other. */
const mostRounds = 10;

/**
 * Mends a file on disk.
 * @returns undefined when no safe fix applies
 * @throws Error when the file cannot be written, or was changed by somebody else since it was read
 */
export function mend(request: MendRequest): Mended | undefined {
  const { syntax, analyzer, rules } = request;
  let input = request.input;
  let fixed = 0;
  for (let round = 0; round < mostRounds; round++) {
    const findings = analyzer.analyze(input)?.findings ?? [];
    if (findings.length === 0) break;
    const safe = fixesFor(syntax, rules, analyzer, input, findings, 0, input.file.length).flatMap(({ fixes }) => fixes.find((fix) => fix.applicability === "safe" && fix.snippet !== true) ?? []);
    const step = applyMost(syntax, input.file, safe);
    if (!step) break;
    fixed += step.applied;
    input = { ...input, file: step.file };
  }
  if (fixed === 0) return undefined;
  const bytes = Buffer.from((request.bom ? "\uFEFF" : "") + input.file.text);
  replaceFile(request.path, request.digest, bytes);
  return { input, digest: contentDigest(bytes), fixed };
}

/** Applies all fixes that do not touch each other; when together they parse worse, the first alone that does not. */
function applyMost(syntax: Syntax, file: SourceFile, fixes: readonly Fix[]): { readonly file: SourceFile; readonly applied: number } | undefined {
  const errors = syntaxErrors(syntax, file);
  const chosen = compatible(fixes);
  for (const attempt of [chosen, ...chosen.map((fix) => [fix])]) {
    if (attempt.length === 0) continue;
    const edits = attempt.flatMap((fix) => [...fix.edits]).sort((a, b) => b.start - a.start || b.end - a.end);
    const text = edits.reduce((current, edit) => current.slice(0, edit.start) + edit.newText + current.slice(edit.end), file.text);
    const next = SourceFile.of(text);
    if (text !== file.text && syntaxErrors(syntax, next) <= errors) return { file: next, applied: attempt.length };
  }
  return undefined;
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

/** Writes beside the file and renames, so that a reader sees the old bytes or the new ones; keeps the mode and the target of a link. */
function replaceFile(path: string, digest: string, bytes: Buffer): void {
  const real = realpathSync(path);
  if (contentDigest(readFileSync(real)) !== digest) throw new Error("the file changed while it was judged; nothing was written");
  const temporary = join(dirname(real), `.${basename(real)}.${process.pid}.covenant`);
  try {
    writeFileSync(temporary, bytes, { flag: "wx" });
    chmodSync(temporary, statSync(real).mode);
    renameSync(temporary, real);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
