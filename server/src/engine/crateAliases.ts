/** Type aliases that a module brings in from other modules of its crate (rules-core specification 2.7 and 2.10). */
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
    const target = aliasAt(from, use.path.split("::"), 0);
    if (target) add(use.name, target.module, target.alias);
  }
  const taken = new Set([...uses.map((use) => use.name), ...items.map((item) => item.name)]);
  for (const use of uses) {
    if (use.name !== "*") continue;
    const module = moduleAt(from, use.path.split("::"), 0);
    for (const alias of module?.summary.aliases ?? []) if (module && !taken.has(alias.name) && !found.has(alias.name)) add(alias.name, module, alias);
  }
  return found;
}

function aliasAt(from: AliasModule, path: readonly string[], depth: number): { readonly module: AliasModule; readonly alias: AliasModule["summary"]["aliases"][number] } | undefined {
  if (depth > maxDepth) return undefined;
  const name = path[path.length - 1] ?? "";
  const module = moduleAt(from, path.slice(0, -1), depth);
  if (!module || (path.length === 1 && module === from && depth === 0)) return undefined;
  const alias = module.summary.aliases.find((own) => own.name === name);
  if (alias) return { module, alias };
  for (const use of module.summary.uses) {
    if (use.name === name) return aliasAt(module, use.path.split("::"), depth + 1);
  }
  for (const use of module.summary.uses) {
    const found = use.name === "*" ? aliasAt(module, [...use.path.split("::"), name], depth + 1) : undefined;
    if (found) return found;
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
