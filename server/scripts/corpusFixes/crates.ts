// The crates whose fixes are compiled: the list, and copies of them that compile on their own.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse, stringify, type TomlTable } from "smol-toml";
import { TaskError } from "../task.js";

/** One entry of `corpus/fixCrates.json`. */
export interface CrateEntry {
  readonly name: string;
  /** Exact version. */
  readonly version: string;
  /** What the crate stands for. */
  readonly kind: string;
  /** Further arguments of `cargo check`, such as features. */
  readonly args: readonly string[];
}

/**
 * Reads the list.
 *
 * @param text JSON: an array of entries; `args` may be left out
 * @throws TaskError naming the entry that is wrong
 */
export function crateList(text: string): readonly CrateEntry[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) throw new TaskError("the list of crates is no array");
  return list.map((entry: unknown, index): CrateEntry => {
    const { name, version, kind, args } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    const given = args ?? [];
    if (typeof name !== "string" || typeof kind !== "string" || typeof version !== "string" || !/^\d+\.\d+\.\d+/.test(version) || !Array.isArray(given) || !given.every((arg) => typeof arg === "string")) {
      throw new TaskError(`entry ${index + 1} of the list of crates needs \`name\`, an exact \`version\` and \`kind\` as texts, and \`args\` as texts if any`);
    }
    return { name, version, kind, args: given };
  });
}

interface Metadata {
  readonly packages: readonly { readonly name: string; readonly version: string; readonly manifest_path: string }[];
}

/**
 * Fetches the crate with cargo and copies it; what does not belong to its library or programs is left out, so that its
 * dependencies for development need not be fetched.
 *
 * @param work folder that holds the copies
 * @returns the copy's folder
 * @throws TaskError when cargo cannot fetch the crate
 */
export function copyCrate(entry: CrateEntry, work: string): string {
  const title = `${entry.name}-${entry.version}`;
  const source = sourceOf(entry, work);
  const folder = join(work, "crates", title);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const leftOut = ["tests", "benches", "examples", "fuzz"].map((name) => join(source, name));
  cpSync(source, folder, { recursive: true, filter: (path) => !leftOut.includes(path) && (path === source || !basename(path).startsWith(".") || statSync(path).isFile() === false) });
  const manifest = join(folder, "Cargo.toml");
  writeFileSync(manifest, withoutDevelopment(readFileSync(manifest, "utf8")));
  return folder;
}

function sourceOf(entry: CrateEntry, work: string): string {
  const fetcher = join(work, "fetch", `${entry.name}-${entry.version}`);
  mkdirSync(join(fetcher, "src"), { recursive: true });
  writeFileSync(join(fetcher, "src", "lib.rs"), "");
  writeFileSync(join(fetcher, "Cargo.toml"), `[package]\nname = "fetch"\nversion = "0.0.0"\nedition = "2021"\n\n[workspace]\n\n[dependencies]\n${entry.name} = "=${entry.version}"\n`);
  let output: string;
  try {
    output = execFileSync("cargo", ["metadata", "--format-version", "1"], { cwd: fetcher, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new TaskError(`cargo could not fetch ${entry.name} ${entry.version}`, { cause: error });
  }
  const found = (JSON.parse(output) as Metadata).packages.find(({ name, version }) => name === entry.name && version === entry.version);
  if (!found) throw new TaskError(`cargo did not name ${entry.name} ${entry.version}`);
  return dirname(found.manifest_path);
}

/** A manifest as a workspace of its own, without tests, benches, examples and the dependencies that only they have. */
export function withoutDevelopment(text: string): string {
  const manifest = parse(text);
  for (const key of ["dev-dependencies", "dev_dependencies", "test", "bench", "example"]) delete manifest[key];
  if (isTable(manifest["target"])) for (const table of Object.values(manifest["target"])) if (isTable(table)) delete table["dev-dependencies"];
  manifest["workspace"] = {};
  return stringify(manifest);
}

function isTable(value: unknown): value is TomlTable {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
