/** Edits that add an attribute to an item. */
import { outerAttributes } from "../../engine/attributes.js";
import type { Code } from "../../engine/code.js";
import { docs } from "../../engine/docs.js";
import type { Edit } from "../../engine/finding.js";
import type { Node } from "../../engine/syntax.js";

/**
 * Adds an attribute below a node's documentation and above its other attributes (rules-core specification 6.1.8).
 * @param attribute the whole attribute, `#[…]`
 * @returns one insertion in segment offsets; `\n` stands for the file's line ending
 */
export function insertAttribute(code: Code, node: Node, attribute: string): Edit {
  const documented = Math.max(-1, ...docs(code, node).nodes.map((doc) => code.start(doc)));
  const below = outerAttributes(code, node).find((use) => code.start(use.node) > documented);
  const at = code.start(below?.node ?? node);
  const line = code.segment.text.lastIndexOf("\n", at - 1) + 1;
  const indent = /^[ \t]*/.exec(code.segment.text.slice(line, at))?.[0] ?? "";
  return { start: at, end: at, newText: `${attribute}\n${indent}` };
}
