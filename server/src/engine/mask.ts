/**
 * Stable Rust that tree-sitter-rust 0.24 cannot parse is overwritten by spaces of the same length before parsing, so
 * that every offset stays true (rules-core specification 1.2, rules-ffi-project specification 1.1). Rules and fixes see
 * the real text.
 */
import { isCommentAt, isIdentifierStart, lexemeEnd, type LexemeEnd } from "./lexer.js";

/** A masked word and where it stands. */
export interface MaskedWord {
  readonly start: number;
  readonly end: number;
}

/** The text to parse and the words that were hidden in it. */
export interface MaskedText {
  readonly text: string;
  readonly words: readonly MaskedWord[];
}

const candidate = /\bunsafe\s+(?:extern|static)\b|\bsafe\s+(?:fn|static|unsafe)\b|\bpub\s+type\s+\w+\s*;|\bdyn\s+'/;
/** Sticky patterns: what must follow at the masked word for it to be masked; the first group is the masked part. */
const patterns: ReadonlyMap<string, RegExp> = new Map([
  ["unsafe", /(unsafe)\s+(?:extern(?:\s+r?#*"[^"\n]*"#*)?\s*\{|static\b)/y],
  ["safe", /(safe)\s+(?:unsafe\s+)?(?:fn|static)\b/y],
  ["pub", /(pub)\s+type\s+\w+\s*;/y],
]);
const lifetimeBound = /dyn\s+('\w+\s*\+)/y;

/** Masks a text; returns it unchanged when nothing in it needs it. Strings and comments are never touched. */
export function mask(text: string): MaskedText {
  // Looking for a plain word is many times cheaper than the pattern, and most texts have none of them.
  if (!text.includes("safe") && !text.includes("dyn") && !text.includes("pub type")) return { text, words: [] };
  if (!candidate.test(text)) return { text, words: [] };
  const words: MaskedWord[] = [];
  const lexeme: LexemeEnd = { end: 0, unterminated: false };
  let at = 0;
  while (at < text.length) {
    const word = maskedAt(text, at);
    if (word) words.push(word);
    lexemeEnd(text, at, lexeme);
    at = lexeme.end;
  }
  if (words.length === 0) return { text, words };
  let masked = "";
  let from = 0;
  for (const { start, end } of words) {
    masked += text.slice(from, start) + " ".repeat(end - start);
    from = end;
  }
  return { text: masked + text.slice(from), words };
}

function maskedAt(text: string, at: number): MaskedWord | undefined {
  if (!isIdentifierStart(text.charCodeAt(at)) || isCommentAt(text, at)) return undefined;
  if (text.startsWith("dyn", at)) {
    lifetimeBound.lastIndex = at;
    const bound = lifetimeBound.exec(text);
    if (!bound?.[1]) return undefined;
    const end = at + bound[0].length;
    return { start: end - bound[1].length, end };
  }
  for (const [word, pattern] of patterns) {
    if (!text.startsWith(word, at)) continue;
    pattern.lastIndex = at;
    if (pattern.test(text)) return { start: at, end: at + word.length };
  }
  return undefined;
}

/** True when both texts hide the same number of words with the same lengths; otherwise a tree may not be reused. */
export function sameMask(a: MaskedText, b: MaskedText): boolean {
  return a.words.length === b.words.length && a.words.every((word, index) => word.end - word.start === (b.words[index]?.end ?? 0) - (b.words[index]?.start ?? 0));
}
