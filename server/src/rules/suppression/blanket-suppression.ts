import { evaluate } from "../../engine/cfg.js";
import type { Code } from "../../engine/code.js";
import { parseAttribute, type Meta } from "../../engine/meta.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { ruleLints } from "../lints.generated.js";
import { attributedNode } from "../shared/reasons.js";

/** Groups of lints of rustc, rustdoc and clippy. */
const group = /^(?:warnings|unused|future_incompatible|nonstandard_style|rust_20\d\d_\w+|rustdoc::all|clippy::(?:all|pedantic|nursery|restriction|correctness|suspicious|style|complexity|perf|cargo))$/;
const groupWord = /\b(?:warnings|unused|future_incompatible|nonstandard_style|rust_20\d\d_\w+|rustdoc\s*::\s*all|clippy\s*::\s*(?:all|pedantic|nursery|restriction|correctness|suspicious|style|complexity|perf|cargo))\b/;

/** Lints named in a message. */
const mostNamed = 3;

const messages = {
  group: "{lints} switches off every lint of {what}, those of tomorrow included; name the lints that are meant, where they occur",
  crate: "{lints} in the crate root switches {what} off for the whole crate; put it where it is needed, or configure the rule in `covenant.toml`",
} as const;

export default defineRule({
  id: "blanket-suppression",
  group: "suppression",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Forbidden Practices: Ignoring clippy warnings; Mandatory Checks: Zero warnings in pedantic mode",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["allow", "expect"],
  blocks: "with-words",
  atWords: true,
  clues: [["allow", "expect"]],
  wants: ({ text }, _place, first) => /\b(?:allow|expect)\s*\(/.test(text) && (groupWord.test(text) || (first && text.includes("#!"))),
  summary: "Forbids `allow` and `expect` of whole groups of lints, and of lints the covenant relies on in the crate root.",
  why: "A group hides warnings nobody has seen yet, of code not yet written. A lint that is switched off for the crate is a policy decision that hides in a source file.",
  remedy: "Name the lints that are meant, on the items they are about, each with a reason. A policy for the whole crate belongs in the configuration, where review sees it.",
  limits: "A reason does not help here. Such an attribute does not silence the rules of the covenant either. Tests and generated files are left alone.",
  options: {},
  messages,
  on: { attribute_item: visit, inner_attribute_item: visit },
});

function visit(node: Node, cx: RuleContext<typeof messages>): void {
  const { code } = cx;
  const root = node.type === "inner_attribute_item" && cx.first && code.segment.kind === "inner" && code.role.crateRoot && code.parent(node) === undefined;
  for (const meta of parseAttribute(code.text(node))) {
    if ((meta.path !== "allow" && meta.path !== "expect") || isForTestsOnly(code, meta)) continue;
    const named = meta.items.filter((item) => item.kind === "word").map((item) => item.path);
    const groups = named.filter((lint) => group.test(lint));
    const own = root ? named.filter((lint) => ruleLints.has(lint)) : [];
    if ((groups.length === 0 && own.length === 0) || code.facts.ask("generated")) return;
    const owner = node.type === "attribute_item" ? (attributedNode(node) ?? node) : node;
    const range = { start: code.start(node), end: code.end(node) };
    if (groups.length > 0) cx.report(owner, { message: "group", data: { lints: written(meta, groups), what: groups.length > 1 ? "these groups" : "the group" }, range });
    if (own.length > 0) cx.report(owner, { message: "crate", data: { lints: written(meta, own), what: own.length > 1 ? "lints the covenant relies on" : "a lint the covenant relies on" }, range });
  }
}

/** `cfg_attr(test, allow(…))`: no production build has the attribute. */
function isForTestsOnly(code: Code, meta: Meta): boolean {
  return meta.conditional !== undefined && evaluate(meta.conditional, code.lists.testFeatures) === false;
}

function written(meta: Meta, lints: readonly string[]): string {
  const shown = lints.length > mostNamed ? `${lints.slice(0, mostNamed).join(", ")}, …` : lints.join(", ");
  return `\`${meta.path}(${shown})\``;
}
