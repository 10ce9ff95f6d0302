import { defineRule } from "../../engine/rule.js";
import { endsByContract, guardsAnInvariant } from "../shared/abortGuards.js";
import { inDropImpl } from "../shared/dropImpl.js";
import { programEntryAround } from "../shared/programEntry.js";
import { resolvedCall } from "../shared/resolvedCalls.js";

const ending: ReadonlySet<string> = new Set(["std::process::exit", "std::process::abort"]);

export default defineRule({
  id: "process-exit",
  group: "errors",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::exit"],
  clause: "Mandatory Constraints: NEVER compromise on error handling",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["exit", "abort"],
  blocks: "with-words",
  summary: "Forbids `std::process::exit` and `abort` outside the `main` of a program.",
  why: "The process ends on the spot: no destructor runs, buffers are not flushed, and the caller gets no say. What was an error for one caller becomes the end of everybody's program.",
  remedy: "Return an error up to `main` and let it end the program, with `ExitCode` or by returning a `Result`.",
  limits: "A function that is passed as a value (`unwrap_or_else(std::process::abort)`) is not seen. An `abort` in an `impl Drop` is accepted: there is no caller to return an error to. So is one that keeps a counter from overflowing (`if count > isize::MAX as usize`) or a panic from going on (after `catch_unwind`, in a panic hook): no error could be returned there. A function that returns `!` and is named after it (`exit`, `abort`) says what it does to whoever calls it, and in a program every function that returns `!` does. Unlike the lint it looks into methods and knows `abort`.",
  options: {},
  messages: {
    ends: "`{call}` ends the whole process without running destructors; return an error and let `main` decide",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const full = resolvedCall(code, node, ending);
      if (full === undefined || programEntryAround(code, node)) return;
      // A destructor that aborts keeps a panic from unwinding through broken invariants; it has no caller to tell.
      if (full === "std::process::abort" && (inDropImpl(code, node) || guardsAnInvariant(code, node))) return;
      if (endsByContract(code, node)) return;
      const target = node.childForFieldName("function") ?? node;
      cx.report(node, { message: "ends", data: { call: full.slice("std::".length) }, range: { start: code.start(target), end: code.end(target) } });
    },
  },
});
