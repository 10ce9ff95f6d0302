import { isTrivia, type Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { hasNoRoom, saysNothing, saysSomething } from "../shared/silentErrors.js";
import { mayRewrite } from "../shared/transparentMacros.js";

export default defineRule({
  id: "error-context-discarded",
  group: "errors",
  since: "0.1.0",
  severity: "information",
  profiles: ["service"],
  lints: ["clippy::map_err_ignore"],
  clause: "Code Requirements: REQUIRED: Explicit error types, `#[from]`",
  scope: "function",
  regions: ["production"],
  looksFor: "presence",
  needs: ["map_err"],
  atWords: true,
  summary: "Asks `map_err` to keep the error it replaces.",
  why: "`map_err(|_| …)` throws away why the operation failed. Whoever reads the new error, in a log or through `source()`, finds the end of the story and not its cause.",
  remedy: "Put the error into the new one: as a field with `#[from]` or `#[source]`, or in its text. A closure that names it `|_ignored|` says that the loss is intended.",
  limits: "Reported where the error is known to say something, by its type in this file or because the call reads, opens or parses; an option reports the others too. Accepted, unlike by the lint, where the error says nothing more or cannot be kept: that of number conversions, locks, channels, reserved memory, `set`, `downcast`, sealed cryptography, one of type `()` or of a type of the file without fields. So is a new error that has the text which could not be read, since reading it again gives the cause, and one that has no room: `()`, `fmt::Error`, a struct without fields, the constructors of serde.",
  options: {
    unknownErrors: { type: "boolean", default: false, description: "Report too where the type of the error is not in view and the call does not tell what it is." },
  },
  messages: {
    discarded: "`map_err(|_| …)` throws away the cause; put the error into the new one",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const method = calledMethod(node);
      if (!method || code.text(method) !== "map_err") return;
      const [closure, more] = argumentsOf(node);
      const parameters = closure?.type === "closure_expression" ? closure.childForFieldName("parameters") : undefined;
      if (!closure || !parameters || more || !/^\|\s*_\s*,?\s*\|$/.test(code.text(parameters))) return;
      const receiver = receiverOf(node);
      if (!receiver || saysNothing(code, receiver, closure) || hasNoRoom(code, closure)) return;
      if (!cx.options.unknownErrors && !saysSomething(code, receiver)) return;
      cx.report(node, { message: "discarded", range: { start: code.start(method), end: code.end(parameters) }, fixes: () => keepFixes(code, parameters, closure) });
    },
  },
});

/** Names the error and puts the cursor where the new error takes it. */
function keepFixes(code: Code, parameters: Node, closure: Node): readonly Fix[] {
  const body = closure.childForFieldName("body");
  if (!body || !mayRewrite(code, closure)) return [];
  const start = code.start(parameters) + code.text(parameters).indexOf("_");
  const cursor = cursorIn(code, body);
  return [
    {
      title: "Name the error, to keep it as the source of the new one",
      kind: "quickfix",
      applicability: "suggestion",
      snippet: true,
      edits: [
        { start, end: start + 1, newText: "source" },
        { start: cursor, end: cursor, newText: "$1" },
      ],
    },
  ];
}

/** Behind the last argument or field of a constructor, else behind the expression. */
function cursorIn(code: Code, body: Node): number {
  const list = body.type === "call_expression" ? body.childForFieldName("arguments") : body.type === "struct_expression" ? body.childForFieldName("body") : undefined;
  const last = list?.namedChildren.findLast((child) => !isTrivia(child));
  if (last) return code.end(last);
  return list ? code.start(list) + 1 : code.end(body);
}
