/** Reasons of attributes: the comment that trails one, and its text as a string literal (rules-core specification 5.6, 5.8). */
import { isTrivia } from "../../engine/code.js";
import type { Edit } from "../../engine/finding.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPlaceholder } from "./safetyComment.js";

/** A comment that trails an attribute. */
export interface TrailingComment {
  /** Its text on one line, without comment markers. */
  readonly text: string;
  /** Removes it with the blanks before it; segment offsets. */
  readonly removal: Edit;
}

/** Nodes that hold their attributes as children. */
const attributesInside: ReadonlySet<string> = new Set(["match_arm", "field_initializer", "shorthand_field_initializer"]);

/** Characters looked at behind an attribute. */
const reach = 2000;

/**
 * The comment on the line on which an attribute ends, with the lines that continue it in the same column.
 * @param end segment offset of the attribute's end
 * @returns undefined for no comment, a doc comment, a waiver, a note that something is still to be done, or more code behind it
 */
export function trailingComment(fix: FixContext, end: number): TrailingComment | undefined {
  const from = fix.segmentStart + end;
  const after = fix.file.slice(from, from + reach);
  const line = /^([ \t]*)(?:\/\/(?![/!])(.*?)|\/\*(?![*!])((?:(?!\*\/)[^\n])*)\*\/)[ \t]*(?=\r?\n|$)/.exec(after);
  if (!line || /^\s*covenant:/.test(line[2] ?? line[3] ?? "")) return undefined;
  let text = (line[2] ?? line[3] ?? "").trim();
  let length = line[0].length;
  if (line[2] !== undefined) {
    const column = fix.file.positionAt(from + (line[1] ?? "").length).character;
    for (let next = continuation(after.slice(length), column); next; next = continuation(after.slice(length), column)) {
      text = `${text} ${next.text}`.trim();
      length += next.length;
    }
  }
  if (text === "" || isPlaceholder(text)) return undefined;
  return { text, removal: { start: end, end: end + length, newText: "" } };
}

/** The next line, when it is nothing but a comment that starts in the given column. */
function continuation(after: string, column: number): { readonly text: string; readonly length: number } | undefined {
  const line = /^\r?\n([ \t]*)\/\/(?![/!])(.*?)[ \t]*(?=\r?\n|$)/.exec(after);
  if (!line || line[1]?.length !== column || column === 0 || /^\s*covenant:/.test(line[2] ?? "")) return undefined;
  return { text: (line[2] ?? "").trim(), length: line[0].length };
}

/** A text as the content of a Rust string literal. */
export function literalText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\"]/g, "\\$&");
}

/** The node an outer attribute stands on. */
export function attributedNode(attribute: Node): Node | undefined {
  if (attribute.parent && attributesInside.has(attribute.parent.type)) return attribute.parent;
  let next = attribute.nextNamedSibling;
  while (next && isTrivia(next)) next = next.nextNamedSibling;
  return next ?? undefined;
}
