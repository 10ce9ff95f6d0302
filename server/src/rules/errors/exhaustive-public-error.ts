import { metasOf, outerAttributes } from "../../engine/attributes.js";
import { isTrivia, type Code } from "../../engine/code.js";
import type { Fix } from "../../engine/finding.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";

const errorName = /(?:Error|ErrorKind|Failure)$/;

export default defineRule({
  id: "exhaustive-public-error",
  group: "errors",
  since: "0.1.0",
  severity: "hint",
  profiles: ["library"],
  lints: ["clippy::exhaustive_enums"],
  clause: "Public API Rules 1: Stability",
  scope: "crate",
  regions: ["production"],
  looksFor: "absence",
  needs: ["enum"],
  about: "public-api",
  wants: (segment) => segment.keyword === "enum" && segment.visibility === "public" && errorName.test(segment.name) && !segment.text.includes("non_exhaustive"),
  summary: "Asks for `#[non_exhaustive]` on public error enums.",
  why: "Whoever matches every variant stops compiling when one is added, so a new way to fail needs a new major version.",
  remedy: "Add `#[non_exhaustive]` before the first release that has the enum, or with the next major version: it breaks a `match` without a wildcard.",
  limits: "Off unless the profile is `strict`, because an exhaustive error can be meant. Only enums named like errors are looked at, the lint looks at all; an enum without variants stays as it is.",
  options: {},
  messages: {
    exhaustive: "`{name}` can never gain a variant without breaking its users; add `#[non_exhaustive]`",
  },
  on: {
    enum_item(node, cx) {
      const { code } = cx;
      const name = node.childForFieldName("name");
      const hasVariants = node.childForFieldName("body")?.namedChildren.some((child) => !isTrivia(child)) === true;
      if (!name || !hasVariants || !errorName.test(nameOf(code, node)) || !isPublicApi(code, node)) return;
      if (metasOf(code, node).some((meta) => meta.path === "non_exhaustive")) return;
      cx.report(node, { message: "exhaustive", data: { name: nameOf(code, node) }, range: { start: code.start(name), end: code.end(name) }, fixes: () => [attributeFix(code, node)] });
    },
  },
});

function attributeFix(code: Code, node: Node): Fix {
  const [first] = outerAttributes(code, node);
  const at = code.start(first?.node ?? node);
  const text = code.segment.text;
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const indent = before.trim() === "" ? before : "";
  return {
    title: "Add `#[non_exhaustive]`, which breaks a `match` without a wildcard in other crates",
    kind: "quickfix",
    applicability: "suggestion",
    edits: [{ start: at, end: at, newText: `#[non_exhaustive]\n${indent}` }],
  };
}
