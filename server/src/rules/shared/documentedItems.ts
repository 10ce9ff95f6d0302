/** The items that can have documentation of their own (rules-core specification 5.7). */
import type { Node } from "../../engine/syntax.js";

const kinds = [
  "function_item", "function_signature_item", "struct_item", "enum_item", "union_item", "trait_item", "type_item",
  "associated_type", "const_item", "static_item", "macro_definition", "enum_variant", "field_declaration", "mod_item",
] as const;

/** A visitor for each of them. */
export function onDocumentedItems<Context>(visit: (node: Node, cx: Context) => void): Readonly<Record<(typeof kinds)[number], (node: Node, cx: Context) => void>> {
  return Object.fromEntries(kinds.map((kind) => [kind, visit])) as Record<(typeof kinds)[number], typeof visit>;
}
