/** Where an item that does not close is cut. */
import { indentAt } from "./itemTrivia.js";
import { isIdentifierPart, isIdentifierStart, lexemeEnd, type LexemeEnd } from "./lexer.js";

/** A line in recovery mode that certainly starts an item. */
const anchorLine =
  /^(?:#!?\[|\/\/\/|pub\b|fn\b|async\s+fn\b|unsafe\s+(?:fn|impl|trait|extern)\b|const\s+(?:fn\b|\w+\s*:)|static\s|struct\b|enum\b|union\s+\w|trait\b|impl\b|mod\s+\w|use\s|type\s+\w|extern\b|macro_rules!)/;

/**
 * Recovery: the offset of the first line after the item's first that starts another item at the same or a smaller
 * indentation, or closes the container; -1 when the item ends before any such line. Lines inside raw strings and block
 * comments do not count.
 */
export function findCut(text: string, head: number, floor: number, end: number, containerIndent: number, closed: boolean): number {
  const indent = indentAt(text, head, floor);
  const lexeme: LexemeEnd = { end: head, unterminated: false };
  let trusted = head;
  for (let line = text.indexOf("\n", head); line >= 0 && line + 1 < end; line = text.indexOf("\n", line + 1)) {
    // Jump over raw strings and block comments that start before this line and end after it.
    while (trusted <= line) {
      const code = text.charCodeAt(trusted);
      lexemeEnd(text, trusted, lexeme);
      const opaque = !lexeme.unterminated && (text.startsWith("/*", trusted) || (isIdentifierStart(code) && !isIdentifierPart(text.charCodeAt(lexeme.end - 1))));
      const plainString = code === 34;
      trusted = opaque ? lexeme.end : plainString ? Math.min(lexeme.end, nextLine(text, trusted)) : lexeme.end;
      if (!opaque && trusted > line + 1) trusted = line + 1;
    }
    if (trusted > line + 1) continue;
    let first = line + 1;
    while (first < text.length && (text[first] === " " || text[first] === "\t")) first++;
    const column = first - line - 1;
    if (column > indent) continue;
    if (text[first] === "}") {
      if (column < indent || (!closed && column <= containerIndent)) return line + 1;
      continue;
    }
    if (anchorLine.test(text.slice(first, first + 60))) return line + 1;
  }
  return -1;
}

function nextLine(text: string, at: number): number {
  const line = text.indexOf("\n", at);
  return line < 0 ? text.length : line;
}
