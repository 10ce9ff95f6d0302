/** Destructors: they return nothing, so an error in one has nowhere to go. */
import type { Code } from "../../engine/code.js";
import { lastSegment } from "../../engine/declarations.js";
import type { Node } from "../../engine/syntax.js";

/** `Drop`, or what pin-project has in its place. */
function isDrop(trait: string): boolean {
  const name = lastSegment(trait);
  return name === "Drop" || name === "PinnedDrop";
}

/** True inside an `impl Drop`, one in a function body or in the input of a macro included. */
export function inDropImpl(code: Code, node: Node): boolean {
  for (const up of code.ancestors(node)) {
    if (up.type !== "impl_item") continue;
    const written = up.childForFieldName("trait");
    return written !== null && isDrop(code.text(written));
  }
  const container = code.place.containers.at(-1);
  return container?.impl !== undefined && isDrop(container.impl.trait);
}
