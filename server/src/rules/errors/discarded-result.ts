import { isTrivia, type Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import { calledPath, returnKind } from "../../engine/resolve.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { discardFixes } from "../shared/discardFixes.js";
import { inDropImpl } from "../shared/dropImpl.js";
import { fallibleCall } from "../shared/fallibleCalls.js";
import { hasOwnMethod } from "../shared/receivers.js";

const messages = {
  bound: "the result of `{call}` is thrown away, and its error with it; handle it or return it",
  converted: "`.ok()` throws the error away and nothing uses the rest; handle it or return it",
} as const;

type Context = RuleContext<typeof messages>;

export default defineRule({
  id: "discarded-result",
  group: "errors",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::let_underscore_must_use", "clippy::unused_result_ok"],
  clause: "Mandatory Constraints: NEVER compromise on error handling",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["_", "ok"],
  blocks: "with-words",
  clues: [["_", "ok"]],
  wants: ({ text }) => (text.includes("let _") && /\blet\s+_\s*[:=]/.test(text)) || /(?:^|[;{}\s])_\s*=(?![=>])/.test(text) || (text.includes(".ok()") && /\.ok\(\)\s*;/.test(text)),
  summary: "Forbids throwing a `Result` away with `let _ =`, `_ =` or `.ok();`.",
  why: "The compiler warns about an unused `Result` because the failure in it is lost. Silenced like this, a full disk or a closed connection looks like success.",
  remedy: "Return the error with `?`, or log it. Where it really cannot matter, waive the finding and say why.",
  limits: "A `Result` counts where the syntax shows it: its type, a function of the file, `std::fs`, `flush`, `write_all` and their kind. Accepted: destructors, `write!`, `send`, `try_init`, `set` of a cell that may be set, and reading a `.env` file.",
  options: {},
  messages,
  on: {
    let_declaration(node, cx) {
      if (node.childForFieldName("pattern")?.type !== "_") return;
      const value = node.childForFieldName("value");
      if (value) visitDiscard(cx, node, value, node.childForFieldName("type"));
    },
    assignment_expression(node, cx) {
      const left = node.childForFieldName("left");
      const value = node.childForFieldName("right");
      const statement = cx.code.parent(node);
      if (left?.type === "identifier" && cx.code.text(left) === "_" && value) visitDiscard(cx, statement?.type === "expression_statement" ? statement : node, value, null);
    },
    expression_statement(node, cx) {
      const { code } = cx;
      const call = node.firstNamedChild;
      if (call?.type !== "call_expression" || node.lastChild?.type !== ";") return;
      const method = calledMethod(call);
      const value = receiverOf(call);
      if (!method || !value || code.text(method) !== "ok" || argumentsOf(call).length > 0) return;
      if (isAccepted(code, value) || hasOwnMethod(code, call, "ok") || inDropImpl(code, node)) return;
      cx.report(node, { message: "converted", fixes: (fix) => discardFixes(code, fix, node, value) });
    },
  },
});

function visitDiscard(cx: Context, statement: Node, value: Node, type: Node | null): void {
  const { code } = cx;
  if (isAccepted(code, value)) return;
  const call = type ? (returnKind(code, code.text(type), statement).kind === "Result" ? shown(code, value) : undefined) : fallibleCall(code, value);
  if (call === undefined || inDropImpl(code, statement)) return;
  // Where the type was needed to know what is called (`parse`), it cannot go.
  const free = !type || fallibleCall(code, value) !== undefined;
  cx.report(statement, { message: "bound", data: { call }, fixes: (fix) => (free ? discardFixes(code, fix, statement, value) : []) });
}

/** Failures that say no more than that there is nobody to tell, or that it was done before. */
const accepted: ReadonlySet<string> = new Set("send try_send unbounded_send blocking_send try_init set dotenv write_str write_char write_fmt compare_exchange compare_exchange_weak fetch_update".split(" "));

function isAccepted(code: Code, value: Node): boolean {
  let node = value;
  for (;;) {
    const inner: Node | undefined =
      node.type === "parenthesized_expression" || node.type === "await_expression" ? node.namedChildren.find((child) => !isTrivia(child)) : isPassing(code, node) ? receiverOf(node) : undefined;
    if (!inner) break;
    node = inner;
  }
  // Into a `String` they cannot fail.
  if (node.type === "macro_invocation") return /^write(?:ln)?$/.test(code.macroName(node));
  if (node.type !== "call_expression") return false;
  const method = calledMethod(node);
  return accepted.has(method ? code.text(method) : lastSegment(calledPath(code, node) ?? ""));
}

function isPassing(code: Code, node: Node): boolean {
  const method = node.type === "call_expression" ? calledMethod(node) : undefined;
  return method !== undefined && /^(?:ok|map|map_err|and_then|or_else)$/.test(code.text(method));
}

/** The name of what is called, else the expression on one line. */
function shown(code: Code, value: Node): string {
  if (value.type === "call_expression") {
    const method = calledMethod(value);
    return method ? code.text(method) : (calledPath(code, value) ?? "the call");
  }
  const text = code.text(value).replace(/\s+/g, " ");
  return text.length <= 40 ? text : "the expression";
}
