/** The documentation comment that `missing-docs` puts above an item: a summary and the sections other rules ask for. */
import type { Code } from "../../engine/code.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { errorsLines, panicsLines, returnedResult } from "./errorTypeDocs.js";
import { isUnsafeFunction, obligationsIn, parameterObligations } from "./obligations.js";
import { panicSites } from "./panicSites.js";
import { snippetText } from "../../engine/snippet.js";

/** Kinds of items for which an example is asked. */
const shown: ReadonlySet<string> = new Set(["function_item", "struct_item", "enum_item", "union_item", "trait_item", "macro_definition"]);

/**
 * Lines of a documentation comment as snippet text, placeholders numbered from 1 (rules-core specification 5.7).
 * @param exempt true for nodes that no production build has
 */
export function skeleton(code: Code, fix: FixContext, node: Node, exempt: (inner: Node) => boolean): readonly string[] {
  let next = 1;
  const placeholder = (text: string): string => `\${${next++}:${snippetText(text)}}`;
  const lines = [placeholder(`TODO: say what \`${nameOf(code, node)}\` is for`)];
  const add = (title: string, section: readonly string[]): void => {
    lines.push("", `# ${title}`, "", ...section);
  };
  const inTrait = code.place.containers.at(-1)?.keyword === "trait";
  const isFunction = node.type === "function_item" || node.type === "function_signature_item";
  const result = isFunction ? returnedResult(code, node) : undefined;
  if (result) {
    const section = errorsLines(code, fix, node, result, next);
    next += section.length;
    add("Errors", section);
  }
  const sites = isFunction && !inTrait ? panicSites(code, node, exempt) : [];
  if (sites.length > 0) {
    const section = panicsLines(code, sites, next);
    next += section.length;
    add("Panics", section);
  }
  if (isUnsafe(node) && code.place.containers.at(-1)?.keyword !== "extern-block") {
    const body = node.childForFieldName("body");
    const obligations = node.type === "trait_item" ? [] : body ? obligationsIn(code, body) : parameterObligations(code, node);
    add("Safety", obligations.length === 0 ? [placeholder("TODO: say what must hold")] : obligations.map(({ must }) => `- ${placeholder("TODO: ")}${snippetText(must)}`));
  }
  if (shown.has(node.type) && !inTrait && code.place.containers.at(-1)?.keyword !== "extern-block") {
    add("Examples", ["```", placeholder(`// TODO: show how \`${nameOf(code, node)}\` is used`), "```"]);
  }
  return lines;
}

function isUnsafe(node: Node): boolean {
  return isUnsafeFunction(node) || (node.type === "trait_item" && node.children.some((child) => child.type === "unsafe"));
}
