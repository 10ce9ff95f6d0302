import { metasOf } from "../../engine/attributes.js";
import { hasModifier } from "../../engine/context.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { insertAttribute } from "../shared/attributeInsertion.js";
import { mayBePublic } from "../shared/publicItems.js";

const messages = {
  missing: "`{name}` returns the changed value and leaves nothing behind when it is dropped; mark it `#[must_use]`",
} as const;

const selfParameter = /\(\s*(?:#\[[^\]]*\]\s*)?(?:&\s*(?:'\w+\s+)?)?(?:mut\s+)?self\b/;

export default defineRule({
  id: "missing-must-use",
  group: "api",
  since: "0.1.0",
  severity: "information",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::return_self_not_must_use"],
  clause: "Public API Rules 2, Ergonomics: builder patterns for complex types",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "absence",
  needs: ["->"],
  wants: (segment, place) => {
    if (segment.keyword !== "fn" || !mayBePublic(segment, place) || !place.containers.length) return false;
    const header = segment.text.slice(segment.head, segment.body);
    if (!header.includes("->") || !selfParameter.test(header) || segment.text.slice(0, segment.head).includes("must_use")) return false;
    const packed = header.replace(/\s+/g, "");
    const type = place.containers.at(-1)?.impl?.type.replace(/\s+/g, "");
    return packed.includes("->Self") || (type !== undefined && packed.includes(`->${type}`));
  },
  summary: "Asks for `#[must_use]` on public methods that take `self` and return a value of the same type.",
  why: "`builder.timeout(5);` compiles, and the timeout is lost: the step returned a new value that nobody kept. With `#[must_use]` the compiler says so.",
  remedy: "Add `#[must_use]` to the method, or to the type if every value of it has to be used.",
  limits: "A type of another crate, and one that is returned inside `Option` or `Result`, is not looked at.",
  options: {},
  messages,
  on: { function_item: visit, function_signature_item: visit },
});

function visit(node: Node, cx: RuleContext<typeof messages>): void {
  const { code } = cx;
  const container = code.place.containers.at(-1);
  const type = node.childForFieldName("return_type");
  const name = node.childForFieldName("name");
  if (!container || !type || !name || hasModifier(node, "async")) return;
  if (!node.childForFieldName("parameters")?.namedChildren.some((child) => child.type === "self_parameter")) return;
  const returned = code.text(type).replace(/\s+/g, "");
  if (returned !== "Self" && (container.keyword !== "impl" || returned !== container.impl?.type.replace(/\s+/g, ""))) return;
  if (metasOf(code, node).some((meta) => meta.path === "must_use") || !isPublicApi(code, node)) return;
  if (container.keyword === "impl" && code.facts.ask("marked", "mustUse", container.name)) return;
  cx.report(node, {
    message: "missing",
    data: { name: nameOf(code, node) },
    range: { start: code.start(name), end: code.end(name) },
    fixes: () => [{ title: "Add `#[must_use]`", kind: "quickfix", applicability: "safe", preferred: true, edits: [insertAttribute(code, node, "#[must_use]")] }],
  });
}
