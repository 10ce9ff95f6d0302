/**
 * What has to be parsed of a long function for rules that look for words: blocks in which none of the words stands are
 * emptied. A function of a thousand lines with one `unwrap` is parsed as a few dozen lines, with everything around the
 * `unwrap` in its place.
 */
import { isBlank, isCommentAt, lexemeEnd, type LexemeEnd } from "./lexer.js";
import type { Segment } from "./segment.js";

/** Shorter insides of blocks are left as they are. */
const leastBlock = 40;

/** What of a function's text matters. */
export interface Elided {
  /** The text, as long as the segment's and with the same line feeds; emptied blocks hold blanks. */
  readonly text: string;
  /** The words that stand in its code, that is outside comments and literals. */
  readonly found: ReadonlySet<string>;
}

/** Brackets in each other beyond which a wrong one is not looked into. */
const mostOpen = 200;

interface Bracket {
  /** Offset of the bracket. */
  readonly at: number;
  readonly closing: string;
  /** It is a block whose inside may be emptied. */
  readonly isBlock: boolean;
  /** It is the input of a macro call, or in one: what that means is the macro's business. */
  readonly inMacro: boolean;
  hasWord: boolean;
}

const closings: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]" };

/**
 * Reads a function.
 * @param words what is looked for; identifiers
 * @returns undefined when a literal or comment does not close, or where nothing makes sense of the brackets
 */
export function elide(segment: Segment, words: ReadonlySet<string>): Elided | undefined {
  const { text, body } = segment;
  const found = new Set<string>();
  const empty: { start: number; end: number }[] = [];
  const open: Bracket[] = [];
  const lexeme: LexemeEnd = { end: 0, unterminated: false };
  // The last lexemes that are neither blanks nor comments.
  let last = "";
  let beforeLast = "";
  let lastEnd = 0;
  for (let at = 0; at < text.length; at = lexeme.end) {
    lexemeEnd(text, at, lexeme);
    if (lexeme.unterminated) return undefined;
    const character = text[at] as string;
    if (isBlank(text.charCodeAt(at)) || isCommentAt(text, at)) continue;
    if (character in closings) {
      const outer = open.at(-1);
      const isMacro = last === "!" && /^\w/.test(beforeLast);
      const inMacro = isMacro || outer?.inMacro === true || beforeLast === "macro_rules";
      // `unsafe {` is about what the block does; behind `::` stands a list of imports.
      open.push({ at, closing: closings[character] as string, isBlock: character === "{" && at > body && !inMacro && last !== ":" && !words.has(last), inMacro, hasWord: words.has(last) });
    } else if (character === "}" || character === ")" || character === "]") {
      if (open.length > mostOpen && open.at(-1)?.closing !== character) return undefined;
      // While a bracket is half-typed, what it is in is left as it is; blocks beside it are emptied all the same.
      while (open.length > 0 && open.at(-1)?.closing !== character && open.some(({ closing }) => closing === character)) {
        open.pop();
        for (const around of open) around.hasWord = true;
      }
      const bracket = open.at(-1)?.closing === character ? open.pop() : undefined;
      if (!bracket) for (const around of open) around.hasWord = true;
      const outer = open.at(-1);
      if (!bracket) continue;
      if (bracket.hasWord && outer) outer.hasWord = true;
      // A comment at the end of a block may be about what follows: `// SAFETY: … } else if unsafe { … }`.
      if (bracket.isBlock && !bracket.hasWord && lastEnd - bracket.at > leastBlock) {
        while (empty.length > 0 && (empty.at(-1)?.start ?? 0) > bracket.at) empty.pop();
        empty.push({ start: bracket.at + 1, end: lastEnd });
      }
    }
    beforeLast = last;
    lastEnd = lexeme.end;
    // A word of the list, or just any.
    last = lexeme.end - at === 1 ? character : text.slice(at, lexeme.end);
    if (!words.has(last)) continue;
    found.add(last);
    const outer = open.at(-1);
    if (outer) outer.hasWord = true;
  }
  return { text: blanked(text, empty), found };
}

function blanked(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    parts.push(text.slice(from, start));
    for (let at = start; at < end; ) {
      const feed = text.indexOf("\n", at);
      const stop = feed < 0 || feed >= end ? end : feed;
      parts.push(" ".repeat(stop - at));
      if (stop < end) parts.push("\n");
      at = stop + 1;
    }
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
