/** Which files, variables and versions the input sets of an item stand for (specification 1.4). */
import { homedir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { withPathDependencies } from "../project/metadata.js";
import type { InputSnapshot } from "../release/evidence.js";
import type { InputSet, ItemContext } from "../release/item.js";
import { isInside } from "../release/paths.js";
import { digestFile, digestFolder, sha256, type FolderDigest } from "./inputDigest.js";
import { run } from "./processRunner.js";

/** What every snapshot of one workspace at one moment shares; takes most of the time, so it is taken once. */
export interface WorkspaceInputs {
  readonly folder: FolderDigest;
  /** Names and values that steer builds. */
  readonly environment: Readonly<Record<string, string>>;
  /** Full version texts by tool. */
  readonly tools: Readonly<Record<string, string>>;
  /** Digest of HEAD and the tags, or `none`. */
  readonly tags: string;
}

/** Variables that change what is built. Only these are ever recorded: tokens cannot get in. */
const VARIABLES = /^(RUSTFLAGS|RUSTDOCFLAGS|MIRIFLAGS|CARGO_ENCODED_(RUSTFLAGS|RUSTDOCFLAGS)|CARGO_BUILD_\w+|CARGO_PROFILE_\w+|CARGO_TARGET_\w+_(RUSTFLAGS|RUNNER|LINKER)|RUSTC|RUSTC_WRAPPER|RUSTC_WORKSPACE_WRAPPER|RUSTUP_TOOLCHAIN)$/;

const CONFIGURATION = [
  "clippy.toml", ".clippy.toml", "rustfmt.toml", ".rustfmt.toml", "rust-toolchain", "rust-toolchain.toml",
  join(".cargo", "config"), join(".cargo", "config.toml"),
] as const;

/**
 * Reads what the items of a workspace share.
 * @throws An I/O error for files that cannot be read.
 */
export async function workspaceInputs(context: Pick<ItemContext, "workspace" | "cargo">, signal?: AbortSignal): Promise<WorkspaceInputs> {
  const { root, targetDirectory } = context.workspace;
  const ask = async (argv: readonly [string, ...string[]]): Promise<string> => {
    const outcome = await run({ argv, cwd: root, output: "separate", timeoutMs: 15_000 }, signal);
    return outcome.exitCode === 0 ? outcome.stdout.trim() : `unavailable (${outcome.stderr.trim().split("\n")[0] ?? ""})`;
  };
  const folder = await digestFolder(root, [targetDirectory], signal);
  const head = await ask(["git", "rev-parse", "HEAD"]);
  const tags = await ask(["git", "for-each-ref", "--format=%(refname) %(objectname)", "refs/tags"]);
  return {
    folder,
    environment: Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value !== undefined && VARIABLES.test(name) ? [[name, value]] : []))),
    tools: { cargo: await ask([context.cargo, "-Vv"]), rustc: await ask(["rustc", "-Vv"]) },
    tags: sha256(`${head}\n${tags}`),
  };
}

/**
 * The snapshot for one item of one package.
 * @param shared From `workspaceInputs`, taken at the same moment.
 */
export async function itemInputs(sets: readonly InputSet[], context: ItemContext, shared: WorkspaceInputs): Promise<InputSnapshot> {
  const entries = new Map<string, string>();
  const name = (path: string): string => relative(context.workspace.root, path).split(sep).join("/");
  const algorithms = new Set<string>([shared.folder.algorithm]);
  const add = async (path: string): Promise<void> => {
    entries.set(name(path), shared.folder.files.get(path) ?? (await digestFile(path)));
  };
  for (const set of sets) {
    switch (set) {
      case "source":
      case "package":
        for (const [path, digest] of await packageFiles(context, shared, algorithms)) {
          if (set === "source" ? path.endsWith(".rs") : isPackageInput(name(path))) entries.set(name(path), digest);
        }
        break;
      case "manifests":
        for (const member of context.workspace.members) await add(member.manifestPath);
        await add(join(context.workspace.root, "Cargo.toml"));
        await add(join(context.workspace.root, "Cargo.lock"));
        break;
      case "configuration":
        for (const path of configurationFiles(context.package.root)) {
          const digest = await digestFile(path);
          if (digest !== "absent") entries.set(name(path), digest);
        }
        break;
      case "environment":
        for (const [variable, value] of Object.entries(shared.environment)) entries.set(`env:${variable}`, sha256(value));
        break;
      case "tools":
        for (const [tool, version] of Object.entries(shared.tools)) entries.set(`tool:${tool}`, sha256(version));
        break;
      case "changelog":
        await add(join(context.package.root, "CHANGELOG.md"));
        await add(join(context.workspace.root, "CHANGELOG.md"));
        break;
      case "tags":
        entries.set("git:tags", shared.tags);
        break;
      case "layout":
        entries.set("git:layout", sha256([...shared.folder.files.keys()].map(name).sort().join("\0")));
        break;
    }
  }
  const sorted = [...entries].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    algorithm: [...algorithms].sort().join("+"),
    digest: sha256(sorted.map(([path, digest]) => `${digest}\t${path}\0`).join("")),
    entries: Object.fromEntries(sorted),
  };
}

/** Files of the package and of what it depends on by path; a member nested in another member's folder is its own. */
async function packageFiles(context: ItemContext, shared: WorkspaceInputs, algorithms: Set<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = withPathDependencies(context.workspace, context.package);
  const others = context.workspace.members.filter((member) => !wanted.includes(member)).map((member) => member.root);
  const files = new Map<string, string>();
  for (const [path, digest] of shared.folder.files) {
    const owner = [...wanted.map((member) => member.root), ...others].filter((root) => isInside(root, path)).toSorted((left, right) => right.length - left.length)[0];
    if (owner !== undefined && !others.includes(owner)) files.set(path, digest);
  }
  const outside = new Set(wanted.flatMap((member) => member.dependencies.flatMap((dependency) => dependency.path ?? [])));
  for (const root of outside) {
    if (isInside(context.workspace.root, root) && context.workspace.members.some((member) => member.root === root)) continue;
    const folder = await digestFolder(root, [join(root, "target")]);
    algorithms.add(folder.algorithm);
    for (const [path, digest] of folder.files) files.set(path, digest);
  }
  return files;
}

/** Everything that a build or a test may read. Other Markdown counts, because `include_str!` makes documentation tests of it. */
function isPackageInput(path: string): boolean {
  if (/(^|\/)(\.github|bindings|\.covenant|\.vscode)\//.test(path)) return false;
  return !/(^|\/)changelog\.md$/i.test(path);
}

/** Configuration is looked up from the package's folder through all its parents, and in cargo's home. */
function configurationFiles(start: string): readonly string[] {
  const home = process.env["CARGO_HOME"] ?? join(homedir(), ".cargo");
  const result = [join(home, "config"), join(home, "config.toml")];
  for (let folder = start; ; folder = dirname(folder)) {
    result.push(...CONFIGURATION.map((name) => join(folder, name)));
    if (folder === dirname(folder)) return result;
  }
}
