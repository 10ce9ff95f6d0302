/**
 * Digest of everything that a proof depends on (specification 1.4). Inside a git repository the object ids are used: they are
 * the same before and after a commit, and on a checkout with other line endings. Elsewhere, the contents.
 */
import { createHash } from "node:crypto";
import { lstat, readdir, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./processRunner.js";

/** Absolute path to its digest. */
export interface FolderDigest {
  readonly algorithm: "git-oid@1" | "sha256@1";
  readonly files: ReadonlyMap<string, string>;
}

/** `sha256:<hex>` of a text or bytes. */
export function sha256(content: string | Uint8Array): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

/**
 * Digests of all files in a folder that git tracks or would track; without git, of all files.
 * @param exclude Absolute folders to leave out: the target folder.
 * @param signal Cancels the git processes; the digest is then taken from contents and must not be used.
 * @throws An I/O error for a file that exists but cannot be read.
 */
export async function digestFolder(folder: string, exclude: readonly string[], signal?: AbortSignal): Promise<FolderDigest> {
  const viaGit = await digestWithGit(folder, exclude, signal);
  if (viaGit !== undefined) return { algorithm: "git-oid@1", files: viaGit };
  const files = new Map<string, string>();
  await walk(folder, exclude, files);
  return { algorithm: "sha256@1", files };
}

/** Digest of one file's content, or `absent`: that a file does not exist is an input as well (specification 0.1.3). */
export async function digestFile(path: string): Promise<string> {
  try {
    return sha256(await readFile(path));
  } catch (error) {
    if (isMissing(error)) return "absent";
    throw error;
  }
}

async function digestWithGit(folder: string, exclude: readonly string[], signal?: AbortSignal): Promise<Map<string, string> | undefined> {
  const git = async (words: readonly string[], cwd = folder, input?: string): Promise<string | undefined> => {
    const outcome = await run({ argv: ["git", ...words], cwd, output: "separate", timeoutMs: 60_000, ...(input === undefined ? {} : { input }) }, signal);
    return outcome.exitCode === 0 && !outcome.truncated ? outcome.stdout : undefined;
  };
  const staged = await git(["ls-files", "--stage", "-z"]);
  // Paths of both lists are relative to the folder, unlike those of `git status`.
  const changed = await git(["ls-files", "--modified", "--deleted", "--others", "--exclude-standard", "-z"]);
  if (staged === undefined || changed === undefined) return undefined;
  const files = new Map<string, string>();
  const excluded = (path: string): boolean => exclude.some((entry) => path === entry || path.startsWith(`${entry}/`));
  for (const entry of staged.split("\0")) {
    const [meta, name] = entry.split("\t");
    const [mode, oid] = (meta ?? "").split(" ");
    if (name === undefined || mode === undefined || oid === undefined) continue;
    const path = join(folder, name);
    if (!excluded(path)) files.set(path, `${mode} ${oid}`);
  }
  const dirty: { readonly path: string; readonly name: string; readonly mode: string }[] = [];
  for (const name of new Set(changed.split("\0").filter((entry) => entry !== ""))) {
    const path = join(folder, name);
    if (excluded(path)) continue;
    const mode = await fileMode(path);
    if (mode === undefined) files.delete(path);
    else if (mode === "120000") files.set(path, `${mode} ${sha256(await readlink(path))}`);
    else if (name.includes("\n")) files.set(path, `${mode} ${await digestFile(path)}`);
    else dirty.push({ path, name, mode });
  }
  if (dirty.length === 0) return files;
  // `--stdin-paths` counts from the top of the work tree, wherever it is started, unlike `ls-files`.
  const [top, prefix] = (await git(["rev-parse", "--show-toplevel", "--show-prefix"]))?.split("\n") ?? [];
  if (top === undefined || prefix === undefined) return undefined;
  const answer = await git(["hash-object", "--stdin-paths"], top, `${dirty.map((entry) => `${prefix}${entry.name}`).join("\n")}\n`);
  const oids = answer?.trim().split("\n");
  // A file that vanished between the two commands: contents decide, for the whole folder.
  if (oids === undefined || oids.length !== dirty.length) return undefined;
  for (const [index, entry] of dirty.entries()) files.set(entry.path, `${entry.mode} ${oids[index] ?? ""}`);
  return files;
}

/** Mode as git writes it, `undefined` for what is gone or is no file (a nested repository). */
async function fileMode(path: string): Promise<string | undefined> {
  try {
    const stat = await lstat(path);
    if (stat.isSymbolicLink()) return "120000";
    if (!stat.isFile()) return undefined;
    return (stat.mode & 0o111) === 0 ? "100644" : "100755";
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function walk(folder: string, exclude: readonly string[], files: Map<string, string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.name === ".git" || entry.name === "node_modules" || exclude.includes(path)) continue;
    if (entry.isDirectory()) await walk(path, exclude, files);
    else if (entry.isFile()) files.set(path, await digestFile(path));
    else if (entry.isSymbolicLink()) files.set(path, sha256(await readlink(path)));
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ENOTDIR";
}
