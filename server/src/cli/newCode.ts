/** New-code mode: only what is new or changed since a commit, or staged, is judged and reported. */
import { GitProblem, Repository } from "../cargo/git.js";
import { touches, type ChangedFile, type LineRange } from "../project/changedLines.js";
import { absolutePath, folderOf, joinPath, pathBelow } from "../node/workspaceFiles.js";
import { UsageError } from "./host.js";
import type { FileReport, ReportedFinding } from "./report.js";
import { statOf, type Targets } from "./targets.js";

/** Which changes count. */
export type NewCodeMode = { readonly kind: "since"; readonly ref: string } | { readonly kind: "staged" };

/** The code that counts as new. Paths are absolute. */
export interface NewCode {
  /** Changed lines by file; only files that have any. */
  readonly lines: ReadonlyMap<string, readonly LineRange[]>;
  /** Staged contents; undefined where the work tree is judged. */
  readonly contents: ReadonlyMap<string, Uint8Array> | undefined;
}

/**
 * Asks git for the new code at and below the paths of the command line.
 * @param paths as given; none means the current folder
 * @throws UsageError outside a repository, for paths of another one or that do not exist, and for what `mode` names and git does not know
 */
export async function newCodeOf(mode: NewCodeMode, paths: readonly string[], cwd: string): Promise<NewCode> {
  try {
    return await askFor(mode, paths, cwd);
  } catch (error) {
    throw error instanceof GitProblem ? new UsageError(error.message, { cause: error }) : error;
  }
}

async function askFor(mode: NewCodeMode, paths: readonly string[], cwd: string): Promise<NewCode> {
  const wanted = (paths.length === 0 ? ["."] : paths).map((given) => ({ given, path: absolutePath(given, cwd) }));
  const first = wanted[0]?.path ?? absolutePath(".", cwd);
  const repository = await Repository.of(existingFolder(first));
  const { root } = repository;
  for (const { given, path } of wanted) if (!isAtOrBelow(root, path)) throw new UsageError(`\`${given}\` is not in the repository in \`${root}\``);
  const changed = mode.kind === "since" ? await repository.changedSince(mode.ref) : await repository.changedInIndex();
  const named = changed.filter(({ lines }) => lines.length > 0).map((file): ChangedFile => ({ ...file, path: joinPath(root, file.path) }));
  for (const { given, path } of wanted) if (!statOf(path) && !named.some((file) => isAtOrBelow(path, file.path))) throw new UsageError(`\`${given}\` does not exist or cannot be read`);
  const files = named.filter((file) => wanted.some(({ path }) => isAtOrBelow(path, file.path)));
  const lines = new Map(files.map((file) => [file.path, file.lines] as const));
  if (mode.kind === "since") return { lines, contents: undefined };
  const blobs = await repository.contents(files.map(({ blob }) => blob ?? ""));
  return { lines, contents: new Map(files.flatMap(({ path }, index) => (blobs[index] ? [[path, blobs[index]] as const] : []))) };
}

/** Targets without the files in which nothing is new; packages without any such file fall away. */
export function onlyChanged(targets: Targets, { lines }: NewCode): Targets {
  const groups = targets.groups.map((group) => ({ ...group, selected: new Set([...group.selected].filter((path) => lines.has(path))) }));
  // Without roots, what the cache knows of the files that are not looked at now stays.
  return { ...targets, roots: [], groups: groups.filter(({ selected }) => selected.size > 0) };
}

/** A report with the findings that touch a changed line. Rules that threw and syntax errors stay: they say that the rest is not complete. */
export function onlyNew(path: string, report: FileReport, newCode: NewCode): FileReport {
  const isNew = newIn(path, newCode);
  return { ...report, findings: report.findings.filter(isNew), waived: report.waived.filter(({ finding }) => isNew(finding)) };
}

/** A report with the findings in old code before those in new code: of equal findings, a baseline takes the first for the old ones. */
export function oldFirst(path: string, report: FileReport, newCode: NewCode): FileReport {
  const isNew = newIn(path, newCode);
  return { ...report, findings: [...report.findings.filter((finding) => !isNew(finding)), ...report.findings.filter(isNew)] };
}

function newIn(path: string, { lines }: NewCode): (finding: ReportedFinding) => boolean {
  const own = lines.get(path) ?? [];
  return ({ start, end }) => {
    // A range that ends before the first character of a line does not touch that line.
    const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
    return touches(own, start.line, last);
  };
}

function isAtOrBelow(folder: string, path: string): boolean {
  return folder === path || pathBelow(folder, path) !== undefined;
}

/** The nearest folder at or above a path that exists: a staged file may be gone from the disk. */
function existingFolder(path: string): string {
  if (statOf(path)?.isDirectory()) return path;
  return folderOf(path) === path ? path : existingFolder(folderOf(path));
}
