import type { Code } from "../../engine/code.js";
import { calledMethod, isAsyncContext } from "../../engine/context.js";
import { defineRule } from "../../engine/rule.js";
import { containsAny } from "../../engine/rules.js";
import type { Node } from "../../engine/syntax.js";
import { blockingMethod, blockingPath, macroWords, type Blocking } from "../shared/blockingCalls.js";
import { blockingFixes } from "../shared/blockingFixes.js";

export default defineRule({
  id: "blocking-in-async",
  group: "async",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Forbidden Practices: blocking operations in async contexts",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: macroWords,
  wants: (segment) => segment.text.includes("async") && containsAny(segment.text, macroWords),
  summary: "Forbids blocking calls on the threads that run async tasks.",
  why: "An executor runs many tasks on few threads. A call that blocks its thread stops every task on it: requests time out, and with all threads blocked the program hangs.",
  remedy: "Use the async form of the call (`tokio::fs`, `tokio::time::sleep`, `tokio::process`), or move the work to `spawn_blocking`.",
  limits: "A function that blocks inside and is called from async code is not seen, nor are `println!` and `std::sync::Mutex::lock`, whose short critical sections are accepted practice. A closure that is stored or passed to an unknown function is taken to run elsewhere.",
  options: {},
  messages: {
    blocks: "`{call}` blocks the thread that runs async tasks; {instead}",
    panics: "`{call}` blocks, and panics inside a tokio runtime; {instead}",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const method = calledMethod(node);
      const found = method ? blockingMethod(code, node, code.text(method)) : blockingPath(code, node);
      if (!found || (found.message === "blocks" && isAwaited(code, node)) || !isAsyncContext(code, node)) return;
      const target = node.childForFieldName("function") ?? node;
      const range = method ? { start: code.start(method), end: code.end(node) } : { start: code.start(target), end: code.end(target) };
      cx.report(node, { message: found.message, data: dataOf(found), range, fixes: () => blockingFixes(code, node, found) });
    },
  },
});

function dataOf(found: Blocking): { readonly call: string; readonly instead: string } {
  return { call: found.call, instead: found.instead };
}

function isAwaited(code: Code, call: Node): boolean {
  const parent = code.parent(call);
  return parent?.type === "await_expression";
}
