/** Code that runs again and again: bodies of loops, closures that an iterator calls for each item. */
import type { Code } from "../../engine/code.js";
import { calledMethod, receiverOf } from "../../engine/context.js";
import type { Node } from "../../engine/syntax.js";

const callables: ReadonlySet<string> = new Set(["function_item", "async_block", "gen_block", "const_item", "static_item", "const_block"]);

/** Methods that only iterators and collections have, and that call their closure for each item. */
const perItem: ReadonlySet<string> = new Set(
  "for_each flat_map filter_map any all find_map position rposition take_while skip_while map_while try_for_each try_fold fold rfold partition max_by_key min_by_key sort_by sort_by_key sort_unstable_by sort_unstable_by_key sort_by_cached_key dedup_by_key scan partition_point chunk_by par_iter".split(" "),
);
/** Methods that `Option` has too: they repeat where the receiver is visibly an iterator. */
const shared: ReadonlySet<string> = new Set("map filter inspect find retain is_some_and".split(" "));
const iterators: ReadonlySet<string> = new Set(
  "iter iter_mut into_iter lines chars bytes char_indices split split_whitespace split_terminator splitn rsplit matches windows chunks chunks_exact keys values values_mut into_keys into_values drain enumerate zip rev filter_map flat_map skip step_by chain cycle peekable cloned copied par_iter into_par_iter filter map_while take_while skip_while components ancestors walk read_dir".split(" "),
);

/** The body of the nearest loop around a node in the same callable; closures that run in place for each item count with it. */
export function loopAround(code: Code, node: Node): Node | undefined {
  let below = node;
  for (const up of code.ancestors(node)) {
    if (up.type === "closure_expression" || callables.has(up.type)) return undefined;
    if (isTurn(up, below)) return up;
    below = up;
  }
  return undefined;
}

/** The loop, or the closure an iterator calls for each item, in which a node is evaluated again and again. */
export function repeatedBy(code: Code, node: Node): Node | undefined {
  let below = node;
  for (const up of code.ancestors(node)) {
    if (isTurn(up, below)) return up;
    if (up.type === "closure_expression") return isPerItem(code, up) ? up : undefined;
    if (callables.has(up.type)) return undefined;
    below = up;
  }
  return undefined;
}

/** `below` is evaluated in every turn of the loop `up`: its body, or the condition of a `while`. */
function isTurn(up: Node, below: Node): boolean {
  if (up.type === "while_expression") return true;
  return (up.type === "for_expression" || up.type === "loop_expression") && up.childForFieldName("body")?.id === below.id;
}

function isPerItem(code: Code, closure: Node): boolean {
  const list = code.parent(closure);
  const call = list?.type === "arguments" ? code.parent(list) : undefined;
  const method = call?.type === "call_expression" ? calledMethod(call) : undefined;
  if (!call || !method) return false;
  const name = code.text(method);
  if (perItem.has(name)) return true;
  if (!shared.has(name)) return false;
  for (let at = receiverOf(call); at?.type === "call_expression"; at = receiverOf(at)) {
    const step = calledMethod(at);
    if (step && iterators.has(code.text(step))) return true;
    if (!step) return false;
  }
  return false;
}
