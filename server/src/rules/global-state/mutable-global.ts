import type { Code } from "../../engine/code.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { mutableTypeIn } from "../shared/interiorMutability.js";

const messages = {
  shared: "`{name}` is mutable state of the whole program behind `{type}`; pass it to the code that needs it",
  thread: "`{name}` is mutable state of its whole thread behind `{type}`; pass it to the code that needs it",
} as const;

const options = {
  atomics: { type: "boolean", default: false, description: "Report atomics too, which are everyday for ids, counters and flags." },
} as const;

type Context = RuleContext<typeof messages, typeof options>;

const declaringMacros: ReadonlySet<string> = new Set(["thread_local", "lazy_static"]);

export default defineRule({
  id: "mutable-global",
  group: "global-state",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Forbidden Practices: mutable global state",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["static"],
  blocks: "with-words",
  atWords: true,
  // `'static` is a lifetime, not a declaration.
  clues: [["static"]],
  wants: (segment) => /(?<!')\bstatic\b/.test(segment.text),
  summary: "Forbids statics whose value changes: a lock, cell or concurrent map in a `static`, `thread_local!` or `lazy_static!`.",
  why: "State that everything can reach ties distant code together: tests disturb each other, order of calls matters, locks nest by accident, and a second instance is impossible.",
  remedy: "Hold the state in a value that is passed to its users. A value that is set once belongs in a `OnceLock` or `LazyLock`.",
  limits: "Types are known by name. Atomics are left alone unless the option `atomics` is on, and so are `Mutex<()>` and its kind, which guard a section and hold nothing.",
  options,
  messages,
  on: {
    static_item(node, cx) {
      const { code } = cx;
      const type = node.childForFieldName("type");
      const name = node.childForFieldName("name");
      const macro = code.macroOf(node);
      // `static mut` is another rule's, and the two macros are read below.
      if (!type || !name || node.namedChildren.some((child) => child.type === "mutable_specifier")) return;
      if (macro && declaringMacros.has(code.macroName(macro))) return;
      const mutable = mutableTypeIn(code, code.text(type), cx.options.atomics);
      if (mutable) cx.report(name, { message: "shared", data: { name: nameOf(code, node), type: mutable } });
    },
    macro_invocation(node, cx) {
      const macro = cx.code.macroName(node);
      const input = node.namedChildren.find((child) => child.type === "token_tree");
      if (input && declaringMacros.has(macro)) visitDeclarations(cx, input, macro === "thread_local" ? "thread" : "shared");
    },
  },
});

/** `static [ref] NAME: Type = …` in the input of a macro, by tokens. */
function visitDeclarations(cx: Context, input: Node, message: keyof typeof messages): void {
  const tokens = input.children.filter((token) => token.type !== "line_comment" && token.type !== "block_comment");
  tokens.forEach((token, index) => {
    if (token.type !== "static") return;
    const name = tokens[cx.code.text(tokens[index + 1] ?? token) === "ref" ? index + 2 : index + 1];
    const colon = tokens[tokens.indexOf(name ?? token) + 1];
    if (!name || colon?.type !== ":") return;
    const end = typeEnd(cx.code, tokens, tokens.indexOf(colon) + 1);
    const mutable = mutableTypeIn(cx.code, cx.code.segment.text.slice(cx.code.end(colon), end), cx.options.atomics);
    if (mutable) cx.report(name, { message, data: { name: cx.code.text(name), type: mutable } });
  });
}

/** Segment offset of the `=` or `;` that ends a type in a list of tokens. */
function typeEnd(code: Code, tokens: readonly Node[], from: number): number {
  let depth = 0;
  for (const token of tokens.slice(from)) {
    if (token.type === "<") depth++;
    else if (token.type === ">") depth--;
    else if (token.type === ">>") depth -= 2;
    else if (token.type === ";" || (token.type === "=" && depth <= 0)) return code.start(token);
  }
  const last = tokens.at(-1);
  return last ? code.start(last) : 0;
}
