// The crates whose fixes are compiled: the list, and copies of them that compile on their own.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { parse, stringify, type TomlTable } from "smol-toml";
import { messageOf, TaskError } from "../task.js";

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
  const source = sourceOf(entry);
  const folder = join(work, "crates", title);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const leftOut = ["tests", "benches", "examples", "fuzz"].map((name) => join(source, name));
  cpSync(source, folder, { recursive: true, filter: (path) => !leftOut.includes(path) && (path === source || !basename(path).startsWith(".") || statSync(path).isFile() === false) });
  const manifest = join(folder, "Cargo.toml");
  writeFileSync(manifest, withoutDevelopment(readFileSync(manifest, "utf8")));
  return folder;
}

/** `cargo info` fetches a crate whether it is a library or a program; as a dependency only a library would be. */
function sourceOf(entry: CrateEntry): string {
  try {
    execFileSync("cargo", ["info", `${entry.name}@${entry.version}`], { cwd: tmpdir(), stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    throw new TaskError(`cargo could not fetch ${entry.name} ${entry.version}: ${messageOf(error)}`, { cause: error });
  }
  const sources = join(process.env["CARGO_HOME"] ?? join(homedir(), ".cargo"), "registry", "src");
  const found = readdirSync(sources).map((registry) => join(sources, registry, `${entry.name}-${entry.version}`)).find((folder) => existsSync(folder));
  if (found === undefined) throw new TaskError(`cargo fetched ${entry.name} ${entry.version}, but its sources are not in ${sources}`);
  return found;
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
