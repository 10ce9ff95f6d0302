/**
 * Aborts that are no error handling: where code can neither go on nor unwind without breaking what `unsafe` code relies on,
 * ending the process is the sound answer, and no error could be returned instead.
 */
import type { Code } from "../../engine/code.js";
import { calledMethod, enclosingFunction } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import { calledPath, initialiser, originOf } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";

/** The bound of an integer or atomic counting; catching a panic or asking whether one is under way. */
const guarding = /\b[iu](?:size|\d+)\s*::\s*MAX\b|\bfetch_(?:add|sub|update)\b|\b(?:catch_unwind|panicking)\s*\(/;

/** True for an abort that guards a counter of references or permits, or that keeps a panic from going on. */
export function guardsAnInvariant(code: Code, abort: Node): boolean {
  for (const up of code.ancestors(abort)) {
    switch (up.type) {
      case "function_item":
        // What catches a panic has to put things right before it lets it go on.
        return /\bcatch_unwind\s*\(/.test(code.text(up));
      case "if_expression": {
        const condition = up.childForFieldName("condition");
        if (condition && code.start(abort) >= code.end(condition) && said(code, condition, up, guarding)) return true;
        break;
      }
      case "match_expression": {
        const value = up.childForFieldName("value");
        if (value && said(code, value, up, guarding)) return true;
        break;
      }
      case "call_expression":
        // `catch_unwind(…).unwrap_or_else(|_| abort())`, `set_hook(Box::new(|_| abort()))`
        if (isPanicCall(code, up) || (calledMethod(up) && isPanicCall(code, originOf(code, up)))) return true;
        break;
      default:
    }
  }
  return false;
}

function isPanicCall(code: Code, call: Node): boolean {
  const name = lastSegment(calledPath(code, call) ?? "");
  return name === "catch_unwind" || name === "set_hook";
}

/** The condition says it, or the initial value of a variable in it does. */
function said(code: Code, condition: Node, at: Node, what: RegExp): boolean {
  if (what.test(code.text(condition))) return true;
  const names = condition.type === "identifier" ? [condition] : code.below(condition, ["identifier"]);
  return names.some((name) => {
    const value = initialiser(code, code.text(name), at);
    return value !== undefined && what.test(code.text(value));
  });
}

/**
 * True in a function that says in its signature that it ends the process: it returns `!` and is named after it (`exit`,
 * `abort_on_overflow`); in a program any function that returns `!`, since it has no way to return an error either.
 */
export function endsByContract(code: Code, call: Node): boolean {
  const around = enclosingFunction(code, call);
  const returns = around?.childForFieldName("return_type");
  if (!around || returns?.type !== "never_type") return false;
  return code.role.target === "binary" || /(?:^|_)(?:exit|abort|quit|terminate)(?:_|$)/.test(nameOf(code, around));
}
