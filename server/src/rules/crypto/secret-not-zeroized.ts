import type { Code } from "../../engine/code.js";
import type { Fix } from "../../engine/finding.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { cannotWipe, deriveOf, derivesWipe, hasAttribute, isRawBuffer, isZeroizing, secretFields, tupleTypes } from "../shared/secretFields.js";
import { mentionsSecret, secretOptions } from "../shared/secretNames.js";

export default defineRule({
  id: "secret-not-zeroized",
  group: "crypto",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Cryptography Rules: Zeroize sensitive memory",
  scope: "file",
  regions: ["production", "example", "build-script"],
  looksFor: "absence",
  clues: [["struct"]],
  wants: ({ text, keyword }, _place, _first, { secretNames }, sight) => (keyword === "struct" || keyword === "fn") && /\bstruct\b/.test(text) && mentionsSecret(text, secretNames, sight),
  summary: "Asks that fields with secrets are wiped from memory when they are dropped.",
  why: "Freed memory keeps its bytes. A password or key that was dropped can still be read from a core dump, from swap, or through the next bug that reads out of bounds.",
  remedy: "Derive `ZeroizeOnDrop` of the crate `zeroize`, or use a type that wipes itself: `Zeroizing<String>`, `SecretString`, `SecretBox`. `derive(Zeroize)` alone does not wipe on drop.",
  limits: "Goes by names: of the field, or of the type where it wraps one value. Generated files are left alone. References, types of other crates, enums, and structs that are `Copy` or mirror a foreign layout (`repr(C)`) are left alone. A `Drop` in another file is not seen.",
  options: secretOptions,
  messages: {
    field: "`{field}` stays in memory after it is dropped; use `Zeroizing<{type}>` or derive `ZeroizeOnDrop`",
    notOnDrop: "`{field}` stays in memory after it is dropped: `derive(Zeroize)` alone wipes nothing; derive `ZeroizeOnDrop` too",
  },
  on: {
    struct_item(node, cx) {
      const { code } = cx;
      const fields = secretFields(code, node, cx.options, isRawBuffer);
      if (fields.length === 0 || code.facts.ask("generated") || derivesWipe(code, node) || cannotWipe(code, node) || code.facts.ask("wipes", nameOf(code, node))) return;
      const zeroize = deriveOf(code, node, "Zeroize") !== undefined;
      for (const { node: field, name, type } of fields) {
        const data = { field: name === "0" ? nameOf(code, node) : name, type: type.replace(/\s+/g, " ") };
        cx.report(field, { message: zeroize ? "notOnDrop" : "field", data, range: rangeOf(code, field), fixes: () => deriveFix(code, node) });
      }
    },
  },
});

/** A field without its attributes and visibility. */
function rangeOf(code: Code, field: Node): { readonly start: number; readonly end: number } {
  const name = field.childForFieldName("name");
  return { start: code.start(name ?? field), end: code.end(field) };
}

/** Types that `Zeroize` is implemented for and whose derive compiles without a look at any other declaration. */
const plain = /^(?:[iu](?:8|16|32|64|128|size)|f32|f64|bool|char)$/;

function deriveFix(code: Code, declaration: Node): readonly Fix[] {
  // The derive is a feature of the crate that is off unless the manifest asks for it.
  const features = code.role.dependencyFeatures.get("zeroize") ?? [];
  if (!(features.includes("derive") || features.includes("zeroize_derive")) || code.inMacro(declaration) || declaration.childForFieldName("type_parameters")) return [];
  const body = declaration.childForFieldName("body");
  const tuple = body?.type === "ordered_field_declaration_list" ? tupleTypes(body) : undefined;
  const fields = tuple ?? declaration.descendantsOfType(["field_declaration"]);
  const wiped = fields.every((field) => {
    const type = tuple ? field : field.childForFieldName("type");
    const text = type ? code.text(type) : "";
    return isRawBuffer(text) || plain.test(text) || isZeroizing(text) || hasAttribute(code, field, /^zeroize$/);
  });
  // A type with a `Drop` of its own cannot get a second one.
  if (!wiped || code.facts.ask("hasMethod", nameOf(code, declaration), "drop")) return [];
  const traits = deriveOf(code, declaration, "Zeroize") ? "zeroize::ZeroizeOnDrop" : "zeroize::Zeroize, zeroize::ZeroizeOnDrop";
  const existing = anyDerive(code, declaration);
  const at = existing ?? lineStart(code, code.start(declaration));
  const newText = existing === undefined ? `${indentAt(code, at)}#[derive(${traits})]\n` : `, ${traits}`;
  return [{ title: "Derive `ZeroizeOnDrop`", kind: "quickfix", applicability: "suggestion", preferred: true, edits: [{ start: at, end: at, newText }] }];
}

/** Offset after the last trait of a plain `derive` of the declaration. */
function anyDerive(code: Code, declaration: Node): number | undefined {
  for (let before = declaration.previousSibling; before; before = before.previousSibling) {
    if (before.type === "line_comment" || before.type === "block_comment") continue;
    if (before.type !== "attribute_item") return undefined;
    const list = /^#\[\s*derive\s*\(([^()]*[\w>])\s*,?\s*\)\s*\]$/.exec(code.text(before));
    if (list?.[1] !== undefined) return code.start(before) + code.text(before).indexOf(list[1]) + list[1].length;
  }
  return undefined;
}

function lineStart(code: Code, offset: number): number {
  return offset === 0 ? 0 : code.segment.text.lastIndexOf("\n", offset - 1) + 1;
}

function indentAt(code: Code, line: number): string {
  return /^[ \t]*/.exec(code.segment.text.slice(line))?.[0] ?? "";
}
