/** The ways in which a function's body makes or passes on an error, as the bullets of an `# Errors` section (rules-core specification 5.7). */
import { isTrivia, type Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import { calledPath } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import { stringLiteral } from "./errorWords.js";

const most = 8;
const longest = 60;

/**
 * Errors that leave a function, in source order, each once and at most eight. The call a body ends with passes its error on as `?` does.
 * @param error path of its error type without type arguments; empty where it is not visible
 * @returns Markdown: a variant as a link, a message in quotes, or the call whose error is passed on
 */
export function errorSites(code: Code, fn: Node, error: string): readonly string[] {
  const body = fn.childForFieldName("body");
  if (!body) return [];
  const found = new Set<string>();
  const name = lastSegment(error);
  const nodes = code.below(body, ["call_expression", "scoped_identifier", "struct_expression", "try_expression", "macro_invocation"]);
  for (const node of [...nodes].sort((a, b) => code.end(a) - code.end(b) || code.start(b) - code.start(a))) {
    if (!isOwn(code, node, fn)) continue;
    const text = siteOf(code, node, error, name);
    if (text !== undefined) found.add(text);
  }
  const tail = body.namedChildren.findLast((child) => !isTrivia(child));
  const last = tail && passedOn(code, tail);
  if (last !== undefined) found.add(last);
  return [...found].slice(0, most);
}

function siteOf(code: Code, node: Node, error: string, name: string): string | undefined {
  switch (node.type) {
    case "scoped_identifier":
      return name === "" || isPattern(code, node) ? undefined : variant(code.text(node), error, name);
    case "struct_expression":
      return name === "" ? undefined : variant(code.text(node.childForFieldName("name") ?? node), error, name);
    case "call_expression":
      return calledPath(code, node) === "Err" ? ofErr(code, node, name) : undefined;
    case "try_expression": {
      const inner = node.namedChildren.find((child) => !isTrivia(child));
      return inner && passedOn(code, inner);
    }
    default:
      return /^(?:bail|ensure)$/.test(code.macroName(node)) ? ofMacro(code, node) : undefined;
  }
}

/** `Error::Variant` of the error type, linked by the path under which the function returns it. */
function variant(path: string, error: string, name: string): string | undefined {
  const parts = path.replace(/::<[^>]*>/g, "").split("::").map((part) => part.trim());
  const last = parts.at(-1) ?? "";
  return parts.length > 1 && /^[A-Z]/.test(last) && parts.at(-2) === name ? `[\`${error}::${last}\`]` : undefined;
}

/** `Err(…)` with anything but a variant of the error type, which is found by itself. */
function ofErr(code: Code, call: Node, name: string): string | undefined {
  const [value] = argumentsOf(call);
  if (!value) return undefined;
  const literal = message(code, value);
  if (literal !== undefined) return literal;
  const path = /^((?:\w+::)*[A-Z]\w*)(?:::[a-z_]\w*)?\s*(?:[({.]|$)/.exec(code.text(value))?.[1];
  return path === undefined || path.split("::").includes(name) ? undefined : `\`${path}\``;
}

/** The text of an error made of a text: `"…".into()`, `String::from("…")`, `format!("…")`, `anyhow!("…")`. */
function message(code: Code, value: Node): string | undefined {
  if (value.type === "string_literal") return stringLiteral(code.text(value));
  if (value.type === "macro_invocation") return /^(?:format|anyhow|eyre|format_err)$/.test(code.macroName(value)) ? firstText(code, value) : undefined;
  const receiver = receiverOf(value);
  if (receiver) return /^(?:into|to_string|to_owned)$/.test(code.text(calledMethod(value) ?? value)) ? message(code, receiver) : undefined;
  const [argument] = value.type === "call_expression" ? argumentsOf(value) : [];
  return argument && /^(?:String|Box|\w+(?:::\w+)*Error)::(?:from|new|msg|other|custom)$/.test(calledPath(code, value) ?? "") ? message(code, argument) : undefined;
}

/** `bail!("…")`, `ensure!(condition, "…")`. */
function ofMacro(code: Code, node: Node): string | undefined {
  const text = firstText(code, node);
  if (code.macroName(node) === "bail") return text;
  const condition = code.inputOf(node)[0];
  const shown = condition && shortened(code.text(condition));
  return shown === undefined ? text : `${ticked(shown)} does not hold${text === undefined ? "" : ` (${text})`}`;
}

/** The first literal text of a macro's input. */
function firstText(code: Code, macro: Node): string | undefined {
  const tree = macro.namedChildren.find((child) => child.type === "token_tree");
  const literal = tree?.namedChildren.find((child) => child.type === "string_literal" || child.type === "raw_string_literal");
  return literal && stringLiteral(code.text(literal));
}

/** The call whose error `?` returns: `File::open` fails. Adapters between the two make the error, so they are looked through. */
function passedOn(code: Code, operand: Node): string | undefined {
  const value = operand.type === "await_expression" || operand.type === "parenthesized_expression" ? operand.namedChildren.find((child) => !isTrivia(child)) : operand;
  if (value?.type !== "call_expression") return undefined;
  const method = calledMethod(value);
  if (!method) {
    const path = calledPath(code, value);
    return path === undefined || /^(?:Ok|Err|Some)$/.test(path) ? undefined : `\`${path}\` fails`;
  }
  const receiver = receiverOf(value);
  const name = code.text(method);
  // The error is the one that these make of the other.
  if (/^(?:ok_or|ok_or_else)$/.test(name)) return argumentsOf(value)[0] && message(code, argumentsOf(value)[0] ?? value);
  if (/^(?:map_err|map|and_then|or_else|context|with_context|wrap_err|wrap_err_with|inspect_err)$/.test(name)) return receiver && passedOn(code, receiver);
  return receiver?.type === "self" ? `\`${ownFunction(code, name)}\` fails` : `\`${name}\` fails`;
}

function ownFunction(code: Code, name: string): string {
  const container = code.place.containers.at(-1);
  return container?.keyword === "impl" || container?.keyword === "trait" ? `${container.name}::${name}` : name;
}

/** The node is run by the function itself or by a closure of it, and no other function. */
function isOwn(code: Code, node: Node, fn: Node): boolean {
  for (const up of code.ancestors(node)) {
    if (up.id === fn.id && up.tree === fn.tree) return true;
    if (up.type === "function_item" || up.type === "impl_item" || up.type === "trait_item" || up.type === "mod_item") return false;
  }
  return false;
}

/** What is compared with, or taken apart, is no error that is made. */
function isPattern(code: Code, node: Node): boolean {
  let below = node;
  for (const up of code.ancestors(node)) {
    if (up.type.endsWith("_pattern") || up.type === "binary_expression") return true;
    if (up.type === "let_declaration" || up.type === "let_condition") return up.childForFieldName("pattern")?.id === below.id;
    if (up.type === "scoped_identifier" || up.type === "token_tree") return true;
    if (up.type.endsWith("_statement") || up.type === "block" || up.type === "match_arm") return false;
    below = up;
  }
  return false;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

function ticked(text: string): string {
  const ticks = text.includes("`") ? "``" : "`";
  return `${ticks}${text}${ticks}`;
}
