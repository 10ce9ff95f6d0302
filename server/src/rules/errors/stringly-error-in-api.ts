import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { isTextError, reportedAlias, reportedReturn, type ReportedError } from "../shared/errorType.js";
import { introduceErrorEnum } from "../shared/errorTypeEnum.js";
import { mayBePublicFunction } from "../shared/publicItems.js";

const messages = {
  returned: "`{name}` returns `{error}` as its error, which a caller cannot match on; use an error type of its own",
  aliased: "the alias `{name}` fixes `{error}` as the error, which a caller cannot match on; use an error type of its own",
} as const;

export default defineRule({
  id: "stringly-error-in-api",
  group: "errors",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::result_unit_err"],
  clause: "Code Requirements: REQUIRED: Explicit error types",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "presence",
  about: "public-api",
  needs: ["Result", "->"],
  wants: (segment, place) => mayBePublicFunction(segment, place) || (segment.keyword === "type" && segment.visibility === "public" && segment.text.includes("Result")),
  summary: "Forbids text and `()` as the error type of public functions.",
  why: "A caller can only print a text and can do nothing at all with `()`: neither tells one failure from another, and both break whoever parses them when the wording changes.",
  remedy: "Return an enum that implements `std::error::Error`, with a variant for each way to fail.",
  limits: "An alias from another file is not looked through. Stricter than the lint, which knows only `()`.",
  options: {},
  messages,
  on: {
    function_item: visitFunction,
    function_signature_item: visitFunction,
    type_item(node, cx) {
      if (!isPublicApi(cx.code, node)) return;
      const found = reportedAlias(cx.code, node, (error) => isTextError(cx.code, error, node));
      if (found) report(node, cx, "aliased", found);
    },
  },
});

function visitFunction(node: Node, cx: RuleContext<typeof messages>): void {
  if (!isPublicApi(cx.code, node)) return;
  const found = reportedReturn(cx.code, node, (error) => isTextError(cx.code, error, node));
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
