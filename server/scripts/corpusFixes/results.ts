// Results of crates on the disk, so that a run that was broken off goes on where it was.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CrateEntry } from "./crates.js";
import type { CrateResult } from "./crateTrial.js";

/** What a result depends on besides the crate. */
const sources = ["server/src/engine", "server/src/rules", "server/src/config", "server/src/project", "server/src/node", "server/scripts/corpusFixes"];

/**
 * Digest of everything that decides which fixes are offered and how they are tried.
 *
 * @param root absolute path of the project
 * @param more whatever else the results depend on
 */
export function programKey(root: string, more: string): string {
  const hash = createHash("sha256").update(more);
  for (const folder of sources) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts")).sort()) hash.update(`${name}\0`).update(readFileSync(join(root, folder, name)));
  }
  return hash.digest("base64url");
}

/** Results by crate in a folder. */
export class Results {
  constructor(
    private readonly folder: string,
    private readonly key: string,
  ) {}

  /** The result of a crate, if one was stored by the same program; undefined else, and where it cannot be read. */
  stored(entry: CrateEntry): CrateResult | undefined {
    try {
      const { key, result } = JSON.parse(readFileSync(this.path(entry), "utf8")) as { readonly key: string; readonly result: CrateResult };
      return key === this.keyOf(entry) ? result : undefined;
    } catch {
      // Absent or cut off: the crate is tried anew.
      return undefined;
    }
  }

  /** Stores what came of a crate. */
  store(result: CrateResult): void {
    writeFileSync(this.path(result.entry), JSON.stringify({ key: this.keyOf(result.entry), result }, undefined, 1));
  }

  private keyOf(entry: CrateEntry): string {
    return `${this.key} ${JSON.stringify(entry)}`;
  }

  private path(entry: CrateEntry): string {
    return join(this.folder, `${entry.name}.json`);
  }
}
