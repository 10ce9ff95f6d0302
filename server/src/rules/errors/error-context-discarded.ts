import { isTrivia, type Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import type { Fix } from "../../engine/finding.js";
import { calledPath, resolvePath } from "../../engine/resolve.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { valueKind } from "../shared/questionMarkReceiver.js";
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
  limits: "Accepted, unlike by the lint, where the error says nothing more or cannot be kept: that of number conversions, locks, channels, `set`, `downcast`, sealed cryptography, one of type `()` or of a type of the file without fields, and where `fmt::Error` takes its place.",
  options: {},
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
      if (!receiver || saysNothing(code, receiver, closure)) return;
      cx.report(node, { message: "discarded", range: { start: code.start(method), end: code.end(parameters) }, fixes: () => keepFixes(code, parameters, closure) });
    },
  },
});

/** Calls whose error carries no information, is the value itself, or borrows something that the new error cannot hold. */
const silent: ReadonlySet<string> = new Set(
  [
    "try_into try_from lock read write send try_send get_mut into_inner downcast try_unwrap set",
    "try_lock try_read try_write try_borrow try_borrow_mut send_timeout send_async blocking_send unbounded_send recv blocking_recv acquire acquire_owned timeout try_with into_string",
    "compare_exchange compare_exchange_weak fetch_update try_update binary_search binary_search_by binary_search_by_key from_bytes_until_nul from_bytes_with_nul from_size_align array",
    // Cryptography does not tell why it failed, on purpose.
    "open_in_place open_within open_in_place_separate_tag seal_in_place seal_in_place_append_tag seal_in_place_separate_tag encrypt_in_place decrypt_in_place encrypt_in_place_detached decrypt_in_place_detached",
    "agree agree_ephemeral compute_public_key encapsulate decapsulate sign try_sign new_mask expand fill try_fill",
  ].flatMap((names) => names.split(" ")),
);

/** Methods that pass an error on as it is. */
const passing: ReadonlySet<string> = new Set(["map", "inspect", "inspect_err", "as_ref", "as_mut", "copied", "cloned"]);

/** The error says no more than that there was one, or the new error has no room for it. */
function saysNothing(code: Code, receiver: Node, closure: Node): boolean {
  const call = origin(code, receiver);
  if (call.type === "call_expression") {
    const method = calledMethod(call);
    if (silent.has(method ? code.text(method) : lastSegment(calledPath(code, call) ?? ""))) return true;
  }
  const { error } = valueKind(code, call);
  if (error.family === "unit" || error.name === "std::fmt::Error" || (error.family === "named" && error.name !== undefined && code.facts.ask("emptyStruct", lastSegment(error.name)))) return true;
  const body = closure.childForFieldName("body");
  return body?.type === "scoped_identifier" && resolvePath(code, code.text(body), body) === "std::fmt::Error";
}

/** The call that makes the error: `.await`, parentheses and methods that pass the error on taken off. */
function origin(code: Code, receiver: Node): Node {
  let node = receiver;
  for (;;) {
    const method = node.type === "call_expression" ? calledMethod(node) : undefined;
    const wrapped = node.type === "parenthesized_expression" || node.type === "await_expression";
    const inner = wrapped ? node.namedChildren.find((child) => !isTrivia(child)) : method && passing.has(code.text(method)) ? receiverOf(node) : undefined;
    if (!inner) return node;
    node = inner;
  }
}

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
