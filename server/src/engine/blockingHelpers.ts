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
const maxDepth = 6;

/**
 * Computes what blocks.
 * @param files summaries by path
 * @param roots modules of the crate roots
 * @returns the view of each file that has async code
 */
export function helpersOf(files: ReadonlyMap<string, FileSummary>, roots: readonly HelperModule[]): ReadonlyMap<string, HelpersInFile> {
  const anyAsync = [...files.values()].some(({ hasAsync }) => hasAsync);
  const crate = new Crate(files, anyAsync ? roots : []);
  const shared: CrateHelpers = { functions: anyAsync ? crate.blocking() : new Map(), aliases: anyAsync ? crate.aliases() : new Map(), names: crate.names(files) };
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
  readonly id: string;
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
  private readonly known: Known[] = [];
  private readonly found = new Map<string, BlockingHelper>();

  constructor(files: ReadonlyMap<string, FileSummary>, roots: readonly HelperModule[]) {
    for (const root of roots) this.add(root, root.file);
    const byKey = new Map<string, HelperModule>();
    for (const node of this.modules.keys()) byKey.set(`${node.file}\0${node.summary.key}`, node);
    for (const [path, { functions }] of files) {
      for (const summary of functions) {
        const node = byKey.get(`${path}\0${summary.module}`);
        if (!node || node.testOnly) continue;
        const at = summary.owner === "" ? this.modules.get(node)?.id : this.resolve(node, summary.owner.split("::"), 0);
        if (at !== undefined) this.known.push({ id: `${at}::${summary.name}`, node, summary });
      }
    }
    // The order of the files is the host's own; what is found must not depend on it.
    this.known.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.node.file < b.node.file ? -1 : 1));
  }

  modulesOf(path: string): ReadonlyMap<string, string> {
    return new Map([...this.modules.values()].filter(({ node }) => node.file === path).map(({ node, id }) => [node.summary.key, id]));
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
    let fresh: readonly Known[] = this.known.filter(({ summary }) => summary.blocks !== undefined);
    for (const own of fresh) if (own.summary.blocks && !this.found.has(own.id)) this.found.set(own.id, { steps: [stepOf(own, own.summary.blocks)] });
    for (let length = 1; length < mostSteps && fresh.length > 0; length++) {
      const next: Known[] = [];
      for (const target of fresh) {
        for (const { own, call } of callers.get(target.summary.name) ?? []) {
          if (this.found.has(own.id) || this.callee(own, call.call) !== target.id) continue;
          this.found.set(own.id, { steps: [stepOf(own, call), ...(this.found.get(target.id)?.steps ?? [])] });
          next.push(own);
        }
      }
      fresh = next.sort((a, b) => (a.id < b.id ? -1 : 1));
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
    if (summary.owner !== "" && segments.length === 2 && segments[0] === "self") return this.resolve(node, [...summary.owner.split("::"), segments[1] ?? ""], 0);
    return this.resolve(node, segments, 0);
  }

  /** What the uses of all modules make of the functions that block, and of the types and modules on the way to them. */
  aliases(): ReadonlyMap<string, string> {
    const ways = new Set<string>();
    for (const id of this.found.keys()) for (let at = id; at !== ""; at = at.includes("::") ? at.slice(0, at.lastIndexOf("::")) : "") ways.add(at);
    const names = new Set([...ways].map((id) => id.slice(id.lastIndexOf(":") + 1)));
    const aliases = new Map<string, string>();
    const add = ({ node, id }: Indexed, name: string, path: readonly string[]): void => {
      const target = this.resolve(node, path, 0);
      const alias = `${id}::${name}`;
      if (target !== undefined && target !== alias && ways.has(target)) aliases.set(alias, target);
    };
    for (const module of this.modules.values()) {
      // The root of the crate goes by `crate` alone, so its name matters to no import but those of itself.
      for (const [name, path] of module.uses) if (names.has(path.slice(path.lastIndexOf(":") + 1)) || /(?:^|::)(?:crate|super|self)$/.test(path)) add(module, name, path.split("::"));
      for (const glob of module.globs) {
        const base = this.resolve(module.node, glob.split("::"), 0);
        if (base === undefined || !ways.has(base)) continue;
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
    this.modules.set(node, { node, id, uses, globs, items: new Set(node.summary.items.map(({ name }) => name)) });
    for (const [name, child] of node.children) this.add(child.node, `${id}::${name}`);
  }

  /** The absolute path of something of the crate that a module names; undefined for what is not the crate's. */
  private resolve(node: HelperModule, path: readonly string[], depth: number): string | undefined {
    const own = this.modules.get(node);
    const [head = "", ...rest] = path;
    if (!own || depth > maxDepth) return undefined;
    if (path.length === 0) return own.id;
    if (head === "self") return this.resolve(node, rest, depth);
    if (head === "super") return node.parent && this.resolve(node.parent, rest, depth);
    if (head === "crate") {
      let root = node;
      while (root.parent) root = root.parent;
      return this.resolve(root, rest, depth);
    }
    const child = node.children.get(head)?.node;
    if (child && !(rest.length === 0 && own.items.has(head))) return this.resolve(child, rest, depth);
    if (own.items.has(head)) return [own.id, ...path].join("::");
    const use = own.uses.get(head);
    if (use !== undefined) return use === head ? undefined : this.resolve(node, [...use.split("::"), ...rest], depth + 1);
    for (const glob of own.globs) {
      const base = this.moduleAt(node, glob.split("::"), depth + 1);
      const within = base && base !== node && this.declares(base, head) ? this.resolve(base, path, depth + 1) : undefined;
      if (within !== undefined) return within;
    }
    return undefined;
  }

  private declares(node: HelperModule, name: string): boolean {
    const own = this.modules.get(node);
    return own !== undefined && (own.items.has(name) || own.uses.has(name) || own.globs.length > 0 || node.children.has(name));
  }

  private moduleAt(node: HelperModule, path: readonly string[], depth: number): HelperModule | undefined {
    const id = this.resolve(node, path, depth);
    return id === undefined ? undefined : this.byId.get(id);
  }
}

function stepOf({ node, summary }: Known, { call, at }: SummarizedCall): CallStep {
  const owner = summary.owner.slice(summary.owner.lastIndexOf(":") + 1);
  return { file: node.file, module: summary.module, owner, name: summary.name, call, ...(at ? { at } : {}) };
}
