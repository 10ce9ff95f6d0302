import { isConstContext, receiverOf } from "../../engine/context.js";
import { defineRule } from "../../engine/rule.js";
import { unwrapFixes } from "../shared/unwrapFixes.js";
import { pathUnwrapCall, unwrapMethod, unwrapPath } from "../shared/questionMarkCalls.js";
import { looksLikeMessage } from "../shared/questionMarkMessage.js";
import { hasOwnMethod } from "../shared/receivers.js";

const names: ReadonlySet<string> = new Set(["expect", "expect_err"]);

export default defineRule({
  id: "expect-in-production",
  group: "panics",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::expect_used"],
  clause: "Forbidden Practices: `unwrap()` in production code (except in tests)",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["expect", "expect_err"],
  blocks: "with-words",
  atWords: true,
  summary: "Forbids `expect()` and `expect_err()` with a message outside tests.",
  why: "An `expect` is an `unwrap` with a message: the process still panics, and the caller cannot choose what to do about it.",
  remedy: "Return the error and let the message become its context; where the value truly cannot be absent, waive the finding and give the invariant as the reason.",
  limits: "Parsers have an `expect` of their own, so only calls whose argument looks like a message count; a message in a variable with another name is not seen. `expect` on `self` and calls followed by `?` are taken for a parser's.",
  options: {},
  messages: {
    panics: "`{method}()` panics on the error; return it, or waive with the invariant that rules it out",
    value: "`{method}` as a function panics on the error; return it, or waive with the invariant that rules it out",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const unwrap = unwrapMethod(code, node, names, 1);
      if (!unwrap?.message || !looksLikeMessage(code, unwrap.message)) return;
      // A real `expect` would have panicked already: an operand of `?` comes from a parser that returns its errors.
      if (receiverOf(node)?.type === "self" || code.parent(node)?.type === "try_expression") return;
      if (isConstContext(code, node) || hasOwnMethod(code, node, unwrap.name)) return;
      cx.report(node, { message: "panics", data: { method: unwrap.name }, range: { start: code.start(unwrap.method), end: code.end(node) }, fixes: (fix) => unwrapFixes(code, unwrap, fix) });
    },
    scoped_identifier(node, cx) {
      const { code } = cx;
      const found = unwrapPath(code, node, names);
      if (!found || isConstContext(code, node)) return;
      cx.report(node, {
        message: "value",
        data: { method: `${found.type}::${found.name}` },
        fixes: (fix) => {
          const unwrap = pathUnwrapCall(code, node, found.type, found.name);
          return unwrap?.message ? unwrapFixes(code, unwrap, fix) : [];
        },
      });
    },
  },
});
