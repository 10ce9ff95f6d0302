/**
 * Reads one segment of Rust text lexically. In strict mode an item ends where its brackets say so; in recovery mode,
 * used only when a file does not balance, an item that does not close is cut at the next line that starts an item with
 * the same or a smaller indentation, so that broken code stays in its own segment.
 */
import { isBlank, isCommentAt, isIdentifierPart, isIdentifierStart, isInnerDocAt, lexemeEnd, lineStarts, type LexemeEnd } from "./lexer.js";
import type { ItemKeyword, Segment, SegmentKind, Visibility } from "./segment.js";

/** Result of reading: the segment, and whether brackets or literals did not close (`recovered` says it was cut). */
export interface Read {
  readonly segment: Segment;
  readonly end: number;
  /** Strict mode only: the text ended inside the item, or a stray `}` was met. */
  readonly unbalanced: boolean;
}

const containers: ReadonlySet<ItemKeyword> = new Set(["mod", "impl", "trait", "extern-block"]);
const endsWithSemicolon: ReadonlySet<ItemKeyword> = new Set(["use", "const", "static", "type", "extern-crate"]);
/** A line in recovery mode that certainly starts an item. */
const anchorLine =
  /^(?:#!?\[|\/\/\/|pub\b|fn\b|async\s+fn\b|unsafe\s+(?:fn|impl|trait|extern)\b|const\s+(?:fn\b|\w+\s*:)|static\s|struct\b|enum\b|union\s+\w|trait\b|impl\b|mod\s+\w|use\s|type\s+\w|extern\b|macro_rules!)/;
const wordPattern = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;

interface Head {
  keyword: ItemKeyword;
  name: string;
  visibility: Visibility;
  at: number;
}

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
    return build("item", text.length, { ...item, body: scan.body }, options.recovery, true);
  }
  if (scan.opens) {
    const end = innerEnd(text, scan.end, lexeme);
    return build("open", end, { ...item, body: scan.body }, false, false);
  }
  return build("item", trailingTriviaEnd(text, scan.end), { ...item, body: scan.body }, false, false);
}

/** Reads the file's own header: byte order mark, shebang, inner attributes and inner docs. Returns its end, 0 if none. */
export function fileHeaderEnd(text: string): number {
  let at = 0;
  if (text.charCodeAt(0) === 0xfeff) at = 1;
  if (text.startsWith("#!", at) && !/^#!\s*\[/.test(text.slice(at, at + 80))) {
    const line = text.indexOf("\n", at);
    at = line < 0 ? text.length : line + 1;
  }
  const end = innerEnd(text, at, { end: at, unterminated: false });
  return end <= 1 && at <= 1 ? 0 : end;
}

/**
 * Indentation, in UTF-16 units, of the line that holds `at`. Text before `floor` (the segment's start) is not looked at,
 * so that the result depends on the segment alone.
 */
function indentAt(text: string, at: number, floor: number): number {
  const line = Math.max(floor, text.lastIndexOf("\n", at - 1) + 1);
  let end = line;
  while (end < at && isBlank(text.charCodeAt(end))) end++;
  return end - line;
}

function startsLine(text: string, at: number, floor: number): boolean {
  const line = Math.max(floor, text.lastIndexOf("\n", at - 1) + 1);
  return text.slice(line, at).trim() === "";
}

/** Skips blanks, comments and outer attributes before an item. */
function skipTrivia(text: string, start: number, lexeme: LexemeEnd): { at: number; unterminated: boolean } {
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
function innerEnd(text: string, from: number, lexeme: LexemeEnd): number {
  let end = trailingTriviaEnd(text, from);
  let at = end;
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
function trailingTriviaEnd(text: string, from: number): number {
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

function wordAt(text: string, at: number): string {
  wordPattern.lastIndex = at;
  return wordPattern.exec(text)?.[0] ?? "";
}

function skipBlanksAndComments(text: string, from: number): number {
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

/** Visibility, keyword and name of the item whose first token is at `head`. */
function readHead(text: string, head: number): Head {
  let at = head;
  let visibility: Visibility = "private";
  for (let words = 0; words < 12; words++) {
    at = skipBlanksAndComments(text, at);
    const word = wordAt(text, at);
    if (word === "") break;
    const after = skipBlanksAndComments(text, at + word.length);
    const next = text[after];
    switch (word) {
      case "pub": {
        visibility = "public";
        at = after;
        const inside = next === "(" ? wordAt(text, skipBlanksAndComments(text, after + 1)) : "";
        if (inside === "crate" || inside === "super" || inside === "self" || inside === "in") {
          visibility = "restricted";
          const close = text.indexOf(")", after);
          if (close < 0) return { keyword: "other", name: "", visibility, at };
          at = close + 1;
        }
        continue;
      }
      case "default": case "async": case "unsafe": case "safe": case "auto": case "gen":
        if (!isIdentifierStart(text.charCodeAt(after)) && word !== "unsafe") break;
        at = after;
        continue;
      case "const": {
        const following = wordAt(text, after);
        if (following === "fn" || following === "unsafe" || following === "async" || following === "extern" || following === "gen") {
          at = after;
          continue;
        }
        return { keyword: "const", name: wordAt(text, following === "mut" ? skipBlanksAndComments(text, after + 3) : after), visibility, at };
      }
      case "extern": {
        if (wordAt(text, after) === "crate") return { keyword: "extern-crate", name: "", visibility, at };
        let body = after;
        const lexeme: LexemeEnd = { end: after, unterminated: false };
        if (next === '"' || next === "r") {
          lexemeEnd(text, after, lexeme);
          if (text[lexeme.end - 1] === '"' || text[lexeme.end - 1] === "#") body = skipBlanksAndComments(text, lexeme.end);
        }
        if (text[body] === "{") return { keyword: "extern-block", name: "", visibility, at };
        at = body;
        continue;
      }
      case "fn": case "struct": case "enum": case "trait": case "mod": case "type":
        return { keyword: word, name: wordAt(text, after), visibility, at };
      case "union":
        if (!isIdentifierStart(text.charCodeAt(after))) break;
        return { keyword: "union", name: wordAt(text, after), visibility, at };
      case "impl": case "use":
        return { keyword: word, name: "", visibility, at };
      case "static": {
        const first = wordAt(text, after);
        return { keyword: "static", name: first === "mut" ? wordAt(text, skipBlanksAndComments(text, after + 3)) : first, visibility, at };
      }
      case "macro_rules":
        if (next === "!") return { keyword: "macro-rules", name: wordAt(text, skipBlanksAndComments(text, after + 1)), visibility, at };
        break;
      default:
    }
    if (next === "!" && text[after + 1] !== "=") return { keyword: "macro-call", name: word, visibility, at };
    if (next === ":" && text[after + 1] === ":") {
      at = after + 2;
      continue;
    }
    return { keyword: "other", name: word, visibility, at };
  }
  return { keyword: "other", name: "", visibility, at };
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
  const container = containers.has(head.keyword);
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
          if (container) return { end: at + 1, body, closed: true, opens: true };
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

/**
 * Recovery: the offset of the first line after the item's first that starts another item at the same or a smaller
 * indentation, or closes the container; -1 when the item ends before any such line. Lines inside raw strings and block
 * comments do not count.
 */
function findCut(text: string, head: number, floor: number, end: number, containerIndent: number, closed: boolean): number {
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
