/** Blanks, comments and attributes around items, skipped lexically. */
import { isBlank, isCommentAt, isInnerDocAt, lexemeEnd, type LexemeEnd } from "./lexer.js";

/** Reads the file's own header: byte order mark, shebang, inner attributes and inner docs. Returns its end, 0 if none. */
export function fileHeaderEnd(text: string): number {
  let at = 0;
  if (text.charCodeAt(0) === 0xfeff) at = 1;
  if (text.startsWith("#!", at) && !/^#!\s*\[/.test(text.slice(at, at + 80))) {
    const line = text.indexOf("\n", at);
    at = line < 0 ? text.length : line + 1;
  }
  // A comment on the first line belongs to the first item, unless something inner follows it.
  const end = innerTriviaEnd(text, at, at, { end: at, unterminated: false });
  return end <= 1 && at <= 1 ? 0 : end;
}

/**
 * Indentation, in UTF-16 units, of the line that holds `at`. Text before `floor` (the segment's start) is not looked at,
 * so that the result depends on the segment alone.
 */
export function indentAt(text: string, at: number, floor: number): number {
  const line = lineStartAbove(text, at, floor);
  let end = line;
  while (end < at && isBlank(text.charCodeAt(end))) end++;
  return end - line;
}

/** Start of the line that holds `at`, or `floor` where that is later. Looks no further back: items can share a line of megabytes. */
function lineStartAbove(text: string, at: number, floor: number): number {
  let line = at;
  while (line > floor && text.charCodeAt(line - 1) !== 10) line--;
  return line;
}

/** Skips blanks, comments and outer attributes before an item. */
export function skipTrivia(text: string, start: number, lexeme: LexemeEnd): { at: number; unterminated: boolean } {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
    } else if (isCommentAt(text, at)) {
      lexemeEnd(text, at, lexeme);
      if (lexeme.unterminated) return { at, unterminated: true };
      at = lexeme.end;
    } else if (code === 35 /* # */) {
      const end = attributeEnd(text, at, lexeme);
      if (end < 0) return { at, unterminated: false };
      at = end;
    } else {
      break;
    }
  }
  return { at, unterminated: false };
}

/** End of the attribute that starts with `#` at `at`, or -1 when it is none or does not close. */
function attributeEnd(text: string, at: number, lexeme: LexemeEnd): number {
  let open = at + 1;
  if (text[open] === "!") open++;
  while (open < text.length && isBlank(text.charCodeAt(open))) open++;
  if (text[open] !== "[") return -1;
  let depth = 0;
  let next = open;
  while (next < text.length) {
    const character = text[next];
    if (character === "[" || character === "(" || character === "{") depth++;
    else if (character === "]" || character === ")" || character === "}") depth--;
    if (depth === 0) return next + 1;
    lexemeEnd(text, next, lexeme);
    if (lexeme.unterminated) return -1;
    next = lexeme.end;
  }
  return -1;
}

/** End of a run of inner attributes and inner docs that starts at `from`, with the rest of that last line's comment. */
export function innerEnd(text: string, from: number, lexeme: LexemeEnd): number {
  const end = trailingTriviaEnd(text, from);
  return innerTriviaEnd(text, end, end, lexeme);
}

/** End of the last inner attribute or inner doc in the trivia from `at` on; `end` where there is none. */
function innerTriviaEnd(text: string, at: number, end: number, lexeme: LexemeEnd): number {
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
    } else if (isCommentAt(text, at)) {
      const inner = isInnerDocAt(text, at);
      lexemeEnd(text, at, lexeme);
      if (lexeme.unterminated) break;
      at = lexeme.end;
      if (inner) end = lineEnd(text, at);
    } else if (code === 35 && text[at + 1] === "!") {
      const close = attributeEnd(text, at, lexeme);
      if (close < 0) break;
      at = close;
      end = trailingTriviaEnd(text, at);
    } else {
      break;
    }
  }
  return end;
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== "\n" && isBlank(text.charCodeAt(end))) end++;
  return text[end] === "\n" ? end + 1 : at;
}

/** After an item: a comment on the same line belongs to it, and so does the line's end. */
export function trailingTriviaEnd(text: string, from: number): number {
  const lexeme: LexemeEnd = { end: from, unterminated: false };
  let at = from;
  for (;;) {
    while (at < text.length && text[at] !== "\n" && isBlank(text.charCodeAt(at))) at++;
    if (at >= text.length) return at;
    if (text[at] === "\n") return at + 1;
    if (!isCommentAt(text, at) || isInnerDocAt(text, at) || text.startsWith("/**", at)) return from;
    lexemeEnd(text, at, lexeme);
    if (lexeme.unterminated || text.slice(at, lexeme.end).includes("\n")) return from;
    at = lexeme.end;
  }
}

/** Offset of the next token at or after `from`. */
export function skipBlanksAndComments(text: string, from: number): number {
  const lexeme: LexemeEnd = { end: from, unterminated: false };
  let at = from;
  while (at < text.length) {
    if (isBlank(text.charCodeAt(at))) at++;
    else if (isCommentAt(text, at)) {
      lexemeEnd(text, at, lexeme);
      at = lexeme.end;
    } else break;
  }
  return at;
}

