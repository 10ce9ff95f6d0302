import type { Code } from "../../engine/code.js";
import { calledMethod, isAsyncContext } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { givesUp, guardOf, type Guard } from "../shared/lockGuards.js";

const awaitingMacros: ReadonlySet<string> = new Set(["join", "try_join", "select", "select_biased"]);
const boundaries: ReadonlySet<string> = new Set(["closure_expression", "async_block", "gen_block", "function_item"]);

export default defineRule({
  id: "lock-held-across-await",
  group: "async",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::await_holding_lock", "clippy::await_holding_refcell_ref"],
  clause: "Forbidden Practices: blocking operations in async contexts",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["await", "join!", "select!", "select_biased!"],
  clues: [["await", "join*", "select*"], ["lock", "read", "write", "borrow", "borrow_mut"]],
  wants: (segment) => /\bawait\b|\b(?:join|select)/.test(segment.text) && /\b(?:lock|read|write|borrow|borrow_mut)\s*\(\s*\)/.test(segment.text),
  summary: "Forbids a lock guard or a `RefCell` borrow that lives across an `.await`.",
  why: "A task that waits with the lock in its hands can be parked for long. Every thread that wants the lock then blocks, and with it the tasks it would run, among them maybe the one that has to finish first.",
  remedy: "Copy what you need out and let the guard go before the `.await`: a block of its own, or `drop(guard)`. Where the lock must stay, use an async lock such as `tokio::sync::Mutex`.",
  limits: "Guards in struct fields and guards returned by functions are not followed. `lock()`, `read()` and `write()` count when their result is unwrapped, or in a file that imports `parking_lot`. Unlike the lint, a guard that is dropped on the path to the `.await` is not reported.",
  options: {},
  messages: {
    guard: "the guard of `{method}()` lives across an `.await`, so {consequence}; drop it first, or use an async lock",
    temporary: "the temporary guard of `{method}()` lives to the end of its statement and across an `.await`, so {consequence}; copy what you need into a `let` of its own first",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const guard = guardOf(code, node);
      if (!guard || !isAsyncContext(code, node)) return;
      const waiting = firstAwait(code, guard);
      const method = calledMethod(node);
      if (!waiting || !method) return;
      const consequence = guard.method.startsWith("borrow") ? "another borrow meanwhile panics" : "others block on the lock while this task waits";
      const end = code.end(waiting);
      cx.report(node, {
        message: guard.binding ? "guard" : "temporary",
        data: { method: guard.method, consequence },
        range: { start: code.start(method), end: code.end(node) },
        related: [{ start: waiting.type === "await_expression" ? end - "await".length : code.start(waiting), end, message: "the guard is still alive here" }],
        fixes: () => dropFix(code, guard, waiting),
      });
    },
  },
});

/** The first point at which the task waits while the guard lives. */
function firstAwait(code: Code, guard: Guard): Node | undefined {
  const whole = guard.binding ? guard.binding.parent : guard.scope;
  if (!whole) return undefined;
  const from = guard.binding ? code.end(guard.binding) : code.end(guard.call);
  const names = guard.binding ? withRenames(code, whole, guard.names) : guard.names;
  const shadowed = guard.binding ? shadowedAt(code, guard.binding, names) : Infinity;
  return code
    .below(whole, ["await_expression", "macro_invocation"])
    .filter((node) => {
      if (node.type === "macro_invocation" ? !awaitingMacros.has(code.macroName(node)) || code.start(node) < from : code.end(node) <= from) return false;
      // Operands evaluated before the guard is taken do not wait with it.
      if (!guard.binding && code.start(node) > code.start(guard.call) && code.start(node) < from) return false;
      return !isElsewhere(code, node, whole) && !isElse(code, node, whole) && !isGivenUp(code, node, whole, from, names, shadowed);
    })
    .sort((a, b) => code.end(a) - code.end(b))[0];
}

/** In a closure, async block or function of its own inside `whole`. */
function isElsewhere(code: Code, node: Node, whole: Node): boolean {
  for (const up of code.ancestors(node)) {
    if (up.id === whole.id) return false;
    if (boundaries.has(up.type)) return true;
  }
  return false;
}

/** In the `else` of the `if let` whose temporaries edition 2024 drops before it. */
function isElse(code: Code, node: Node, whole: Node): boolean {
  const otherwise = whole.type === "if_expression" ? whole.childForFieldName("alternative") : null;
  return otherwise !== null && code.start(node) >= code.start(otherwise);
}

/** Some statement on the way to the node gives the guard up. */
function isGivenUp(code: Code, node: Node, whole: Node, from: number, names: ReadonlySet<string>, shadowed: number): boolean {
  if (names.size === 0) return false;
  let below = node;
  for (const up of code.ancestors(node)) {
    if (up.type === "block") {
      for (const statement of up.namedChildren) {
        if (code.start(statement) >= code.start(below) || code.start(statement) >= shadowed) break;
        if (code.start(statement) >= from && givesUp(code, statement, names)) return true;
      }
    }
    if (up.id === whole.id) return false;
    below = up;
  }
  return false;
}

/** The guard's names with those a later `let other = guard;` gives it. */
function withRenames(code: Code, block: Node, names: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(names);
  for (const declaration of code.below(block, ["let_declaration"])) {
    const pattern = declaration.childForFieldName("pattern");
    const value = declaration.childForFieldName("value");
    if (pattern?.type === "identifier" && value?.type === "identifier" && all.has(code.text(value))) all.add(code.text(pattern));
  }
  return all;
}

/** Offset from which a guard's name means another value: a later `let` of the same name that does not use the guard up. */
function shadowedAt(code: Code, binding: Node, names: ReadonlySet<string>): number {
  for (let next = binding.nextNamedSibling; next; next = next.nextNamedSibling) {
    if (next.type !== "let_declaration") continue;
    const pattern = next.childForFieldName("pattern");
    const value = next.childForFieldName("value");
    if (pattern?.type !== "identifier" || !names.has(code.text(pattern)) || value?.type === "identifier") continue;
    if (givesUp(code, next, names)) continue;
    return code.end(next);
  }
  return Infinity;
}

/** `drop(guard);` before the statement that waits, when neither the guard nor anything made of it is used from there on. */
function dropFix(code: Code, guard: Guard, waiting: Node): readonly Fix[] {
  const block = guard.binding?.parent;
  const [name] = guard.names;
  if (!block || name === undefined || guard.names.size !== 1) return [];
  const from = code.end(guard.binding ?? guard.call);
  const statement = block.namedChildren.find((child) => code.start(child) >= from && code.start(child) <= code.start(waiting) && code.end(child) >= code.end(waiting));
  if (!statement || statement.type === "line_comment") return [];
  const start = code.start(statement);
  const text = code.segment.text;
  const rest = text.slice(start, code.end(block));
  // Moved on some path already: a second move does not compile.
  if (new RegExp(`[(,]\\s*${name}\\s*[,)]`).test(text.slice(from, start))) return [];
  const derived = [name];
  for (const declaration of code.below(block, ["let_declaration"])) {
    if (code.start(declaration) < from || code.start(declaration) >= start) continue;
    if (!new RegExp(`\\b(?:${derived.join("|")})\\b`).test(code.text(declaration.childForFieldName("value") ?? declaration))) continue;
    derived.push(...(code.text(declaration.childForFieldName("pattern") ?? declaration).match(/\b[a-z_]\w*\b/g) ?? []));
  }
  if (new RegExp(`\\b(?:${derived.join("|")})\\b`).test(rest)) return [];
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const indent = text.slice(line, start);
  const edit = indent.trim() === "" ? { start: line, end: line, newText: `${indent}drop(${name});\n` } : { start, end: start, newText: `drop(${name}); ` };
  return [{ title: `Drop \`${name}\` before the \`.await\``, kind: "quickfix", applicability: "suggestion", edits: [edit] }];
}
