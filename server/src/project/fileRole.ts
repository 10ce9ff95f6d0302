import type { PackageModel, Target, TargetKind } from "./packageModel.js";

/** What a file is compiled into. `none`: a file of the package that no target reaches by its place. */
export type RoleTarget = "library" | "binary" | "test" | "bench" | "example" | "build-script" | "proc-macro" | "fuzz" | "none";

/** The role of one file in its package. */
export interface FileRole {
  readonly target: RoleTarget;
  /** True for the root file of a target: crate-level attributes and crate documentation belong here. */
  readonly crateRoot: boolean;
  /**
   * True for the places of core rules, section 2.2 item 1: test code by where the file stands. It includes examples and
   * build scripts; rules that judge those all the same (cryptography, `unsafe`) look at `target`.
   */
  readonly testRole: boolean;
}

/** A file that belongs to no package is judged as the production code of a library. */
const OUTSIDE: FileRole = { target: "library", crateRoot: true, testRole: false };

/** Folders and files that name the role by themselves (core rules, section 2.2 item 1). */
const FOLDERS: Readonly<Record<string, RoleTarget>> = { tests: "test", benches: "bench", examples: "example", fuzz: "fuzz" };

// `src/tests/` and everything below it; in `src/` at any depth `tests.rs`, `test.rs`, `*_test.rs` and `*_tests.rs`.
const TEST_MODULE = /^src\/(?:tests\/.*|(?:.*\/)?(?:tests?|[^/]*_tests?))\.rs$/;

/**
 * The role of a file (core rules, section 2.2 item 1).
 *
 * A target's root decides for the files beside and below it; of several roots the deepest folder wins, and a folder shared by
 * the library and a binary counts as the library, because what a library may not do nothing in it may do. Modules of a package without a library
 * belong to its binary.
 * @param model the package; undefined for a file outside any package. A model without targets (a manifest that could not be
 *   read, or no list of files) is judged by the conventional places.
 * @param path the file relative to the package folder, forward slashes
 * @returns its role; total
 */
export function fileRole(model: PackageModel | undefined, path: string): FileRole {
  if (model === undefined || path.startsWith("../") || path.startsWith("/")) return OUTSIDE;
  if (model.fuzz) return { target: "fuzz", crateRoot: isRootOf(model.targets, path), testRole: true };
  const root = model.targets.filter((target) => target.path === path).sort(byWeight)[0];
  if (root !== undefined) return role(root.kind, true, path);
  const byPlace = placed(path);
  if (byPlace !== undefined) return byPlace;
  if (/^src\/bin\//.test(path)) return role("binary", /^src\/bin\/[^/]+(?:\.rs|\/main\.rs)$/.test(path), path);
  if (model.targets.length === 0) return conventional(path);
  const owner = model.targets
    .filter((target) => isBelow(target, path))
    .sort((a, b) => folderOf(b.path).length - folderOf(a.path).length || byWeight(a, b))[0];
  return owner === undefined ? { target: "none", crateRoot: false, testRole: TEST_MODULE.test(path) } : role(owner.kind, false, path);
}

function placed(path: string): FileRole | undefined {
  if (path === "build.rs") return { target: "build-script", crateRoot: true, testRole: true };
  const [folder = "", ...rest] = path.split("/");
  const target = Object.hasOwn(FOLDERS, folder) && rest.length > 0 ? FOLDERS[folder] : undefined;
  if (target === undefined) return undefined;
  const crateRoot =
    target === "fuzz" ? /^fuzz\/fuzz_targets\/[^/]+\.rs$/.test(path) : rest.length === 1 || (rest.length === 2 && rest[1] === "main.rs");
  return { target, crateRoot, testRole: true };
}

function conventional(path: string): FileRole {
  if (path === "src/main.rs") return role("binary", true, path);
  if (path === "src/lib.rs") return role("library", true, path);
  return path.startsWith("src/") ? role("library", false, path) : { target: "none", crateRoot: false, testRole: false };
}

function role(kind: TargetKind, crateRoot: boolean, path: string): FileRole {
  const isProduction = kind === "library" || kind === "binary" || kind === "proc-macro";
  return { target: kind, crateRoot, testRole: !isProduction || TEST_MODULE.test(path) || placed(path) !== undefined };
}

function isRootOf(targets: readonly Target[], path: string): boolean {
  return targets.some((target) => target.path === path);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/**
 * A root directly in the package folder (`path = "lib.rs"`) owns everything no other place claims; a build script there
 * owns nothing but itself.
 */
function isBelow(target: Target, path: string): boolean {
  const folder = folderOf(target.path);
  return path.startsWith(folder) && (target.kind !== "build-script" || folder !== "");
}

/** The stricter kind first, for a file that two targets share. */
function byWeight(a: Target, b: Target): number {
  const weight: Readonly<Record<TargetKind, number>> = {
    library: 0,
    "proc-macro": 0,
    binary: 1,
    example: 2,
    bench: 3,
    test: 4,
    "build-script": 5,
  };
  return weight[a.kind] - weight[b.kind];
}
