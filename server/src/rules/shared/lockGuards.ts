/** Lock guards and `RefCell` borrows: where they begin, what keeps them alive, when they are given up (rules-core specification 5.4). */
import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import { calledPath } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";

/** A guard and how it is kept. */
export interface Guard {
  /** The call that takes it. */
  readonly call: Node;
  readonly method: string;
  /** Names that own it; empty for a temporary. */
  readonly names: ReadonlySet<string>;
  /** The `let` that binds it or extends its life to the end of the block. */
  readonly binding?: Node;
  /** For a temporary: the node at whose end it is dropped. */
  readonly scope?: Node;
}

const cellMethods: ReadonlySet<string> = new Set(["borrow", "borrow_mut"]);
const lockMethods: ReadonlySet<string> = new Set(["lock", "read", "write"]);
const peeling: ReadonlySet<string> = new Set(["unwrap", "expect", "unwrap_or_else", "map_err"]);
const streams: ReadonlySet<string> = new Set(["stdin", "stdout", "stderr"]);

/** The guard a method call takes; undefined for calls that take none, for async locks, and for guards that are moved away. */
export function guardOf(code: Code, call: Node): Guard | undefined {
  const name = calledMethod(call);
  const method = name ? code.text(name) : "";
  const isLock = lockMethods.has(method);
  if (!(isLock || cellMethods.has(method)) || argumentsOf(call).length > 0 || isStream(code, call)) return undefined;
  const { top, peeled } = peel(code, call);
  const parent = code.parent(top);
  if (!parent) return undefined;
  const base = { call, method };
  const taken = okNames(code, parent, top);
  // Without a Result around it, `lock()` takes a guard only where locks do not poison.
  if (isLock && !peeled && taken.size === 0 && !code.facts.ask("imports", "parking_lot")) return undefined;
  if (parent.type === "let_declaration") {
    const pattern = parent.childForFieldName("pattern");
    if (taken.size > 0) return { ...base, names: taken, binding: parent };
    return pattern?.type === "identifier" ? { ...base, names: new Set([code.text(pattern)]), binding: parent } : undefined;
  }
  const extending = extendedBy(code, top);
  if (extending) return { ...base, names: new Set(), binding: extending };
  if (!staysTemporary(parent, top)) return undefined;
  return { ...base, names: taken, scope: temporaryScope(code, top) };
}

function isStream(code: Code, call: Node): boolean {
  const receiver = receiverOf(call);
  const path = receiver?.type === "call_expression" ? calledPath(code, receiver) : undefined;
  return path !== undefined && streams.has(lastSegment(path));
}

/** The expression around a call that still is the guard, or the Result that holds it. */
function peel(code: Code, call: Node): { readonly top: Node; readonly peeled: boolean } {
  let top = call;
  let peeled = false;
  for (let up = code.parent(top); up; up = code.parent(top)) {
    if (up.type === "field_expression") {
      const outer = code.parent(up);
      const method = outer?.type === "call_expression" ? calledMethod(outer) : undefined;
      if (!outer || !method || !peeling.has(code.text(method)) || receiverOf(outer)?.id !== top.id) break;
      peeled ||= code.text(method) !== "map_err";
      top = outer;
    } else if (up.type === "try_expression") {
      peeled = true;
      top = up;
    } else if (up.type === "match_expression" && up.childForFieldName("value")?.id === top.id && yieldsTheGuard(code, up)) {
      peeled = true;
      top = up;
    } else if (up.type === "parenthesized_expression") top = up;
    else break;
  }
  return { top, peeled };
}

/** `match m.lock() { Ok(g) => g, … }`. */
function yieldsTheGuard(code: Code, match: Node): boolean {
  return (match.childForFieldName("body")?.namedChildren ?? []).some((arm) => {
    const value = arm.childForFieldName("value");
    const pattern = arm.childForFieldName("pattern")?.firstNamedChild;
    return value?.type === "identifier" && okName(code, pattern) === code.text(value);
  });
}

/** Names that `Ok(name)` patterns of a `let … else`, `if let`, `while let` or `match` give to the guard. */
function okNames(code: Code, parent: Node, top: Node): ReadonlySet<string> {
  const names = new Set<string>();
  const take = (pattern: Node | null | undefined): void => {
    const name = okName(code, pattern);
    if (name !== undefined) names.add(name);
  };
  if (parent.childForFieldName("value")?.id !== top.id) return names;
  if (parent.type === "let_declaration" || parent.type === "let_condition") take(parent.childForFieldName("pattern"));
  if (parent.type === "match_expression") for (const arm of parent.childForFieldName("body")?.namedChildren ?? []) take(arm.childForFieldName("pattern")?.firstNamedChild);
  return names;
}

function okName(code: Code, pattern: Node | null | undefined): string | undefined {
  if (pattern?.type !== "tuple_struct_pattern") return undefined;
  return /^Ok\s*\(\s*(?:mut\s+)?(\w+)\s*\)$/.exec(code.text(pattern))?.[1];
}

/** The `let` whose reference to the guard's content makes the temporary live as long as the binding: `let v = &mut *m.lock().unwrap();`. */
function extendedBy(code: Code, top: Node): Node | undefined {
  let at = top;
  let referenced = false;
  for (let up = code.parent(at); up; up = code.parent(at)) {
    if (up.type === "let_declaration") return referenced && up.childForFieldName("value")?.id === at.id ? up : undefined;
    const place = up.type === "parenthesized_expression" || (up.type === "unary_expression" && up.firstChild?.type === "*") || ((up.type === "field_expression" || up.type === "index_expression") && up.firstNamedChild?.id === at.id && !isMethodName(code, up));
    if (up.type === "reference_expression") referenced = true;
    else if (!place) return undefined;
    at = up;
  }
  return undefined;
}

function isMethodName(code: Code, field: Node): boolean {
  const up = code.parent(field);
  return up?.type === "call_expression" && up.childForFieldName("function")?.id === field.id;
}

/** True where the guard itself stays a temporary of the expression; as an argument or a field it is moved away. */
function staysTemporary(parent: Node, top: Node): boolean {
  switch (parent.type) {
    case "field_expression":
    case "reference_expression":
      return true;
    case "unary_expression":
      return parent.firstChild?.type === "*";
    case "index_expression":
      return parent.firstNamedChild?.id === top.id;
    case "match_expression":
    case "for_expression":
    case "let_condition":
      return parent.childForFieldName("value")?.id === top.id;
    default:
      return false;
  }
}

/** The node at whose end a temporary is dropped (Rust reference, "Temporary scopes"). */
function temporaryScope(code: Code, top: Node): Node {
  let below = top;
  for (const up of code.ancestors(top)) {
    switch (up.type) {
      case "expression_statement":
      case "let_declaration":
        return up;
      case "block":
      case "match_arm":
      case "closure_expression":
      case "async_block":
      case "function_item":
      case "const_item":
      case "static_item":
        return below;
      case "match_pattern":
        return below;
      case "if_expression":
      case "while_expression":
        if (below.type !== "let_condition" && below.type !== "let_chain") return below;
        if (up.type === "while_expression" || Number(code.role.edition) >= 2024) return up;
        break;
      case "binary_expression":
        if (up.childForFieldName("right")?.id === below.id && /^(?:&&|\|\|)$/.test(up.childForFieldName("operator")?.type ?? "")) return below;
        break;
      default:
    }
    below = up;
  }
  return below;
}

/** True when running a statement to its end gives up every guard of that name: it is dropped, moved away, or never left. */
export function givesUp(code: Code, node: Node, names: ReadonlySet<string>): boolean {
  switch (node.type) {
    case "return_expression":
    case "break_expression":
    case "continue_expression":
      return true;
    case "block":
      return node.namedChildren.some((child) => givesUp(code, child, names));
    case "expression_statement":
    case "unsafe_block":
    case "else_clause":
    case "parenthesized_expression":
    case "await_expression":
    case "try_expression":
      return node.namedChildren.some((child) => givesUp(code, child, names));
    case "let_declaration": {
      const value = node.childForFieldName("value");
      return value !== null && value.type !== "identifier" && givesUp(code, value, names);
    }
    case "assignment_expression": {
      // `g = condvar.wait(g)` gives the guard back.
      const right = node.childForFieldName("right");
      return right !== null && !names.has(code.text(node.childForFieldName("left") ?? node)) && givesUp(code, right, names);
    }
    case "if_expression": {
      const otherwise = node.childForFieldName("alternative");
      const then = node.childForFieldName("consequence");
      return otherwise !== null && then !== null && givesUp(code, then, names) && givesUp(code, otherwise, names);
    }
    case "match_expression": {
      const arms = node.childForFieldName("body")?.namedChildren.filter((child) => child.type === "match_arm") ?? [];
      return arms.length > 0 && arms.every((arm) => givesUp(code, arm.childForFieldName("value") ?? arm, names));
    }
    case "call_expression": {
      const method = calledMethod(node);
      const moved = argumentsOf(node).some((argument) => (argument.type === "identifier" && names.has(code.text(argument))) || givesUp(code, argument, names));
      if (method && /^wait(?:_timeout|_while|_timeout_while)?$/.test(code.text(method))) return false;
      const receiver = receiverOf(node);
      return moved || (receiver !== undefined && receiver.type !== "identifier" && givesUp(code, receiver, names));
    }
    default:
      return false;
  }
}
