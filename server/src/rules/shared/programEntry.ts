/** The entry function of a program, where the rules for libraries do not bind (rules-core specification 5.1, 5.5). */
import type { Code } from "../../engine/code.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";

/** True for `fn main` at the root of a binary, or of a file outside any package; false for a `main` elsewhere. */
export function isProgramEntry(code: Code, fn: Node): boolean {
  const { target, crateRoot } = code.role;
  const program = (target === "binary" && crateRoot) || target === "none";
  return program && fn.type === "function_item" && code.place.scope.key === "" && code.place.containers.length === 0 && code.parent(fn) === undefined && nameOf(code, fn) === "main";
}

/** The `fn main` of the program around a node, through closures and blocks; undefined elsewhere. */
export function programEntryAround(code: Code, node: Node): Node | undefined {
  for (const up of code.ancestors(node)) if (up.type === "function_item") return isProgramEntry(code, up) ? up : undefined;
  return undefined;
}
