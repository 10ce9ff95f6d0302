/**
 * What a `Cargo.toml` says, as plain data. Made from text alone (`manifest.ts`), so it exists on unsaved text, without
 * cargo and in an untrusted workspace.
 */

/** How cargo uses a target. `proc-macro` is a library whose functions run in the compiler. */
export type TargetKind = "library" | "proc-macro" | "binary" | "example" | "test" | "bench" | "build-script";

/** One compilation root. */
export interface Target {
  readonly kind: TargetKind;
  readonly name: string;
  /** Path of the root file relative to the package folder, forward slashes. */
  readonly path: string;
}

/** A dependency of any of the three tables, inheritance from the workspace applied. */
export interface Dependency {
  /** Key in the manifest: the name the code uses (with `-` written `_`). */
  readonly key: string;
  /** Name on the registry; differs from `key` for a renamed dependency. */
  readonly package: string;
  /** Requirement as written, for example `1.2`; absent for a path or git dependency without one. */
  readonly version?: string;
  readonly features: readonly string[];
  readonly defaultFeatures: boolean;
  readonly optional: boolean;
  /** `cfg(…)` or a target triple when the dependency stands in a `[target.…]` table. */
  readonly target?: string;
  readonly path?: string;
  readonly git?: string;
}

/** Level of one lint in `[lints]`. */
export interface LintLevel {
  readonly level: string;
  readonly priority: number;
}

/** The `[workspace]` table: globs as written, relative to the manifest's folder. */
export interface WorkspaceTable {
  readonly members: readonly string[];
  readonly exclude: readonly string[];
}

/** Everything the rules and checks ask of a package. */
export interface PackageModel {
  readonly name: string;
  /** Absent when the manifest gives none (cargo then takes `0.0.0`). */
  readonly version?: string;
  /** `2015` when the manifest gives none, as cargo has it. */
  readonly edition: string;
  readonly rustVersion?: string;
  /** False for `publish = false` and `publish = []`. */
  readonly publish: boolean;
  readonly dependencies: readonly Dependency[];
  readonly devDependencies: readonly Dependency[];
  readonly buildDependencies: readonly Dependency[];
  /** The package's own `[features]`. */
  readonly features: Readonly<Record<string, readonly string[]>>;
  /** Tool (`rust`, `clippy`, `rustdoc`) → lint → level; the workspace's table where `workspace = true`. */
  readonly lints: Readonly<Record<string, Readonly<Record<string, LintLevel>>>>;
  readonly targets: readonly Target[];
  /** True for the package that `cargo fuzz` makes. */
  readonly fuzz: boolean;
}

/** One thing the reader could not understand; the rest of the manifest is read all the same. */
export interface ManifestProblem {
  readonly message: string;
  /** From 0, UTF-16 columns; present for syntax errors only. */
  readonly line?: number;
  readonly column?: number;
}

/** A manifest as far as it could be read. */
export interface Manifest {
  /** Absent for a virtual workspace and for text that is not TOML. */
  readonly package?: PackageModel;
  readonly workspace?: WorkspaceTable;
  readonly problems: readonly ManifestProblem[];
}

/**
 * Whether code of the package can count on a feature of a dependency: asked in the normal dependencies, whatever
 * the dependency is called in this package. A feature that only one of the package's own features switches on
 * does not count, nor does one of a `[target.…]` table or of an optional dependency.
 * @param model the package
 * @param packageName name on the registry, for example `tokio`
 * @param anyOf names of features of which one is enough, for example `["fs", "full"]`
 * @returns true when the manifest itself asks for one of them
 */
export function hasFeature(model: PackageModel, packageName: string, anyOf: readonly string[]): boolean {
  return model.dependencies.some(
    (one) =>
      one.package === packageName &&
      one.target === undefined &&
      !one.optional &&
      one.features.some((feature) => anyOf.includes(feature)),
  );
}

/**
 * The name under which code of the package uses a crate.
 * @param model the package
 * @param packageName name on the registry, for example `async-trait`
 * @returns the identifier in paths (`async_trait`, or the new name of a renamed dependency), undefined when the
 *   package does not depend on it
 */
export function crateName(model: PackageModel, packageName: string): string | undefined {
  const found = model.dependencies.find((one) => one.package === packageName);
  return found?.key.replaceAll("-", "_");
}
