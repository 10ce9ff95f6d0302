import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { isStdType } from "../../engine/resolve.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { hasSideEffects } from "../shared/sideEffects.js";
import { mayRewrite } from "../shared/transparentMacros.js";

const lists = ["std::vec::Vec", "std::collections::VecDeque", "std::collections::LinkedList"];
const sets = ["std::collections::HashSet", "std::collections::BTreeSet"];

/** Collections that a question may be asked of the iterator instead. */
const collections: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  len: [...lists, "std::collections::BinaryHeap"],
  is_empty: [...lists, "std::collections::BinaryHeap", ...sets, "std::collections::HashMap", "std::collections::BTreeMap"],
  contains: [...lists, ...sets],
}));

const instead: ReadonlyMap<string, string> = new Map(Object.entries({ len: "count()", is_empty: "next().is_none()", contains: "any(…)" }));

export default defineRule({
  id: "needless-collect",
  group: "performance",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::needless_collect"],
  clause: "Optimization Guidelines: AVOID unnecessary allocations",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["collect"],
  clues: [["collect"], ["len", "is_empty", "contains"]],
  wants: (segment) => /\bcollect\s*::\s*<[^;]*\.\s*(?:len|is_empty|contains)\b/.test(segment.text),
  summary: "Finds iterators that are collected only to be counted or searched.",
  why: "The collection is allocated, filled and thrown away to answer a question the iterator can answer itself, often after its first item.",
  remedy: "Ask the iterator: `count()` for `len()`, `next().is_none()` for `is_empty()`, `any(|x| x == y)` for `contains(&y)`.",
  limits: "Only a direct chain is looked at, not a collection that is kept in a variable first, as in clippy. Where closures of the chain visibly have side effects, `is_empty()` and `contains()` are left alone, because the iterator would stop early.",
  options: {},
  messages: {
    collected: "the collection is built only for `{method}()` and thrown away; ask the iterator with `{instead}`",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const method = calledMethod(node);
      const name = method && code.text(method);
      const known = name === undefined ? undefined : collections.get(name);
      const collect = known && receiverOf(node);
      if (name === undefined || !known || collect?.type !== "call_expression" || argumentsOf(node).length !== (name === "contains" ? 1 : 0)) return;
      const verb = calledMethod(collect);
      const type = collectedType(collect);
      const chain = receiverOf(collect);
      if (!verb || !type || !chain || code.text(verb) !== "collect") return;
      const written = code.text(type);
      const last = /(\w+)\s*(?:::)?\s*(?:<|$)/.exec(written)?.[1];
      const full = known.find((path) => path.endsWith(`::${last}`));
      if (full === undefined || !isStdType(code, written, full, node) || isParallel(code, chain)) return;
      if (name !== "len" && hasSideEffects(code, chain)) return;
      cx.report(node, {
        message: "collected",
        data: { method: name, instead: instead.get(name) ?? "" },
        range: { start: code.start(verb), end: code.end(collect) },
        fixes: () => fixes(code, node, name, chain, code.start(verb), type),
      });
    },
  },
});

/** The type in `collect::<T>()`. */
function collectedType(collect: Node): Node | undefined {
  const target = collect.childForFieldName("function");
  return target?.type === "generic_function" ? target.childForFieldName("type_arguments")?.namedChildren.find((child) => !child.type.endsWith("comment")) : undefined;
}

/** rayon's iterators have no `next`, and do their work in `collect`. */
function isParallel(code: Code, chain: Node): boolean {
  return /\b(?:par_\w+|into_par_iter)\b/.test(code.text(chain));
}

function fixes(code: Code, node: Node, name: string, chain: Node, start: number, type: Node): readonly Fix[] {
  const end = code.end(node);
  // A comment inside would be lost.
  if (!mayRewrite(code, node) || /\/[/*]/.test(code.segment.text.slice(start, end))) return [];
  const newText = name === "len" ? "count()" : isTemporary(chain) ? (name === "is_empty" ? "next().is_none()" : anyCall(code, node)) : undefined;
  if (newText === undefined) return [];
  // Where the collection spells out its items, it may be what tells the closures before it their types.
  const inferred = /^[\w:\s]+(?:<[\s_,]*>)?$/.test(code.text(type));
  return [{ title: `Replace by \`${newText}\``, kind: "quickfix", applicability: name === "len" && inferred ? "safe" : "suggestion", preferred: true, edits: [{ start, end, newText }] }];
}

/** A call's result can be advanced; a variable would have to be `mut`. */
function isTemporary(chain: Node): boolean {
  return chain.type === "call_expression" || chain.type === "macro_invocation" || chain.type === "range_expression" || (chain.type === "parenthesized_expression" && chain.firstNamedChild?.type === "range_expression");
}

/** `contains(&y)` → `any(|x| x == y)`; undefined where evaluating the operand each time could matter. */
function anyCall(code: Code, node: Node): string | undefined {
  const [argument] = argumentsOf(node);
  if (!argument) return undefined;
  const referred = argument.type === "reference_expression" ? argument.childForFieldName("value") : undefined;
  const value = referred ?? argument;
  if (!/^[\w.:]+$|^"[^"\\]*"$|^'.*'$/.test(code.text(value)) || value.type === "call_expression") return undefined;
  const item = /\bx\b/.test(code.text(value)) ? "item" : "x";
  return `any(|${item}| ${item} == ${referred ? "" : "*"}${code.text(value)})`;
}
