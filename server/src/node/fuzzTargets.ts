/** What the fuzz targets beside a package mention: `cargo fuzz` keeps them in a package of their own. */
import { foldersAbove, joinPath, walk, type FileReader } from "./workspaceFiles.js";

/** Name of the folder that `cargo fuzz` makes. */
const fuzzFolder = "fuzz";

/**
 * Words of the sources of the `fuzz` packages that depend on a package: beside it, or at the root of its workspace.
 * @param folder the package's folder, absolute
 * @param name the package's name
 * @returns the words with one blank around each, sorted; undefined when no fuzz package names the package
 */
export function fuzzedWords(reader: FileReader, folder: string, name: string): string | undefined {
  const words = new Set<string>();
  let found = false;
  for (const above of [folder, ...foldersAbove(folder)]) {
    const fuzz = joinPath(above, fuzzFolder);
    const manifest = reader.readText(joinPath(fuzz, "Cargo.toml"));
    if (manifest !== undefined && namesPackage(manifest, name)) {
      found = true;
      for (const path of walk(reader, fuzz).sources) for (const word of reader.readText(path)?.match(/[A-Za-z_]\w+/g) ?? []) words.add(word);
    }
    // Nothing above a repository or a workspace fuzzes what is in it.
    if (reader.exists(joinPath(above, ".git")) || (above !== folder && /^\s*\[workspace[\].]/m.test(reader.readText(joinPath(above, "Cargo.toml")) ?? ""))) break;
  }
  return found ? ` ${[...words].sort().join(" ")} ` : undefined;
}

/** A dependency of a manifest has the name, as its key or as the package behind it. */
function namesPackage(manifest: string, name: string): boolean {
  const escaped = name.replace(/[^\w-]/g, "\\$&").replace(/[-_]/g, "[-_]");
  return new RegExp(`(?:^|[\\s."'])${escaped}["']?\\s*(?:[=\\].]|$)|package\\s*=\\s*["']${escaped}["']`, "m").test(manifest);
}
