import type { Code } from "../../engine/code.js";
import { isTestFunction, regionOf } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { parseAttribute, stringContent, type Meta } from "../../engine/meta.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { snippetText } from "../../engine/snippet.js";
import { attributedNode, literalText } from "../shared/reasons.js";

/** Macros that panic, and where their message stands among the arguments. */
const messageAt: ReadonlyMap<string, number> = new Map([
  ["panic", 0],
  ["unreachable", 0],
  ["todo", 0],
  ["unimplemented", 0],
  ["assert", 1],
  ["assert_eq", 2],
  ["assert_ne", 2],
]);

export default defineRule({
  id: "should-panic-without-expected",
  group: "testing",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::should_panic_without_expect"],
  clause: "Testing Requirements: tests that prove what they claim",
  scope: "function",
  regions: ["production", "test", "bench", "example", "build-script"],
  looksFor: "presence",
  needs: ["should_panic"],
  blocks: "with-words",
  summary: "Requires the expected message in every `#[should_panic]`.",
  why: "Without it any panic makes the test pass: a typo in its set-up, an index out of range, a connection that fails. The test stays green when the code under test is never reached.",
  remedy: "Write `#[should_panic(expected = \"…\")]` with a piece of the message, or catch the panic and look at it.",
  limits: "Whether the code panics with that message is what the test itself shows. Stricter than the lint: an empty text accepts any panic too and is reported.",
  options: {},
  messages: {
    any: "`#[should_panic]` passes on any panic, also one in the set-up; name its message with `expected = \"…\"`",
    empty: "an empty `expected` passes on any panic; write a piece of the message",
  },
  on: {
    attribute_item(node, cx) {
      const { code } = cx;
      if (!code.text(node).includes("should_panic")) return;
      const meta = parseAttribute(code.text(node)).find((item) => item.path === "should_panic");
      const state = meta && stateOf(meta);
      const owner = state && attributedNode(node);
      if (!meta || !state || owner?.type !== "function_item") return;
      if (!isTestFunction(code, owner) && regionOf(code, owner) !== "test") return;
      cx.report(owner, { message: state, range: { start: code.start(node), end: code.end(node) }, fixes: () => expectFixes(code, node, meta, owner) });
    },
  },
});

/** What is wrong with the attribute; undefined for a text that says something or comes from elsewhere. */
function stateOf(meta: Meta): "any" | "empty" | undefined {
  if (meta.kind === "value") return meta.literal && meta.value === "" ? "empty" : undefined;
  const expected = meta.items.find((item) => item.path === "expected" && item.kind === "value");
  if (!expected) return "any";
  return expected.literal && expected.value === "" ? "empty" : undefined;
}

/** Fills in the message where the body shows only one; else leaves it to write, and the finding with it. */
function expectFixes(code: Code, attribute: Node, meta: Meta, test: Node): readonly Fix[] {
  const at = code.start(attribute);
  const message = onlyMessage(code, test);
  // There is a text to write in already.
  if (message === undefined && meta.kind === "list" && meta.items.length > 0) return [];
  const written = message === undefined ? "$1" : `\${1:${snippetText(literalText(message))}}`;
  return [
    {
      title: message === undefined ? "Name the expected message" : "Expect the message of the body",
      kind: "quickfix",
      applicability: "suggestion",
      preferred: true,
      snippet: true,
      edits: [{ start: at + meta.start, end: at + meta.end, newText: `should_panic(expected = "${written}")` }],
    },
  ];
}

/** The literal message of the only macro in the body that panics; of a format string, its longest piece. */
function onlyMessage(code: Code, test: Node): string | undefined {
  const body = test.childForFieldName("body");
  const calls = body ? code.below(body, ["macro_invocation"]).filter((call) => messageAt.has(code.macroName(call))) : [];
  const [call] = calls;
  if (!call || calls.length > 1) return undefined;
  const literal = code.inputOf(call)[messageAt.get(code.macroName(call)) ?? 0];
  const content = literal?.type === "string_literal" || literal?.type === "raw_string_literal" ? stringContent(code.text(literal)) : undefined;
  const [longest = ""] = (content ?? "").split(/\{\{|\}\}|\{[^{}]*\}|\n/).map((piece) => piece.trim()).sort((a, b) => b.length - a.length);
  return longest === "" ? undefined : longest;
}
