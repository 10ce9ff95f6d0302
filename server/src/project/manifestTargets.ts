import { ManifestReader, type Table, own } from "./manifestReader.js";
import type { Target, TargetKind } from "./packageModel.js";

/** A kind of target that has its own array of tables and its own folder. */
interface Discovery {
  readonly kind: TargetKind;
  /** Name of the array of tables. */
  readonly table: string;
  /** Folder in which cargo looks for roots: `x.rs` and `x/main.rs`. */
  readonly folder: string;
  /** Key of `[package]` that switches the search off. */
  readonly auto: string;
}

const DISCOVERIES: readonly Discovery[] = [
  { kind: "binary", table: "bin", folder: "src/bin", auto: "autobins" },
  { kind: "example", table: "example", folder: "examples", auto: "autoexamples" },
  { kind: "test", table: "test", folder: "tests", auto: "autotests" },
  { kind: "bench", table: "bench", folder: "benches", auto: "autobenches" },
];

/**
 * The targets of a package by cargo's rules: the ones written out, and the ones cargo finds by where files stand.
 * @param reader notes values of a wrong type
 * @param root the manifest
 * @param table its `[package]`
 * @param facts name and edition of the package, inheritance applied
 * @param files the package's `.rs` files relative to its folder
 * @returns the targets, library first, each root file once per kind
 */
export function readTargets(
  reader: ManifestReader,
  root: Table,
  table: Table,
  facts: { readonly name: string; readonly edition: string },
  files: readonly string[],
): readonly Target[] {
  const existing = new Set(files);
  return [
    ...library(reader, root, table, facts.name, existing),
    ...DISCOVERIES.flatMap((discovery) => discover(reader, root, table, facts, existing, discovery)),
    ...buildScript(table, existing),
  ];
}

function library(reader: ManifestReader, root: Table, table: Table, name: string, files: ReadonlySet<string>): Target[] {
  const written = reader.table(root, "lib", "the manifest");
  const auto = reader.flag(table, ["autolib"], "`[package]`") ?? true;
  if (written === undefined && (!auto || !files.has("src/lib.rs"))) return [];
  const lib = written ?? {};
  const macro =
    reader.flag(lib, ["proc-macro", "proc_macro"], "`[lib]`") === true ||
    ["crate-type", "crate_type"].some((key) => reader.texts(lib, key, "`[lib]`").includes("proc-macro"));
  return [
    {
      kind: macro ? "proc-macro" : "library",
      name: reader.text(lib, "name", "`[lib]`") ?? name.replaceAll("-", "_"),
      path: normalise(reader.text(lib, "path", "`[lib]`") ?? "src/lib.rs"),
    },
  ];
}

function discover(
  reader: ManifestReader,
  root: Table,
  table: Table,
  facts: { readonly name: string; readonly edition: string },
  files: ReadonlySet<string>,
  discovery: Discovery,
): Target[] {
  const { kind, folder } = discovery;
  const written = reader.tables(root, discovery.table, "the manifest");
  const found = [...files].flatMap((path) => {
    const name = rootName(path, folder);
    return name === undefined ? [] : [{ kind, name, path }];
  });
  if (kind === "binary" && files.has("src/main.rs")) found.unshift({ kind, name: facts.name, path: "src/main.rs" });
  const where = `\`[[${discovery.table}]]\``;
  const explicit = written.flatMap((one): Target[] => {
    const name = reader.text(one, "name", where);
    const path = reader.text(one, "path", where);
    if (path !== undefined) return [{ kind, name: name ?? "", path: normalise(path) }];
    const guessed = found.find((target) => target.name === name)?.path;
    if (name === undefined) reader.note(`${where} has neither a name nor a path`);
    return name === undefined ? [] : [{ kind, name, path: guessed ?? `${folder}/${name}.rs` }];
  });
  // Edition 2015 stops looking as soon as one target of the kind is written out.
  const auto =
    reader.flag(table, [discovery.auto], "`[package]`") ?? !(facts.edition === "2015" && written.length > 0);
  const paths = new Set(explicit.map(({ path }) => path));
  const names = new Set(explicit.map(({ name }) => name));
  return [...explicit, ...(auto ? found.filter(({ path, name }) => !paths.has(path) && !names.has(name)) : [])];
}

/** `x` for `folder/x.rs` and `folder/x/main.rs`. */
function rootName(path: string, folder: string): string | undefined {
  if (!path.startsWith(`${folder}/`)) return undefined;
  return /^([^/]+)(?:\.rs|\/main\.rs)$/.exec(path.slice(folder.length + 1))?.[1];
}

function buildScript(table: Table, files: ReadonlySet<string>): Target[] {
  const build = own(table, "build");
  if (build === false) return [];
  const written = typeof build === "string" ? normalise(build) : undefined;
  if (written === undefined && build !== true && !files.has("build.rs")) return [];
  const path = written ?? "build.rs";
  // Cargo names the program after its file: `build-script-main` for `builder/main.rs`.
  const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.rs$/, "");
  return [{ kind: "build-script", name: `build-script-${stem}`, path }];
}

/** `./a/../b.rs` → `b.rs`; back slashes are accepted as cargo on Windows accepts them. */
function normalise(path: string): string {
  const steps: string[] = [];
  for (const step of path.replaceAll("\\", "/").split("/")) {
    if (step === "" || step === ".") continue;
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else steps.push(step);
  }
  return steps.join("/");
}
