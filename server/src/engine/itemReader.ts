/**
 * Reads one segment of Rust text lexically. In strict mode an item ends where its brackets say so; in recovery mode,
 * used only when a file does not balance, an item that does not close is cut at the next line that starts an item with
 * the same or a smaller indentation, so that broken code stays in its own segment.
 */
import { readHead, type Head } from "./itemHead.js";
import { findCut } from "./itemRecovery.js";
import { indentAt, innerEnd, skipBlanksAndComments, skipTrivia, trailingTriviaEnd } from "./itemTrivia.js";
import { isBlank, isCommentAt, lexemeEnd, lineStarts, type LexemeEnd } from "./lexer.js";
import type { ItemKeyword, Segment, SegmentKind } from "./segment.js";

/** Result of reading: the segment, and whether brackets or literals did not close (`recovered` says it was cut). */
export interface Read {
  readonly segment: Segment;
  readonly end: number;
  /** Strict mode only: the text ended inside the item, or a stray `}` was met. */
  readonly unbalanced: boolean;
}

/**
 * `cfg_rt! { pub fn … }`: by convention a macro named `cfg_…` passes its items through under a condition, so they are
 * items of the module like any others.
 */
const itemStart = /^(?:pub|fn|struct|enum|union|trait|impl|mod|use|const|static|type|unsafe|async|extern|macro_rules)\b/;

const containers: ReadonlySet<ItemKeyword> = new Set(["mod", "impl", "trait", "extern-block"]);
const endsWithSemicolon: ReadonlySet<ItemKeyword> = new Set(["use", "const", "static", "type", "extern-crate"]);

/** Options of one read. `containerIndent` is the indentation of the enclosing block's header, -1 at file level. */
export interface ReadOptions {
  readonly inContainer: boolean;
  readonly containerIndent: number;
  readonly recovery: boolean;
}

/**
 * Reads the segment that starts at `start`.
 * @param text whole text the offsets refer to
 * @param start offset of the segment's first character; smaller than `text.length`
 */
export function readSegment(text: string, start: number, options: ReadOptions): Read {
  const lexeme: LexemeEnd = { end: start, unterminated: false };
  const trivia = skipTrivia(text, start, lexeme);
  const head = trivia.at;
  const build = (kind: SegmentKind, end: number, item: Partial<Segment>, recovered: boolean, unbalanced: boolean): Read => {
    const own = text.slice(start, end);
    return {
      end,
      unbalanced,
      segment: {
        kind,
        text: own,
        keyword: item.keyword ?? "none",
        name: item.name ?? "",
        visibility: item.visibility ?? "private",
        head: head - start,
        body: (item.body ?? head) - start,
        lines: lineStarts(own),
        recovered,
        indent: indentAt(text, head, start),
      },
    };
  };

  if (trivia.unterminated) return build("rest", text.length, {}, options.recovery, true);
  if (head >= text.length) return build("rest", text.length, {}, false, false);
  if (text[head] === "}") {
    const stray = !options.inContainer || (options.recovery && indentAt(text, head, start) > options.containerIndent && startsLine(text, head, start));
    const end = trailingTriviaEnd(text, head + 1);
    return build(stray ? "rest" : "close", end, {}, stray && options.recovery, !options.inContainer);
  }

  const item = readHead(text, head);
  const scan = scanItem(text, head, item, lexeme);
  const cut = options.recovery ? findCut(text, head, start, scan.end, options.containerIndent, scan.closed) : -1;
  if (cut >= 0) {
    return build("item", cut, { ...item, body: Math.min(scan.body, cut) }, true, true);
  }
  if (!scan.closed) {
    // Left open where the enclosing block ends: the damage stays in this item, and the file still balances.
    const local = scan.end < text.length;
    return build("item", scan.end, { ...item, body: scan.body }, options.recovery || local, !local);
  }
  if (scan.opens) {
    const end = innerEnd(text, scan.end, lexeme);
    return build("open", end, { ...item, body: scan.body }, false, false);
  }
  return build("item", trailingTriviaEnd(text, scan.end), { ...item, body: scan.body }, false, false);
}

function startsLine(text: string, at: number, floor: number): boolean {
  const line = Math.max(floor, text.lastIndexOf("\n", at - 1) + 1);
  return text.slice(line, at).trim() === "";
}

interface Scan {
  end: number;
  body: number;
  closed: boolean;
  /** The item is a container and `end` is just after its `{`. */
  opens: boolean;
}

/** Finds the end of the item, by brackets. A `}` closes what was left open inside its `{`. */
function scanItem(text: string, from: number, head: Head, lexeme: LexemeEnd): Scan {
  const stack: number[] = [];
  const passesThrough = head.keyword === "macro-call" && head.name.startsWith("cfg_");
  const toSemicolon = endsWithSemicolon.has(head.keyword);
  let body = -1;
  let previous = "";
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      at++;
      continue;
    }
    switch (code) {
      case 123: // {
        if (stack.length === 0 && !isConstArgument(text, at, previous)) {
          if (body < 0) body = at;
          if (containers.has(head.keyword) || (passesThrough && itemStart.test(text.slice(skipTrivia(text, at + 1, lexeme).at, at + 4096).slice(0, 12)))) return { end: at + 1, body, closed: true, opens: true };
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
        if (!stack.includes(123)) {
          // The enclosing block ends here: the item has no end of its own (half-typed code).
          return { end: at, body: body < 0 ? at : body, closed: stack.length === 0 && previous !== "", opens: false };
        }
        while (stack.pop() !== 123);
        if (stack.length === 0 && !toSemicolon && body >= 0 && !continues(text, at + 1)) {
          const next = skipBlanksAndComments(text, at + 1);
          const end = text[next] === ";" && head.keyword === "macro-call" ? next + 1 : at + 1;
          return { end, body, closed: true, opens: false };
        }
        break;
      }
      case 59: // ;
        if (stack.length === 0) return { end: at + 1, body: body < 0 ? at : body, closed: true, opens: false };
        break;
      default: {
        const comment = isCommentAt(text, at);
        lexemeEnd(text, at, lexeme);
        if (lexeme.unterminated) return { end: text.length, body: body < 0 ? text.length : body, closed: false, opens: false };
        if (!comment) previous = text[lexeme.end - 1] ?? "";
        at = lexeme.end;
        continue;
      }
    }
    previous = text[at] ?? "";
    at++;
  }
  return { end: text.length, body: body < 0 ? text.length : body, closed: false, opens: false };
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

