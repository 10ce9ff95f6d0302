import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { isBoxedError, reportedAlias, reportedReturn, type ReportedError } from "../shared/errorType.js";
import { introduceErrorEnum } from "../shared/errorTypeEnum.js";
import { mayBePublicFunction } from "../shared/publicItems.js";

const messages = {
  returned: "`{name}` returns `{error}`, which hides from a caller what can fail; use an error type of its own",
  aliased: "the alias `{name}` fixes `{error}` as the error, which hides from a caller what can fail; use an error type of its own",
} as const;

export default defineRule({
  id: "boxed-error-in-api",
  group: "errors",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Code Requirements: REQUIRED: Explicit error types",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "presence",
  about: "public-api",
  needs: ["Result", "->"],
  wants: (segment, place) => mayBePublicFunction(segment, place) || (segment.keyword === "type" && segment.visibility === "public" && segment.text.includes("Result")),
  summary: "Forbids `Box<dyn Error>` as the error type of public functions.",
  why: "A boxed error can only be printed or guessed at by downcasting. A caller cannot see which failures to expect, and a new one never shows up as a compile error.",
  remedy: "Return an enum that implements `std::error::Error`, with a variant for each way to fail.",
  limits: "An alias from another file is not looked through.",
  options: {},
  messages,
  on: {
    function_item: visitFunction,
    function_signature_item: visitFunction,
    type_item(node, cx) {
      if (!isPublicApi(cx.code, node)) return;
      const found = reportedAlias(cx.code, node, (error) => isBoxedError(cx.code, error, node));
      if (found) report(node, cx, "aliased", found);
    },
  },
});

function visitFunction(node: Node, cx: RuleContext<typeof messages>): void {
  if (!isPublicApi(cx.code, node)) return;
  const found = reportedReturn(cx.code, node, (error) => isBoxedError(cx.code, error, node));
  if (found) report(node, cx, "returned", found);
}

function report(node: Node, cx: RuleContext<typeof messages>, message: keyof typeof messages, found: ReportedError): void {
  const { code } = cx;
  cx.report(node, {
    message,
    data: { name: nameOf(code, node), error: found.error },
    range: { start: code.start(found.node), end: code.end(found.node) },
    fixes: (fix) => introduceErrorEnum(code, fix, node, found),
  });
}
