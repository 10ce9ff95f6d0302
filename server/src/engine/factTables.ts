/** Look-up tables of one file's outline, for the questions that rules ask about other places of the file. */
import type { UseLeaf } from "./declarations.js";
import type { DeclaredItem, Outline } from "./outline.js";

/** The tables. */
export interface Tables {
  readonly byName: ReadonlyMap<string, readonly DeclaredItem[]>;
  /** `scope\0name` → items of the module. */
  readonly declared: ReadonlyMap<string, readonly DeclaredItem[]>;
  /** `scope\0name` → the first import of the name. */
  readonly uses: ReadonlyMap<string, UseLeaf>;
  /** First segments of all imported paths. */
  readonly roots: ReadonlySet<string>;
}

/** Builds the tables of an outline. */
export function tablesOf(outline: Outline): Tables {
  const byName = new Map<string, DeclaredItem[]>();
  const declared = new Map<string, DeclaredItem[]>();
  const uses = new Map<string, UseLeaf>();
  const roots = new Set<string>();
  const push = (map: Map<string, DeclaredItem[]>, key: string, item: DeclaredItem): void => {
    const list = map.get(key);
    if (list) list.push(item);
    else map.set(key, [item]);
  };
  for (const scope of outline.scopes.values()) {
    for (const item of scope.items) {
      push(byName, item.name, item);
      if (item.owner === "" && item.keyword !== "macro-call") push(declared, `${scope.key}\0${item.name}`, item);
    }
    for (const { leaf } of scope.uses) {
      roots.add(leaf.path.split("::")[0] ?? "");
      const key = `${scope.key}\0${leaf.name}`;
      if (!uses.has(key)) uses.set(key, leaf);
    }
  }
  return { byName, declared, uses, roots };
}
