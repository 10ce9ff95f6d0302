/**
 * The answer of `cargo metadata --no-deps --format-version 1`, checked by guards and typed. Anything else is a
 * `MetadataError`: an unknown format is said, never guessed at (specification 3.2, sample cargo-metadata-no-deps).
 */

/** A dependency as the manifest declares it. */
export interface MetadataDependency {
  readonly name: string;
  /** Cargo's requirement, normalised: `^1.2`, `*`, `>=1, <2`. */
  readonly requirement: string;
  /** Absolute folder of a path dependency. */
  readonly path?: string;
}

/** One build target. */
export interface MetadataTarget {
  readonly name: string;
  /** `lib`, `bin`, `example`, `test`, `bench`, `custom-build`, `proc-macro`, `rlib`, `cdylib`, … */
  readonly kind: readonly string[];
  readonly crateTypes: readonly string[];
  readonly sourcePath: string;
  readonly doctest: boolean;
  readonly test: boolean;
  readonly requiredFeatures: readonly string[];
}

/** One workspace member. */
export interface MetadataPackage {
  readonly name: string;
  readonly version: string;
  /** Cargo's package id. */
  readonly id: string;
  /** Absolute path of its `Cargo.toml`. */
  readonly manifestPath: string;
  /** Absolute folder of its `Cargo.toml`. */
  readonly root: string;
  readonly dependencies: readonly MetadataDependency[];
  readonly targets: readonly MetadataTarget[];
  readonly features: readonly string[];
  /** False when the manifest says `publish = false`. */
  readonly publishable: boolean;
}

/** One workspace. */
export interface WorkspaceMetadata {
  readonly root: string;
  readonly targetDirectory: string;
  /** The members, in cargo's order. */
  readonly members: readonly MetadataPackage[];
}

/** The text is not the metadata that this program knows. */
export class MetadataError extends Error {
  override readonly name = "MetadataError";
  /** @param field Dotted path of the field that is missing or of the wrong type. */
  constructor(readonly field: string) {
    super(`cargo metadata: \`${field}\` is missing or has an unexpected type`);
  }
}

/**
 * Parses the JSON text of `cargo metadata --format-version 1`.
 * @throws {MetadataError} when the text is not that format.
 */
export function parseMetadata(text: string): WorkspaceMetadata {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MetadataError("(the JSON text)");
  }
  const top = record(value, "(top)");
  if (top["version"] !== 1) throw new MetadataError("version");
  const members = new Set(list(top["workspace_members"], "workspace_members").map((id) => string(id, "workspace_members[]")));
  return {
    root: string(top["workspace_root"], "workspace_root"),
    targetDirectory: string(top["target_directory"], "target_directory"),
    members: list(top["packages"], "packages").map(readPackage).filter((entry) => members.has(entry.id)),
  };
}

/**
 * The members that `start` depends on through paths, and itself.
 * @returns Members in workspace order.
 */
export function withPathDependencies(workspace: WorkspaceMetadata, start: MetadataPackage): readonly MetadataPackage[] {
  const byRoot = new Map(workspace.members.map((member) => [member.root, member]));
  const found = new Set<MetadataPackage>();
  const queue = [start];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const dependency of next.dependencies) {
      const member = dependency.path === undefined ? undefined : byRoot.get(dependency.path);
      if (member !== undefined) queue.push(member);
    }
  }
  return workspace.members.filter((member) => found.has(member));
}

/** The members that depend on `start` through paths, and itself, in workspace order. */
export function withDependents(workspace: WorkspaceMetadata, start: MetadataPackage): readonly MetadataPackage[] {
  return workspace.members.filter((member) => withPathDependencies(workspace, member).includes(start));
}

/** True for the target that other crates link: its public items are the package's API. */
export function isLibrary(target: MetadataTarget): boolean {
  return target.kind.some((kind) => ["lib", "rlib", "dylib", "cdylib", "staticlib", "proc-macro"].includes(kind));
}

function readPackage(value: unknown, index: number): MetadataPackage {
  const at = `packages[${index}]`;
  const entry = record(value, at);
  const manifestPath = string(entry["manifest_path"], `${at}.manifest_path`);
  const publish = entry["publish"];
  return {
    name: string(entry["name"], `${at}.name`),
    version: string(entry["version"], `${at}.version`),
    id: string(entry["id"], `${at}.id`),
    manifestPath,
    root: manifestPath.replace(/[\\/]Cargo\.toml$/, ""),
    dependencies: list(entry["dependencies"], `${at}.dependencies`).map((dependency, number) => {
      const inner = `${at}.dependencies[${number}]`;
      const fields = record(dependency, inner);
      return {
        name: string(fields["name"], `${inner}.name`),
        requirement: string(fields["req"], `${inner}.req`),
        ...(typeof fields["path"] === "string" ? { path: fields["path"] } : {}),
      };
    }),
    targets: list(entry["targets"], `${at}.targets`).map((target, number) => readTarget(target, `${at}.targets[${number}]`)),
    features: Object.keys(record(entry["features"] ?? {}, `${at}.features`)),
    publishable: !(Array.isArray(publish) && publish.length === 0),
  };
}

function readTarget(value: unknown, at: string): MetadataTarget {
  const target = record(value, at);
  const texts = (key: string): readonly string[] => list(target[key] ?? [], `${at}.${key}`).map((text) => string(text, `${at}.${key}[]`));
  return {
    name: string(target["name"], `${at}.name`),
    kind: texts("kind"),
    crateTypes: texts("crate_types"),
    sourcePath: string(target["src_path"], `${at}.src_path`),
    doctest: target["doctest"] === true,
    test: target["test"] === true,
    requiredFeatures: texts("required-features"),
  };
}

function record(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new MetadataError(field);
  return value as Readonly<Record<string, unknown>>;
}

function list(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new MetadataError(field);
  return value as readonly unknown[];
}

function string(value: unknown, field: string): string {
  if (typeof value !== "string") throw new MetadataError(field);
  return value;
}
