/**
 * Files as the hosts see them: one small reading interface (an editor lays open buffers over the disk), the decoding of
 * Rust sources, and the walk that finds them. Paths are absolute with forward slashes on every platform.
 */
import { isAscii, isUtf8 } from "node:buffer";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import ignore, { type Ignore } from "ignore";

/** An entry of a folder; links are `other` and never followed, so a walk ends. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
}

/** What the project model reads. Total: what cannot be read is absent. */
export interface FileReader {
  /** Text without a byte-order mark; undefined when there is no such file, or it is not text. */
  readText(path: string): string | undefined;
  /** Entries of a folder in any order; undefined when it cannot be listed. */
  list(folder: string): readonly FolderEntry[] | undefined;
  exists(path: string): boolean;
  /** Differs when the file was written, appeared or went away; equal otherwise. */
  stamp(path: string): string;
}

/** Why bytes are not a Rust source; rustc refuses both. */
export type NotText = "binary" | "not UTF-8";

/** A decoded source: its text without the byte-order mark, so that offsets are those of an editor. */
export type Decoded = { readonly text: string; readonly bom: boolean } | { readonly problem: NotText };

/** Decodes the bytes of a source file. */
export function decodeSource(bytes: Buffer): Decoded {
  if (bytes.includes(0)) return { problem: "binary" };
  // Latin-1 decoding of ASCII skips the UTF-8 decoder and keeps one byte a character in memory.
  if (isAscii(bytes)) return { text: bytes.toString("latin1"), bom: false };
  if (!isUtf8(bytes)) return { problem: "not UTF-8" };
  const text = bytes.toString("utf8");
  return text.charCodeAt(0) === 0xfeff ? { text: text.slice(1), bom: true } : { text, bom: false };
}

/** The disk as a `FileReader`. */
export function diskReader(): FileReader {
  return {
    readText(path) {
      try {
        const decoded = decodeSource(readFileSync(path));
        return "text" in decoded ? decoded.text : undefined;
      } catch {
        // Absent and unreadable are one to the callers: a manifest or configuration that is not there.
        return undefined;
      }
    },
    list(folder) {
      try {
        return readdirSync(folder, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other" }));
      } catch {
        return undefined;
      }
    },
    exists: existsSync,
    stamp(path) {
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats ? `${stats.mtimeMs} ${stats.size}` : "";
    },
  };
}

/** The absolute path with forward slashes that a path given by a user means. */
export function absolutePath(path: string, cwd: string): string {
  const full = resolve(cwd, path);
  return process.platform === "win32" ? full.replaceAll("\\", "/") : full;
}

/** The folder of a path; the root's folder is the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  const folder = path.slice(0, slash);
  if (folder === "" || folder.endsWith(":")) return `${folder}/`;
  return folder;
}

/** Folders from that of `path` up to the root, nearest first. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder === folderOf(folder)) return folders;
  }
}

/** A path below a folder, or undefined when it is not in it. */
export function pathBelow(folder: string, path: string): string | undefined {
  const base = folder.endsWith("/") ? folder : `${folder}/`;
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}

/** `folder/name`. */
export function joinPath(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}

/** What a walk found: Rust sources, and the folders that have a `Cargo.toml`. Sorted. */
export interface Listing {
  readonly root: string;
  readonly sources: readonly string[];
  readonly packages: readonly string[];
  /** Folders that could not be listed. */
  readonly unlisted: readonly string[];
}

interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

const ignoreFiles = [".gitignore", ".ignore"] as const;

/**
 * Finds the Rust sources below a folder. Honours `.gitignore` and `.ignore` there, below, and above up to the folder of the
 * repository; leaves out hidden entries, links, `node_modules`, and `target` beside a `Cargo.toml` (elsewhere a
 * folder of that name is a module like any other).
 * @param root the folder; its own name is not judged, so a named folder is walked whatever it is called
 */
export function walk(reader: FileReader, root: string): Listing {
  const steps = walkSteps(reader, root);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** As `walk`, one step for each folder, so that a host can yield between them. */
export function* walkSteps(reader: FileReader, root: string): Generator<void, Listing> {
  const sources: string[] = [];
  const packages: string[] = [];
  const unlisted: string[] = [];
  const visit = function* (folder: string, above: readonly IgnoreRules[]): Generator<void, void> {
    yield;
    const entries = reader.list(folder);
    if (!entries) {
      unlisted.push(folder);
      return;
    }
    const names = new Set(entries.map(({ name }) => name));
    const rules = [...above, ...ignoreFiles.flatMap((name) => (names.has(name) ? readRules(reader, folder, name) : []))];
    const isPackage = names.has("Cargo.toml");
    if (isPackage) packages.push(folder);
    for (const { name, kind } of entries) {
      if (name.startsWith(".") || kind === "other") continue;
      const path = joinPath(folder, name);
      if (kind === "file") {
        if (name.endsWith(".rs") && !isIgnored(rules, path, false)) sources.push(path);
      } else if (name !== "node_modules" && !(name === "target" && isPackage) && !isIgnored(rules, path, true)) {
        yield* visit(path, rules);
      }
    }
  };
  yield* visit(root, rulesAbove(reader, root));
  return { root, sources: sources.sort(), packages: packages.sort(), unlisted };
}

/** The Rust sources below folders, each once; undefined after each folder that was listed, so that a host can yield. */
export function* sourcesBelow(reader: FileReader, folders: readonly string[]): Generator<string | undefined, void> {
  const seen = new Set<string>();
  for (const folder of folders) {
    const steps = walkSteps(reader, folder);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield undefined;
    for (const source of step.value.sources) {
      if (!seen.has(source)) yield source;
      seen.add(source);
    }
  }
}

function rulesAbove(reader: FileReader, root: string): readonly IgnoreRules[] {
  if (reader.exists(joinPath(root, ".git"))) return [];
  const folders = foldersAbove(root);
  const repository = folders.findIndex((folder) => reader.exists(joinPath(folder, ".git")));
  return folders
    .slice(0, repository + 1)
    .reverse()
    .flatMap((folder) => ignoreFiles.flatMap((name) => readRules(reader, folder, name)));
}

function readRules(reader: FileReader, folder: string, name: string): readonly IgnoreRules[] {
  const text = reader.readText(joinPath(folder, name));
  return text === undefined ? [] : [{ folder, rules: ignore({ allowRelativePaths: true }).add(text) }];
}

/** The nearest file that says anything about a path decides, as git has it. */
function isIgnored(rules: readonly IgnoreRules[], path: string, isFolder: boolean): boolean {
  for (let index = rules.length - 1; index >= 0; index--) {
    const own = rules[index];
    const relative = own && pathBelow(own.folder, path);
    if (!own || relative === undefined) continue;
    const verdict = own.rules.test(isFolder ? `${relative}/` : relative);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
