/** The calls that panic on an absent value: `x.unwrap()`, `x.expect("…")`, `Option::unwrap(x)` (rules-core specification 5.1). */
import { isTrivia, type Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import type { Edit } from "../../engine/finding.js";
import type { Node } from "../../engine/syntax.js";

/** A call that unwraps a value. */
export interface UnwrapCall {
  readonly call: Node;
  /** The expression that is unwrapped. */
  readonly value: Node;
  /** Argument of `expect`. */
  readonly message: Node | undefined;
  /** The type of the function form; undefined for a method call. */
  readonly path: "Option" | "Result" | undefined;
  /** Name of the method or function. */
  readonly name: string;
}

/**
 * Reads a method call as an unwrap.
 * @param arity number of arguments: 0 for `unwrap`, 1 for `expect`
 */
export function unwrapMethod(code: Code, call: Node, names: ReadonlySet<string>, arity: 0 | 1): (UnwrapCall & { readonly method: Node }) | undefined {
  const method = calledMethod(call);
  const value = receiverOf(call);
  if (!method || !value) return undefined;
  const name = code.text(method);
  const list = argumentsOf(call);
  if (!names.has(name) || list.length !== arity) return undefined;
  return { call, value, message: list[0], path: undefined, name, method };
}

/** `Option` or `Result` when a scoped identifier names one of the functions on it, with or without type arguments. */
export function unwrapPath(code: Code, node: Node, names: ReadonlySet<string>): { readonly type: "Option" | "Result"; readonly name: string } | undefined {
  const name = node.childForFieldName("name");
  const path = node.childForFieldName("path");
  if (!name || !path || !names.has(code.text(name))) return undefined;
  const written = path.type === "bracketed_type" ? code.text(path).slice(1, -1) : code.text(path);
  const base = written.replace(/<.*$/s, "").replace(/::\s*$/, "").trim();
  const type = base.slice(base.lastIndexOf(":") + 1).trim();
  if (type !== "Option" && type !== "Result") return undefined;
  // A type of the file may carry that name and method.
  return code.facts.ask("hasMethod", type, code.text(name)) ? undefined : { type, name: code.text(name) };
}

/**
 * The call around the function form (`Option::unwrap(x)`); undefined where the function is used as a value, or carries
 * type arguments: without them the value's type may no longer be known.
 */
export function pathUnwrapCall(code: Code, node: Node, type: "Option" | "Result", name: string): UnwrapCall | undefined {
  const call = code.parent(node);
  if (call?.type !== "call_expression" || call.childForFieldName("function")?.id !== node.id) return undefined;
  if (code.text(node).includes("<")) return undefined;
  const [value, message, more] = argumentsOf(call);
  return value && !more ? { call, value, message, path: type, name } : undefined;
}

/**
 * The edits that put `suffix` in the place of the unwrapping; undefined where a comment would be lost.
 * @param suffix `?` or a method chain such as `.ok()?`
 * @param prefix what stands before the value
 */
export function replaceUnwrap(code: Code, unwrap: UnwrapCall, suffix: string, prefix = ""): readonly Edit[] | undefined {
  const { call, value } = unwrap;
  if (holdsComment(call.childForFieldName("arguments"))) return undefined;
  const end = code.end(call);
  if (unwrap.path) {
    const wrap = !postfixable.has(value.type);
    return [
      { start: code.start(call), end: code.start(value), newText: `${prefix}${wrap ? "(" : ""}` },
      { start: code.end(value), end, newText: `${wrap ? ")" : ""}${suffix}` },
    ];
  }
  const target = call.childForFieldName("function");
  const field = target?.type === "generic_function" ? target.childForFieldName("function") : target;
  const dot = field?.children.find((child) => child.type === ".");
  const name = field?.childForFieldName("field");
  if (!field || !dot || !name || code.segment.text.slice(code.start(dot) + 1, code.start(name)).includes("/")) return undefined;
  // A `?` alone on its line is pulled to the end of the value, as rustfmt writes it; a comment between the two stays.
  const joined = suffix === "?" && code.segment.text.slice(code.end(value), code.start(dot)).trim() === "";
  const replaced = { start: joined ? code.end(value) : code.start(dot), end, newText: suffix };
  return prefix === "" ? [replaced] : [{ start: code.start(value), end: code.start(value), newText: prefix }, replaced];
}

/** Expressions to which a method call or `?` can be appended without parentheses. */
const postfixable: ReadonlySet<string> = new Set([
  "identifier", "scoped_identifier", "self", "call_expression", "field_expression", "index_expression", "try_expression", "await_expression", "parenthesized_expression", "tuple_expression",
  "array_expression", "macro_invocation", "string_literal", "raw_string_literal", "char_literal", "boolean_literal", "integer_literal", "float_literal", "generic_function",
]);

function holdsComment(list: Node | null): boolean {
  return list?.namedChildren.some((child) => isTrivia(child)) ?? false;
}
