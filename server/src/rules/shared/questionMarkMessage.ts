/** The message of an `expect`, and how it is said again as an error (rules-core specification 5.1, 6.2). */
import type { Code } from "../../engine/code.js";
import { calledMethod, receiverOf } from "../../engine/context.js";
import { calledPath } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import type { UnwrapCall } from "./questionMarkCalls.js";

const messageNames = /^(?:(?:\w+_)?(?:msg|message|reason|context)|why|what|expectation|explanation|\w*(?:MSG|MESSAGE|REASON))$/;
const textMacros: ReadonlySet<string> = new Set(["format", "concat", "stringify"]);

/** True when an argument of `expect` is a text for people: there are no types, so its shape must tell. */
export function looksLikeMessage(code: Code, argument: Node): boolean {
  const node = plain(argument);
  switch (node.type) {
    case "string_literal":
    case "raw_string_literal":
      return /^r?[#"]/.test(code.text(node));
    case "macro_invocation":
      return textMacros.has(code.macroName(node));
    case "identifier":
      return messageNames.test(code.text(node));
    case "scoped_identifier":
      return messageNames.test(code.text(node.childForFieldName("name") ?? node));
    case "field_expression":
      return messageNames.test(code.text(node.childForFieldName("field") ?? node));
    case "call_expression": {
      const method = calledMethod(node);
      const receiver = receiverOf(node);
      return method !== undefined && receiver !== undefined && /^as_(?:str|ref)$/.test(code.text(method)) && looksLikeMessage(code, receiver);
    }
    default:
      return false;
  }
}

/** References and parentheses taken off. */
function plain(node: Node): Node {
  let inner = node;
  while (inner.type === "reference_expression" || inner.type === "parenthesized_expression") {
    const next = inner.type === "reference_expression" ? inner.childForFieldName("value") : inner.firstNamedChild;
    if (!next) return inner;
    inner = next;
  }
  return inner;
}

/** Text for an error in the place of an absent value. */
export interface ErrorText {
  /** Rust source of the text. */
  readonly source: string;
  /** `literal`: a `&'static str`; `built`: an expression that makes a `String`. */
  readonly kind: "literal" | "built";
  /** The source is a snippet with a placeholder: nobody has written the text yet. */
  readonly snippet: boolean;
}

/** The text an error should carry: the message of `expect`, else a placeholder that names what failed. */
export function errorText(code: Code, unwrap: UnwrapCall, failed: "Option" | "Result"): ErrorText {
  if (!unwrap.message) {
    const what = `\`${subject(code, unwrap.value)}\``;
    return { source: `"\${1:${failed === "Option" ? `no value from ${what}` : `${what} failed`}}"`, kind: "literal", snippet: true };
  }
  const node = plain(unwrap.message);
  const source = code.text(node);
  if (node.type === "macro_invocation") return code.macroName(node) === "format" ? { source, kind: "built", snippet: false } : { source, kind: "literal", snippet: false };
  if (node.type === "string_literal" || node.type === "raw_string_literal" || /^(?:\w+::)*[A-Z][A-Z0-9_]*$/.test(source)) return { source, kind: "literal", snippet: false };
  return { source: `${source}.to_string()`, kind: "built", snippet: false };
}

/** A short name for an expression: the method or function called last, or the variable. */
function subject(code: Code, value: Node): string {
  switch (value.type) {
    case "call_expression": {
      const method = calledMethod(value);
      return method ? code.text(method) : (calledPath(code, value) ?? "call");
    }
    case "await_expression":
    case "parenthesized_expression":
    case "try_expression":
      return value.firstNamedChild ? subject(code, value.firstNamedChild) : "value";
    case "identifier":
    case "field_expression":
      return /^[\w.]+$/.test(code.text(value)) ? code.text(value) : "value";
    default:
      return "value";
  }
}
