/** A log message as code, by what the crate depends on (rules-core specification 5.1). */
import type { Code } from "../../engine/code.js";

/**
 * Whether something can log here: a crate of log macros is at hand, or nothing speaks against std's `eprintln!`. A file that
 * imports from `core` or `alloc` is written for crates without std.
 */
export function canLog(code: Code): boolean {
  const { dependencies } = code.role;
  return dependencies.has("tracing") || dependencies.has("log") || !code.facts.ask("importsAny", "core alloc");
}

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
