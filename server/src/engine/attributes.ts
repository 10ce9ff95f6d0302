/** Attributes of nodes inside a segment (rules-core specification 2.1). */
import type { Code } from "./code.js";
import { parseAttribute, type Meta } from "./meta.js";
import type { Node } from "./syntax.js";

/** An attribute node with its parsed items. */
export interface AttributeUse {
  readonly node: Node;
  readonly metas: readonly Meta[];
}

/** Nodes whose attributes are children instead of preceding siblings. */
const attributesInside: ReadonlySet<string> = new Set(["match_arm", "field_initializer", "shorthand_field_initializer"]);

const none: readonly AttributeUse[] = [];

/** Outer attributes of a node, in source order. */
export function outerAttributes(code: Code, node: Node): readonly AttributeUse[] {
  if (!code.mayHaveAttributes(node)) return none;
  return code.memo("outerAttributes", node, () => {
    const found: Node[] = [];
    for (let before = node.previousSibling; before; before = before.previousSibling) {
      if (before.type === "attribute_item") found.unshift(before);
      else if (before.type !== "line_comment" && before.type !== "block_comment") break;
    }
    if (attributesInside.has(node.type)) found.push(...node.children.filter((child) => child.type === "attribute_item"));
    return found.map((attribute) => ({ node: attribute, metas: parseAttribute(code.text(attribute)) }));
  });
}

/** Inner attributes at the start of a block, a declaration list, or the segment. */
export function innerAttributes(code: Code, body: Node): readonly AttributeUse[] {
  if (!code.mayHaveInnerAttributes) return none;
  return code.memo("innerAttributes", body, () => {
    const found: AttributeUse[] = [];
    for (const child of body.namedChildren) {
      if (child.type === "inner_attribute_item") found.push({ node: child, metas: parseAttribute(code.text(child)) });
      else if (child.type !== "line_comment" && child.type !== "block_comment" && child.type !== "shebang") break;
    }
    return found;
  });
}

const noMetas: readonly Meta[] = [];

/** Items of all outer attributes of a node, and of the inner ones of its body. */
export function metasOf(code: Code, node: Node): readonly Meta[] {
  if (!code.mayHaveAttributes(node) && !code.mayHaveInnerAttributes) return noMetas;
  return code.memo("metasOf", node, () => {
    const metas = outerAttributes(code, node).flatMap((use) => use.metas);
    const body = node.type === "block" || node.type === "source_file" ? node : node.childForFieldName("body");
    if (body && (node.type === "block" || node.type.endsWith("_item"))) metas.push(...innerAttributes(code, body).flatMap((use) => use.metas));
    return metas;
  });
}

/** The lints that `allow` or `expect` attributes name, with the attribute item. */
export function allowedLints(metas: readonly Meta[]): readonly string[] {
  const lints: string[] = [];
  for (const meta of metas) {
    if (meta.path !== "allow" && meta.path !== "expect") continue;
    for (const item of meta.items) if (item.kind === "word") lints.push(item.path);
  }
  return lints;
}
