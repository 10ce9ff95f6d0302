/** Which files matter to cargo and clippy. */
import { basename, dirname } from "node:path";

/** Files that decide how cargo and clippy work; they may concern every member. */
const STEERING = /^(Cargo\.toml|Cargo\.lock|\.?clippy\.toml|rust-toolchain(\.toml)?)$/;

/** True for Rust source, by its name. */
export function isSource(path: string): boolean {
  return path.endsWith(".rs");
}

/** True for files that cargo or clippy read: sources, manifests, and what steers the toolchain. */
export function matters(path: string): boolean {
  const name = basename(path);
  return isSource(name) || STEERING.test(name) || (/^config(\.toml)?$/.test(name) && basename(dirname(path)) === ".cargo");
}
