/**
 * Evidence on disk, under `<target directory>/covenant/evidence/<package>/<item>/`: `latest.json` and the last records by
 * time. In the target directory, because a proof must never dirty the tree that it is about.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEvidence, type EvidenceRecord, type ReadRecord } from "../release/evidence.js";
import { sha256 } from "./inputDigest.js";

/** Old records kept per item. */
const KEPT = 20;

/** Reads and writes the records of one workspace. */
export class EvidenceStore {
  /** @param folder Absolute; need not exist yet. */
  constructor(readonly folder: string) {}

  /**
   * The last record of an item.
   * @returns `undefined` when there is none; `unreadable` with the reason when there is a file that is not a record.
   */
  async latest(crate: string, item: string): Promise<ReadRecord | undefined> {
    try {
      return parseEvidence(await readFile(join(this.#place(crate, item), "latest.json"), "utf8"), sha256);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      return { state: "unreadable", reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /**
   * Stores a record: written beside its place and renamed, so that a reader sees the old or the new one, never a part.
   * @throws An I/O error when the folder cannot be written; nothing is lost then, the old record stays.
   */
  async write(crate: string, record: EvidenceRecord): Promise<void> {
    const place = this.#place(crate, record.item);
    await mkdir(place, { recursive: true });
    const text = `${JSON.stringify(record, undefined, 1)}\n`;
    const stamp = record.startedAt.replace(/[:.]/g, "-");
    for (const name of [`${stamp}-${record.id}.json`, "latest.json"]) {
      const temporary = join(place, `.${name}.${process.pid}`);
      await writeFile(temporary, text);
      await rename(temporary, join(place, name));
    }
    const old = (await readdir(place)).filter((name) => /^\d.*\.json$/.test(name)).sort();
    for (const name of old.slice(0, Math.max(0, old.length - KEPT))) await rm(join(place, name), { force: true });
  }

  #place(crate: string, item: string): string {
    return join(this.folder, crate, item);
  }
}
