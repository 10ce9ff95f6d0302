/** Which packages a workspace folder of the editor holds. */
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { parse } from "smol-toml";
import type { MetadataPackage, WorkspaceMetadata } from "../project/metadata.js";
import { isRecord } from "../release/cargoJson.js";
import { isInside } from "../release/paths.js";
import { cargoMetadata } from "./cargoMetadata.js";

/** A package that cargo knows, or a manifest that it could not tell us about. */
export type FoundPackage =
  | { readonly state: "known"; readonly package: MetadataPackage; readonly workspace: WorkspaceMetadata }
  | { readonly state: "unknown"; readonly name: string; readonly version: string; readonly manifestPath: string; readonly missingCargo: boolean; readonly reason: string };

/** How deep manifests are looked for below a workspace folder, and how many workspaces are asked about. */
const DEPTH = 3;
const MOST_WORKSPACES = 20;

/**
 * Finds the packages of folders through `cargo metadata`. Where cargo is missing or refuses, the manifest's own name and
 * version stand in, with the reason: a broken manifest must not make its package vanish from the list.
 */
export async function findPackages(cargo: string, folders: readonly string[], signal?: AbortSignal): Promise<readonly FoundPackage[]> {
  const found = new Map<string, FoundPackage>();
  const manifests = (await Promise.all(folders.map((folder) => manifestsBelow(folder, DEPTH)))).flat();
  let asked = 0;
  for (const manifest of manifests) {
    if (found.has(manifest) || asked >= MOST_WORKSPACES) continue;
    asked += 1;
    const outcome = await cargoMetadata(cargo, dirname(manifest), signal);
    if (outcome.state === "cancelled") break;
    if (outcome.state === "known") {
      for (const member of outcome.workspace.members) {
        // A workspace may reach beyond the folder that is open; its other members are not shown.
        if (folders.some((folder) => isInside(folder, member.root))) found.set(member.manifestPath, { state: "known", package: member, workspace: outcome.workspace });
      }
      continue;
    }
    const named = await readNames(manifest);
    if (named === undefined) continue;
    const reason = outcome.state === "missing" ? "cargo was not found" : outcome.reason;
    found.set(manifest, { state: "unknown", ...named, manifestPath: manifest, missingCargo: outcome.state === "missing", reason });
  }
  return [...found.values()];
}

/** Manifests from the top down; hidden folders, build output and packages of other ecosystems are not entered. */
async function manifestsBelow(folder: string, depth: number): Promise<readonly string[]> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    // The folder was removed while open: nothing to list.
    return [];
  }
  const own = entries.some((entry) => entry.isFile() && entry.name === "Cargo.toml") ? [join(folder, "Cargo.toml")] : [];
  if (depth === 0) return own;
  const inner = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "target" && entry.name !== "node_modules")
    .map((entry) => entry.name)
    .sort();
  const below = await Promise.all(inner.map((name) => manifestsBelow(join(folder, name), depth - 1)));
  return [...own, ...below.flat()];
}

/** @returns `undefined` for a workspace manifest without a package of its own. */
async function readNames(manifest: string): Promise<{ readonly name: string; readonly version: string } | undefined> {
  const fallback = { name: basename(dirname(manifest)), version: "unknown" };
  try {
    const value = parse(await readFile(manifest, "utf8"));
    const entry = value["package"];
    if (!isRecord(entry)) return value["workspace"] === undefined ? fallback : undefined;
    return {
      name: typeof entry["name"] === "string" ? entry["name"] : fallback.name,
      version: typeof entry["version"] === "string" ? entry["version"] : fallback.version,
    };
  } catch {
    return fallback;
  }
}
