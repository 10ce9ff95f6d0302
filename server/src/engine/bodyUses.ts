/**
 * What the bodies of items use of other items, read lexically: bodies are otherwise nobody else's business, so only what
 * a question about the file or the crate needs is read.
 */
import { isBlank, lexemeEnd, type LexemeEnd } from "./lexer.js";
import type { Segment } from "./segment.js";
import { withoutComments } from "./trivia.js";

/** Words before `(` that call nothing. */
const keywords: ReadonlySet<string> = new Set("as else fn for if in let loop match move mut pub ref return unsafe where while yield".split(" "));
const call = /(?<![\w'])([a-z_]\w*)\s*(?:::\s*<[^()]*>\s*)?\(/g;

/** Names of the functions and methods called in `unsafe` blocks of an item that is no `unsafe fn` itself; each once. */
export function calledInUnsafe(segment: Segment): readonly string[] {
  const { text } = segment;
  if (!text.includes("unsafe", segment.head) || isUnsafeFn(segment)) return [];
  const names = new Set<string>();
  for (const block of unsafeBlocks(text, segment.head)) {
    for (const [, name = ""] of withoutComments(block).matchAll(call)) if (!keywords.has(name)) names.add(name);
  }
  return [...names];
}

/** True for the segment of an `unsafe fn`, with or without a body. */
export function isUnsafeFn(segment: Segment): boolean {
  return segment.keyword === "fn" && /\bunsafe\b[^(]*\bfn\b/.test(segment.text.slice(segment.head, Math.min(segment.body, segment.head + 200)));
}

function unsafeBlocks(text: string, from: number): readonly string[] {
  const blocks: string[] = [];
  const lexeme: LexemeEnd = { end: from, unterminated: false };
  let depth = 0;
  let open = -1;
  let pending = false;
  for (let at = from; at < text.length; at = lexeme.end) {
    lexemeEnd(text, at, lexeme);
    if (isBlank(text.charCodeAt(at))) continue;
    const character = text[at];
    if (open < 0 && character === "{" && pending) {
      open = at;
      depth = 1;
    } else if (open >= 0 && character === "{") depth++;
    else if (open >= 0 && character === "}" && --depth === 0) {
      blocks.push(text.slice(open, at));
      open = -1;
    }
    pending = lexeme.end === at + 6 && text.startsWith("unsafe", at);
  }
  if (open >= 0) blocks.push(text.slice(open));
  return blocks;
}

const constant = /(?<![\w'])[A-Z][A-Z0-9_]*(?!\w|\s*(?:::|!))/g;

/** How often an item's text names something written in capitals, and how often that is the element of an array repeat. */
export interface ConstantUse {
  readonly name: string;
  /** The element of `[NAME; 4]` or `[Self::NAME; 4]`. */
  readonly repeated: boolean;
}

/** Uses of names written in capitals in an item, in order, comments left out. Literals are not told from code. */
export function constantUses(segment: Segment): readonly ConstantUse[] {
  const text = withoutComments(segment.text.slice(segment.head));
  return [...text.matchAll(constant)].map(({ 0: name, index }) => ({
    name,
    repeated: /\[\s*(?:const\s*\{\s*)?(?:\w+\s*::\s*)*$/.test(text.slice(Math.max(0, index - 100), index)) && /^\s*(?:\}\s*)?;/.test(text.slice(index + name.length, index + name.length + 20)),
  }));
}

/** Equal for bodies that use the same: the part of a function's body that other items' verdicts can depend on. */
export function bodyDigest(segment: Segment): string {
  const { text, body } = segment;
  const tail = text.slice(body);
  const names = new Set<string>();
  for (const { 0: name, index } of tail.matchAll(constant)) names.add(/^\s*(?:\}\s*)?;/.test(tail.slice(index + name.length, index + name.length + 20)) ? `${name};` : name);
  return `${[...names].sort().join()}\0${calledInUnsafe(segment).join()}`;
}
