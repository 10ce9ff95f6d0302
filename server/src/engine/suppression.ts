/** `#[allow]` and `#[expect]` of a rule's lints (rules-core specification 4.1). */
import { allowedLints, innerAttributes, metasOf } from "./attributes.js";
import type { Code } from "./code.js";
import { canCarryAttributes } from "./context.js";
import type { Meta } from "./meta.js";
import type { Node } from "./syntax.js";

/**
 * True when an attribute on the node, on something around it, on an enclosing module or impl, or inner to a file that is
 * no crate root names one of the lints. Groups silence nothing.
 */
export function isSuppressed(code: Code, node: Node, lints: readonly string[]): boolean {
  if (lints.length === 0) return false;
  const names = new Set(lints);
  const allows = (metas: readonly Meta[]): boolean => metas.length > 0 && allowedLints(metas).some((lint) => names.has(lint));
  for (let up: Node | undefined = node; up; up = code.parent(up)) {
    if (canCarryAttributes(up) && allows(metasOf(code, up))) return true;
  }
  if (lints.some((lint) => code.facts.ask("allowedAbove", lint))) return true;
  if (code.place.containers.some((container) => allows(container.metas))) return true;
  if (allows(innerAttributes(code, code.root).flatMap((use) => use.metas)) && !code.role.crateRoot) return true;
  if (code.role.crateRoot) return false;
  let scope = code.place.scope;
  while (scope.parent) scope = scope.parent;
  return allows(scope.metas);
}
