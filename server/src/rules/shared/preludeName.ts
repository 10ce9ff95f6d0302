/** Names of the prelude in written code. */
import type { Code } from "../../engine/code.js";

/**
 * `Option` or `Result` as it must be written in the module of the code: under the same name the module may have a type
 * of its own, with other arguments.
 */
export function preludeName(code: Code, name: "Option" | "Result"): string {
  return code.facts.ask("binding", code.place.scope.key, name) === null ? name : `::core::${name.toLowerCase()}::${name}`;
}
