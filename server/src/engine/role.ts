/** What the host knows about a file: the target it belongs to and the package around it. */

/** Kind of cargo target (Cargo book, "Cargo targets"); `none` is a file outside any package. */
export type Target = "library" | "binary" | "test" | "bench" | "example" | "build-script" | "proc-macro" | "fuzz" | "none";

/** Facts about a file that come from its path and its package's manifest. */
export interface RoleFacts {
  readonly target: Target;
  /** Root of a crate: `src/lib.rs`, `src/main.rs`, `src/bin/x.rs`, `tests/x.rs` … */
  readonly crateRoot: boolean;
  /** The path alone makes it test code (`tests/`, `src/tests/`, `*_test.rs` …). */
  readonly testRole: boolean;
  /** Keys of the manifest's dependencies, `-` as `_`; empty without a package. */
  readonly dependencies: ReadonlySet<string>;
  /** Enabled features by dependency key. */
  readonly dependencyFeatures: ReadonlyMap<string, readonly string[]>;
  /** Edition, for example `2021`. */
  readonly edition: string;
  /** `rust-version`, when the manifest has one. */
  readonly rustVersion?: string;
  /** Words of the fuzz targets outside the package that fuzz it, one blank around each: ` parse Header `. */
  readonly fuzzed?: string;
}

/** A file outside any package: judged as production library code. */
export const loneFile: RoleFacts = { target: "none", crateRoot: true, testRole: false, dependencies: new Set(), dependencyFeatures: new Map(), edition: "2021" };

/** The part of a project a piece of code belongs to; rules state in which they apply. */
export type Region = "production" | "test" | "bench" | "example" | "build-script";

/** The region a whole file is in by its target and path. */
export function fileRegion(role: RoleFacts): Region {
  switch (role.target) {
    case "test":
    case "fuzz":
      return "test";
    case "bench":
      return "bench";
    case "example":
      return "example";
    case "build-script":
      return "build-script";
    default:
      return role.testRole ? "test" : "production";
  }
}

/** A key that is equal for equal roles. */
export function roleKey(role: RoleFacts): string {
  return JSON.stringify([role.target, role.crateRoot, role.testRole, [...role.dependencies].sort(), [...role.dependencyFeatures].sort(), role.edition, role.rustVersion ?? "", role.fuzzed ?? ""]);
}
