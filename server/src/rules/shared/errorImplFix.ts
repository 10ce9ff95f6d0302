/** Makes a type an error: derived with thiserror where the crate depends on it, else written out (rules-core specification 5.2). */
import { metasOf, outerAttributes } from "../../engine/attributes.js";
import type { Code } from "../../engine/code.js";
import { enumVariants, implHeader, lastSegment } from "../../engine/declarations.js";
import type { Edit, Fix } from "../../engine/finding.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";

/** Fixes for a struct or enum that should implement `std::error::Error`; none for a generic one. */
export function implementErrorFixes(code: Code, fix: FixContext, node: Node): readonly Fix[] {
  if (node.childForFieldName("type_parameters")) return [];
  const name = nameOf(code, node);
  const place = lineOf(code, node);
  const debug = has(code, fix, node, "Debug") ? [] : [insertAbove(code, node, "#[derive(Debug)]")];
  const error = `impl std::error::Error for ${name} {\\}`;
  const below = (lines: readonly string[]): Edit => ({ start: code.end(node), end: code.end(node), newText: `\n\n${lines.map((line) => (line === "" ? "" : place + line)).join("\n")}` });
  const base = { kind: "quickfix", applicability: "suggestion", preferred: true, snippet: true } as const;
  if (has(code, fix, node, "Display")) return [{ ...base, title: `Implement \`std::error::Error\` for \`${name}\``, edits: [...debug, below([error])] }];
  if (code.role.dependencies.has("thiserror")) return [{ ...base, title: "Derive `thiserror::Error`", edits: derived(code, fix, node) }];
  return [{ ...base, title: `Implement \`Display\` and \`std::error::Error\` for \`${name}\``, edits: [...debug, below([...display(code, name, node), "", error])] }];
}

/** The type derives a trait, or the file has an impl of it for the type. */
function has(code: Code, fix: FixContext, node: Node, trait: string): boolean {
  if (metasOf(code, node).some((meta) => meta.path === "derive" && meta.items.some((item) => item.name === trait))) return true;
  return fix.file.segments.some((segment) => {
    if (segment.keyword !== "impl" || !segment.text.includes(trait)) return false;
    const header = implHeader(segment);
    return lastSegment(header.trait) === trait && lastSegment(header.type) === nameOf(code, node);
  });
}

function derived(code: Code, fix: FixContext, node: Node): readonly Edit[] {
  const enumeration = node.type === "enum_item";
  const messages = enumeration ? (node.childForFieldName("body")?.namedChildren.filter((child) => child.type === "enum_variant") ?? []) : [node];
  const derives = has(code, fix, node, "Debug") ? "thiserror::Error" : "Debug, thiserror::Error";
  const error = (index: number): string => `#[error("\${${index + 1}:what failed}")]`;
  if (!enumeration) return [insertAbove(code, node, `#[derive(${derives})]\n${lineOf(code, node)}${error(0)}`)];
  return [insertAbove(code, node, `#[derive(${derives})]`), ...messages.map((variant, index) => insertAbove(code, variant, error(index)))];
}

function display(code: Code, name: string, node: Node): readonly string[] {
  const head = [`impl std::fmt::Display for ${name} {`, "    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {"];
  const tail = ["    \\}", "\\}"];
  const variants = node.type === "enum_item" ? enumVariants(code.segment) : [];
  if (node.type === "enum_item" && variants.length === 0) return [...head, "        match *self {\\}", ...tail];
  if (node.type !== "enum_item") return [...head, '        f.write_str("${1:what failed}")', ...tail];
  const arms = variants.map((variant, index) => {
    const pattern = variant.shape === "tuple" ? "(..)" : variant.shape === "struct" ? " { .. \\}" : "";
    return `            Self::${variant.name}${pattern} => f.write_str("\${${index + 1}:what failed}"),`;
  });
  return [...head, "        match self {", ...arms, "        \\}", ...tail];
}

/** A line above an item or variant, before its first attribute; on the same line where the item does not start one. */
function insertAbove(code: Code, node: Node, text: string): Edit {
  const [first] = outerAttributes(code, node);
  const at = code.start(first?.node ?? node);
  const before = code.segment.text.slice(code.segment.text.lastIndexOf("\n", at - 1) + 1, at);
  return { start: at, end: at, newText: before.trim() === "" ? `${text}\n${before}` : `${text} ` };
}

/** Indentation of the line an item starts on. */
function lineOf(code: Code, node: Node): string {
  const start = code.start(node);
  return /^[ \t]*/.exec(code.segment.text.slice(code.segment.text.lastIndexOf("\n", start - 1) + 1))?.[0] ?? "";
}
