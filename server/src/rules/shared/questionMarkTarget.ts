/** What `?` would leave at a node, and what it must carry there (rules-core specification 2.7, 6.2 first table). */
import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, enclosingCallable, hasModifier, receiverOf } from "../../engine/context.js";
import { splitTopLevel } from "../../engine/declarations.js";
import { returnKind } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import { errorOf, errorType, unknownError, type ErrorType } from "./questionMarkErrors.js";
import { valueKind } from "./questionMarkReceiver.js";

/** A callable in which `?` may stand. */
export interface TryTarget {
  readonly node: Node;
  readonly kind: "Result" | "Option";
  /** The error a Result carries; unknown for an Option. */
  readonly error: ErrorType;
  /** The type is written down; false where it is concluded from how a closure or block is used. */
  readonly declared: boolean;
}

/**
 * The callable that `?` at the node would leave.
 * @returns undefined where `?` cannot compile: no Result or Option is returned, the callable is unknown, or the code is
 *   evaluated at compile time
 */
export function tryTarget(code: Code, node: Node): TryTarget | undefined {
  const callable = enclosingCallable(code, node);
  switch (callable?.type) {
    case "function_item":
      return hasModifier(callable, "const") ? undefined : declaredTarget(code, callable);
    case "closure_expression":
      return callable.childForFieldName("return_type") ? declaredTarget(code, callable) : usedClosure(code, callable);
    case "async_block":
      return asyncBlock(code, callable);
    case "try_block":
      return { node: callable, kind: "Result", error: unknownError, declared: false };
    default:
      return undefined;
  }
}

function declaredTarget(code: Code, callable: Node): TryTarget | undefined {
  const type = callable.childForFieldName("return_type");
  const kind = returnKind(code, type ? code.text(type) : "", callable);
  if (kind.kind === "Result" && !kind.future) return { node: callable, kind: "Result", error: errorOf(code, kind, callable), declared: true };
  if (kind.kind === "Option" && !kind.future) return { node: callable, kind: "Option", error: unknownError, declared: true };
  return undefined;
}

/** Methods whose closure must return an Option, a Result or whatever else `?` works in. */
const tryingMethods: ReadonlySet<string> = new Set(["and_then", "or_else", "try_for_each", "try_fold"]);

function usedClosure(code: Code, closure: Node): TryTarget | undefined {
  if (closure.children.some((child) => child.type === "async")) return undefined;
  const list = code.parent(closure);
  const call = list?.type === "arguments" ? code.parent(list) : undefined;
  const method = call?.type === "call_expression" ? calledMethod(call) : undefined;
  if (!call || !method || !tryingMethods.has(code.text(method))) return undefined;
  const receiver = receiverOf(call);
  const option = receiver !== undefined && /^(?:and_then|or_else)$/.test(code.text(method)) && valueKind(code, receiver).kind === "Option";
  return { node: closure, kind: option ? "Option" : "Result", error: unknownError, declared: false };
}

/** Only a block that visibly ends in `Ok(…)` or `Err(…)` yields a Result. */
function asyncBlock(code: Code, block: Node): TryTarget | undefined {
  const tail = tailOf(block.namedChildren.find((child) => child.type === "block"));
  if (tail?.type !== "call_expression" || argumentsOf(tail).length !== 1) return undefined;
  const target = tail.childForFieldName("function");
  const name = target?.type === "generic_function" ? target.childForFieldName("function") : target;
  if (!name || !/^(?:Result::)?(?:Ok|Err)$/.test(code.text(name))) return undefined;
  const types = target?.type === "generic_function" ? target.childForFieldName("type_arguments") : undefined;
  const second = types ? splitTopLevel(code.text(types).slice(1, -1), ",")[1]?.trim() : undefined;
  return { node: block, kind: "Result", error: second === undefined || second === "_" ? unknownError : errorType(code, second, block), declared: false };
}

/**
 * The tail expression of a block: the last expression without `;`. The grammar wraps a block-like tail (`match …`) in an
 * expression statement, whose operand is given.
 */
export function tailOf(block: Node | undefined): Node | undefined {
  const last = block?.namedChildren.findLast((child) => child.type !== "line_comment" && child.type !== "block_comment");
  if (!last) return undefined;
  if (last.type === "expression_statement") return last.lastChild?.type === ";" ? undefined : (last.firstNamedChild ?? undefined);
  return last.type === "let_declaration" || last.type === "empty_statement" || last.type.endsWith("_item") || last.type.endsWith("_declaration") || last.type === "macro_definition" ? undefined : last;
}
