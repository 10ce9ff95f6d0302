import { argumentsOf, calledMethod, isConstContext } from "../../engine/context.js";
import { defineRule } from "../../engine/rule.js";
import { hasOwnMethod } from "../shared/receivers.js";

const methods: ReadonlySet<string> = new Set(["unwrap", "unwrap_err"]);

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
  needs: ["unwrap"],
  summary: "Forbids `unwrap()` and `unwrap_err()` outside tests.",
  why: "A panic takes the thread or the task down and throws the error away; the caller can neither handle nor report it.",
  remedy: "Return the error with `?`, give a fallback, or handle the absent case with `let … else`.",
  limits: "Methods of foreign types named `unwrap` are reported; so are values that cannot fail, such as `Result<T, Infallible>`, because types are not known.",
  options: {
    allowLockUnwrap: { type: "boolean", default: false, description: "Accept `unwrap()` directly on `lock()`, `read()` and `write()`, whose error means that another thread panicked." },
  },
  messages: {
    panics: "`{method}()` panics on the error; propagate it",
    value: "`{method}` as a function panics on the error; propagate it",
  },
  on: {
    call_expression(node, cx) {
      const method = calledMethod(node);
      if (!method) return;
      const name = cx.code.text(method);
      if (!methods.has(name) || argumentsOf(node).length > 0) return;
      if (isConstContext(cx.code, node) || hasOwnMethod(cx.code, node, name)) return;
      cx.report(node, { message: "panics", data: { method: name }, range: { start: cx.code.start(method), end: cx.code.end(node) } });
    },
    scoped_identifier(node, cx) {
      const name = node.childForFieldName("name");
      const path = node.childForFieldName("path");
      if (!name || !path || !methods.has(cx.code.text(name))) return;
      const base = cx.code.text(path).replace(/<.*$/s, "").replace(/::$/, "");
      const type = base.slice(base.lastIndexOf(":") + 1);
      if (type !== "Option" && type !== "Result") return;
      if (isConstContext(cx.code, node)) return;
      cx.report(node, { message: "value", data: { method: `${type}::${cx.code.text(name)}` } });
    },
  },
});
