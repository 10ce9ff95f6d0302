/**
 * The cache of `covenant check`: what was found in each file, by package, in one file per workspace. A cache is a hint: one
 * that cannot be read, was cut off or was written by another version counts as empty, and one that cannot be written is
 * no error.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";

/** Identity of a file's state on disk: size, times of change in milliseconds, inode. */
export type FileStamp = readonly [size: number, modified: number, changed: number, inode: number];

/** What is kept of a file. */
export interface CacheEntry<Report> {
  /** Absent when the file changed so shortly before it was read that a later change could have the same stamp. */
  readonly stamp?: FileStamp;
  readonly digest: string;
  /** Key of the report; absent for a file that was not judged. */
  readonly key?: string;
  /** Package key under which `key` was computed. */
  readonly under?: string;
  /** Absent when nothing was found. */
  readonly report?: Report;
  /** Why the file is no source text. */
  readonly unread?: string;
}

/** What is kept of a package. */
export interface CachedPackage<Report> {
  /** Equal when every file, role and configuration of the package is the same. */
  readonly key: string;
  /** By path relative to the package. */
  readonly files: Readonly<Record<string, CacheEntry<Report>>>;
}

/** Digest of a file's bytes. */
export function contentDigest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
}

/**
 * File systems and kernels round times of change; a stamp younger than this (in milliseconds, two seconds for FAT) when
 * the file was read may stand for two contents.
 */
const clockGrain = 2100;

/** The stamp of a file, or undefined when it is too young to be trusted at `now` (milliseconds since the epoch). */
export function stampOf(stats: Stats, now: number): FileStamp | undefined {
  if (Math.max(stats.mtimeMs, stats.ctimeMs) > now - clockGrain) return undefined;
  return [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino];
}

/** True when both stamps are there and equal. */
export function sameStamp(a: FileStamp | undefined, b: FileStamp | undefined): boolean {
  return a !== undefined && b !== undefined && a.every((part, index) => part === b[index]);
}

/**
 * Folder for caches of this program (XDG base directories, Apple's and Microsoft's conventions).
 * @param home the user's home folder
 */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>, platform: string, home: string): string {
  const given = env["XDG_CACHE_HOME"];
  if (given !== undefined && given.startsWith("/")) return join(given, "rust-covenant");
  if (platform === "win32") return join(env["LOCALAPPDATA"] ?? join(home, "AppData", "Local"), "rust-covenant");
  return platform === "darwin" ? join(home, "Library", "Caches", "rust-covenant") : join(home, ".cache", "rust-covenant");
}

/** One workspace's cache file: something plain for each package. */
export class CacheStore<Package> {
  private readonly path: string;

  /**
   * @param folder folder of all caches
   * @param workspace path that names the workspace
   * @param version everything of the program that can change what is kept
   * @param kind what is kept; another kind is another file
   */
  constructor(
    folder: string,
    workspace: string,
    private readonly version: string,
    kind: "check" | "index" = "check",
  ) {
    this.path = join(folder, `${kind}-${contentDigest(Buffer.from(workspace))}.json`);
  }

  /** The packages of the last run by folder; empty when there is no usable cache. */
  read(): ReadonlyMap<string, Package> {
    try {
      const text = readFileSync(this.path, "utf8");
      const end = text.indexOf("\n");
      const body = text.slice(end + 1);
      if (text.slice(0, end) !== this.seal(body)) return new Map();
      // The seal says that these bytes were written by this version, so their shape is known.
      return new Map(Object.entries(JSON.parse(body) as Record<string, Package>));
    } catch {
      // No cache, or one that cannot be read: everything is judged.
      return new Map();
    }
  }

  /**
   * Replaces the cache.
   * @returns false when it could not be written (a read-only disk)
   */
  write(packages: ReadonlyMap<string, Package>): boolean {
    const body = JSON.stringify(Object.fromEntries(packages));
    const temporary = `${this.path}.${process.pid}`;
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      writeFileSync(temporary, `${this.seal(body)}\n${body}`);
      renameSync(temporary, this.path);
      return true;
    } catch {
      discard(temporary);
      return false;
    }
  }

  private seal(body: string): string {
    return createHash("sha256").update(this.version).update("\0").update(body).digest("hex");
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // There is no such file, or nothing can be changed there: either way nothing is left to do.
  }
}
