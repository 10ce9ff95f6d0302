import { isConstContext } from "../../engine/context.js";
import { defineRule } from "../../engine/rule.js";
import { unwrapFixes } from "../shared/unwrapFixes.js";
import { pathUnwrapCall, unwrapMethod, unwrapPath } from "../shared/questionMarkCalls.js";
import { valueKind } from "../shared/questionMarkReceiver.js";
import { hasOwnMethod } from "../shared/receivers.js";

const names: ReadonlySet<string> = new Set(["unwrap", "unwrap_err"]);

export default defineRule({
  id: "unwrap-in-production",
  group: "panics",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::unwrap_used"],
  clause: "Forbidden Practices: `unwrap()` in production code (except in tests)",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["unwrap", "unwrap_err"],
  blocks: "with-words",
  atWords: true,
  summary: "Forbids `unwrap()` and `unwrap_err()` outside tests.",
  why: "A panic takes the thread or the task down and throws the error away; the caller can neither handle nor report it.",
  remedy: "Return the error with `?`, give a fallback, or handle the absent case with `let … else`.",
  limits:
    "Methods of foreign types named `unwrap` are reported; so are values that cannot fail, such as `Result<T, Infallible>`, because types are not known. Unlike clippy, `Option::unwrap` as a value (`.map(Option::unwrap)`) is reported too, and code under any test-only `cfg` is not.",
  options: {
    allowLockUnwrap: { type: "boolean", default: false, description: "Accept `unwrap()` directly on the `lock()`, `read()` and `write()` of std's locks and on waits for condition variables, whose error means that another thread panicked." },
  },
  messages: {
    panics: "`{method}()` panics on the error; propagate it",
    value: "`{method}` as a function panics on the error; propagate it",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const unwrap = unwrapMethod(code, node, names, 0);
      if (!unwrap || isConstContext(code, node) || hasOwnMethod(code, node, unwrap.name)) return;
      if (cx.options.allowLockUnwrap && unwrap.name === "unwrap" && valueKind(code, unwrap.value).stuck === "poison") return;
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
          return unwrap ? unwrapFixes(code, unwrap, fix) : [];
        },
      });
    },
  },
});
