/** `unwrap()` → `unwrap_or_default()` where the syntax shows a type that has a default (rules-core specification 5.1). */
import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, enclosingFunction, hasModifier, receiverOf } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { calledPath, localType, resolvePath, returnKind } from "../../engine/resolve.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { defaultedType } from "./defaultedType.js";
import { expectedType } from "./expectedType.js";
import type { UnwrapCall } from "./questionMarkCalls.js";
import { valueKind } from "./questionMarkReceiver.js";
import { optionContent } from "./optionContent.js";
import { receiverType } from "./receivers.js";
import { mayRewrite } from "./transparentMacros.js";

/**
 * The fix that takes the type's default in the place of an absent value.
 * @returns nothing where the type is not visible or has no known default, and for failures of input and output: there
 *   an empty value would pass for what was read
 */
export function defaultFixes(code: Code, unwrap: UnwrapCall, fix: FixContext): readonly Fix[] {
  const method = calledMethod(unwrap.call);
  if (!method || unwrap.path || unwrap.name.endsWith("_err") || !mayRewrite(code, unwrap.call)) return [];
  const fn = enclosingFunction(code, unwrap.call);
  if (fn && hasModifier(fn, "const")) return [];
  const value = valueKind(code, unwrap.value);
  if (value.kind === "reference" || value.stuck || value.error.family === "io") return [];
  const start = code.start(method);
  const end = code.end(unwrap.call);
  if (/\/[/*]/.test(code.segment.text.slice(start, end))) return [];
  const wanted = value.kind === "unknown" ? undefined : expectedType(code, unwrap.call);
  // A reference can be what another type was turned into on the way; an owned type is the value's own.
  const owned = wanted && !/^\s*[&*]|\bdyn\b/.test(code.text(wanted)) ? code.text(wanted) : undefined;
  if (!(owned !== undefined && defaultedType(code, fix, owned, unwrap.call)) && !holdsDefaulted(code, fix, unwrap.value, 0)) return [];
  return [{ title: "Fall back to the default value: `.unwrap_or_default()`", kind: "quickfix", applicability: "suggestion", edits: [{ start, end, newText: "unwrap_or_default()" }] }];
}

const integer = /^[ui](?:8|16|32|64|128|size)$/;

/** Methods that give an Option or Result of a type with a default, whoever has them; the number is that of their arguments. */
const contentMethods: ReadonlyMap<string, number> = new Map([
  ["to_digit", 1],
  ["position", 1],
  ["rposition", 1],
  ["file_name", 0],
  ["file_stem", 0],
  ["extension", 0],
  ["to_str", 0],
  ["raw_os_error", 0],
]);

/** Methods of an Option that leave its content as it is, or copy it. */
const keeping: ReadonlySet<string> = new Set(["take", "clone", "ok", "filter", "inspect", "or", "or_else"]);

const paths: ReadonlySet<string> = new Set(["std::env::var", "std::env::var_os", "String::from_utf8", "std::string::String::from_utf8", "std::str::from_utf8", "std::char::from_digit", "std::char::from_u32", "char::from_digit", "char::from_u32"]);

/** Tells whether an expression is an Option or a Result of a type with a default. */
function holdsDefaulted(code: Code, fix: FixContext, value: Node, depth: number): boolean {
  if (depth > 6) return false;
  switch (value.type) {
    case "parenthesized_expression":
      return value.firstNamedChild !== null && holdsDefaulted(code, fix, value.firstNamedChild, depth + 1);
    case "identifier": {
      const type = localType(code, code.text(value), value);
      return type !== undefined && containsDefaulted(code, fix, type, value);
    }
    case "field_expression": {
      const owner = value.childForFieldName("value");
      const field = value.childForFieldName("field");
      const type = owner && field ? receiverType(code, owner) : undefined;
      const declared = type === undefined || !field ? null : code.facts.ask("fieldType", type, code.text(field));
      return declared !== null && containsDefaulted(code, fix, declared, value);
    }
    case "call_expression": {
      const method = calledMethod(value);
      return method ? methodHolds(code, fix, value, code.text(method), depth) : pathHolds(code, fix, value);
    }
    default:
      return false;
  }
}

function containsDefaulted(code: Code, fix: FixContext, type: string, at: Node): boolean {
  const content = optionContent(code, type, at);
  return content !== undefined && defaultedType(code, fix, content, at);
}

function methodHolds(code: Code, fix: FixContext, call: Node, name: string, depth: number): boolean {
  const receiver = receiverOf(call);
  const list = argumentsOf(call);
  // A method of the file by that name says itself what it returns.
  const own = code.facts.ask("signatures", name);
  if (own.length > 0) {
    const [only, ...others] = own.filter((signature) => signature.owner !== "");
    return only !== undefined && others.length === 0 && receiver?.type === "self" && only.owner === receiverType(code, receiver) && !only.isAsync && containsDefaulted(code, fix, only.returns, call);
  }
  if (name === "parse") return defaultedType(code, fix, turbofish(code, call), call);
  if (contentMethods.get(name) === list.length) return true;
  if (name.startsWith("checked_") && receiver) return isInteger(code, receiver);
  if (/^(?:next|next_back|last|nth)$/.test(name)) return receiver !== undefined && givesText(code, receiver);
  if (/^r?split_once$/.test(name)) return list[0]?.type === "char_literal" || list[0]?.type === "string_literal";
  if (/^strip_(?:prefix|suffix)$/.test(name)) return valueKind(code, call).kind === "Option" && (list[0]?.type === "char_literal" || list[0]?.type === "string_literal");
  return keeping.has(name) && receiver !== undefined && holdsDefaulted(code, fix, receiver, depth + 1);
}

function turbofish(code: Code, call: Node): string {
  const target = call.childForFieldName("function");
  const types = target?.type === "generic_function" ? target.childForFieldName("type_arguments") : undefined;
  return types ? code.text(types).slice(1, -1).trim() : "";
}

/** A number by its suffix, its declared type, or as a length. */
function isInteger(code: Code, node: Node): boolean {
  switch (node.type) {
    case "integer_literal":
      return true;
    case "identifier":
      return integer.test((localType(code, code.text(node), node) ?? "").trim());
    case "call_expression": {
      const method = calledMethod(node);
      return method !== undefined && /^(?:len|count)$/.test(code.text(method)) && argumentsOf(node).length === 0;
    }
    default:
      return false;
  }
}

/** An iterator over the characters, bytes or pieces of a text. */
function givesText(code: Code, iterator: Node): boolean {
  const method = iterator.type === "call_expression" ? calledMethod(iterator) : undefined;
  if (!method) return false;
  const [pattern, more] = argumentsOf(iterator);
  switch (code.text(method)) {
    case "chars":
    case "char_indices":
    case "split_whitespace":
    case "split_ascii_whitespace":
      return !pattern;
    case "split":
    case "rsplit":
      return !more && (pattern?.type === "char_literal" || pattern?.type === "string_literal") && !code.text(pattern).startsWith("b");
    case "rev": {
      const receiver = receiverOf(iterator);
      return receiver !== undefined && givesText(code, receiver);
    }
    default:
      return false;
  }
}

function pathHolds(code: Code, fix: FixContext, call: Node): boolean {
  const written = calledPath(code, call);
  if (written === undefined) return false;
  const full = resolvePath(code, written, call, paths) ?? written;
  if (paths.has(full) || /^[ui](?:8|16|32|64|128|size)::(?:try_from|from_str_radix)$/.test(full)) return true;
  if (written.includes("::")) return false;
  const [only, ...others] = code.facts.ask("signatures", written);
  const kind = only && others.length === 0 && only.owner === "" && !only.isAsync ? returnKind(code, only.returns, call) : undefined;
  return only !== undefined && (kind?.kind === "Option" || kind?.kind === "Result") && containsDefaulted(code, fix, only.returns, call);
}
