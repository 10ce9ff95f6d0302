/** Reads an expression that makes a text for an error, and says the same as a variant of an enum. */
import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import { calledPath } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import type { ErrorVariant, VariantField } from "./errorEnumVariants.js";
import { primitiveParameter } from "./primitiveParameter.js";

/** A variant and the code that makes it. */
export interface ErrorMessage {
  readonly variant: ErrorVariant;
  readonly build: (path: string) => string;
}

const turning: ReadonlySet<string> = new Set(["to_string", "to_owned", "into", "into_boxed_str"]);
const making: ReadonlySet<string> = new Set(["String::from", "Cow::from", "Cow::Borrowed", "Cow::Owned", "Box::from", "std::borrow::Cow::Borrowed", "std::borrow::Cow::from"]);

/** The literal or `format!` call inside the conversions that make a text of it. */
export function messageInside(code: Code, node: Node): Node {
  if (node.type === "parenthesized_expression" && node.firstNamedChild) return messageInside(code, node.firstNamedChild);
  if (node.type !== "call_expression") return node;
  const method = calledMethod(node);
  const list = argumentsOf(node);
  if (method) {
    const receiver = receiverOf(node);
    return receiver && list.length === 0 && turning.has(code.text(method)) ? messageInside(code, receiver) : node;
  }
  const path = calledPath(code, node);
  return list[0] && list.length === 1 && path !== undefined && making.has(path) ? messageInside(code, list[0]) : node;
}

/** The variant for a literal text or a `format!`; undefined for any other expression. */
export function literalMessage(code: Code, expression: Node): ErrorMessage | undefined {
  const node = messageInside(code, expression);
  if (node.type === "string_literal" || node.type === "raw_string_literal") {
    const source = code.text(node);
    if (!isText(source)) return undefined;
    return message(source.replace(/[{}]/g, "$&$&"), [], []);
  }
  return node.type === "macro_invocation" && code.macroName(node) === "format" ? formatted(code, node) : undefined;
}

/** A text literal without escapes that hold braces. */
function isText(source: string): boolean {
  return /^r?#*"/.test(source) && (source.startsWith("r") || !source.includes("\\u{"));
}

function message(template: string, fields: readonly VariantField[], values: readonly string[]): ErrorMessage {
  const bare = template.replace(/^r?#*"|"#*$/g, "").replace(/\{\{|\}\}|\{[^{}]*\}|\\[nrt0\\"']|\\\s+/g, " ");
  const words = bare.replace(/'/g, "").split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const key = `${template}\0${fields.map((field) => `${field.name}:${field.type}`).join()}`;
  const parts = fields.map((field, index) => (values[index] === field.name ? field.name : `${field.name}: ${values[index] ?? ""}`));
  return { variant: { kind: "message", key, words, template, fields }, build: (path) => (parts.length === 0 ? path : `${path} { ${parts.join(", ")} }`) };
}

function formatted(code: Code, call: Node): ErrorMessage | undefined {
  const [literal, ...rest] = code.inputOf(call);
  if (!literal || (literal.type !== "string_literal" && literal.type !== "raw_string_literal")) return undefined;
  const source = code.text(literal);
  if (!isText(source)) return undefined;
  const positional = rest.filter((argument) => argument.type !== "assignment_expression");
  const named = new Map<string, Node>();
  for (const argument of rest) {
    const left = argument.type === "assignment_expression" ? argument.childForFieldName("left") : undefined;
    const right = argument.childForFieldName("right");
    if (left && right) named.set(code.text(left), right);
  }
  const fields: VariantField[] = [];
  const values: string[] = [];
  const known = new Map<string, string>();
  let next = 0;
  let readable = true;
  const template = source.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (whole, inside?: string) => {
    if (inside === undefined) return whole;
    const colon = inside.indexOf(":");
    const argument = (colon < 0 ? inside : inside.slice(0, colon)).trim();
    const spec = colon < 0 ? "" : inside.slice(colon + 1).trim();
    const position = argument === "" ? next++ : /^\d+$/.test(argument) ? Number(argument) : undefined;
    const node = position === undefined ? named.get(argument) : positional[position];
    if (/[*$]/.test(spec) || (position !== undefined && !node) || (!node && !/^[a-z_]\w*$/i.test(argument))) {
      readable = false;
      return whole;
    }
    const expression = node ? plainReference(node) : undefined;
    const text = expression ? code.text(expression) : argument;
    const key = `${text}\0${spec}`;
    let name = known.get(key);
    if (name === undefined) {
      name = unused(fieldName(code, expression, named.has(argument) ? argument : text), fields);
      const primitive = spec === "" ? primitiveParameter(code, call, text) : undefined;
      fields.push({ name, type: primitive ?? "String" });
      values.push(primitive !== undefined ? text : spec === "" ? `${expression && !callable.has(expression.type) ? `(${text})` : text}.to_string()` : `format!("{:${spec}}", ${text})`);
      known.set(key, name);
    }
    return `{${name}}`;
  });
  // An argument that no placeholder takes would not compile, but a comment in between would be lost.
  if (!readable || /\/[/*]/.test(code.text(call).replace(/"(?:[^"\\]|\\.)*"/gs, ""))) return undefined;
  return message(template, fields, values);
}

/** Expressions to which a method call can be appended as they are. */
const callable: ReadonlySet<string> = new Set(["identifier", "self", "field_expression", "call_expression", "scoped_identifier", "index_expression", "macro_invocation", "string_literal", "parenthesized_expression", "await_expression", "try_expression"]);

function plainReference(node: Node): Node {
  const inner = node.type === "reference_expression" ? node.childForFieldName("value") : undefined;
  return inner ? plainReference(inner) : node;
}

/** Methods whose result is named by what they are called on. */
const transparent: ReadonlySet<string> = new Set("display to_string to_str to_string_lossy as_str as_ref as_deref clone to_owned as_bytes unwrap_or_default trim name".split(" "));
const keywords: ReadonlySet<string> = new Set(
  "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self static struct super trait true type unsafe use where while abstract become box do final gen macro override priv try typeof unsized virtual yield".split(" "),
);

function fieldName(code: Code, node: Node | undefined, text: string): string {
  const name = (node ? nameOfValue(code, node) : text).replace(/^r#/, "").replace(/^_+/, "").toLowerCase();
  if (/^(?:e|err|error)$/.test(name)) return "error";
  // `thiserror` takes fields of these names for the error below and its backtrace.
  if (name === "source") return "cause";
  if (name === "backtrace") return "trace";
  if (name === "formatter") return "value";
  return /^[a-z]\w*$/.test(name) && !keywords.has(name) ? name : "value";
}

function nameOfValue(code: Code, node: Node): string {
  switch (node.type) {
    case "identifier":
      return code.text(node);
    case "field_expression": {
      const field = node.childForFieldName("field");
      return field?.type === "field_identifier" ? code.text(field) : "value";
    }
    case "call_expression": {
      const method = calledMethod(node);
      const receiver = receiverOf(node);
      if (!method || !receiver) return "value";
      return transparent.has(code.text(method)) ? nameOfValue(code, receiver) : code.text(method);
    }
    case "try_expression":
    case "await_expression":
    case "parenthesized_expression":
    case "unary_expression":
      return node.firstNamedChild ? nameOfValue(code, node.firstNamedChild) : "value";
    default:
      return "value";
  }
}

function unused(name: string, fields: readonly VariantField[]): string {
  const taken = (candidate: string): boolean => fields.some((field) => field.name === candidate);
  if (!taken(name)) return name;
  for (let number = 2; ; number++) if (!taken(`${name}${number}`)) return `${name}${number}`;
}
