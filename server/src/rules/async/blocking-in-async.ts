import type { Code } from "../../engine/code.js";
import { calledMethod, isAsyncContext } from "../../engine/context.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { blockingMethod, blockingPath, macroWords, type Blocking } from "../shared/blockingCalls.js";
import { blockingCallee } from "../shared/blockingCallee.js";
import { blockingFixes } from "../shared/blockingFixes.js";
import { programEntryAround } from "../shared/programEntry.js";

const messages = {
  blocks: "`{call}` blocks the thread that runs async tasks; {instead}",
  panics: "`{call}` blocks, and panics inside a tokio runtime; {instead}",
  helper: "`{call}` blocks the thread that runs async tasks: it calls `{cause}`{way}; {instead}",
} as const;

export default defineRule({
  id: "blocking-in-async",
  group: "async",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Forbidden Practices: blocking operations in async contexts",
  scope: "crate",
  regions: ["production"],
  looksFor: "presence",
  needs: macroWords,
  wants: (segment) => segment.text.includes("async"),
  summary: "Forbids blocking calls on the threads that run async tasks.",
  why: "An executor runs many tasks on few threads. A call that blocks its thread stops every task on it: requests time out, and with all threads blocked the program hangs.",
  remedy: "Use the async form of the call (`tokio::fs`, `tokio::time::sleep`, `tokio::process`), or move the work to `spawn_blocking`.",
  limits: "Helpers are followed through free functions by path, associated functions and methods of `self`; methods of other values and of traits are not guessed, nor functions of other crates. What a helper does once (`get_or_init`) counts as start-up, and so do the helpers that a program's `main` calls. `println!` and `std::sync::Mutex::lock` are not reported: short critical sections are accepted practice. A closure that is stored or passed to an unknown function is taken to run elsewhere.",
  options: {},
  messages,
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const method = calledMethod(node);
      const found = method ? blockingMethod(code, node, code.text(method)) : blockingPath(code, node);
      if (!found) return helper(node, cx);
      if ((found.message === "blocks" && isAwaited(code, node)) || !isAsyncContext(code, node)) return;
      const target = node.childForFieldName("function") ?? node;
      const range = method ? { start: code.start(method), end: code.end(node) } : { start: code.start(target), end: code.end(target) };
      cx.report(node, { message: found.message, data: dataOf(found), range, fixes: () => blockingFixes(code, node, found) });
    },
  },
});

/** A call of a function of the crate that blocks, by itself or by what it calls. */
function helper(node: Node, cx: RuleContext<typeof messages>): void {
  const { code } = cx;
  const found = blockingCallee(code, node);
  if (!found || isAwaited(code, node) || !isAsyncContext(code, node) || programEntryAround(code, node)) return;
  const { written, steps, start, end } = found;
  const cause = steps.at(-1)?.call ?? "";
  const way = steps.length > 1 ? ` by way of ${steps.slice(1).map(({ owner, name }) => `\`${owner === "" ? name : `${owner}::${name}`}\``).join(" and ")}` : "";
  const instead = "move the call to `spawn_blocking`, or make what it calls async";
  const blocking: Blocking = { message: "blocks", call: written, instead };
  cx.report(node, { message: "helper", data: { call: written, cause, way, instead }, range: { start, end }, through: steps, fixes: () => blockingFixes(code, node, blocking) });
}

function dataOf(found: Blocking): { readonly call: string; readonly instead: string } {
  return { call: found.call, instead: found.instead };
}

function isAwaited(code: Code, call: Node): boolean {
  const parent = code.parent(call);
  return parent?.type === "await_expression";
}
