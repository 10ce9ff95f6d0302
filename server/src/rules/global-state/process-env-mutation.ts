import { enclosingCallable, hasModifier } from "../../engine/context.js";
import { defineRule } from "../../engine/rule.js";
import { isProgramEntry } from "../shared/programEntry.js";
import { resolvedCall } from "../shared/resolvedCalls.js";

const changing: ReadonlySet<string> = new Set(["std::env::set_var", "std::env::remove_var", "std::env::set_current_dir"]);

export default defineRule({
  id: "process-env-mutation",
  group: "global-state",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["deprecated_safe_2024"],
  clause: "Forbidden Practices: mutable global state",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["set_var", "remove_var", "set_current_dir"],
  blocks: "with-words",
  summary: "Forbids changing environment variables and the current directory of the process.",
  why: "Environment and current directory belong to every thread at once. On most systems changing a variable while another thread reads one is undefined behaviour, and a moved directory breaks every relative path of the program.",
  remedy: "Pass the value to the code that needs it. For a child process use `Command::env` and `Command::current_dir`; for files, join paths to a base directory.",
  limits: "Calls that stand directly in the synchronous `main` of a program are accepted: no other thread runs yet.",
  options: {},
  messages: {
    changes: "`{call}` changes {what} of the whole process under every thread; pass the value to the code that needs it",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const full = resolvedCall(code, node, changing);
      if (full === undefined) return;
      const callable = enclosingCallable(code, node);
      // In an `async fn main` the runtime's threads run already.
      if (callable && isProgramEntry(code, callable) && !hasModifier(callable, "async")) return;
      const target = node.childForFieldName("function") ?? node;
      const what = full.endsWith("set_current_dir") ? "the current directory" : "the environment";
      cx.report(node, { message: "changes", data: { call: full.slice("std::".length), what }, range: { start: code.start(target), end: code.end(target) } });
    },
  },
});
