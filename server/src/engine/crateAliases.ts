/**
 * What the names of a module mean elsewhere in its crate: the aliases it imports, the type behind an impl (rules-core
 * specification 2.4, 2.7 and 2.10).
 */
import type { TypeAlias } from "./declarations.js";
import type { ModuleSummary } from "./outline.js";

/** A module of the crate with its neighbours, as far as paths need them. */
export interface AliasModule {
  readonly summary: ModuleSummary;
  readonly parent: AliasModule | undefined;
  readonly children: ReadonlyMap<string, { readonly node: AliasModule }>;
}

/** An alias as another module sees it. */
export interface ImportedAlias extends TypeAlias {
  /** The public API reaches the alias where it is declared. */
  readonly isPublic: boolean;
}

const maxDepth = 6;

/**
 * Aliases by the names under which a module imports them; its own are not among them.
 * @param isPublic tells whether the public API reaches an item of a module
 */
export function importedAliases(from: AliasModule, isPublic: (module: AliasModule, name: string) => boolean): ReadonlyMap<string, ImportedAlias> {
  const found = new Map<string, ImportedAlias>();
  const add = (name: string, at: AliasModule, alias: AliasModule["summary"]["aliases"][number]): void => {
    const { parameters, defaults } = alias;
    // A name at the head of the target means what the alias's own module imports it as.
    const target = alias.target.replace(/^\w+(?!\w|::)/, (head) => at.summary.uses.find((use) => use.name === head)?.path ?? head);
    found.set(name, { parameters, defaults, target, isPublic: isPublic(at, alias.name) });
  };
  const { uses, items } = from.summary;
  for (const use of uses) {
    if (use.name === "*" || use.name === "_") continue;
    const target = lookUp(from, use.path.split("::"), aliasNamed, 0);
    if (target) add(use.name, target.module, target.found);
  }
  const taken = new Set([...uses.map((use) => use.name), ...items.map((item) => item.name)]);
  for (const use of uses) {
    if (use.name !== "*") continue;
    const module = moduleAt(from, use.path.split("::"), 0);
    for (const alias of module?.summary.aliases ?? []) if (module && !taken.has(alias.name) && !found.has(alias.name)) add(alias.name, module, alias);
  }
  return found;
}

/**
 * The module that declares an item which another one names: `Name` by an import or a glob, or a path.
 * @param from the module that writes the path; its own items are not looked at
 * @param path as written, without generics
 * @returns undefined for items of other crates
 */
export function declaringModule(from: AliasModule, path: string): { readonly module: AliasModule; readonly name: string } | undefined {
  const segments = path.split("::").filter((segment) => segment !== "");
  const [name = ""] = segments;
  if (segments.length > 1) return itemAt(from, segments);
  for (const use of from.summary.uses) if (use.name === name) return itemAt(from, use.path.split("::"));
  for (const use of from.summary.uses) {
    const found = use.name === "*" ? itemAt(from, [...use.path.split("::"), name]) : undefined;
    if (found) return found;
  }
  return undefined;
}

function itemAt(from: AliasModule, path: readonly string[]): { readonly module: AliasModule; readonly name: string } | undefined {
  const target = lookUp(from, path, (module, name) => (module.summary.items.some((item) => item.name === name) ? name : undefined), 0);
  return target && { module: target.module, name: target.found };
}

function aliasNamed(module: AliasModule, name: string): AliasModule["summary"]["aliases"][number] | undefined {
  return module.summary.aliases.find((own) => own.name === name);
}

/**
 * Follows a path and the imports on its way to the module where `pick` finds the last name.
 * @param seen names that were looked for by module already: modules that import each other by globs lead to each one in very many ways
 */
function lookUp<T>(from: AliasModule, path: readonly string[], pick: (module: AliasModule, name: string) => T | undefined, depth: number, seen = new Map<AliasModule, Set<string>>()): { readonly module: AliasModule; readonly found: T } | undefined {
  if (depth > maxDepth) return undefined;
  const name = path[path.length - 1] ?? "";
  const module = moduleAt(from, path.slice(0, -1), depth);
  if (module && depth > 0) {
    const names = seen.get(module) ?? new Set();
    if (names.has(name)) return undefined;
    seen.set(module, names.add(name));
  }
  if (!module || (path.length === 1 && module === from && depth === 0)) return undefined;
  const found = pick(module, name);
  if (found !== undefined) return { module, found };
  for (const use of module.summary.uses) {
    if (use.name === name) return lookUp(module, use.path.split("::"), pick, depth + 1, seen);
  }
  for (const use of module.summary.uses) {
    const behind = use.name === "*" ? lookUp(module, [...use.path.split("::"), name], pick, depth + 1, seen) : undefined;
    if (behind) return behind;
  }
  return undefined;
}

/** The module a path leads to; undefined for another crate's. */
function moduleAt(from: AliasModule, path: readonly string[], depth: number): AliasModule | undefined {
  let at: AliasModule | undefined = from;
  for (const [index, segment] of path.entries()) {
    if (!at || depth > maxDepth) return undefined;
    if (segment === "self") continue;
    if (segment === "super") at = at.parent;
    else if (segment === "crate") while (at.parent) at = at.parent;
    else {
      const child: AliasModule | undefined = at.children.get(segment)?.node;
      const use: { readonly path: string } | undefined = child ? undefined : at.summary.uses.find((own) => own.name === segment && own.path !== segment);
      if (use) return moduleAt(at, [...use.path.split("::"), ...path.slice(index + 1)], depth + 1);
      at = child;
    }
  }
  return at;
}
