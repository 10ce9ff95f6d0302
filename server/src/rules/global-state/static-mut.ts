import type { Code } from "../../engine/code.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";

export default defineRule({
  id: "static-mut",
  group: "global-state",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["static_mut_refs"],
  clause: "Forbidden Practices: mutable global state",
  scope: "item",
  regions: ["production"],
  looksFor: "presence",
  needs: ["static"],
  blocks: "with-words",
  atWords: true,
  clues: [["static"], ["mut"]],
  wants: (segment) => /\bstatic\s+mut\b/.test(segment.text),
  summary: "Forbids `static mut`.",
  why: "Every use of a `static mut` is unsafe, nothing keeps two threads from using it at once, and even taking a reference to it is undefined behaviour when another one lives.",
  remedy: "Pass the state to the code that needs it. Where it must be global and is set once, use `OnceLock` or `LazyLock`; for a counter or a flag, an atomic.",
  limits: "Declarations in `extern` blocks are not reported: the foreign side owns them. The lint `static_mut_refs` reports uses; this rule reports the declaration.",
  options: {},
  messages: {
    declared: "`static mut {name}` is mutable global state that any thread can race on; pass it to its users, or use an atomic, `OnceLock` or `LazyLock`",
  },
  on: {
    static_item(node, cx) {
      const name = node.childForFieldName("name");
      if (!name || !node.namedChildren.some((child) => child.type === "mutable_specifier") || isForeign(cx.code, node)) return;
      const keyword = node.children.find((child) => child.type === "static") ?? node;
      cx.report(node, { message: "declared", data: { name: nameOf(cx.code, node) }, range: { start: cx.code.start(keyword), end: cx.code.end(name) } });
    },
  },
});

/** Declared in an `extern` block. */
function isForeign(code: Code, node: Node): boolean {
  for (const up of code.ancestors(node)) {
    if (up.type === "foreign_mod_item") return true;
    if (up.type === "block") return false;
  }
  return code.place.containers.at(-1)?.keyword === "extern-block" && code.parent(node) === undefined;
}
