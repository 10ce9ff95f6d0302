/** From the paths of the command line to the files to judge, grouped by the package they belong to. */
import { statSync, type Stats } from "node:fs";
import type { PackageFacts, PackageIndex } from "../node/packageIndex.js";
import { absolutePath, folderOf, joinPath, pathBelow, walk, type FileReader } from "../node/workspaceFiles.js";

/** Files that share a crate index: a package, or the files outside any. */
export interface Group {
  readonly facts: PackageFacts | undefined;
  /** Every file whose text matters, absolute. */
  readonly files: readonly string[];
  /** The files to judge. */
  readonly selected: ReadonlySet<string>;
}

/** What the paths mean. */
export interface Targets {
  readonly groups: readonly Group[];
  /** Walked folders. */
  readonly roots: readonly string[];
  /** Folders below the roots of which nothing is known because they cannot be listed. */
  readonly unlisted: readonly string[];
  /** Things the user should know: paths that are no Rust source, folders that cannot be listed. */
  readonly notes: readonly string[];
}

/** A path that does not exist. */
export class PathError extends Error {}

/**
 * Finds the files to judge.
 * @param paths files and folders as given; none means the current folder
 * @param extra files that are judged though they may not be on the disk (standard input, the index of git); with any, even none, no paths mean no folder
 * @throws PathError for a path that does not exist
 */
export function findTargets(reader: FileReader, index: PackageIndex, paths: readonly string[], cwd: string, extra?: readonly string[]): Targets {
  const folders: string[] = [];
  const selected = new Set<string>(extra);
  const notes: string[] = [];
  const unlisted: string[] = [];
  for (const given of paths.length === 0 && extra === undefined ? ["."] : paths) {
    const path = absolutePath(given, cwd);
    const stats = statOf(path);
    if (!stats) throw new PathError(`\`${given}\` does not exist or cannot be read`);
    if (stats.isDirectory()) folders.push(path);
    else if (path.endsWith(".rs")) selected.add(path);
    else notes.push(`${given}: not a Rust source; skipped`);
  }
  for (const path of selected) index.include(path);
  const roots = folders.filter((folder, at) => !folders.some((other, otherAt) => pathBelow(other, folder) !== undefined || (other === folder && otherAt < at)));
  for (const root of roots) {
    const listing = walk(reader, root);
    index.addListing(listing);
    for (const path of listing.sources) selected.add(path);
    unlisted.push(...listing.unlisted);
    notes.push(...listing.unlisted.map((folder) => `${folder}: this folder cannot be listed`));
  }
  return { groups: grouped(index, selected), roots, unlisted, notes };
}

/** The folder that names the cache: the repository, else what all targets share. */
export function workspaceOf(reader: FileReader, targets: Targets): string {
  const all = [...targets.roots, ...targets.groups.flatMap(({ facts, selected }) => facts?.folder ?? [...selected].slice(0, 1).map(folderOf))];
  let shared = all[0] ?? "/";
  while (all.some((folder) => folder !== shared && pathBelow(shared, folder) === undefined) && shared !== folderOf(shared)) shared = folderOf(shared);
  for (let folder = shared; ; folder = folderOf(folder)) {
    if (reader.exists(joinPath(folder, ".git"))) return folder;
    if (folder === folderOf(folder)) return shared;
  }
}

/** The path as it is shown: relative to the current folder where it lies in it. */
export function shownPath(path: string, cwd: string): string {
  return pathBelow(absolutePath(".", cwd), path) ?? path;
}

/** Facts about a file; undefined when it is not there. */
export function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false }) ?? undefined;
}

function grouped(index: PackageIndex, selected: ReadonlySet<string>): readonly Group[] {
  const byPackage = new Map<PackageFacts | undefined, Set<string>>();
  for (const path of [...selected].sort()) {
    const facts = index.packageOf(path);
    const own = byPackage.get(facts);
    if (own) own.add(path);
    else byPackage.set(facts, new Set([path]));
  }
  return [...byPackage].map(([facts, own]) => ({ facts, files: facts ? facts.files.map((file) => joinPath(facts.folder, file)) : [...own], selected: own }));
}
