import { isTrivia, type Code } from "../../engine/code.js";
import { calledMethod } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { calledPath } from "../../engine/resolve.js";
import { lastSegment } from "../../engine/declarations.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { inDropImpl } from "../shared/dropImpl.js";
import { logSnippet } from "../shared/logCall.js";
import { valueKind } from "../shared/questionMarkReceiver.js";
import { mayRewrite } from "../shared/transparentMacros.js";

/** The pattern of an ignored error with what must follow it: the empty arm, or the value of an `if let`. Comments may stand between. */
const ignored = "\\bErr\\s*\\(\\s*(?:_\\w*|\\.\\.)\\s*,?\\s*\\)";
const gap = "(?:\\s|/\\*[^*]*\\*/|//[^\\n]*\\n)*";
const ignoredInArm = new RegExp(`${ignored}${gap}=>${gap}(?:\\{\\s*\\}|\\(\\s*\\))`);
const ignoredInLet = new RegExp(`${ignored}${gap}=(?![=>])`);

export default defineRule({
  id: "swallowed-error",
  group: "errors",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Mandatory Constraints: NEVER compromise on error handling",
  scope: "function",
  regions: ["production"],
  looksFor: "presence",
  needs: ["Err"],
  atWords: true,
  clues: [["Err"]],
  wants: ({ text }) => ignoredInArm.test(text) || (ignoredInLet.test(text) && /\{\s*\}/.test(text)),
  summary: "Forbids matching an error only to do nothing about it.",
  why: "The operation failed, nobody learns of it, and the program goes on as if it had worked. What breaks later breaks far away from its cause.",
  remedy: "Return the error, log it, or say in a comment inside the braces why it can be ignored.",
  limits: "Only arms and bodies that are empty are seen. A comment in the braces, behind the arm or directly above it counts as the explanation. Where the `Ok` arm returns or leaves the loop, what follows the `match` deals with the failure. An `Err` that is no failure, as of `compare_exchange` and `binary_search`, is left alone.",
  options: {},
  messages: {
    ignored: "the error is matched and ignored; return it, log it, or say in a comment why it does not matter",
  },
  on: {
    if_expression(node, cx) {
      const { code } = cx;
      const condition = node.childForFieldName("condition");
      const body = node.childForFieldName("consequence");
      if (condition?.type !== "let_condition" || !body || node.childForFieldName("alternative")) return;
      const pattern = condition.childForFieldName("pattern");
      const value = condition.childForFieldName("value");
      if (!pattern || !value || !isIgnoredError(code, pattern) || !isEmpty(body) || isExplained(code, body) || isNoFailure(code, value) || inDropImpl(code, node)) return;
      cx.report(node, { message: "ignored", range: { start: code.start(pattern), end: code.end(pattern) }, fixes: () => logFixes(code, pattern, body, value) });
    },
    match_arm(node, cx) {
      const { code } = cx;
      const holder = node.childForFieldName("pattern");
      const body = node.childForFieldName("value");
      const [pattern] = holder?.namedChildren ?? [];
      if (!holder || !body || !pattern || holder.childForFieldName("condition") || !isIgnoredError(code, pattern)) return;
      if (!isEmpty(body) || isExplained(code, body) || isTrivia(node.previousNamedSibling ?? holder)) return;
      const list = code.parent(node);
      const match = list && code.parent(list);
      const value = match?.childForFieldName("value");
      if (!list || !value || isNoFailure(code, value) || isFallThrough(code, list) || inDropImpl(code, node)) return;
      cx.report(node, { message: "ignored", range: { start: code.start(pattern), end: code.end(body) }, fixes: () => logFixes(code, pattern, body, value) });
    },
  },
});

/** `Err(_)`, `Err(_name)`, `Err(..)`. */
function isIgnoredError(code: Code, pattern: Node): boolean {
  if (pattern.type !== "tuple_struct_pattern") return false;
  return /^(?:Result\s*::\s*)?Err\s*\(\s*(?:_\w*|\.\.)\s*,?\s*\)$/.test(code.text(pattern));
}

/** `{}` or `()`, comments left out of account. */
function isEmpty(body: Node): boolean {
  return body.type === "unit_expression" || (body.type === "block" && body.namedChildren.every((child) => child.type === "line_comment" || child.type === "block_comment"));
}

/** A comment in the braces, or behind them on the line. */
function isExplained(code: Code, body: Node): boolean {
  if (body.namedChildren.some(isTrivia)) return true;
  return /^[ \t]*,?[ \t]*\/[/*]/.test(code.segment.text.slice(code.end(body)));
}

/** Success leaves the `match`, so what follows it is what is done about the failure: the next attempt, or the fallback. */
function isFallThrough(code: Code, arms: Node): boolean {
  const successes = arms.namedChildren.filter((arm) => arm.type === "match_arm" && /^(?:Result\s*::\s*)?Ok\b/.test(code.text(arm.childForFieldName("pattern") ?? arm)));
  return successes.length > 0 && successes.every((arm) => leaves(arm.childForFieldName("value")));
}

function leaves(node: Node | null | undefined): boolean {
  switch (node?.type) {
    case "return_expression":
    case "break_expression":
    case "continue_expression":
      return true;
    case "block":
      return leaves(node.namedChildren.findLast((child) => !isTrivia(child)));
    case "expression_statement":
      return leaves(node.firstNamedChild);
    default:
      return false;
  }
}

/** Calls whose `Err` is an answer and no failure. */
const answers: ReadonlySet<string> = new Set(
  "compare_exchange compare_exchange_weak fetch_update try_update binary_search binary_search_by binary_search_by_key try_lock try_read try_write try_borrow try_borrow_mut try_recv try_init set".split(" "),
);

function isNoFailure(code: Code, value: Node): boolean {
  if (value.type !== "call_expression") return false;
  const method = calledMethod(value);
  return method ? answers.has(code.text(method)) : answers.has(lastSegment(calledPath(code, value) ?? ""));
}

/** Binds the error and logs it. */
function logFixes(code: Code, pattern: Node, body: Node, value: Node): readonly Fix[] {
  if (!mayRewrite(code, pattern)) return [];
  const displayed = valueKind(code, value).error.family !== "unit";
  const log = logSnippet(code, "error", displayed);
  const start = code.start(body);
  const line = code.segment.text.lastIndexOf("\n", code.start(pattern) - 1) + 1;
  const indent = /^[ \t]*/.exec(code.segment.text.slice(line))?.[0] ?? "";
  const text = body.type === "block" ? `{\n${indent}    ${log};\n${indent}\\}` : log;
  return [
    {
      title: "Log the error",
      kind: "quickfix",
      applicability: "suggestion",
      snippet: true,
      edits: [
        { start: code.start(pattern), end: code.end(pattern), newText: "Err(error)" },
        { start, end: code.end(body), newText: text },
      ],
    },
  ];
}
