import type { Code } from "../../engine/code.js";
import { isConstContext } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { calledPath, resolvePath } from "../../engine/resolve.js";
import { defineRule, type FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { returnErrorFix } from "../shared/questionMarkPanic.js";

const panicAny: ReadonlySet<string> = new Set(["std::panic::panic_any"]);

export default defineRule({
  id: "panic-in-production",
  group: "panics",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::panic"],
  clause: "Mandatory Constraints: ALWAYS implement proper error propagation",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: (options) => ["panic", "panic_any", ...options.macros],
  blocks: "with-words",
  atWords: true,
  summary: "Forbids `panic!` and `panic_any` outside tests.",
  why: "A panic ends the thread for reasons the caller never sees in a signature; a service loses the request, a library takes its host down.",
  remedy: "Return an error that names what went wrong. Where only a bug can lead here, say so with `unreachable!` and its invariant, or waive the finding with that reason.",
  limits: "`unreachable!` and assertions state invariants and are left alone unless the option `macros` names them. A file that defines or imports a macro of the same name is trusted to mean its own.",
  options: {
    macros: { type: "strings", default: ["panic"], description: "Macros that are reported, by name; `unreachable` and `assert` can be added." },
  },
  messages: {
    panics: "`{name}!` takes the thread down; return an error instead",
    call: "`panic_any` takes the thread down; return an error instead",
  },
  on: {
    macro_invocation(node, cx) {
      const { code } = cx;
      const path = node.childForFieldName("macro");
      if (!path || isConstContext(code, node)) return;
      const name = code.macroName(node);
      if (!cx.options.macros.includes(name) || !isStdMacro(code, code.text(path).replace(/\s/g, ""), name)) return;
      // The range is the macro's path with its `!`.
      const bang = node.children.find((child) => child.type === "!");
      cx.report(node, { message: "panics", data: { name }, range: { start: code.start(node), end: code.end(bang ?? path) }, fixes: (fix) => fixes(code, node, name, fix) });
    },
    call_expression(node, cx) {
      const { code } = cx;
      const path = calledPath(code, node);
      const target = node.childForFieldName("function");
      if (!path?.includes("panic_any") || !target || isConstContext(code, node)) return;
      if (resolvePath(code, path, node, panicAny) !== "std::panic::panic_any") return;
      cx.report(node, { message: "call", range: { start: code.start(target), end: code.end(target) } });
    },
  },
});

/** `panic`, `std::panic`, `::core::panic`; not a macro of that name from elsewhere. */
function isStdMacro(code: Code, path: string, name: string): boolean {
  if (path !== name) return path === `std::${name}` || path === `core::${name}` || path === `::std::${name}` || path === `::core::${name}`;
  if (code.facts.ask("definesMacro", name)) return false;
  const binding = code.facts.ask("binding", code.place.scope.key, name);
  return binding?.kind !== "import" || /^(?:std|core)::/.test(binding.path);
}

function fixes(code: Code, node: Node, name: string, fix: FixContext): readonly Fix[] {
  // An assertion panics only when its condition is false: it cannot be replaced as a whole.
  return name === "panic" || name === "unreachable" ? returnErrorFix(code, node, fix) : [];
}
