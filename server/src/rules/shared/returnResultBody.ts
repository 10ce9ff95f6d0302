/** Puts the values a function returns into `Ok(…)` (rules-core specification 6.3). */
import type { Code } from "../../engine/code.js";
import { enclosingCallable } from "../../engine/context.js";
import type { Edit } from "../../engine/finding.js";
import type { Node } from "../../engine/syntax.js";
import { tailOf } from "./questionMarkTarget.js";

/** Block-like expressions: as a tail of type `()` they can stay as a statement. */
const blockLike: ReadonlySet<string> = new Set(["if_expression", "match_expression", "while_expression", "for_expression", "loop_expression", "block", "unsafe_block"]);
const divergingMacros: ReadonlySet<string> = new Set(["panic", "unreachable", "todo", "unimplemented"]);

/**
 * Edits that make a body return a Result.
 * @param unit the function returns nothing
 * @returns undefined when a `return` may hide in a macro, when `?` is used already, or when the body ends in an endless loop
 */
export function bodyEdits(code: Code, fn: Node, unit: boolean): readonly Edit[] | undefined {
  const body = fn.childForFieldName("body");
  if (!body) return undefined;
  for (const macro of code.below(body, ["macro_invocation"])) if (/\b(?:return|try|bail|ensure)\b/.test(code.text(macro))) return undefined;
  const own = (node: Node): boolean => enclosingCallable(code, node)?.id === fn.id;
  if (code.below(body, ["try_expression"]).some(own)) return undefined;
  const edits: Edit[] = [];
  for (const jump of code.below(body, ["return_expression"]).filter(own)) edits.push(...wrapReturn(code, jump, unit));
  const tail = tailOf(body);
  if (!tail) {
    const last = body.namedChildren.findLast((child) => child.type !== "line_comment" && child.type !== "block_comment");
    return unit && !diverges(code, last?.type === "expression_statement" ? (last.firstNamedChild ?? undefined) : last) ? [...edits, appendOk(code, body, false)] : edits;
  }
  if (tail.type === "return_expression" || isDivergingMacro(code, tail)) return edits;
  if (tail.type === "loop_expression" && !hasBreak(tail)) return undefined;
  if (unit) return [...edits, appendOk(code, body, !blockLike.has(tail.type))];
  return [...edits, insert(code.start(tail), "Ok("), insert(code.end(tail), ")")];
}

function wrapReturn(code: Code, jump: Node, unit: boolean): readonly Edit[] {
  const value = jump.firstNamedChild;
  if (value) return [insert(code.start(value), "Ok("), insert(code.end(value), ")")];
  return unit ? [insert(code.end(jump), " Ok(())")] : [];
}

/** A new last line `Ok(())`; `close` ends the expression before it with `;`. */
function appendOk(code: Code, body: Node, close: boolean): Edit {
  const text = code.segment.text;
  const brace = code.end(body) - 1;
  const last = body.namedChildren[body.namedChildren.length - 1];
  const semicolonAt = close ? tailOf(body) : undefined;
  const lineStart = text.lastIndexOf("\n", brace - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", code.start(body) - 1) + 1))?.[0] ?? "";
  if (!last || text.slice(lineStart, brace).trim() !== "") {
    // A body on one line stays on one line.
    const at = last ? code.end(last) : brace;
    return insert(at, `${semicolonAt ? ";" : ""} Ok(()) `.replace(/ $/, text[at] === " " ? "" : " "));
  }
  const from = semicolonAt ? code.end(semicolonAt) : lineStart;
  const between = semicolonAt ? `;${text.slice(from, lineStart)}` : "";
  return { start: from, end: lineStart, newText: `${between}${indent}    Ok(())\n` };
}

function insert(at: number, newText: string): Edit {
  return { start: at, end: at, newText };
}

/** The last statement never ends, so nothing comes after it. */
function diverges(code: Code, node: Node | undefined): boolean {
  return node !== undefined && (node.type === "return_expression" || isDivergingMacro(code, node));
}

function isDivergingMacro(code: Code, node: Node): boolean {
  return node.type === "macro_invocation" && divergingMacros.has(code.macroName(node));
}

/** A `break` that leaves this loop. */
function hasBreak(loop: Node): boolean {
  return loop.descendantsOfType("break_expression").some((jump) => {
    if (jump?.namedChildren.some((child) => child.type === "label")) return true;
    for (let up = jump?.parent; up; up = up.parent) {
      if (up.id === loop.id) return true;
      if (up.type === "loop_expression" || up.type === "while_expression" || up.type === "for_expression" || up.type === "closure_expression" || up.type === "async_block") return false;
    }
    return false;
  });
}
