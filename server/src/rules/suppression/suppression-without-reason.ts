import { evaluate } from "../../engine/cfg.js";
import type { Code } from "../../engine/code.js";
import type { Edit, Fix } from "../../engine/finding.js";
import { parseAttribute, type Meta } from "../../engine/meta.js";
import type { RoleFacts } from "../../engine/role.js";
import { defineRule, type FixContext, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { attributedNode, literalText, trailingComment } from "../shared/reasons.js";

/** Lints named in a message. */
const mostNamed = 3;

const messages = {
  reason: "{lints} without a reason; say why with `reason = \"…\"`",
  comment: "{lints} without a reason; say why in a comment, because `rust-version` is below 1.81 and knows no `reason = \"…\"`",
} as const;

export default defineRule({
  id: "suppression-without-reason",
  group: "suppression",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::allow_attributes_without_reason"],
  clause: "Forbidden Practices: Ignoring clippy warnings",
  scope: "item",
  regions: ["production"],
  looksFor: "presence",
  needs: ["allow", "expect"],
  blocks: "with-words",
  atWords: true,
  // `.expect(…)` is everywhere; only in an attribute is it a suppression.
  clues: [["allow", "expect"]],
  wants: ({ text }) => (text.includes("allow") && /\ballow\s*\(/.test(text)) || (text.includes("expect") && /#!?\s*\[[^\]]*\bexpect\s*\(/.test(text)),
  summary: "Requires a reason in every `#[allow]` and `#[expect]`.",
  why: "A silenced lint is a decision. Without its reason nobody can tell whether it still holds, so it is never taken back.",
  remedy: "Add `reason = \"…\"` as the last item of the attribute, or mend what the lint found and remove the attribute.",
  limits: "Tests, generated files and the templates of `macro_rules!` are left alone, unlike by the lint. Where the manifest's `rust-version` is below 1.81, a comment on the attribute's line or directly above it is the reason.",
  options: {},
  messages,
  on: { attribute_item: visit, inner_attribute_item: visit },
});

function visit(node: Node, cx: RuleContext<typeof messages>): void {
  const { code } = cx;
  const silent = parseAttribute(code.text(node)).filter((meta) => (meta.path === "allow" || meta.path === "expect") && lacksReason(meta) && !isForTestsOnly(code, meta));
  if (silent.length === 0 || code.facts.ask("generated")) return;
  const owner = node.type === "attribute_item" ? (attributedNode(node) ?? node) : node;
  const withoutReasons = isBefore181(code.role);
  if (withoutReasons && hasComment(code, node)) return;
  for (const meta of silent) {
    const start = code.start(node);
    cx.report(owner, {
      message: withoutReasons ? "comment" : "reason",
      data: { lints: `\`${meta.path}(${listed(meta)})\`` },
      // Two lists in one `cfg_attr` are two findings.
      range: silent.length === 1 ? { start, end: code.end(node) } : { start: start + meta.start, end: start + meta.end },
      fixes: (fix) => (withoutReasons || code.inMacro(node) ? [] : [reasonFix(code, fix, node, meta)]),
    });
  }
}

/** The lints of a list, the first few by name. */
function listed(meta: Meta): string {
  const lints = meta.items.filter((item) => item.kind === "word").map((item) => item.path);
  return lints.length > mostNamed ? `${lints.slice(0, mostNamed).join(", ")}, …` : lints.join(", ");
}

/** `cfg_attr(test, allow(…))`: no production build has the attribute. */
function isForTestsOnly(code: Code, meta: Meta): boolean {
  return meta.conditional !== undefined && evaluate(meta.conditional, code.lists.testFeatures) === false;
}

function lacksReason(meta: Meta): boolean {
  const reason = reasonOf(meta);
  return meta.kind === "list" && meta.items.some((item) => item.kind === "word") && (!reason || (reason.literal && reason.value.trim() === ""));
}

function reasonOf(meta: Meta): Meta | undefined {
  return meta.items.find((item) => item.path === "reason" && item.kind === "value");
}

/** `reason` became stable with 1.81. */
function isBefore181(role: RoleFacts): boolean {
  const [, major = "", minor = "0"] = /^(\d+)(?:\.(\d+))?/.exec(role.rustVersion ?? "") ?? [];
  return major === "1" && Number(minor) < 81;
}

/** A plain comment on the attribute's line, or on a line of its own directly above. */
function hasComment(code: Code, attribute: Node): boolean {
  const text = code.segment.text;
  const start = code.start(attribute);
  const behind = /^[^\r\n]*/.exec(text.slice(code.end(attribute)))?.[0] ?? "";
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const above = text.slice(text.lastIndexOf("\n", line - 2) + 1, line).trim();
  return /^\s*(?:\/\/(?![/!])|\/\*(?![*!]))\s*\S/.test(behind) || /^\/\/(?![/!])\s*\S/.test(above) || /^\/\*(?![*!]).*\*\/$/.test(above);
}

function reasonFix(code: Code, fix: FixContext, attribute: Node, meta: Meta): Fix {
  const comment = trailingComment(fix, code.end(attribute));
  const base = { kind: "quickfix", applicability: "suggestion", preferred: true } as const;
  if (comment) return { ...base, title: "Make the comment the reason", edits: [reasonEdit(code, attribute, meta, literalText(comment.text)), comment.removal] };
  return { ...base, title: "Give a reason", snippet: true, edits: [reasonEdit(code, attribute, meta, "$1")] };
}

/** Puts the reason last in the list, behind a trailing comma if there is one, or in the place of an empty reason. */
function reasonEdit(code: Code, attribute: Node, meta: Meta, reason: string): Edit {
  const text = code.text(attribute);
  const at = code.start(attribute);
  const written = `reason = "${reason}"`;
  const empty = reasonOf(meta);
  if (empty) return { start: at + empty.start, end: at + empty.end, newText: written };
  const last = meta.items.at(-1)?.end ?? meta.end - 1;
  const comma = /^\s*,/.exec(text.slice(last, meta.end - 1));
  if (!comma) return { start: at + last, end: at + last, newText: `, ${written}` };
  const behind = last + comma[0].length;
  const lineStart = text.lastIndexOf("\n", last - 1) + 1;
  const indent = lineStart === 0 ? undefined : /^[ \t]*/.exec(text.slice(lineStart))?.[0];
  const own = indent === undefined || !/^\s*\n/.test(text.slice(behind, meta.end - 1)) ? ` ${written},` : `\n${indent}${written},`;
  return { start: at + behind, end: at + behind, newText: own };
}
