/**
 * Recognises when cargo was fooled. Its freshness is by modification time alone, so content that arrives with an old time
 * (unpacked, synchronised, put back from a backup) replays the old findings, and a `clippy.toml` that is created is not
 * noticed at all (specification 0.1.3). What a file system cannot be told is the time of the change of the entry itself.
 */
import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { MetadataPackage } from "../project/metadata.js";

/** State of one file: enough to see that it is not the one of last time. Times in milliseconds since 1970. */
export interface FileStamp {
  readonly modified: number;
  /** When the entry changed last, which no program can set back. */
  readonly changed: number;
  readonly size: number;
}

/** What the disk had when a check began. */
export interface SourceStamps {
  /** Milliseconds since 1970. */
  readonly taken: number;
  readonly files: ReadonlyMap<string, FileStamp>;
}

/** Looks at the sources of members and at every place where clippy looks for its configuration. Reads no contents. */
export async function stampSources(members: readonly MetadataPackage[], targetDirectory: string): Promise<SourceStamps> {
  const taken = Date.now();
  const files = new Map<string, FileStamp>();
  const roots = new Set(members.map((member) => member.root));
  await Promise.all([...roots].map((root) => walk(root, new Set([targetDirectory, ...[...roots].filter((other) => other !== root)]), files)));
  await Promise.all([...clippyConfigurations(members)].map((path) => note(path, files)));
  return { taken, files };
}

/**
 * Members that cargo called fresh although one of their files changed since the check before.
 * @param rebuilt Ids of the packages of which the check built something anew.
 * @returns The members, each with a file that shows it; empty when cargo was right.
 */
export function fooled(
  members: readonly MetadataPackage[], before: SourceStamps, now: SourceStamps, rebuilt: ReadonlySet<string>,
): ReadonlyMap<MetadataPackage, string> {
  const result = new Map<MetadataPackage, string>();
  const changed = [...now.files].filter(([path, stamp]) => changedUnnoticed(before.files.get(path), stamp, path, before.taken));
  if (changed.length === 0) return result;
  for (const member of members) {
    if (rebuilt.has(member.id)) continue;
    const places = clippyConfigurations([member]);
    const shown = changed.find(([path]) => places.has(path) || (path.endsWith(".rs") && path.startsWith(join(member.root, "/"))));
    if (shown !== undefined) result.set(member, shown[0]);
  }
  return result;
}

/** True for a change that a look at the modification time does not show. */
function changedUnnoticed(before: FileStamp | undefined, now: FileStamp, path: string, lastCheck: number): boolean {
  const configuration = !path.endsWith(".rs");
  // A new source file becomes part of a crate by an edit elsewhere, which cargo notices.
  if (before === undefined) return configuration;
  if (before.changed === now.changed && before.size === now.size && before.modified === now.modified) return false;
  return now.modified < lastCheck;
}

/** `clippy.toml` and `.clippy.toml` from each package folder up. */
function clippyConfigurations(members: readonly MetadataPackage[]): ReadonlySet<string> {
  const places = new Set<string>();
  for (const member of members) {
    for (let folder = member.root; ; folder = dirname(folder)) {
      places.add(join(folder, "clippy.toml"));
      places.add(join(folder, ".clippy.toml"));
      if (folder === dirname(folder)) break;
    }
  }
  return places;
}

async function walk(folder: string, leaveOut: ReadonlySet<string>, files: Map<string, FileStamp>): Promise<void> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    // Gone meanwhile; cargo will say what it misses.
    return;
  }
  await Promise.all(entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && entry.name !== "target" && entry.name !== "node_modules" && !leaveOut.has(path)) await walk(path, leaveOut, files);
    } else if (entry.name.endsWith(".rs")) await note(path, files);
  }));
}

async function note(path: string, files: Map<string, FileStamp>): Promise<void> {
  try {
    const { mtimeMs, ctimeMs, size } = await stat(path);
    files.set(path, { modified: mtimeMs, changed: ctimeMs, size });
  } catch {
    // That a file is not there is what its absence from the map says.
  }
}
