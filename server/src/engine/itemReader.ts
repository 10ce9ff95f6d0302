/**
 * Reads one segment of Rust text lexically. An item ends where its brackets say so. One that does not close is cut at the
 * first line inside it that starts an item with the same or a smaller indentation, so that broken code stays in its own
 * segment. Whether an item is cut depends on a bounded stretch of text (`lookAhead`), never on the whole file.
 */
import { readHead, type Head } from "./itemHead.js";
import { anchorIn, isAnchor } from "./itemRecovery.js";
import { indentAt, innerEnd, skipBlanksAndComments, skipTrivia, trailingTriviaEnd } from "./itemTrivia.js";
import { isBlank, isCommentAt, isIdentifierPart, lexemeEnd, lineStarts, type LexemeEnd } from "./lexer.js";
import type { ItemKeyword, Segment, SegmentKind } from "./segment.js";

/** Result of reading. */
export interface Read {
  readonly segment: Segment;
  readonly end: number;
}

/** Blocks of items nested deeper are read as one item: what encloses a segment is part of its context, all the way up. */
const deepest = 64;

/** How far after its cut an item may still prove to close properly, in UTF-16 units. */
export const lookAhead = 16_000;

/**
 * `cfg_rt! { pub fn … }`: by convention a macro named `cfg_…` passes its items through under a condition, so they are
 * items of the module like any others. `feature! { #![unix] pub fn … }` of tokio, nix and tracing takes the condition
 * as an inner attribute.
 */
const passing = /^(?:cfg_|feature$)/;
const itemStart = /^(?:pub|fn|struct|enum|union|trait|impl|mod|use|const|static|type|unsafe|async|extern|macro_rules)\b/;

const containers: ReadonlySet<ItemKeyword> = new Set(["mod", "impl", "trait", "extern-block"]);
const endsWithSemicolon: ReadonlySet<ItemKeyword> = new Set(["use", "const", "static", "type", "extern-crate"]);

/**
 * Reads the segment that starts at `start`.
 * @param text whole text the offsets refer to
 * @param start offset of the segment's first character; smaller than `text.length`
 * @param depth number of modules, impls, traits and extern blocks around the segment
 */
export function readSegment(text: string, start: number, depth: number): Read {
  const inContainer = depth > 0;
  const lexeme: LexemeEnd = { end: start, unterminated: false };
  const trivia = skipTrivia(text, start, lexeme);
  const head = trivia.at;
  const indent = indentAt(text, head, start);
  const build = (kind: SegmentKind, end: number, item: Head | undefined, body: number, recovered: boolean): Read => {
    const own = text.slice(start, end);
    return {
      end,
      segment: {
        kind,
        text: own,
        keyword: item?.keyword ?? "none",
        name: item?.name ?? "",
        visibility: item?.visibility ?? "private",
        head: head - start,
        body: Math.min(body, end) - start,
        lines: lineStarts(own),
        recovered,
        indent,
      },
    };
  };

  if (trivia.unterminated) return build("rest", text.length, undefined, head, true);
  if (head >= text.length) return build("rest", text.length, undefined, head, false);
  if (text[head] === "}") return build(inContainer ? "close" : "rest", trailingTriviaEnd(text, head + 1), undefined, head, !inContainer);

  const item = readHead(text, head);
  const scan = scanItem(text, head, indent, item, depth, lexeme);
  switch (scan.outcome) {
    case "cut":
      return build("item", scan.end, item, scan.body, true);
    case "opens":
      return build("open", innerEnd(text, scan.end, lexeme), item, scan.body, false);
    case "closed":
      return build("item", trailingTriviaEnd(text, scan.end), item, scan.body, false);
  }
}

/** The input of a macro from `at` on starts with an item, or with an inner attribute, behind which only items can follow. */
function holdsItems(text: string, at: number, lexeme: LexemeEnd): boolean {
  return text.startsWith("#![", skipBlanksAndComments(text, at)) || itemStart.test(text.slice(skipTrivia(text, at, lexeme).at, at + 4096).slice(0, 12));
}

interface Scan {
  readonly end: number;
  readonly body: number;
  /** `opens`: the item is a container and `end` is just after its `{`. */
  readonly outcome: "closed" | "opens" | "cut";
}

/** Finds the end of the item, by brackets. A `}` closes what was left open inside its `{`. */
function scanItem(text: string, from: number, indent: number, head: Head, depth: number, lexeme: LexemeEnd): Scan {
  const stack: number[] = [];
  const passesThrough = head.keyword === "macro-call" && passing.test(head.name);
  const toSemicolon = endsWithSemicolon.has(head.keyword);
  let body = -1;
  let previous = "";
  let at = from;
  /** Start of the line of the token at hand while it is the first on its line, else -1. */
  let line = -1;
  /** First line that starts another item, met inside brackets: where to cut if the item does not close well. */
  let anchor = -1;
  let oddString = false;
  const ended = (end: number, outcome: Scan["outcome"]): Scan => ({ end, body: body < 0 ? end : body, outcome });
  const cut = (end: number): Scan => ended(anchor < 0 ? end : anchor, "cut");
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      if (code === 10) line = at + 1;
      at++;
      continue;
    }
    const first = line >= 0;
    const column = first ? at - line : Infinity;
    if (column <= indent && at > head.at && isAnchor(text, at)) {
      if (stack.length === 0) return ended(line, "cut");
      if (anchor < 0) anchor = line;
    }
    if (anchor >= 0 && at > anchor + lookAhead) return cut(anchor);
    const lineOfToken = line;
    line = -1;
    switch (code) {
      case 123: // {
        if (stack.length === 0 && !isConstArgument(text, at, previous)) {
          if (body < 0) body = at;
          if (depth < deepest && (containers.has(head.keyword) || (passesThrough && holdsItems(text, at + 1, lexeme)))) return ended(at + 1, "opens");
        }
        stack.push(code);
        break;
      case 40: // (
      case 91: // [
        stack.push(code);
        break;
      case 41: // )
      case 93: // ]
        if (stack[stack.length - 1] === (code === 41 ? 40 : 91)) stack.pop();
        break;
      case 125: { // }
        // The enclosing block ends here: the item has no end of its own (half-typed code).
        if (!stack.includes(123)) return stack.length === 0 && anchor < 0 ? ended(at, "closed") : cut(at);
        while (stack.pop() !== 123);
        if (stack.length > 0 || toSemicolon || body < 0 || continues(text, at + 1)) break;
        const next = skipBlanksAndComments(text, at + 1);
        if (anchor >= 0 && (oddString || indentAt(text, at, from) !== indent)) return cut(at);
        // A brace left of the item, after which the enclosing block does not close: it is the enclosing block's own.
        if (depth > 0 && first && column < indent && text[next] !== "}") return cut(lineOfToken);
        return ended(text[next] === ";" && head.keyword === "macro-call" ? next + 1 : at + 1, "closed");
      }
      case 59: // ;
        if (stack.length === 0) return anchor >= 0 && oddString ? cut(at + 1) : ended(at + 1, "closed");
        break;
      default: {
        const comment = isCommentAt(text, at);
        lexemeEnd(text, at, lexeme);
        if (code === 34 && anchor < 0) anchor = anchorIn(text, at, lexeme.end, indent);
        if (lexeme.unterminated) return cut(text.length);
        // Text right after a closing quote: more likely the quote opens another string, and one before it was not closed.
        if (code === 34 && isIdentifierPart(text.charCodeAt(lexeme.end)) && text.slice(at, lexeme.end).includes("\n")) oddString = true;
        if (!comment) previous = text[lexeme.end - 1] ?? "";
        at = lexeme.end;
        continue;
      }
    }
    previous = text[at] ?? "";
    at++;
  }
  return cut(text.length);
}

/** `Foo<{ N }>`, `Foo<A, { N }>`, `const N: usize = { 3 }` in a header: braces that are not a body. */
function isConstArgument(text: string, at: number, previous: string): boolean {
  if (previous === "<" || previous === "=") return true;
  if (previous !== ",") return false;
  const close = text.indexOf("}", at);
  const line = text.indexOf("\n", at);
  if (close < 0 || (line >= 0 && line < close)) return false;
  const after = text[skipBlanksAndComments(text, close + 1)];
  return after === ">" || after === ",";
}

/** After a `}` that brings the depth to zero: does the same item go on? */
function continues(text: string, from: number): boolean {
  const next = text[skipBlanksAndComments(text, from)];
  return next !== undefined && ">,.?=)]+-*%&^|".includes(next);
}

