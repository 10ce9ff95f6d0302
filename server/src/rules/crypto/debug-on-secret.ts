import { isRawBuffer, isZeroizing, deriveOf, hasAttribute, secretFields, type SecretField } from "../shared/secretFields.js";
import type { Code } from "../../engine/code.js";
import type { Edit, Fix } from "../../engine/finding.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { mentionsSecret, secretOptions } from "../shared/secretNames.js";

const messages = {
  prints: "`derive(Debug)` prints {fields}; write a `Debug` that leaves {them} out",
} as const;

/** Attributes by which other derives leave a field out of what is printed. */
const leftOut = /^(?:debug|derivative|educe|redact|veil|derive_where)$/;

export default defineRule({
  id: "debug-on-secret",
  group: "crypto",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Security Protocols: secrets never reach logs",
  scope: "item",
  regions: ["production", "example", "build-script"],
  looksFor: "presence",
  clues: [["Debug"]],
  wants: ({ text, keyword }, _place, _first, { secretNames }, sight) => (keyword === "struct" || keyword === "enum" || keyword === "fn") && /\bDebug\b/.test(text) && mentionsSecret(text, secretNames, sight),
  summary: "Forbids `derive(Debug)` on types with a secret in the open.",
  why: "`{:?}` is everywhere: in log lines, in panics, in the `Debug` of every type around this one. One of them is enough to carry the secret into a log that many can read.",
  remedy: "Write `Debug` by hand without the secret, or keep it in a type that prints nothing (`SecretString`, `SecretBox`).",
  limits: "Goes by names: of the field, or of the type where it wraps one value. Generated files are left alone. `Zeroizing<…>` counts, because it prints what it holds. A `Debug` written by hand is not read, and fields of tuple-like variants have no name to go by.",
  options: secretOptions,
  messages,
  on: { struct_item: visit, enum_item: visit },
});

function visit(node: Node, cx: RuleContext<typeof messages, typeof secretOptions>): void {
  const { code } = cx;
  const debug = deriveOf(code, node, "Debug");
  if (!debug) return;
  const fields = secretFields(code, node, cx.options, (type) => isRawBuffer(type) || isZeroizing(type)).filter((field) => !hasAttribute(code, field.node, leftOut));
  if (fields.length === 0 || code.facts.ask("generated")) return;
  cx.report(node, {
    message: "prints",
    data: { fields: listed(code, node, fields), them: fields.length === 1 ? "it" : "them" },
    range: { start: code.start(debug.attribute), end: code.end(debug.attribute) },
    related: fields.map((field) => ({ start: code.start(field.node), end: code.end(field.node), message: "printed with all the rest" })),
    fixes: () => redactingDebug(code, node, fields),
  });
}

function listed(code: Code, declaration: Node, fields: readonly SecretField[]): string {
  const names = fields.map(({ name }) => `\`${name === "0" ? nameOf(code, declaration) : name}\``);
  return names.length <= 2 ? names.join(" and ") : `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
}

/** Takes `Debug` out of the derive and writes one that prints the other fields; for structs with named fields and no generics. */
function redactingDebug(code: Code, declaration: Node, fields: readonly SecretField[]): readonly Fix[] {
  const body = declaration.childForFieldName("body");
  if (declaration.type !== "struct_item" || body?.type !== "field_declaration_list" || declaration.childForFieldName("type_parameters") || code.inMacro(declaration)) return [];
  const removal = withoutDebug(code, declaration);
  if (!removal) return [];
  const name = nameOf(code, declaration);
  const secret = new Set(fields.map((field) => field.name));
  const kept = body.namedChildren
    .filter((field) => field.type === "field_declaration" && !hasAttribute(code, field, /^cfg$/))
    .map((field) => nameOf(code, field))
    .filter((field) => !secret.has(field));
  const root = code.facts.ask("imports", "core") ? "core" : "std";
  const start = code.start(declaration);
  const indent = /[ \t]*$/.exec(code.segment.text.slice(0, start))?.[0] ?? "";
  const printed = kept.map((field) => `.field("${field.replace(/^r#/, "")}", &self.${field})`).join("");
  const lines = [
    `impl ${root}::fmt::Debug for ${name} {`,
    `    fn fmt(&self, f: &mut ${root}::fmt::Formatter<'_>) -> ${root}::fmt::Result {`,
    `        f.debug_struct("${name}")${printed}.finish_non_exhaustive()`,
    "    }",
    "}",
  ].map((line) => indent + line);
  const end = code.end(declaration);
  return [
    {
      title: "Write a `Debug` without the secret",
      kind: "quickfix",
      applicability: "suggestion",
      preferred: true,
      edits: [removal, { start: end, end, newText: `\n\n${lines.join("\n")}` }],
    },
  ];
}

/** Removes `Debug` from a plain `derive`, and the attribute with its line when nothing else is derived. */
function withoutDebug(code: Code, declaration: Node): Edit | undefined {
  const debug = deriveOf(code, declaration, "Debug");
  if (!debug || debug.list.conditional) return undefined;
  const at = code.start(debug.attribute);
  const text = code.segment.text;
  if (debug.list.items.length > 1) {
    const index = debug.list.items.indexOf(debug.item);
    const next = debug.list.items[index + 1];
    const before = debug.list.items[index - 1];
    return next ? { start: at + debug.item.start, end: at + next.start, newText: "" } : { start: at + (before?.end ?? debug.item.start), end: at + debug.item.end, newText: "" };
  }
  const end = code.end(debug.attribute);
  const rest = /^[ \t]*\r?\n[ \t]*/.exec(text.slice(end))?.[0] ?? /^[ \t]*/.exec(text.slice(end))?.[0] ?? "";
  return { start: at, end: end + rest.length, newText: "" };
}
