/** Which texts clippy has seen, so that a save that changes nothing for it starts nothing (specification 3.3.2). */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { meaningfulText } from "../project/meaningfulText.js";

/** Absolute path to the digest of what of its text clippy can see. */
export type TextDigests = ReadonlyMap<string, string>;

/** Digests of files on disk. A file that cannot be read has the digest `unreadable`, which equals no other. */
export async function digestTexts(paths: Iterable<string>): Promise<TextDigests> {
  return new Map(await Promise.all([...paths].map(async (path) => [path, await digestText(path)] as const)));
}

async function digestText(path: string): Promise<string> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    // Gone or not ours to read: cargo has the better message.
    return "unreadable";
  }
  return createHash("sha256").update(path.endsWith(".rs") ? meaningfulText(text) : text).digest("base64");
}

/** The digests of the last check that came to an end over each file. */
export class SeenTexts {
  readonly #seen = new Map<string, string>();

  /** A check that began with these texts has ended and said all it had to say. */
  add(digests: TextDigests): void {
    for (const [path, digest] of digests) this.#seen.set(path, digest);
  }

  /** The digest that the last complete check over this file began with. */
  get(path: string): string | undefined {
    return this.#seen.get(path);
  }

  /** Something else changed that a check may depend on: nothing counts as seen any more. */
  clear(): void {
    this.#seen.clear();
  }
}

/** True when every file is as `before` knows it. */
export function unchanged(digests: TextDigests, before: (path: string) => string | undefined): boolean {
  return [...digests].every(([path, digest]) => digest !== "unreadable" && before(path) === digest);
}
