/** Comments and attributes around an item, found lexically: they need no tree and cost no parse. */
import { isBlank, isCommentAt, lexemeEnd, type LexemeEnd } from "./lexer.js";
import { parseAttribute, type Meta } from "./meta.js";
import type { Segment } from "./segment.js";

/** A comment or attribute and its range in the segment. */
export interface Trivia {
  readonly kind: "attribute" | "comment";
  /** Inner attribute (`#![…]`) or inner doc comment (`//!`, `/*!`). */
  readonly inner: boolean;
  /** For comments: `///`, `/**`, `//!`, `/*!`. */
  readonly doc: boolean;
  readonly start: number;
  readonly end: number;
}

/** Comments and attributes in `text` between two offsets; other tokens are skipped. */
export function triviaBetween(text: string, from: number, to: number): readonly Trivia[] {
  const found: Trivia[] = [];
  const lexeme: LexemeEnd = { end: from, unterminated: false };
  let at = from;
  while (at < to) {
    if (isBlank(text.charCodeAt(at))) {
      at++;
      continue;
    }
    if (isCommentAt(text, at)) {
      lexemeEnd(text, at, lexeme);
      const { doc, inner } = docKind(text.slice(at, Math.min(at + 4, lexeme.end)));
      found.push({ kind: "comment", inner, doc, start: at, end: lexeme.end });
    } else if (text[at] === "#") {
      const inner = text[at + 1] === "!";
      const end = bracketEnd(text, at, lexeme);
      if (end > 0) found.push({ kind: "attribute", inner, doc: false, start: at, end });
      lexeme.end = end > 0 ? end : at + 1;
    } else {
      lexemeEnd(text, at, lexeme);
    }
    at = lexeme.end;
  }
  return found;
}

/** Whether a comment that starts with these characters is a doc comment, and which (Rust reference, "Comments"). */
export function docKind(opening: string): { doc: boolean; inner: boolean } {
  if (opening.startsWith("//!") || opening.startsWith("/*!")) return { doc: true, inner: true };
  const outer = (opening.startsWith("///") && opening[3] !== "/") || (opening.startsWith("/**") && opening[3] !== "*" && opening[3] !== "/");
  return { doc: outer, inner: false };
}

function bracketEnd(text: string, at: number, lexeme: LexemeEnd): number {
  let depth = 0;
  let next = text.indexOf("[", at);
  if (next < 0 || text.slice(at + 1, next).replace("!", "").trim() !== "") return -1;
  while (next < text.length) {
    const character = text[next];
    if (character === "[" || character === "(" || character === "{") depth++;
    else if (character === "]" || character === ")" || character === "}") depth--;
    if (depth === 0) return next + 1;
    lexemeEnd(text, next, lexeme);
    next = lexeme.end;
  }
  return -1;
}

/** Outer attributes of the item of a segment, and the inner ones of its block where the segment is a header. */
export function segmentMetas(segment: Segment): readonly Meta[] {
  const metas: Meta[] = [];
  const outer = segment.text.slice(0, segment.head);
  if (outer.includes("#")) collect(segment.text, 0, segment.head, metas);
  if (segment.kind === "open" && segment.text.indexOf("#!", segment.body) >= 0) collect(segment.text, segment.body + 1, segment.text.length, metas);
  return metas;
}

function collect(text: string, from: number, to: number, into: Meta[]): void {
  for (const trivia of triviaBetween(text, from, to)) {
    if (trivia.kind === "attribute") into.push(...parseAttribute(text.slice(trivia.start, trivia.end)));
  }
}

/** A text with its comments replaced by one blank each, for reading declarations. Strings stay. */
export function withoutComments(text: string): string {
  if (!text.includes("/")) return text;
  const lexeme: LexemeEnd = { end: 0, unterminated: false };
  let result = "";
  let at = 0;
  while (at < text.length) {
    lexemeEnd(text, at, lexeme);
    result += isCommentAt(text, at) ? " " : text.slice(at, lexeme.end);
    at = lexeme.end;
  }
  return result;
}
