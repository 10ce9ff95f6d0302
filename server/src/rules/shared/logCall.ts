/** A log message as code, by what the crate depends on (rules-core specification 5.1). */
import type { Code } from "../../engine/code.js";

/**
 * Snippet of a macro call that logs a bound error, without a semicolon.
 * @param binding name the error is bound to
 * @param displayed false where the error's type is known to have no `Display`
 */
export function logSnippet(code: Code, binding: string, displayed = true): string {
  const { dependencies } = code.role;
  const macro = dependencies.has("tracing") ? "tracing::warn!" : dependencies.has("log") ? "log::warn!" : "eprintln!";
  return `${macro}("\${1:what failed}: {${binding}${displayed ? "" : ":?"}\\}")`;
}
