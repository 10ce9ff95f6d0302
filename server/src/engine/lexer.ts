/**
 * The lexical structure of Rust, as far as finding item boundaries needs it: comments, literals, lifetimes, identifiers
 * and brackets (Rust reference, chapter "Lexical structure"). Total on any text.
 */

const enum Char {
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  Quote = 34,
  Hash = 35,
  Apostrophe = 39,
  Star = 42,
  Slash = 47,
  Zero = 48,
  Nine = 57,
  UpperA = 65,
  UpperZ = 90,
  Backslash = 92,
  Underscore = 95,
  LowerA = 97,
  LowerB = 98,
  LowerC = 99,
  LowerR = 114,
  LowerZ = 122,
}

/** True for characters that may start an identifier; every non-ASCII character counts, which is lexically harmless. */
export function isIdentifierStart(code: number): boolean {
  return (
    (code >= Char.LowerA && code <= Char.LowerZ) ||
    (code >= Char.UpperA && code <= Char.UpperZ) ||
    code === Char.Underscore ||
    code > 127
  );
}

/** True for characters that may continue an identifier or a number. */
export function isIdentifierPart(code: number): boolean {
  return isIdentifierStart(code) || (code >= Char.Zero && code <= Char.Nine);
}

/** True for space, tab, line feed, carriage return and the other ASCII blanks; the byte order mark counts as blank. */
export function isBlank(code: number): boolean {
  return code === Char.Space || (code >= Char.Tab && code <= Char.CarriageReturn) || code === 0xfeff;
}

/** End of a lexeme, and whether the text ended before the lexeme did. */
export interface LexemeEnd {
  end: number;
  unterminated: boolean;
}

/**
 * End offset of the lexeme that starts at `at` (which must be inside the text): a whole comment, literal, lifetime,
 * identifier or number, else one character. Writes into `into` to spare an allocation per lexeme.
 */
export function lexemeEnd(text: string, at: number, into: LexemeEnd): void {
  into.unterminated = false;
  const code = text.charCodeAt(at);
  if (isIdentifierStart(code)) {
    identifierEnd(text, at, code, into);
    return;
  }
  if (isBlank(code)) {
    let end = at + 1;
    while (end < text.length && isBlank(text.charCodeAt(end))) end++;
    into.end = end;
    return;
  }
  switch (code) {
    case Char.Slash:
      commentEnd(text, at, into);
      return;
    case Char.Quote:
      stringEnd(text, at + 1, into);
      return;
    case Char.Apostrophe:
      quoteEnd(text, at, into);
      return;
    default: {
      if (code >= Char.Zero && code <= Char.Nine) {
        let end = at + 1;
        while (end < text.length && isIdentifierPart(text.charCodeAt(end))) end++;
        into.end = end;
        return;
      }
      into.end = at + 1;
    }
  }
}

function identifierEnd(text: string, at: number, first: number, into: LexemeEnd): void {
  let end = at + 1;
  while (end < text.length && isIdentifierPart(text.charCodeAt(end))) end++;
  into.end = end;
  const length = end - at;
  if (length > 2 || (first !== Char.LowerR && first !== Char.LowerB && first !== Char.LowerC)) return;
  const next = text.charCodeAt(end);
  const last = text.charCodeAt(end - 1);
  if (length === 2 && last !== Char.LowerR) return;
  if (next === Char.Quote) {
    if (last === Char.LowerR) rawStringEnd(text, end, 0, into);
    else stringEnd(text, end + 1, into);
    return;
  }
  if (next === Char.Hash && last === Char.LowerR) {
    let hashes = 0;
    while (text.charCodeAt(end + hashes) === Char.Hash) hashes++;
    if (text.charCodeAt(end + hashes) === Char.Quote) {
      rawStringEnd(text, end + hashes, hashes, into);
    } else if (length === 1 && hashes === 1 && isIdentifierStart(text.charCodeAt(end + 1))) {
      let raw = end + 1;
      while (raw < text.length && isIdentifierPart(text.charCodeAt(raw))) raw++;
      into.end = raw;
    }
    return;
  }
  if (next === Char.Apostrophe && first === Char.LowerB && length === 1) quoteEnd(text, end, into);
}

function stringEnd(text: string, from: number, into: LexemeEnd): void {
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) {
      into.end = text.length;
      into.unterminated = true;
      return;
    }
    // An odd run of backslashes before the quote escapes it.
    let back = quote - 1;
    while (back >= from && text.charCodeAt(back) === Char.Backslash) back--;
    if ((quote - 1 - back) % 2 === 0) {
      into.end = quote + 1;
      return;
    }
    at = quote + 1;
  }
}

function rawStringEnd(text: string, quote: number, hashes: number, into: LexemeEnd): void {
  const close = '"' + "#".repeat(hashes);
  const found = text.indexOf(close, quote + 1);
  into.unterminated = found < 0;
  into.end = found < 0 ? text.length : found + close.length;
}

/** A character literal, or a lifetime or label. */
function quoteEnd(text: string, at: number, into: LexemeEnd): void {
  const next = text.charCodeAt(at + 1);
  if (next === Char.Backslash) {
    let end = at + 3;
    while (end < text.length && end < at + 14) {
      const code = text.charCodeAt(end);
      if (code === Char.Apostrophe) {
        into.end = end + 1;
        return;
      }
      if (code === Char.LineFeed) break;
      end++;
    }
    into.end = at + 2;
    return;
  }
  // One character between the quotes, which may be a surrogate pair.
  const width = next >= 0xd800 && next < 0xdc00 ? 2 : 1;
  if (next === next && next !== Char.Apostrophe && text.charCodeAt(at + 1 + width) === Char.Apostrophe) {
    into.end = at + 2 + width;
    return;
  }
  let end = at + 1;
  while (end < text.length && isIdentifierPart(text.charCodeAt(end))) end++;
  into.end = end;
}

function commentEnd(text: string, at: number, into: LexemeEnd): void {
  const next = text.charCodeAt(at + 1);
  if (next === Char.Slash) {
    const line = text.indexOf("\n", at);
    into.end = line < 0 ? text.length : line;
    return;
  }
  if (next !== Char.Star) {
    into.end = at + 1;
    return;
  }
  // Block comments nest.
  let depth = 1;
  let end = at + 2;
  while (depth > 0) {
    const star = text.indexOf("*", end);
    if (star < 0) {
      into.end = text.length;
      into.unterminated = true;
      return;
    }
    // From left to right: in `/*/*/` the middle slash opens and closes nothing.
    if (star - 1 >= end && text.charCodeAt(star - 1) === Char.Slash) {
      depth++;
      end = star + 1;
    } else if (text.charCodeAt(star + 1) === Char.Slash) {
      depth--;
      end = star + 2;
    } else {
      end = star + 1;
    }
  }
  into.end = end;
}

/** True when the lexeme at `at` is a comment. */
export function isCommentAt(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== Char.Slash) return false;
  const next = text.charCodeAt(at + 1);
  return next === Char.Slash || next === Char.Star;
}

/** True when the comment at `at` is an inner doc comment (`//!` or `/*!`). */
export function isInnerDocAt(text: string, at: number): boolean {
  return isCommentAt(text, at) && text[at + 2] === "!";
}

/** Offsets of the starts of the lines after the first, relative to the text; `\r\n`, `\n` and a lone `\r` end a line. */
export function lineStarts(text: string): readonly number[] {
  if (!text.includes("\r")) return lineFeeds(text);
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.LineFeed) starts.push(at + 1);
    else if (code === Char.CarriageReturn && text.charCodeAt(at + 1) !== Char.LineFeed) starts.push(at + 1);
  }
  return starts;
}

/** Starts of the lines after the first, as the parser counts them: only line feeds end lines. */
export function lineFeeds(text: string): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** How many of the ascending numbers are not above a limit. */
export function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
