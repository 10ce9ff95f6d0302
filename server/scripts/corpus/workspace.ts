// The corpus on disk: a cargo workspace of copies of the listed crates. One lock file gives all of them the same exact
// dependencies on every machine, and where one crate of the corpus needs another, it gets the copy.
import { existsSync } from "node:fs";
import { cp, copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parse, stringify, type TomlTable } from "smol-toml";
import { fetchedCrates, type RegistryCrate } from "../../../bench/registryCrates.js";
import { runOrThrow } from "../processes.js";
import { TaskError } from "../task.js";
import { crateLabel, type ListedCrate } from "./crateList.js";

/** Where the corpus lies. */
export interface CorpusWorkspace {
  /** Absolute path of the workspace. */
  readonly folder: string;
  /** Absolute path of the folder that cargo builds into; outside the workspace. */
  readonly target: string;
}

/**
 * Fetches the crates and writes the workspace anew; what cargo has built and clippy has said stays.
 *
 * @param crates the list
 * @param folder absolute path of an existing folder for everything
 * @param lock path of the checked-in lock file
 * @param update write the lock file anew instead of holding the crates to it
 * @throws TaskError where a crate cannot be fetched or the lock file is missing or stale
 */
export async function writeWorkspace(crates: readonly ListedCrate[], folder: string, lock: string, update: boolean): Promise<CorpusWorkspace> {
  if (!update && !existsSync(lock)) throw new TaskError("corpus/Cargo.lock is missing; `npm run corpus -- --update-lock` writes it");
  const sources = await fetchSources(crates, join(folder, "fetch"));
  const workspace = join(folder, "workspace");
  await rm(workspace, { recursive: true, force: true });
  // The command line looks for ignore files up to the repository's root; the project's own would hide the corpus.
  await mkdir(join(workspace, ".git"), { recursive: true });
  for (const crate of crates) {
    const source = sources.find(({ name, version }) => name === crate.name && version === crate.version);
    if (!source) throw new TaskError(`cargo fetched no \`${crateLabel(crate)}\``);
    const copy = join(workspace, crateLabel(crate));
    await cp(source.folder, copy, { recursive: true, filter: (path) => path === source.folder || !basename(path).startsWith(".") });
    await rm(join(copy, "Cargo.lock"), { force: true });
    await writeFile(join(copy, "Cargo.toml"), memberManifest(await readFile(join(copy, "Cargo.toml"), "utf8")));
  }
  const manifest = join(workspace, "Cargo.toml");
  await writeFile(manifest, workspaceManifest(crates));
  // Like for like: the lint asks exported items only.
  await writeFile(join(workspace, "covenant.toml"), 'root = true\n\n[rules]\nmissing-safety-doc = { checkPrivate = false }\n');
  if (update) {
    await runOrThrow("resolving the corpus", "cargo", ["generate-lockfile", "--manifest-path", manifest], { quiet: true });
    await copyFile(join(workspace, "Cargo.lock"), lock);
  } else await copyFile(lock, join(workspace, "Cargo.lock"));
  return { folder: workspace, target: join(folder, "target") };
}

/** Cargo brings the sources of what a manifest depends on, so there is one that depends on all of them. */
async function fetchSources(crates: readonly ListedCrate[], folder: string): Promise<readonly RegistryCrate[]> {
  await mkdir(join(folder, "src"), { recursive: true });
  await writeFile(join(folder, "src", "lib.rs"), "");
  const dependencies = Object.fromEntries(crates.map(({ name, version }) => [name, { version: `=${version}`, "default-features": false }]));
  await writeFile(join(folder, "Cargo.toml"), stringify({ package: { name: "covenant-corpus-sources", version: "0.0.0", edition: "2021" }, workspace: {}, dependencies }));
  return fetchedCrates(join(folder, "Cargo.toml"), false);
}

/**
 * The manifest of a copy: the library and what it needs. Without `rust-version`, because the lint for reasons is silent
 * below 1.81, and without the levels of lints, because the comparison sets its own.
 *
 * @param text the published manifest
 */
export function memberManifest(text: string): string {
  const manifest = parse(text);
  for (const key of ["dev-dependencies", "bin", "test", "bench", "example", "profile", "patch", "workspace", "lints"]) delete manifest[key];
  for (const table of Object.values(isTable(manifest["target"]) ? manifest["target"] : {})) if (isTable(table)) delete table["dev-dependencies"];
  if (isTable(manifest["package"])) {
    delete manifest["package"]["rust-version"];
    for (const key of ["autobins", "autotests", "autobenches", "autoexamples"]) manifest["package"][key] = false;
  }
  if (isTable(manifest["features"])) manifest["features"] = withoutStrangers(manifest["features"], dependencyNames(manifest));
  return stringify(manifest);
}

/** Names under which a manifest depends on something. */
function dependencyNames(manifest: TomlTable): ReadonlySet<string> {
  const platforms = Object.values(isTable(manifest["target"]) ? manifest["target"] : {}).filter(isTable);
  return new Set([manifest, ...platforms].flatMap((table) => ["dependencies", "build-dependencies"].flatMap((key) => (isTable(table[key]) ? Object.keys(table[key]) : []))));
}

/** Features may switch on features of development dependencies; those are gone. */
function withoutStrangers(features: TomlTable, names: ReadonlySet<string>): TomlTable {
  const isKnown = (part: unknown): boolean => typeof part !== "string" || !part.includes("/") || names.has(part.replace(/\??\/.*$/u, ""));
  return Object.fromEntries(Object.entries(features).map(([name, parts]) => [name, Array.isArray(parts) ? parts.filter(isKnown) : parts]));
}

/** The workspace of all copies. */
export function workspaceManifest(crates: readonly ListedCrate[]): string {
  const patch = Object.fromEntries(crates.map((crate) => [crate.name, { path: crateLabel(crate) }]));
  return stringify({ workspace: { resolver: "2", members: crates.map(crateLabel) }, patch: { "crates-io": patch } });
}

function isTable(value: unknown): value is TomlTable {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
