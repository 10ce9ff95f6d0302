// The list of crates that the corpus consists of: `corpus/crates.json`.
import { isRecord, parseJson, strings } from "../../src/release/cargoJson.js";
import { TaskError } from "../task.js";

/** A crate of the list. */
export interface ListedCrate {
  readonly name: string;
  /** Its exact version. */
  readonly version: string;
  /** What it stands for, in a few words. */
  readonly kind: string;
  readonly defaultFeatures: boolean;
  /** Features it is built with besides the default ones. */
  readonly features: readonly string[];
}

/**
 * Reads the list.
 *
 * @param text content of `crates.json`
 * @returns the crates in the list's order
 * @throws TaskError where an entry has no name, exact version or kind, has a key that is not known, or stands there twice
 */
export function readCrateList(text: string): readonly ListedCrate[] {
  const value = parseJson(text);
  const entries = isRecord(value) ? value["crates"] : undefined;
  if (!Array.isArray(entries) || entries.length === 0) throw new TaskError("the list of crates has no `crates`");
  const crates = entries.map((entry: unknown, index) => readEntry(entry, index + 1));
  const names = crates.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new TaskError(`the list of crates has \`${twice}\` twice`);
  return crates;
}

const keys = ["name", "version", "kind", "defaultFeatures", "features"];

function readEntry(entry: unknown, number: number): ListedCrate {
  if (!isRecord(entry)) throw new TaskError(`entry ${number} of the list of crates is no object`);
  const unknown = Object.keys(entry).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new TaskError(`entry ${number} of the list of crates has the unknown key \`${unknown}\``);
  const { name, version, kind, defaultFeatures = true, features } = entry;
  if (typeof name !== "string" || typeof version !== "string" || typeof kind !== "string") throw new TaskError(`entry ${number} of the list of crates lacks its name, version or kind`);
  if (!/^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/u.test(version)) throw new TaskError(`\`${name}\` is listed with \`${version}\`, which is no exact version`);
  if (typeof defaultFeatures !== "boolean") throw new TaskError(`\`defaultFeatures\` of \`${name}\` is neither true nor false`);
  return { name, version, kind, defaultFeatures, features: strings(features) };
}

/** @returns how the crate is called in tables and folders: `name-version` */
export function crateLabel({ name, version }: Pick<ListedCrate, "name" | "version">): string {
  return `${name}-${version}`;
}
