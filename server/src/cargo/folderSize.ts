/** How much a folder holds. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Size of a folder in bytes; `complete` is false when the time was over before everything was counted. */
export interface FolderSize {
  readonly bytes: number;
  readonly complete: boolean;
}

/**
 * Adds up the files below a folder. A folder that is not there holds nothing; links are not followed.
 * @param limitMs Longest time for it.
 */
export async function folderSize(folder: string, limitMs: number): Promise<FolderSize> {
  const end = performance.now() + limitMs;
  const queue = [folder];
  let bytes = 0;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (performance.now() > end) return { bytes, complete: false };
    const inside = next;
    let entries;
    try {
      entries = await readdir(inside, { withFileTypes: true });
    } catch {
      // Not there, or gone meanwhile.
      continue;
    }
    const sizes = await Promise.all(entries.map(async (entry) => {
      const path = join(inside, entry.name);
      if (entry.isDirectory()) queue.push(path);
      return entry.isFile() ? await sizeOf(path) : 0;
    }));
    bytes += sizes.reduce((sum, size) => sum + size, 0);
  }
  return { bytes, complete: true };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
