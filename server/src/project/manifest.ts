import { TomlError } from "smol-toml";
import { ManifestReader, type Table, isTable, own, parseManifestText } from "./manifestReader.js";
import { readTargets } from "./manifestTargets.js";
import type { Dependency, LintLevel, Manifest, ManifestProblem, PackageModel, WorkspaceTable } from "./packageModel.js";

/**
 * Reads a `Cargo.toml`. Total: whatever the text, everything that can be understood is returned, and what cannot is
 * told as a problem. Inheritance (`x.workspace = true`) is resolved from `workspaceText`, or from the manifest
 * itself when it has a `[workspace]` table.
 * @param text the manifest
 * @param files paths of the package's `.rs` files relative to its folder, forward slashes, for cargo's discovery of targets;
 *   without them only the targets that are written out are known
 * @param workspaceText the manifest of the workspace root, when the package is a member of one
 * @returns the package (absent for a virtual workspace), the workspace table (if any) and the problems
 */
export function parseManifest(text: string, files: readonly string[] = [], workspaceText?: string): Manifest {
  const reader = new ManifestReader();
  const root = parseToml(text, reader.problems, "");
  if (root === undefined) return { problems: reader.problems };
  const foreign = workspaceText === undefined ? undefined : parseToml(workspaceText, reader.problems, "the workspace root: ");
  const ownWorkspace = reader.table(root, "workspace", "the manifest");
  const inherited = ownWorkspace ?? (foreign === undefined ? undefined : reader.table(foreign, "workspace", "the workspace root"));
  // `[project]` is what cargo called the table before 1.0 and accepts in old editions.
  const table = reader.table(root, "package", "the manifest") ?? reader.table(root, "project", "the manifest");
  if (table === undefined && ownWorkspace === undefined) {
    reader.note("there is neither a `[package]` nor a `[workspace]` table");
  }
  const model = table === undefined ? undefined : new PackageReader(reader, root, table, inherited ?? {}, files).read();
  return {
    ...(model === undefined ? {} : { package: model }),
    ...(ownWorkspace === undefined ? {} : { workspace: readWorkspace(reader, ownWorkspace) }),
    problems: reader.problems,
  };
}

function parseToml(text: string, problems: ManifestProblem[], where: string): Table | undefined {
  try {
    return parseManifestText(text);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    const place = error instanceof TomlError ? { line: error.line - 1, column: error.column - 1 } : {};
    problems.push({ message: where + reason, ...place });
    return undefined;
  }
}

function readWorkspace(reader: ManifestReader, table: Table): WorkspaceTable {
  return {
    members: reader.texts(table, "members", "`[workspace]`"),
    exclude: reader.texts(table, "exclude", "`[workspace]`"),
  };
}

class PackageReader {
  constructor(
    readonly reader: ManifestReader,
    readonly root: Table,
    readonly table: Table,
    readonly workspace: Table,
    readonly files: readonly string[],
  ) {}

  read(): PackageModel {
    const name = this.reader.text(this.table, "name", "`[package]`");
    if (name === undefined) this.reader.note("`[package]` has no `name`");
    const version = this.#inheritable("version");
    const rustVersion = this.#inheritable("rust-version");
    const edition = this.#inheritable("edition") ?? "2015";
    const metadata = this.reader.table(this.table, "metadata", "`[package]`") ?? {};
    return {
      name: name ?? "",
      ...(version === undefined ? {} : { version }),
      edition,
      ...(rustVersion === undefined ? {} : { rustVersion }),
      publish: this.#publish(),
      dependencies: this.#dependencies("dependencies"),
      devDependencies: this.#dependencies("dev-dependencies"),
      buildDependencies: this.#dependencies("build-dependencies"),
      features: this.#features(),
      lints: this.#lints(),
      targets: readTargets(this.reader, this.root, this.table, { name: name ?? "", edition }, this.files),
      fuzz: own(metadata, "cargo-fuzz") === true,
    };
  }

  /** A text of `[package]` that may say `.workspace = true`. */
  #inheritable(key: string): string | undefined {
    const value = own(this.table, key);
    if (!isTable(value)) return this.reader.text(this.table, key, "`[package]`");
    const shared = this.reader.table(this.workspace, "package", "`[workspace]`") ?? {};
    const inherited = this.reader.text(shared, key, "`[workspace.package]`");
    if (inherited === undefined) this.reader.note(`\`${key}\` is inherited, but the workspace does not give it`);
    return inherited;
  }

  #publish(): boolean {
    let value = own(this.table, "publish");
    if (isTable(value)) value = own(this.reader.table(this.workspace, "package", "`[workspace]`") ?? {}, "publish");
    return Array.isArray(value) ? value.length > 0 : value !== false;
  }

  #features(): Readonly<Record<string, readonly string[]>> {
    const table = this.reader.table(this.root, "features", "the manifest") ?? {};
    return Object.fromEntries(Object.keys(table).map((key) => [key, this.reader.texts(table, key, "`[features]`")]));
  }

  #lints(): PackageModel["lints"] {
    const written = this.reader.table(this.root, "lints", "the manifest") ?? {};
    const table =
      own(written, "workspace") === true ? (this.reader.table(this.workspace, "lints", "`[workspace]`") ?? {}) : written;
    const tools = Object.entries(table).filter((entry): entry is [string, Table] => isTable(entry[1]));
    return Object.fromEntries(
      tools.map(([tool, lints]) => [
        tool,
        Object.fromEntries(Object.entries(lints).flatMap(([lint, value]) => this.#lint(lint, value))),
      ]),
    );
  }

  #lint(lint: string, value: unknown): [string, LintLevel][] {
    if (typeof value === "string") return [[lint, { level: value, priority: 0 }]];
    const level = isTable(value) ? own(value, "level") : undefined;
    if (!isTable(value) || typeof level !== "string") {
      this.reader.note(`lint \`${lint}\` of \`[lints]\` has no level`);
      return [];
    }
    const priority = own(value, "priority");
    return [[lint, { level, priority: typeof priority === "number" ? priority : 0 }]];
  }

  #dependencies(kind: string): readonly Dependency[] {
    // Cargo still reads the underscore spellings of the older editions.
    const keys = [kind, ...(kind.includes("-") ? [kind.replace("-", "_")] : [])];
    const read = (table: Table, target?: string): Dependency[] =>
      keys.flatMap((key) =>
        Object.entries(this.reader.table(table, key, "the manifest") ?? {}).flatMap(([name, value]) =>
          this.#dependency(name, value, target),
        ),
      );
    const targets = Object.entries(this.reader.table(this.root, "target", "the manifest") ?? {});
    return [...read(this.root), ...targets.flatMap(([target, table]) => (isTable(table) ? read(table, target) : []))];
  }

  #dependency(key: string, value: unknown, target: string | undefined): Dependency[] {
    const where = `dependency \`${key}\``;
    if (typeof value !== "string" && !isTable(value)) {
      this.reader.note(`${where} must be a version or a table`);
      return [];
    }
    const written = typeof value === "string" ? { version: value } : value;
    const base = own(written, "workspace") === true ? this.#workspaceDependency(key) : written;
    const text = (name: string): string | undefined => this.reader.text(base, name, where);
    const version = text("version");
    const path = text("path");
    const git = text("git");
    const features = this.reader.texts(written, "features", where);
    const shared = base === written ? [] : this.reader.texts(base, "features", where);
    const defaults = ["default-features", "default_features"];
    return [
      {
        key,
        package: text("package") ?? key,
        ...(version === undefined ? {} : { version }),
        features: [...new Set([...shared, ...features])],
        // A member can switch the defaults on that its workspace has switched off, not the other way round.
        defaultFeatures:
          (base === written ? undefined : this.reader.flag(written, defaults, where)) === true ||
          (this.reader.flag(base, defaults, where) ?? true),
        optional: this.reader.flag(written, ["optional"], where) ?? false,
        ...(target === undefined ? {} : { target }),
        ...(path === undefined ? {} : { path }),
        ...(git === undefined ? {} : { git }),
      },
    ];
  }

  #workspaceDependency(key: string): Table {
    const table = this.reader.table(this.workspace, "dependencies", "`[workspace]`") ?? {};
    const value = own(table, key);
    if (typeof value === "string") return { version: value };
    if (isTable(value)) return value;
    this.reader.note(`dependency \`${key}\` is inherited, but the workspace does not give it`);
    return {};
  }
}
