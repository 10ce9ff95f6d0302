/** Does a function's body do the work, or hand it on? (rules-core specification 5.8) */
import type { Code } from "../../engine/code.js";
import { calledMethod, receiverOf } from "../../engine/context.js";
import { calledPath } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";

const loops = ["for_expression", "while_expression", "loop_expression"];

/** Methods that take an input apart. */
const dissecting =
  /^(?:chars|char_indices|bytes|lines|windows|strip_prefix|strip_suffix|r?split(?!_to$|_off$)\w*|r?chunks\w*|as_chunks|get_[iu](?:8|16|32|64|128)\w*|get_f(?:32|64)\w*|read_[iu](?:8|16|32|64|128)\w*|from_str_radix|peek|next_if\w*|match_indices)$/;

/** Nodes of the given kinds in a body, those of functions inside it left out: they are work of their own. */
function ownNodes(code: Code, body: Node, kinds: readonly string[]): readonly Node[] {
  return code.below(body, kinds).filter((node) => {
    for (const up of code.ancestors(node)) {
      if (up.id === body.id && up.tree === body.tree) return true;
      if (up.type === "function_item") return false;
    }
    return true;
  });
}

/**
 * True when a body computes in a loop: `while` or `loop`, a loop in a loop, or one that indexes or adds up. A plain walk
 * over a collection is none.
 */
export function computesInLoop(code: Code, body: Node): boolean {
  return ownNodes(code, body, loops).some((loop) => loop.type !== "for_expression" || ownNodes(code, loop, [...loops, "index_expression", "compound_assignment_expr"]).length > 0);
}

/** True when a body calls the function it is the body of. */
export function callsItself(code: Code, body: Node, name: string): boolean {
  return ownNodes(code, body, ["call_expression"]).some((call) => {
    const path = calledPath(code, call);
    if (path !== undefined) return path === name || path === `Self::${name}`;
    const method = calledMethod(call);
    return method !== undefined && receiverOf(call)?.type === "self" && code.text(method) === name;
  });
}

/**
 * True when a body takes its input apart by itself: a loop, an index, a method that dissects, or a `match` that is no table.
 * @param byIndex an index counts; it says nothing where the input comes as a value already
 */
export function dissects(code: Code, body: Node, byIndex: boolean): boolean {
  return ownNodes(code, body, [...loops, "index_expression", "call_expression", "match_expression"]).some((node) => {
    switch (node.type) {
      case "call_expression": {
        const method = calledMethod(node);
        return method !== undefined && dissecting.test(code.text(method));
      }
      case "match_expression":
        return decides(code, node);
      case "for_expression": {
        // `for kind in Self::ALL` compares the input with a list of names.
        const value = node.childForFieldName("value");
        return value === null || !/^&?(?:Self\b|(?:\w+::)*[A-Z]\w*::)|\b[A-Z][A-Z0-9_]{2,}\b/.test(code.text(value));
      }
      case "index_expression":
        return byIndex && !isCopied(code, node) && !/^&?(?:\w+::)*[A-Z][A-Z0-9_]*\b/.test(code.text(node));
      default:
        return true;
    }
  });
}

/** Either side of `to.copy_from_slice(&from[..4])`: the bytes are taken as they are. */
function isCopied(code: Code, index: Node): boolean {
  let above = code.parent(index);
  if (above?.type === "reference_expression") above = code.parent(above);
  const call = above && code.parent(above);
  const method = call?.type === "call_expression" ? calledMethod(call) : undefined;
  return method !== undefined && /^(?:copy|clone)_from_slice$/.test(code.text(method));
}

const literal = /b?"|b?'(?:[^'\\]|\\.)+'|(?<![\w])\d/;

/** A `match` with three arms or more on characters, bytes or numbers that is not a list of literals and what they stand for. */
function decides(code: Code, match: Node): boolean {
  const arms = match.childForFieldName("body")?.namedChildren.filter((child) => child.type === "match_arm") ?? [];
  const patterns = arms.map((arm) => arm.childForFieldName("pattern")).flatMap((pattern) => (pattern ? [code.text(pattern).trim()] : []));
  if (patterns.length < 3 || !patterns.some((pattern) => literal.test(pattern))) return false;
  return !patterns.every((pattern) => /^(?:(?:b?"[^"]*"|b?'[^']*'|-?\d\w*|(?:\w+::)*[A-Z][A-Z0-9_]*)(?:\s*\|\s*)?)+$|^_$|^[a-z_]\w*$/.test(pattern));
}
