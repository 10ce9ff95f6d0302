/** Macros whose arguments are evaluated in place, so that code in them may be rewritten (rules-core specification 2.9, 6.1). */
import type { Code } from "../../engine/code.js";
import type { Node } from "../../engine/syntax.js";

const transparent: ReadonlySet<string> = new Set(
  "print println eprint eprintln format format_args write writeln vec assert assert_eq assert_ne debug_assert debug_assert_eq debug_assert_ne dbg matches panic unreachable todo unimplemented trace debug info warn error log event span anyhow eyre bail ensure join try_join json pin".split(" "),
);

/** True when every macro call around the node evaluates its arguments in place; true outside macros. */
export function mayRewrite(code: Code, node: Node): boolean {
  for (let host = code.macroOf(node), inner: Node = node; host; inner = host, host = code.macroOf(host)) {
    const name = code.macroName(host);
    if (!transparent.has(name) && !(name === "select" && inHandler(code, inner, host))) return false;
  }
  return true;
}

/** The handler of a `select!` arm runs in the function; the future before `=>` runs in a block of its own. */
function inHandler(code: Code, node: Node, host: Node): boolean {
  for (const up of code.ancestors(node)) {
    if (up.id === host.id && up.tree === host.tree) return false;
    if (up.type === "block") return true;
  }
  return false;
}
