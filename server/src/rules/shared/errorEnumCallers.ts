/** Looks at every call of functions whose error becomes an enum: which compile as they are, and which must change with them. */
import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, enclosingCallable } from "../../engine/context.js";
import type { Node } from "../../engine/syntax.js";
import type { FixContext } from "../../engine/rule.js";
import { calledFunction, type FileFunction } from "./fileFunctions.js";
import { isFormatting } from "./formatCalls.js";
import { tryTarget } from "./questionMarkTarget.js";
import { receiverType } from "./receivers.js";

/** What the callers of a function say. */
export interface Callers {
  /** Segments of functions that hand the error on as their own, with the offsets of the calls in them. */
  readonly handedOn: readonly { readonly segment: number; readonly start: number }[];
}

/**
 * Every use of a function in the file.
 * @returns undefined where a use is no call, or does with the error what only a text can
 */
export function callersOf(fix: FixContext, called: FileFunction, scope: string): Callers | undefined {
  const handedOn: { segment: number; start: number }[] = [];
  const word = new RegExp(`(?<![\\w])${called.name}(?!\\w)`);
  for (const [index, segment] of fix.file.segments.entries()) {
    if (segment.keyword === "use" || !word.test(segment.text)) continue;
    const found = fix.withCode(index, (code) => usesIn(code, called, scope));
    if (!found) return undefined;
    handedOn.push(...found.map((start) => ({ segment: index, start })));
  }
  return { handedOn };
}

/** Nodes whose children that are identifiers bind a variable. */
const bindings: ReadonlySet<string> = new Set(["parameter", "closure_parameters", "tuple_pattern", "tuple_struct_pattern", "field_pattern", "mut_pattern", "ref_pattern", "captured_pattern"]);

function binds(code: Code, node: Node): boolean {
  const parent = code.parent(node);
  if (parent?.type === "let_declaration" || parent?.type === "for_expression") return parent.childForFieldName("pattern")?.id === node.id;
  return parent !== undefined && bindings.has(parent.type);
}

/** Offsets of the calls whose error leaves the function around them as its own; undefined where one cannot be judged. */
function usesIn(code: Code, called: FileFunction, scope: string): readonly number[] | undefined {
  const { name, owner } = called;
  const handedOn: number[] = [];
  const opened = code.findAll(["identifier", "field_identifier"], (text) => text.includes(name)).filter((node) => code.text(node) === name);
  // A variable of the function's name takes its place wherever it is not called.
  const bound = opened.some((node) => binds(code, node));
  for (const node of opened) {
    const parent = code.parent(node);
    if (node.parent?.type === "token_tree") {
      const copied = opened.some((other) => other.tree !== node.tree && code.start(other) === code.start(node) && other.parent?.type !== "token_tree");
      // A word in an attribute or an unread macro may be anything.
      if (!copied && !/^(?:attribute_item|inner_attribute_item)$/.test(topOf(node).type)) return undefined;
      continue;
    }
    if (!parent) continue;
    const call = callAt(code, node, parent, owner);
    if (call === "other") continue;
    if (!call) {
      if (bound && owner === "" && node.type === "identifier" && parent.type !== "scoped_identifier") continue;
      return undefined;
    }
    const inScope = code.place.scope.key === scope;
    if (inScope && calledFunction(code, call)?.segment === called.segment) {
      const use = errorUse(code, call);
      if (use === "lost") return undefined;
      if (use === "handed on") handedOn.push(code.start(call));
    } else if (errorUse(code, call) !== "kept") return undefined;
  }
  return handedOn;
}

function topOf(node: Node): Node {
  let top = node;
  while (top.parent && top.parent.type !== "source_file") top = top.parent;
  return top;
}

/** The call that a mention of the name is the function of; `other` for something else of that name, undefined when in doubt. */
function callAt(code: Code, node: Node, parent: Node, owner: string): Node | "other" | undefined {
  if (/^(?:function_item|function_signature_item)$/.test(parent.type) && parent.childForFieldName("name")?.id === node.id) return "other";
  if (node.type === "field_identifier") {
    const call = parent.type === "field_expression" ? code.parent(parent) : undefined;
    const target = call?.type === "generic_function" ? code.parent(call) : call;
    if (target?.type !== "call_expression" || !calledMethod(target) || owner === "") return "other";
    const receiver = parent.childForFieldName("value");
    const type = receiver ? receiverType(code, receiver) : undefined;
    return type === undefined ? undefined : type === owner ? target : "other";
  }
  if (parent.type === "scoped_identifier" && parent.childForFieldName("name")?.id === node.id) {
    const path = code.text(parent.childForFieldName("path") ?? node).replace(/<.*$/s, "").trim();
    const last = path.slice(path.lastIndexOf(":") + 1).trim();
    const type = last === "Self" ? (code.place.containers[code.place.containers.length - 1]?.name ?? "") : /^[A-Z]/.test(last) ? last : "";
    return type !== owner ? "other" : callOf(code, parent);
  }
  if (owner !== "") return "other";
  return callOf(code, node);
}

function callOf(code: Code, target: Node): Node | undefined {
  const outer = code.parent(target);
  const called = outer?.type === "generic_function" ? outer : target;
  const call = code.parent(called);
  return call?.type === "call_expression" && call.childForFieldName("function")?.id === called.id ? call : undefined;
}

/** Methods of a Result for which any error does that can be printed. */
const indifferent: ReadonlySet<string> = new Set(["unwrap", "expect", "is_ok", "is_err", "is_ok_and", "ok", "unwrap_or", "unwrap_or_default", "context", "with_context", "wrap_err", "wrap_err_with"]);
const passing: ReadonlySet<string> = new Set(["map", "copied", "cloned", "inspect"]);

/** What becomes of a call's error: `kept` compiles as it is, `handed on` is the error of the function around, `lost` is anything else. */
function errorUse(code: Code, call: Node): "kept" | "handed on" | "lost" {
  let value = call;
  let parent = code.parent(value);
  if (parent?.type === "await_expression") {
    value = parent;
    parent = code.parent(value);
  }
  switch (parent?.type) {
    case "try_expression":
      return propagated(code, call);
    case "expression_statement":
      return parent.lastChild?.type === ";" ? "kept" : "handed on";
    case "field_expression": {
      const outer = code.parent(parent);
      const method = outer?.type === "call_expression" ? calledMethod(outer) : undefined;
      if (!outer || !method) return "lost";
      const name = code.text(method);
      if (indifferent.has(name)) return "kept";
      if (passing.has(name)) return errorUse(code, outer);
      if (name === "map_err" || name === "unwrap_or_else" || name === "inspect_err") {
        const [closure] = argumentsOf(outer);
        const kept = closure?.type === "closure_expression" && showsOnly(code, closure);
        return !kept ? "lost" : name === "inspect_err" ? errorUse(code, outer) : "kept";
      }
      return "lost";
    }
    case "let_condition":
    case "let_declaration": {
      const pattern = parent.childForFieldName("pattern");
      return pattern && /^(?:Ok\s*\(|Err\s*\(\s*_\s*\)|_$)/.test(code.text(pattern)) ? "kept" : "lost";
    }
    case "match_expression": {
      const arms = parent.childForFieldName("body")?.namedChildren.filter((child) => child.type === "match_arm") ?? [];
      return arms.every((arm) => armKeeps(code, arm)) ? "kept" : "lost";
    }
    case "block":
    case "return_expression":
    case "match_arm":
    case "arguments":
    case "closure_expression":
      return "handed on";
    default:
      return "lost";
  }
}

/** `?` in a function with a boxed error or a report compiles with any error type; with another it must be the same. */
function propagated(code: Code, call: Node): "kept" | "handed on" | "lost" {
  const callable = enclosingCallable(code, call);
  const target = tryTarget(code, call);
  if (target?.kind === "Result" && target.declared && /^(?:boxed|anyhow|eyre)$/.test(target.error.family)) return "kept";
  return callable?.type === "function_item" || callable?.type === "closure_expression" ? "handed on" : "lost";
}

/** An arm for `Ok`, for any error, or for an error that is only printed. */
function armKeeps(code: Code, arm: Node): boolean {
  const pattern = arm.childForFieldName("pattern");
  const value = arm.childForFieldName("value");
  if (!pattern || !value) return false;
  const text = code.text(pattern).trim();
  if (/^(?:Ok\s*\(|Err\s*\(\s*_\s*\)$|_$)/.test(text)) return !text.includes("Err") || /^Err\s*\(\s*_\s*\)$/.test(text);
  const name = /^Err\s*\(\s*(\w+)\s*\)$/.exec(text)?.[1];
  return name !== undefined && printedOnly(code, value, name);
}

function showsOnly(code: Code, closure: Node): boolean {
  const parameter = code.text(closure.childForFieldName("parameters") ?? closure).replace(/^\||\|$/g, "").trim();
  const body = closure.childForFieldName("body");
  return body !== null && (parameter === "_" || (/^\w+$/.test(parameter) && printedOnly(code, body, parameter)));
}

/** Every mention of a name is an argument of a formatting macro, or `name.to_string()`. */
function printedOnly(code: Code, region: Node, name: string): boolean {
  const start = code.start(region);
  const end = code.end(region);
  const nodes = code.findAll(["identifier"], (text) => text.includes(name)).filter((node) => code.start(node) >= start && code.end(node) <= end && code.text(node) === name);
  return nodes.every((node) => {
    if (node.parent?.type === "token_tree") return nodes.some((other) => other.tree !== node.tree && code.start(other) === code.start(node));
    const parent = code.parent(node);
    if (parent?.type === "field_expression") {
      const field = parent.childForFieldName("field");
      return field !== null && code.text(field) === "to_string" && code.parent(parent)?.type === "call_expression";
    }
    const macro = code.macroOf(node);
    return macro !== undefined && (isFormatting(code.macroName(macro)) || /^(?:trace|debug|info|warn|error)$/.test(code.macroName(macro)));
  });
}
