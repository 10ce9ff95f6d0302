/**
 * The modules of one crate across files: which items its public API reaches, which files are test code, which modules
 * are documented (rules-core specification 2.4 and 2.10). Pure: the host feeds file summaries, the index answers.
 */
import { helpersOf, noHelpers, type HelpersInFile } from "./blockingHelpers.js";
import { declaringModule, importedAliases, type ImportedAlias } from "./crateAliases.js";
import type { FileSummary, ModuleSummary } from "./outline.js";
import type { SafetyContract } from "./safetyContracts.js";

/** What the index says about one file. */
export interface FileInCrate {
  /** False when no module of the crate declares the file; its verdicts then rest on the file alone. */
  readonly known: boolean;
  /** The `mod` declaration that leads here, or one above it, exists in test builds only. */
  readonly testOnly: boolean;
  /** Keys of the file's modules that the public API opens. */
  readonly open: ReadonlySet<string>;
  /** `key\0name` of the items the public API reaches, and of such types of other modules that a module has impls for. */
  readonly reachable: ReadonlySet<string>;
  /** Names of `mod name;` declarations (`key\0name`) whose file has inner docs, or hides itself from the documentation. */
  readonly documentedFiles: ReadonlySet<string>;
  /** Aliases that modules of the file import from others of the crate, by `key\0name`. */
  readonly aliases: ReadonlyMap<string, ImportedAlias>;
  /** Lints that the `mod` declarations leading here, and the modules above, allow; the crate root's own count for nothing. */
  readonly allows: ReadonlySet<string>;
  /** Names of the types for which any file of the package has an error impl. */
  readonly errorTypes: ReadonlySet<string>;
  /** Names of the crate's public unsafe functions that safe code of the crate calls. */
  readonly wrapped: ReadonlySet<string>;
  /** Marks of all files of the package (`marks.ts`); one set for all of them. */
  readonly marks: ReadonlySet<string>;
  /** Contracts of the package's unsafe functions; one list for all files. Only fixes ask for them. */
  readonly contracts: readonly SafetyContract[];
  /** Functions of the crate that block their thread. */
  readonly helpers: HelpersInFile;
}

/** What is known of a file that no module declares. */
export const unknownFile: FileInCrate = { known: false, testOnly: false, open: new Set(), reachable: new Set(), documentedFiles: new Set(), aliases: new Map(), allows: new Set(), errorTypes: new Set(), wrapped: new Set(), marks: new Set(), contracts: [], helpers: noHelpers };

interface ModuleNode {
  readonly file: string;
  readonly summary: ModuleSummary;
  readonly parent: ModuleNode | undefined;
  readonly testOnly: boolean;
  readonly allows: readonly string[];
  readonly children: Map<string, { node: ModuleNode; public: boolean; hidden: boolean }>;
}

/**
 * Computes what the public API of a crate reaches.
 * @param files summaries by path relative to the package, `/` separated
 * @param roots paths of the crate roots (`src/lib.rs`); every root is the start of a crate
 */
export function indexCrate(files: ReadonlyMap<string, FileSummary>, roots: readonly string[]): ReadonlyMap<string, FileInCrate> {
  const nodes = new Map<string, ModuleNode[]>();
  const documented = new Map<string, Set<string>>();
  const rootNodes: ModuleNode[] = [];
  const visited = new Set<string>();
  const inherited = new Map<string, readonly string[]>();

  const addFile = (path: string, parent: ModuleNode | undefined, testOnly: boolean, allows: readonly string[], directory: string): ModuleNode | undefined => {
    const summary = files.get(path);
    if (!summary || visited.has(path)) return undefined;
    visited.add(path);
    inherited.set(path, allows);
    const own: ModuleNode[] = [];
    nodes.set(path, own);
    const byKey = new Map<string, ModuleNode>();
    for (const module of summary.modules) {
      const above = module.parent === undefined ? parent : byKey.get(module.parent);
      const node: ModuleNode = { file: path, summary: module, parent: above, testOnly: testOnly || summary.testOnly || module.testOnly || (above?.testOnly ?? false), allows: allowsOf(module, above, allows), children: new Map() };
      byKey.set(module.key, node);
      own.push(node);
      if (module.parent !== undefined) above?.children.set(module.name, { node, public: module.visibility === "public", hidden: module.hidden });
      for (const declared of module.files) {
        const folder = module.key === "" ? directory : `${directory}/${module.key.replace(/#\d+|\br#/g, "").split("::").join("/")}`;
        const target = locate(files, path, folder, declared.name, declared.path);
        if (!target) continue;
        // A file that hides itself by `#![doc(hidden)]` needs no words.
        if (files.get(target)?.documented || files.get(target)?.modules[0]?.hidden) {
          const set = documented.get(path) ?? new Set();
          set.add(`${module.key}\0${declared.name}`);
          documented.set(path, set);
        }
        const child = addFile(target, node, node.testOnly || declared.testOnly, [...node.allows, ...declared.allows], childDirectory(target));
        if (child) node.children.set(declared.name, { node: child, public: declared.public, hidden: declared.hidden || child.summary.hidden });
      }
    }
    return own[0];
  };

  for (const root of roots) {
    const node = addFile(root, undefined, false, [], parentFolder(root));
    if (node) rootNodes.push(node);
  }

  const open = new Set<ModuleNode>();
  const reachable = new Map<ModuleNode, Set<string>>();
  const queue: ModuleNode[] = [];
  const openModule = (node: ModuleNode): void => {
    if (open.has(node)) return;
    open.add(node);
    queue.push(node);
  };
  const reach = (node: ModuleNode, name: string): void => {
    const set = reachable.get(node) ?? new Set();
    set.add(name);
    reachable.set(node, set);
  };
  rootNodes.forEach(openModule);
  for (let node = queue.pop(); node; node = queue.pop()) {
    for (const item of node.summary.items) if (item.public) reach(node, item.name);
    for (const child of node.children.values()) if (child.public && !child.hidden) openModule(child.node);
    for (const use of node.summary.uses) {
      // rustdoc shows nothing of a hidden re-export, so what only it leads to is not in the documented API.
      if (use.public && !use.hidden) followUse(node, use, openModule, reach, 0);
    }
  }

  const anyAlias = [...files.values()].some((file) => file.modules.some((module) => module.aliases.length > 0));
  const marks = new Set([...files.values()].flatMap((file) => file.marks));
  const contracts = [...files.values()].flatMap((file) => file.contracts);
  const helpers = helpersOf(files, rootNodes);
  const result = new Map<string, FileInCrate>();
  const errorTypes = new Set([...files.values()].flatMap((file) => file.errorTypes));
  const wrapped = wrappedFunctions(files, (path) => nodes.get(path)?.[0]?.testOnly === true);
  for (const path of files.keys()) {
    const own = nodes.get(path);
    if (!own) {
      result.set(path, unknownFile);
      continue;
    }
    const reached = new Set<string>();
    for (const node of own) for (const name of reachable.get(node) ?? []) reached.add(`${node.summary.key}\0${name}`);
    for (const node of own) {
      for (const path of node.summary.impls) {
        const type = declaringModule(node, path);
        if (type && reachable.get(type.module as ModuleNode)?.has(type.name)) reached.add(`${node.summary.key}\0${path.slice(path.lastIndexOf(":") + 1)}`);
      }
    }
    const aliases = new Map<string, ImportedAlias>();
    for (const node of anyAlias ? own : []) {
      for (const [name, alias] of importedAliases(node, (module, item) => reachable.get(module as ModuleNode)?.has(item) ?? false)) aliases.set(`${node.summary.key}\0${name}`, alias);
    }
    result.set(path, {
      known: true,
      testOnly: own[0]?.testOnly ?? false,
      open: new Set(own.filter((node) => open.has(node)).map((node) => node.summary.key)),
      reachable: reached,
      documentedFiles: documented.get(path) ?? new Set(),
      aliases,
      allows: new Set(inherited.get(path)),
      errorTypes,
      wrapped,
      marks,
      contracts,
      helpers: helpers.get(path) ?? noHelpers,
    });
  }
  return result;
}

/** Public unsafe functions that safe code calls, by name; what tests, benches and examples call does not wrap them. */
function wrappedFunctions(files: ReadonlyMap<string, FileSummary>, isTest: (path: string) => boolean): ReadonlySet<string> {
  const declared = new Set([...files.values()].flatMap((file) => file.unsafeFns));
  const wrapped = new Set<string>();
  if (declared.size === 0) return wrapped;
  for (const [path, file] of files) {
    if (file.testOnly || isTest(path) || /^(?:tests|benches|examples|fuzz)\//.test(path)) continue;
    for (const name of file.unsafeCalls) if (declared.has(name)) wrapped.add(name);
  }
  return wrapped;
}

/** Resolves a `pub use` from a module and opens or reaches what it names. */
function followUse(
  from: ModuleNode,
  use: { readonly name: string; readonly path: string },
  openModule: (node: ModuleNode) => void,
  reach: (node: ModuleNode, name: string) => void,
  depth: number,
): void {
  if (depth > 8) return;
  const segments = use.path.split("::");
  const glob = use.name === "*";
  let node: ModuleNode | undefined = from;
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index] ?? "";
    if (!node) return;
    if (segment === "crate") {
      while (node.parent) node = node.parent;
      continue;
    }
    if (segment === "self") continue;
    if (segment === "super") {
      node = node.parent;
      continue;
    }
    const entry: { readonly node: ModuleNode; readonly hidden: boolean } | undefined = node.children.get(segment);
    const child = entry?.node;
    const last = index === segments.length - 1;
    if (child) {
      if (last) {
        // A hidden module stays hidden under another name; a glob re-exports what is in it.
        if (glob || !entry?.hidden) openModule(child);
        // A module re-exported by name may share its name with an item (`pub use a::parse;`).
        if (!glob) reach(node, segment);
        return;
      }
      node = child;
      continue;
    }
    if (last) reach(node, segment);
    // The name is an item here, or comes in by another `use`.
    for (const other of node.summary.uses) {
      if (other.name === segment && other.path !== use.path) {
        const rest = [other.path, ...segments.slice(index + 1)].join("::");
        followUse(node, { name: glob ? "*" : use.name, path: rest }, openModule, reach, depth + 1);
      } else if (other.name === "*" && last && depth < 4) {
        followUse(node, { name: use.name, path: `${other.path}::${segment}` }, openModule, reach, depth + 1);
      }
    }
    if (!last && node.summary.items.some((item) => item.name === segment)) reach(node, segment);
    return;
  }
  if (glob && node) openModule(node);
}

/** Lints allowed in a module by its own attributes and those around it; inner attributes of a crate root allow nothing. */
function allowsOf(module: ModuleSummary, above: ModuleNode | undefined, declared: readonly string[]): readonly string[] {
  if (!above) return [];
  return [...(module.parent === undefined ? declared : above.allows), ...module.allows];
}

function parentFolder(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** Folder in which the `mod name;` declarations of a file look (Rust reference, "Module source filenames"). */
function childDirectory(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name === "mod.rs" ? parentFolder(path) : path.replace(/\.rs$/, "");
}

function locate(files: ReadonlyMap<string, FileSummary>, file: string, folder: string, name: string, path: string | undefined): string | undefined {
  if (path !== undefined) {
    const full = normalize(`${parentFolder(file)}/${path}`);
    return files.has(full) ? full : undefined;
  }
  const bare = name.replace(/^r#/, "");
  for (const candidate of [normalize(`${folder}/${bare}.rs`), normalize(`${folder}/${bare}/mod.rs`)]) if (files.has(candidate)) return candidate;
  return undefined;
}

function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0) parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}
