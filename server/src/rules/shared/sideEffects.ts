/** Signs that closures in an iterator chain do more than compute (rules-core specification 5.10, `needless-collect`). */
import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod } from "../../engine/context.js";
import { calledPath } from "../../engine/resolve.js";
import { lastSegment } from "../../engine/declarations.js";
import type { Node } from "../../engine/syntax.js";

/** Names of functions and methods that change something or talk to the outside. */
const acting: ReadonlySet<string> = new Set(
  "remove swap_remove insert push push_back push_front push_str pop pop_front pop_back next next_back send try_send recv try_recv spawn join replace swap extend append clear truncate retain drain entry set store fetch_add fetch_sub fetch_or fetch_and compare_exchange get_or_insert get_or_insert_with get_mut iter_mut write write_all write_str read read_to_end read_to_string read_line read_exact flush sync_all lock execute run poll wait kill start stop connect accept create open close delete remove_file remove_dir_all create_dir create_dir_all copy rename update register unregister advance consume add_assign resize".split(" "),
);

/** Macros that only compute a value. */
const computing: ReadonlySet<string> = new Set("format matches vec concat stringify format_args env include_str line file column module_path cfg assert assert_eq assert_ne debug_assert debug_assert_eq debug_assert_ne unreachable panic".split(" "));

/** True when a closure below the node changes something, waits, is unsafe, or calls a macro that is not known. */
export function hasSideEffects(code: Code, chain: Node): boolean {
  return code.below(chain, ["closure_expression"]).some((closure) => acts(code, closure)) || passesActingFunction(code, chain);
}

function acts(code: Code, closure: Node): boolean {
  const body = closure.childForFieldName("body");
  const inside = [...(body ? [body] : []), ...code.below(closure, ["assignment_expression", "compound_assignment_expr", "reference_expression", "await_expression", "unsafe_block", "async_block", "macro_invocation", "call_expression"])];
  return inside.some((node) => {
    switch (node.type) {
      case "assignment_expression":
      case "compound_assignment_expr":
      case "await_expression":
      case "unsafe_block":
      case "async_block":
        return true;
      case "reference_expression":
        return node.children.some((child) => child.type === "mutable_specifier");
      case "macro_invocation":
        return !computing.has(code.macroName(node));
      case "call_expression":
        return isActing(code, node);
      default:
        return false;
    }
  });
}

function isActing(code: Code, call: Node): boolean {
  const method = calledMethod(call);
  if (!method) return acting.has(lastSegment(calledPath(code, call) ?? ""));
  const name = code.text(method);
  // `Option::take()` has no argument; `Iterator::take(n)` has one.
  return acting.has(name) || (name === "take" && argumentsOf(call).length === 0);
}

/** `.map(spawn)`, `.filter(Set::insert)`. */
function passesActingFunction(code: Code, chain: Node): boolean {
  return [chain, ...code.below(chain, ["call_expression"])].some(
    (call) => call.type === "call_expression" && calledMethod(call) && argumentsOf(call).some((argument) => (argument.type === "identifier" || argument.type === "scoped_identifier") && acting.has(lastSegment(code.text(argument)))),
  );
}
