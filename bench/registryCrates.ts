/** Sources of published crates: cargo fetches what a manifest pins and says where it lies. */
import { execFileSync } from "node:child_process";
import { dirname } from "node:path";

/** What `cargo metadata` says, as far as it is used. */
interface Metadata {
  readonly packages: readonly { readonly id: string; readonly name: string; readonly version: string; readonly manifest_path: string }[];
  readonly resolve: { readonly root: string; readonly nodes: readonly { readonly id: string; readonly deps: readonly { readonly pkg: string }[] }[] };
}

/** A crate whose sources cargo has fetched. */
export interface RegistryCrate {
  readonly name: string;
  readonly version: string;
  /** Absolute path of its folder in cargo's cache; not to be changed. */
  readonly folder: string;
}

/** Any target will do; with a fixed one every machine fetches the same crates. */
const target = "x86_64-unknown-linux-gnu";

/**
 * Fetches the direct dependencies of a manifest.
 *
 * @param manifest path of the manifest that names the crates
 * @param locked whether the lock file beside it must be there and is not to change
 * @returns the crates by name, in cargo's order
 * @throws Error when cargo is missing or cannot fetch the crates
 */
export function fetchedCrates(manifest: string, locked: boolean): readonly RegistryCrate[] {
  const lock = locked ? ["--locked"] : [];
  execFileSync("cargo", ["fetch", ...lock, "--target", target, "--manifest-path", manifest], { stdio: ["ignore", "ignore", "inherit"] });
  const output = execFileSync("cargo", ["metadata", ...lock, "--format-version", "1", "--filter-platform", target, "--manifest-path", manifest], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const metadata = JSON.parse(output) as Metadata;
  const wanted = new Set(metadata.resolve.nodes.find((node) => node.id === metadata.resolve.root)?.deps.map((dependency) => dependency.pkg));
  return metadata.packages.filter(({ id }) => wanted.has(id)).map(({ name, version, manifest_path: path }) => ({ name, version, folder: dirname(path) }));
}
