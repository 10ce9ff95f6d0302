import type { Code } from "../../engine/code.js";
import { isTestFunction, regionOf } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { parseAttribute, type Meta } from "../../engine/meta.js";
import { defineRule, type FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { attributedNode, literalText, trailingComment } from "../shared/reasons.js";

export default defineRule({
  id: "ignored-test-without-reason",
  group: "testing",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::ignore_without_reason"],
  clause: "Forbidden Practices: Skipping integration tests",
  scope: "function",
  regions: ["production", "test", "bench", "example", "build-script"],
  looksFor: "presence",
  needs: ["ignore"],
  blocks: "with-words",
  atWords: true,
  summary: "Requires a reason in every `#[ignore]` of a test.",
  why: "A test that nobody runs protects nothing. The reason is shown in the test report and says when the test can be run again.",
  remedy: "Write `#[ignore = \"…\"]` with the reason, or mend the test and remove the attribute.",
  limits: "An `ignore` under a `cfg_attr` with a real condition (`miri`, a target) is accepted: the condition is the reason. Stricter than the lint: an empty reason is none.",
  options: {},
  messages: {
    bare: "`#[ignore]` does not say why the test is skipped; write `#[ignore = \"…\"]`",
    empty: "the reason of this `#[ignore]` is empty; say why the test is skipped",
  },
  on: {
    attribute_item(node, cx) {
      const { code } = cx;
      const ignore = parseAttribute(code.text(node)).find((meta) => meta.path === "ignore" && isBare(meta) && !(meta.conditional && isRealCondition(meta.conditional)));
      const owner = ignore && attributedNode(node);
      if (!ignore || owner?.type !== "function_item") return;
      if (!isTestFunction(code, owner) && regionOf(code, owner) !== "test") return;
      cx.report(owner, {
        message: ignore.kind === "word" ? "bare" : "empty",
        range: { start: code.start(node), end: code.end(node) },
        fixes: (fix) => [reasonFix(code, fix, node, ignore)],
      });
    },
  },
});

/** `ignore` or `ignore = ""`; a list (`ignore["…"]` of another crate) carries text of its own. */
function isBare(meta: Meta): boolean {
  return meta.kind === "word" || (meta.kind === "value" && meta.literal && meta.value.trim() === "");
}

/** A condition that says something about where the test runs; `all()`, `test` and features do not. */
function isRealCondition(predicate: Meta): boolean {
  switch (predicate.kind) {
    case "word":
      return predicate.path !== "test" && predicate.path !== "true" && predicate.path !== "false";
    case "value":
      return predicate.path !== "feature";
    case "list":
      return /^(?:all|any|not)$/.test(predicate.path) ? predicate.items.some(isRealCondition) : true;
  }
}

function reasonFix(code: Code, fix: FixContext, attribute: Node, ignore: Meta): Fix {
  const start = code.start(attribute) + ignore.start;
  const end = code.start(attribute) + ignore.end;
  const comment = trailingComment(fix, code.end(attribute));
  const base = { kind: "quickfix", preferred: true } as const;
  if (comment) return { ...base, title: "Make the comment the reason", applicability: "safe", edits: [{ start, end, newText: `ignore = "${literalText(comment.text)}"` }, comment.removal] };
  return { ...base, title: "Give a reason", applicability: "suggestion", snippet: true, edits: [{ start, end, newText: 'ignore = "$1"' }] };
}
