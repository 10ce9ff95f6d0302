/** Calls of known functions by the path they resolve to, the cheapest test first. */
import type { Code } from "../../engine/code.js";
import { lastSegment } from "../../engine/declarations.js";
import { calledPath, resolvePath } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";

/**
 * The full path of the function that a call calls, when it is one of the given paths.
 * @param paths full paths with `std` for `core` and `alloc`; glob imports of their parents are followed
 * @returns undefined for other functions, for functions of this crate and for method calls
 */
export function resolvedCall(code: Code, call: Node, paths: ReadonlySet<string>): string | undefined {
  const written = calledPath(code, call);
  if (written === undefined || !mayMean(code, lastSegment(written), paths)) return undefined;
  const full = resolvePath(code, written, call, paths);
  return full !== undefined && paths.has(full) ? full : undefined;
}

/** The name is the last of one of the paths, or a name given by an import of the module or of a block. */
function mayMean(code: Code, name: string, paths: ReadonlySet<string>): boolean {
  for (const path of paths) if (path.endsWith(name) && path[path.length - name.length - 1] === ":") return true;
  return code.place.renames?.some((leaf) => leaf.name === name) === true || new RegExp(`\\sas\\s+${name}\\b`).test(code.segment.text);
}
