/** The expressions in a function's body that panic by design of their author (rules-core specification 5.7, `missing-panics-doc`). */
import { allowedLints, metasOf } from "../../engine/attributes.js";
import type { Code } from "../../engine/code.js";
import { calledMethod, canCarryAttributes, isConstContext } from "../../engine/context.js";
import type { Node } from "../../engine/syntax.js";
import { unwrapMethod } from "./questionMarkCalls.js";
import { looksLikeMessage } from "./questionMarkMessage.js";
import { hasOwnMethod } from "./receivers.js";

/** Words of which one stands in every panic site. */
export const panicWords: readonly string[] = ["panic", "assert", "assert_eq", "assert_ne", "unwrap", "expect"];

const macros: ReadonlySet<string> = new Set(["panic", "assert", "assert_eq", "assert_ne"]);
const lint = "clippy::missing_panics_doc";
const longest = 60;

/** An expression that may panic. */
export interface PanicSite {
  readonly node: Node;
  /** Segment offsets of what panics: the macro call, or the method's name to the end of the call. */
  readonly start: number;
  readonly end: number;
  /** The expression on one line, shortened. */
  readonly text: string;
}

/**
 * Panic sites of a function in source order: `panic!`, `assert!`, `assert_eq!`, `assert_ne!`, `unwrap()`, `expect("…")`.
 * Not followed: nested functions, const contexts, statements that allow the lint, macros of the file's own.
 * @param exempt true for nodes that no production build has
 */
export function panicSites(code: Code, fn: Node, exempt: (node: Node) => boolean): readonly PanicSite[] {
  const body = fn.childForFieldName("body");
  if (!body) return [];
  return code
    .below(body, ["macro_invocation", "call_expression"])
    .flatMap((node) => siteAt(code, node))
    .filter(({ node }) => belongsTo(code, node, fn) && !isConstContext(code, node) && !exempt(node))
    .sort((a, b) => a.start - b.start);
}

function siteAt(code: Code, node: Node): readonly PanicSite[] {
  const text = code.text(node).replace(/\s+/g, " ").replace(/ ?(\.) ?(?=\w)/g, "$1");
  const short = text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
  if (node.type === "macro_invocation") return isStdPanic(code, node) ? [{ node, start: code.start(node), end: code.end(node), text: short }] : [];
  const method = calledMethod(node);
  if (!method) return [];
  const found = unwrapMethod(code, node, new Set(["unwrap"]), 0) ?? unwrapMethod(code, node, new Set(["expect"]), 1);
  if (!found || (found.message && !looksLikeMessage(code, found.message)) || hasOwnMethod(code, node, found.name)) return [];
  // `write!(text, …).unwrap()`: into a `String` it cannot fail, and what it writes to is not known; the lint passes over it too.
  if (found.value.type === "macro_invocation" && /^write(?:ln)?$/.test(code.macroName(found.value))) return [];
  return [{ node, start: code.start(method), end: code.end(node), text: short }];
}

/** One of std's macros, under its own name and not shadowed by a macro of the file or an import. */
function isStdPanic(code: Code, node: Node): boolean {
  const path = code.text(node.childForFieldName("macro") ?? node).replace(/\s/g, "");
  const name = path.replace(/^(?:::)?(?:std|core)::/, "");
  if (!macros.has(name)) return false;
  if (name !== path) return true;
  const binding = code.facts.ask("binding", code.place.scope.key, name);
  return !code.facts.ask("definesMacro", name) && (binding?.kind !== "import" || /^(?:::)?(?:std|core)::/.test(binding.path));
}

/** The node is run by the function itself, and no attribute on the way says that its panics need no words. */
function belongsTo(code: Code, node: Node, fn: Node): boolean {
  for (let up: Node | undefined = node; up; up = code.parent(up)) {
    if (up.id === fn.id && up.tree === fn.tree) return true;
    if (up.type === "function_item" || up.type === "impl_item" || up.type === "trait_item" || up.type === "mod_item") return false;
    if (canCarryAttributes(up) && allowedLints(metasOf(code, up)).includes(lint)) return false;
  }
  return false;
}
