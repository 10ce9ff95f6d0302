/** Edits that add a section to an item's documentation, in the comment style the item already has. */
import { docs, type Heading } from "../../engine/docs.js";
import { outerAttributes } from "../../engine/attributes.js";
import type { Code } from "../../engine/code.js";
import type { Edit } from "../../engine/finding.js";
import type { Node } from "../../engine/syntax.js";

/**
 * Adds a section `# title` at the end of a node's documentation, or a new doc comment before its first attribute where
 * it has none (rules-core specification 5.3 and 6.1.8).
 * @param title the heading's text without `#`
 * @param lines Markdown lines below the heading, written as they are: the caller escapes snippet text
 * @returns one insertion in segment offsets; `\n` stands for the file's line ending
 */
export function insertDocSection(code: Code, node: Node, title: string, lines: readonly string[]): Edit {
  const { nodes, text } = docs(code, node);
  const last = nodes[nodes.length - 1];
  const section = [`# ${title}`, "", ...lines];
  if (!last) return insertDocComment(code, node, section);
  const apart = (text.split("\n").at(-1) ?? "").trim() === "" ? section : ["", ...section];
  if (last.type === "block_comment") {
    const blankAbove = text.trim() === "" || /\n[ \t]*\*$/.test(code.text(last).replace(/\s*\*+\/$/, ""));
    return intoBlock(code, last, blankAbove ? section : ["", ...section]);
  }
  const inner = last.type === "inner_attribute_item" || code.text(last).startsWith("//!");
  return belowLine(code, last, inner ? "//!" : "///", apart);
}

/**
 * Adds a new `///` comment before a node and its attributes.
 * @param lines Markdown lines of the comment
 */
export function insertDocComment(code: Code, node: Node, lines: readonly string[]): Edit {
  const anchor = outerAttributes(code, node)[0]?.node ?? node;
  const at = code.start(anchor);
  const { start, indent, alone } = lineOf(code, at);
  const comment = lines.map((line) => lineComment(indent, "///", line)).join("");
  return alone ? { start, end: start, newText: comment } : { start: at, end: at, newText: `\n${comment}${indent}` };
}

/**
 * Renames a heading of a node's documentation that was meant to be a section (rules-core specification 2.8).
 * @param heading a heading of `docs(code, node).text`
 * @returns undefined when the heading's line does not stand in a comment as such (it comes from an attribute's escapes)
 */
export function renameDocHeading(code: Code, node: Node, heading: Heading, title: string): Edit | undefined {
  for (const documented of docs(code, node).nodes) {
    const text = code.text(documented);
    let offset = 0;
    for (const line of text.split("\n")) {
      const bare = line.replace(/^\s*(?:\/\/[/!]|\/\*[*!]|\*(?!\/))?/, "").replace(/\*\/\s*$/, "");
      if (bare.replace(/^[\s#]+|[\s#]+$/g, "") === heading.text.trim() && heading.text.trim() !== "") {
        const at = code.start(documented) + offset + line.lastIndexOf(heading.text.trim());
        return { start: at, end: at + heading.text.trim().length, newText: heading.level === 0 ? `# ${title}` : title };
      }
      offset += line.length + 1;
    }
  }
  return undefined;
}

function lineComment(indent: string, marker: string, line: string): string {
  return `${indent}${marker}${line === "" ? "" : ` ${line}`}\n`;
}

/** Below the line of a line comment or a `doc` attribute. */
function belowLine(code: Code, last: Node, marker: string, lines: readonly string[]): Edit {
  const text = code.segment.text;
  const end = code.end(last);
  const { indent } = lineOf(code, code.start(last));
  const comment = lines.map((line) => lineComment(indent, marker, line)).join("");
  if (text[end - 1] === "\n") return { start: end, end, newText: comment };
  const rest = /^[ \t]*(?:\r?\n)?/.exec(text.slice(end))?.[0] ?? "";
  if (rest.endsWith("\n")) return { start: end + rest.length, end: end + rest.length, newText: comment };
  // Code follows on the same line (`#[doc = "…"] fn f() {}`): it moves below the comment.
  return { start: end, end: end + rest.length, newText: `\n${comment}${indent}` };
}

/** Before the end of a block comment, with leading stars where it has them. */
function intoBlock(code: Code, comment: Node, lines: readonly string[]): Edit {
  const text = code.text(comment);
  const start = code.start(comment);
  const { indent } = lineOf(code, start);
  const closing = /\s*\*+\/$/.exec(text);
  const contentEnd = closing?.index ?? text.length;
  const content = text.slice(3, contentEnd).split(/\r?\n/);
  const single = content.length === 1;
  const below = content.slice(1).filter((line) => line.trim() !== "");
  const starred = below.every((line) => /^\s*\*/.test(line));
  const least = below.reduce((shortest, line) => Math.min(shortest, line.length - line.trimStart().length), Infinity);
  const margin = below.find((line) => line.length - line.trimStart().length === least)?.slice(0, least) ?? indent;
  const written = lines.map((line) => (starred ? `\n${indent} *${line === "" ? "" : ` ${line}`}` : line === "" ? "\n" : `\n${margin}${line}`)).join("");
  return single ? { start: start + Math.max(3, contentEnd), end: start + text.length, newText: `${written}\n${indent} */` } : { start: start + contentEnd, end: start + contentEnd, newText: written };
}

/** Start and indentation of the line that holds an offset, and whether only blanks stand before the offset. */
function lineOf(code: Code, offset: number): { readonly start: number; readonly indent: string; readonly alone: boolean } {
  const start = offset === 0 ? 0 : code.segment.text.lastIndexOf("\n", offset - 1) + 1;
  const before = code.segment.text.slice(start, offset);
  return { start, indent: /^[ \t]*/.exec(before)?.[0] ?? "", alone: before.trim() === "" };
}
