/** `--fix`: applies safe fixes to one file until nothing changes, and writes it whole or not at all. */
import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { AnalysisInput, FileAnalyzer } from "../engine/analyze.js";
import { fixAll } from "../engine/fixAll.js";
import type { Rule } from "../engine/rule.js";
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

/**
 * Mends a file on disk.
 * @returns undefined when no safe fix applies
 * @throws Error when the file cannot be written, or was changed by somebody else since it was read
 */
export function mend(request: MendRequest): Mended | undefined {
  const { file, applied } = fixAll(request.syntax, request.rules, request.analyzer, request.input);
  if (applied === 0) return undefined;
  const input = { ...request.input, file };
  const bytes = Buffer.from((request.bom ? "\uFEFF" : "") + input.file.text);
  replaceFile(request.path, request.digest, bytes);
  return { input, digest: contentDigest(bytes), fixed: applied };
}

/**
 * Writes beside the file and renames, so that a reader sees the old bytes or the new ones; keeps the mode and the target of a link.
 * @param digest `contentDigest` of the bytes that are to be replaced
 * @throws Error when the file cannot be written, or holds other bytes; it is untouched then
 */
export function replaceFile(path: string, digest: string, bytes: Buffer): void {
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
