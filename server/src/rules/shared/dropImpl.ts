/** Destructors: they return nothing, so an error in one has nowhere to go. */
import type { Code } from "../../engine/code.js";
import { lastSegment } from "../../engine/declarations.js";
import type { Node } from "../../engine/syntax.js";

/** True inside an `impl Drop`, one in a function body included. */
export function inDropImpl(code: Code, node: Node): boolean {
  for (const up of code.ancestors(node)) {
    if (up.type !== "impl_item") continue;
    const written = up.childForFieldName("trait");
    return written !== null && lastSegment(code.text(written)) === "Drop";
  }
  const container = code.place.containers.at(-1);
  return container?.impl !== undefined && lastSegment(container.impl.trait) === "Drop";
}
