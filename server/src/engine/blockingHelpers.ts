/**
 * Which functions of a crate block the thread they run on, by themselves or through further functions of the crate, and
 * by which paths its modules name them (rules-core specification 5.4). Only what the syntax resolves counts: free
 * functions by path, associated functions and methods of `self`. Methods of other receivers and of traits are not guessed.
 */
import type { CallStep } from "./finding.js";
import { isBlockingName, type FunctionSummary, type SummarizedCall } from "./helperCalls.js";
import type { FileSummary, ModuleSummary } from "./outline.js";

/** A function that blocks: the calls that lead to what blocks. */
export interface BlockingHelper {
  /** At least one; the call of the last is what blocks. */
  readonly steps: readonly CallStep[];
}

/** What a crate's files ask. Plain data, one for all files of the package. */
export interface CrateHelpers {
  /** By absolute path: the crate's root file, modules, type if any, name. */
  readonly functions: ReadonlyMap<string, BlockingHelper>;
  /** What names of modules stand for, where that leads to one of the functions: absolute path to absolute path. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Last segments by which such functions, and those of other crates under another name, are called. */
  readonly names: ReadonlySet<string>;
}

/** The view of one file. */
export interface HelpersInFile {
  readonly crate: CrateHelpers;
  /** Absolute paths of the file's modules by key. */
  readonly modules: ReadonlyMap<string, string>;
}

/** What is known where nothing is. */
export const noHelpers: HelpersInFile = { crate: { functions: new Map(), aliases: new Map(), names: new Set() }, modules: new Map() };

/** A module of the crate as the index knows it. */
export interface HelperModule {
  readonly file: string;
  readonly summary: ModuleSummary;
  readonly parent: HelperModule | undefined;
  readonly testOnly: boolean;
  readonly children: ReadonlyMap<string, { readonly node: HelperModule }>;
}

/** Calls followed from async code; longer chains are not reported. */
const mostSteps = 6;
/** Imports followed to what a name means. */
const maxDepth = 12;

/**
 * Computes what blocks.
 * @param files summaries by path
 * @param roots modules of the crate roots
 * @returns the view of each file that has async code
 */
export function helpersOf(files: ReadonlyMap<string, FileSummary>, roots: readonly HelperModule[]): ReadonlyMap<string, HelpersInFile> {
  const all = [...files.values()];
  const matters = all.some(({ hasAsync }) => hasAsync) && all.some(({ functions }) => functions.some(({ blocks }) => blocks !== undefined));
  const crate = new Crate(files, matters ? roots : []);
  const shared: CrateHelpers = { functions: crate.blocking(), aliases: crate.aliases(), names: crate.names(files) };
  const views = new Map<string, HelpersInFile>();
  for (const [path, summary] of files) {
    if (!summary.hasAsync || shared.functions.size === 0) views.set(path, { crate: { ...noHelpers.crate, names: shared.names }, modules: noHelpers.modules });
    else views.set(path, { crate: shared, modules: crate.modulesOf(path) });
  }
  return views;
}

/**
 * The function of the crate that a call calls, if it blocks.
 * @param module key of the module that writes the call
 * @param owner for `self::name`, the type of the impl around the call as a path without generics
 * @param path as written, without type arguments
 */
export function blockingHelper({ crate, modules }: HelpersInFile, module: string, owner: string, path: string): BlockingHelper | undefined {
  const from = modules.get(module);
  if (from === undefined || crate.functions.size === 0) return undefined;
  const segments = path.split("::").filter((segment) => segment !== "");
  const written = segments.length === 2 && segments[0] === "self" && owner !== "" ? [...owner.split("::"), segments[1] ?? ""] : segments;
  let at = from;
  for (const [index, segment] of written.entries()) {
    if (index === 0 && segment === "crate") at = at.split("::")[0] ?? at;
    else if (segment === "self" && index === 0) continue;
    else if (segment === "super") at = at.includes("::") ? at.slice(0, at.lastIndexOf("::")) : at;
    else {
      const next: string = `${at}::${segment}`;
      at = crate.aliases.get(next) ?? next;
    }
  }
  return crate.functions.get(at);
}

interface Known {
  readonly node: HelperModule;
  readonly summary: FunctionSummary;
}

/** A module with look-up tables. */
interface Indexed {
  readonly node: HelperModule;
  readonly id: string;
  readonly items: ReadonlySet<string>;
  readonly uses: ReadonlyMap<string, string>;
  readonly globs: readonly string[];
}

class Crate {
  private readonly modules = new Map<HelperModule, Indexed>();
  private readonly byId = new Map<string, HelperModule>();
  private readonly byFile = new Map<string, Map<string, string>>();
  private readonly known: Known[] = [];
  private readonly ids = new Map<Known, string | undefined>();
  private readonly resolved = new Map<string, string | undefined>();
  private readonly globbed = new Map<string, HelperModule | undefined>();
  private readonly found = new Map<string, BlockingHelper>();

  constructor(files: ReadonlyMap<string, FileSummary>, roots: readonly HelperModule[]) {
    for (const root of roots) this.add(root, root.file);
    const byKey = new Map<string, HelperModule>();
    for (const node of this.modules.keys()) byKey.set(`${node.file}\0${node.summary.key}`, node);
    for (const [path, { functions }] of files) {
      for (const summary of functions) {
        const node = byKey.get(`${path}\0${summary.module}`);
        if (node && !node.testOnly) this.known.push({ node, summary });
      }
    }
    // The order of the files is the host's own; what is found must not depend on it.
    this.known.sort((a, b) => inOrder(a.node.file, b.node.file) || inOrder(a.summary.module, b.summary.module) || inOrder(a.summary.owner, b.summary.owner) || inOrder(a.summary.name, b.summary.name));
  }

  /** The absolute path of a function; undefined where its type is not the crate's. */
  private idOf(own: Known): string | undefined {
    if (this.ids.has(own)) return this.ids.get(own);
    const { owner, name } = own.summary;
    const at = owner === "" ? this.modules.get(own.node)?.id : this.resolve(own.node, owner.split("::"));
    const id = at === undefined ? undefined : `${at}::${name}`;
    this.ids.set(own, id);
    return id;
  }

  modulesOf(path: string): ReadonlyMap<string, string> {
    return this.byFile.get(path) ?? new Map<string, string>();
  }

  /** From the functions that block by themselves to those that call them, shortest chains first. */
  blocking(): ReadonlyMap<string, BlockingHelper> {
    const callers = new Map<string, { readonly own: Known; readonly call: SummarizedCall }[]>();
    for (const own of this.known) {
      for (const call of own.summary.calls) {
        const name = this.meaning(own.node, call.call);
        const known = callers.get(name);
        if (known) known.push({ own, call });
        else callers.set(name, [{ own, call }]);
      }
    }
    let fresh: { readonly id: string; readonly name: string }[] = [];
    const add = (own: Known, steps: readonly CallStep[], into: typeof fresh): void => {
      const id = this.idOf(own);
      if (id === undefined || this.found.has(id)) return;
      this.found.set(id, { steps });
      into.push({ id, name: own.summary.name });
    };
    for (const own of this.known) if (own.summary.blocks) add(own, [stepOf(own, own.summary.blocks)], fresh);
    for (let length = 1; length < mostSteps && fresh.length > 0; length++) {
      const next: typeof fresh = [];
      for (const target of fresh) {
        for (const { own, call } of callers.get(target.name) ?? []) {
          if (this.callee(own, call.call) === target.id) add(own, [stepOf(own, call), ...(this.found.get(target.id)?.steps ?? [])], next);
        }
      }
      fresh = next.sort((a, b) => inOrder(a.id, b.id));
    }
    return this.found;
  }

  /** The declared name that a call is of: its last segment, or what that stands for in its module. */
  private meaning(node: HelperModule, call: string): string {
    const last = call.slice(call.lastIndexOf(":") + 1);
    const imported = this.modules.get(node)?.uses.get(last);
    return imported === undefined || call.includes("::") ? last : imported.slice(imported.lastIndexOf(":") + 1);
  }

  private callee({ node, summary }: Known, call: string): string | undefined {
    const segments = call.split("::");
    if (summary.owner !== "" && segments.length === 2 && segments[0] === "self") return this.resolve(node, [...summary.owner.split("::"), segments[1] ?? ""]);
    return this.resolve(node, segments);
  }

  /** What the uses of all modules make of the functions that block, and of the types and modules on the way to them. */
  aliases(): ReadonlyMap<string, string> {
    const ways = new Set<string>();
    for (const id of this.found.keys()) for (let at = id; at !== ""; at = at.includes("::") ? at.slice(0, at.lastIndexOf("::")) : "") ways.add(at);
    const names = new Set([...ways].map((id) => id.slice(id.lastIndexOf(":") + 1)));
    const aliases = new Map<string, string>();
    const add = ({ node, id }: Indexed, name: string, path: readonly string[]): void => {
      const target = this.resolve(node, path);
      const alias = `${id}::${name}`;
      if (target !== undefined && target !== alias && ways.has(target)) aliases.set(alias, target);
    };
    for (const module of this.modules.values()) {
      // The root of the crate goes by `crate` alone, so its name matters to no import but those of itself.
      for (const [name, path] of module.uses) if (names.has(path.slice(path.lastIndexOf(":") + 1)) || /(?:^|::)(?:crate|super|self)$/.test(path)) add(module, name, path.split("::"));
      for (const glob of module.globs) {
        const base = this.resolve(module.node, glob.split("::"));
        if (base === undefined) continue;
        for (const name of names) if (!module.items.has(name) && !module.uses.has(name) && !module.node.children.has(name)) add(module, name, [...glob.split("::"), name]);
      }
    }
    return aliases;
  }

  names(files: ReadonlyMap<string, FileSummary>): ReadonlySet<string> {
    const names = new Set([...this.found.keys()].map((id) => id.slice(id.lastIndexOf(":") + 1)));
    for (const { modules } of files.values()) {
      for (const { uses } of modules) {
        for (const { name, path } of uses) {
          const last = path.slice(path.lastIndexOf(":") + 1);
          if (name !== last && (isBlockingName(last) || names.has(last))) names.add(name);
        }
      }
    }
    return names;
  }

  private add(node: HelperModule, id: string): void {
    if (this.modules.has(node)) return;
    const uses = new Map<string, string>();
    const globs: string[] = [];
    for (const { name, path } of node.summary.uses) {
      if (name === "*") globs.push(path);
      else if (name !== "_" && !uses.has(name)) uses.set(name, path);
    }
    this.byId.set(id, node);
    const own = this.byFile.get(node.file) ?? new Map<string, string>();
    this.byFile.set(node.file, own.set(node.summary.key, id));
    this.modules.set(node, { node, id, uses, globs, items: new Set(node.summary.items.map(({ name }) => name)) });
    for (const [name, child] of node.children) this.add(child.node, `${id}::${name}`);
  }

  /** The absolute path of something of the crate that a module names; undefined for what is not the crate's. */
  private resolve(node: HelperModule, path: readonly string[]): string | undefined {
    const key = `${this.modules.get(node)?.id ?? ""}\0${path.join("::")}`;
    if (!this.resolved.has(key)) this.resolved.set(key, this.follow(node, path, 0, new Set()));
    return this.resolved.get(key);
  }

  /** @param seen what was looked for in which module already: globs lead in circles, and to one module in many ways */
  private follow(node: HelperModule, path: readonly string[], depth: number, seen: Set<string>): string | undefined {
    const own = this.modules.get(node);
    const [head = "", ...rest] = path;
    if (!own || depth > maxDepth) return undefined;
    if (path.length === 0) return own.id;
    if (head === "self") return this.follow(node, rest, depth, seen);
    if (head === "super") return node.parent && this.follow(node.parent, rest, depth, seen);
    if (head === "crate") {
      let root = node;
      while (root.parent) root = root.parent;
      return this.follow(root, rest, depth, seen);
    }
    const key = `${own.id}\0${path.join("::")}`;
    if (seen.has(key)) return undefined;
    seen.add(key);
    const child = node.children.get(head)?.node;
    if (child && !(rest.length === 0 && own.items.has(head))) return this.follow(child, rest, depth, seen);
    if (own.items.has(head)) return [own.id, ...path].join("::");
    const use = own.uses.get(head);
    if (use !== undefined) return use === head ? undefined : this.follow(node, [...use.split("::"), ...rest], depth + 1, seen);
    for (const glob of own.globs) {
      const base = this.globAt(own, glob);
      const within = base && base !== node ? this.follow(base, path, depth + 1, seen) : undefined;
      if (within !== undefined) return within;
    }
    return undefined;
  }

  /** The module a glob import brings in. */
  private globAt({ node, id }: Indexed, path: string): HelperModule | undefined {
    const key = `${id}\0${path}`;
    if (this.globbed.has(key)) return this.globbed.get(key);
    // A glob whose own path comes in by a glob finds nothing there a second time.
    this.globbed.set(key, undefined);
    const target = this.follow(node, path.split("::"), 1, new Set());
    const found = target === undefined ? undefined : this.byId.get(target);
    this.globbed.set(key, found);
    return found;
  }
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function stepOf({ node, summary }: Known, { call, at }: SummarizedCall): CallStep {
  const owner = summary.owner.slice(summary.owner.lastIndexOf(":") + 1);
  return { file: node.file, module: summary.module, owner, name: summary.name, call, ...(at ? { at } : {}) };
}
