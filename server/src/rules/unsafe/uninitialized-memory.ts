import { isTrivia, type Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import { calledPath, isStdType, resolvePath } from "../../engine/resolve.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { expectedType } from "../shared/expectedType.js";
import { resolvedCall } from "../shared/resolvedCalls.js";

const messages = {
  uninitialized: "`mem::uninitialized` makes a value nobody wrote, which is undefined behaviour for nearly every type; use `MaybeUninit`",
  assumed: "`assume_init` right after `uninit` claims a value nobody wrote; write it first",
  grown: "`set_len` makes `{name}` hold elements nobody wrote; fill it first, or use `resize` or `spare_capacity_mut`",
} as const;

type Context = RuleContext<typeof messages>;

const uninitialized: ReadonlySet<string> = new Set(["std::mem::uninitialized"]);
const uninit: ReadonlySet<string> = new Set(["uninit", "uninit_array"]);
const collections: readonly string[] = ["std::vec::Vec", "std::string::String", "std::collections::VecDeque"];

export default defineRule({
  id: "uninitialized-memory",
  group: "unsafe",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::uninit_assumed_init", "clippy::uninit_vec", "invalid_value"],
  clause: "Mandatory Constraints: NEVER compromise on memory safety",
  scope: "file",
  regions: ["production", "example", "build-script"],
  looksFor: "presence",
  needs: ["uninitialized", "assume_init", "set_len"],
  summary: "Forbids values made from memory that nobody wrote.",
  why: "Reading such memory is undefined behaviour: the optimiser may assume that it never happens and remove or rewrite the code around it. It may also be what another user left behind, keys included.",
  remedy: "Write the value before it is claimed: `MaybeUninit::write` and then `assume_init`; for a vector `resize`, `extend`, or `spare_capacity_mut` and `set_len` after writing.",
  limits: "`reserve` followed by `set_len`, and a write that stops half-way, are not seen. Arrays of `MaybeUninit` need no value and are accepted, and so is a value whose type is not written near the call. Reported at `set_len`; the lint reports the allocation.",
  options: {},
  messages,
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const method = calledMethod(node);
      if (!method) {
        const target = node.childForFieldName("function");
        if (target && resolvedCall(code, node, uninitialized)) cx.report(node, { message: "uninitialized", range: { start: code.start(target), end: code.end(target) } });
        return;
      }
      const name = code.text(method);
      if (name === "assume_init") visitAssumed(cx, node);
      else if (name === "set_len") visitGrown(cx, node, method);
    },
  },
});

/** `MaybeUninit::uninit().assume_init()` as one chain. */
function visitAssumed(cx: Context, node: Node): void {
  const { code } = cx;
  const made = receiverOf(node);
  if (made?.type !== "call_expression" || calledMethod(made)) return;
  const path = calledPath(code, made);
  const owner = path?.slice(0, path.lastIndexOf("::"));
  if (path === undefined || owner === undefined || !uninit.has(lastSegment(path)) || !isMaybeUninit(code, owner, node)) return;
  const target = made.childForFieldName("function");
  if (!target || argumentsOf(node).length > 0 || mayStayUnwritten(code, target, node)) return;
  cx.report(node, { message: "assumed", range: { start: code.start(target), end: code.end(node) } });
}

function isMaybeUninit(code: Code, owner: string, at: Node): boolean {
  return resolvePath(code, owner, at, new Set(["std::mem::MaybeUninit"])) === "std::mem::MaybeUninit";
}

/** Types that need no value: nothing in them, made of `MaybeUninit`, or not known here. */
function mayStayUnwritten(code: Code, target: Node, call: Node): boolean {
  const written = /<([\s\S]*)>/.exec(code.text(target))?.[1];
  const place = expectedType(code, call);
  const field = takingField(code, call);
  const type = written ?? (place ? code.text(place) : field ? code.facts.ask("fieldType", field.owner, field.name) : undefined);
  // Without a type anywhere near, only a `let` shows that the value is used as it is.
  if (type === undefined || type === null || type.trim() === "_") return !isLetValue(code, call);
  const alias = /^\w+$/.test(type) ? code.facts.ask("alias", code.place.scope.key, type) : null;
  return /\bMaybeUninit\b|\bSelf\b|^\s*(?:\(\s*\)|[A-Z]\d?|\[.*;\s*0\s*\])\s*$/.test(alias?.target ?? type);
}

function isLetValue(code: Code, call: Node): boolean {
  for (const up of code.ancestors(call)) {
    if (up.type === "let_declaration") return true;
    if (up.type !== "unsafe_block" && up.type !== "block" && up.type !== "parenthesized_expression") return false;
  }
  return false;
}

/** The field of a struct literal that takes a value. */
function takingField(code: Code, call: Node): { readonly owner: string; readonly name: string } | undefined {
  for (const up of code.ancestors(call)) {
    if (up.type === "field_initializer") {
      const name = up.childForFieldName("field");
      const list = code.parent(up);
      const literal = list && code.parent(list);
      const type = literal?.childForFieldName("name");
      if (!name || !type) return undefined;
      const written = lastSegment(code.text(type));
      return { owner: written === "Self" ? (code.place.containers.at(-1)?.name ?? written) : written, name: code.text(name) };
    }
    if (up.type !== "unsafe_block" && up.type !== "block" && up.type !== "parenthesized_expression" && up.type !== "expression_statement") return undefined;
  }
  return undefined;
}

/** `let mut v = Vec::with_capacity(n)`, and the first statement behind it that touches `v` begins with `v.set_len(n)`. */
function visitGrown(cx: Context, node: Node, method: Node): void {
  const { code } = cx;
  const receiver = receiverOf(node);
  const [length, more] = argumentsOf(node);
  if (receiver?.type !== "identifier" || !length || more || code.text(length) === "0") return;
  const name = code.text(receiver);
  const allocation = allocationBefore(code, node, name);
  if (!allocation || !touchesFirst(code, allocation, name, receiver)) return;
  cx.report(node, {
    message: "grown",
    data: { name },
    range: { start: code.start(method), end: code.end(node) },
    related: [{ start: code.start(allocation), end: code.end(allocation), message: `\`${name}\` is allocated here and holds nothing` }],
  });
}

/** The nearest `let` of the name in the blocks around a call, when it allocates without writing. */
function allocationBefore(code: Code, call: Node, name: string): Node | undefined {
  let below: Node = call;
  for (const up of code.ancestors(call)) {
    if (up.type === "block") {
      const before = up.namedChildren.filter((child) => child.type === "let_declaration" && code.start(child) < code.start(below));
      const found = before.findLast((child) => bindsName(code, child, name));
      if (found) return allocates(code, found) ? found : undefined;
    }
    if (up.type === "function_item" || up.type === "closure_expression") return undefined;
    below = up;
  }
  return undefined;
}

function bindsName(code: Code, statement: Node, name: string): boolean {
  const pattern = statement.childForFieldName("pattern");
  return pattern !== null && code.text(pattern).replace(/^mut\s+/, "") === name;
}

function allocates(code: Code, statement: Node): boolean {
  const value = statement.childForFieldName("value");
  const path = value?.type === "call_expression" ? calledPath(code, value) : undefined;
  if (!value || path === undefined || lastSegment(path) !== "with_capacity") return false;
  const type = statement.childForFieldName("type");
  if (/\bMaybeUninit\b/.test(code.text(value)) || (type && /\bMaybeUninit\b/.test(code.text(type)))) return false;
  const owner = path.slice(0, path.lastIndexOf("::"));
  return collections.some((full) => isStdType(code, owner, full, statement));
}

/** The first mention of the name behind its `let` is the receiver. */
function touchesFirst(code: Code, allocation: Node, name: string, receiver: Node): boolean {
  let statement = allocation.nextNamedSibling;
  while (statement && (isTrivia(statement) || !mentions(code, statement, name))) statement = statement.nextNamedSibling;
  if (!statement || code.start(statement) > code.start(receiver) || code.end(statement) < code.end(receiver)) return false;
  const before = code.segment.text.slice(code.start(statement), code.start(receiver));
  return !wordPattern(name).test(before);
}

function mentions(code: Code, node: Node, name: string): boolean {
  return wordPattern(name).test(code.text(node));
}

function wordPattern(name: string): RegExp {
  return new RegExp(`(?<!\\w)${name}(?!\\w)`);
}
