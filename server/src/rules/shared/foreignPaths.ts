/** Paths that lead into another crate: where they are named in a `use` or written out (rules-core specification 2.5, 5.9). */
import type { Code } from "../../engine/code.js";
import { useLeaves } from "../../engine/declarations.js";
import { resolvePath } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";

/** Crates that are imported under another name than they are published under. */
const libraryNames: Readonly<Record<string, string>> = { md5: "md_5", sha1: "sha_1", blake2: "blake_2", crypto: "rust_crypto" };

/**
 * True when the first segment of a path can be a crate: the manifest names it. Where no dependency is known, every crate
 * can be there.
 */
export function mayBeCrate(code: Code, root: string): boolean {
  const { dependencies } = code.role;
  return dependencies.size === 0 || dependencies.has(root) || dependencies.has(libraryNames[root] ?? root);
}

/** Full paths that a `use` or an `extern crate` imports from other crates; a glob ends in `::*`. */
export function importedPaths(code: Code, declaration: Node): readonly string[] {
  const found: string[] = [];
  for (const leaf of useLeaves(code.text(declaration))) {
    const full = resolvePath(code, leaf.path, declaration);
    if (full !== undefined) found.push(leaf.name === "*" ? `${full}::*` : full);
  }
  return found;
}

/** True when a node is part of a `use`, where its path is a piece of a longer one. */
export function isInUse(code: Code, node: Node): boolean {
  for (const up of code.ancestors(node)) {
    if (up.type === "use_declaration") return true;
    if (up.type === "block") return false;
  }
  return false;
}

/** True when the first segment of a path is bound by a `use`, of the module or of a block around the node. */
export function isImported(code: Code, root: string, at: Node): boolean {
  if (code.facts.ask("binding", code.place.scope.key, root)?.kind === "import") return true;
  for (const up of code.ancestors(at)) {
    if (up.type !== "block") continue;
    for (const child of up.namedChildren) {
      if (child.type === "use_declaration" && useLeaves(code.text(child)).some((leaf) => leaf.name === root)) return true;
    }
  }
  return false;
}

/** First segment of a path node as written; undefined for `crate`, `self`, `<T as X>` and other heads that name no crate. */
export function headOf(code: Code, path: Node): string | undefined {
  let head: Node | null = path;
  while (head && (head.type === "scoped_identifier" || head.type === "scoped_type_identifier")) head = head.childForFieldName("path");
  return head?.type === "identifier" ? code.text(head) : undefined;
}
