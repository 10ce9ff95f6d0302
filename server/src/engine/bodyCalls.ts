/**
 * What the body of a synchronous function calls on the thread that runs it, read from its tokens without a parse: the
 * crate index has to know it of every function, and most are never parsed. Left out is what runs elsewhere or later: the
 * bodies of async blocks, of nested functions and of closures that are not run in place.
 */
import { blockingByName, blockingByOrigin, receiving } from "./blockingTable.js";
import { runInPlace } from "./inPlace.js";
import { useLeaves, type UseLeaf } from "./declarations.js";
import type { Segment } from "./segment.js";
import { Tokens } from "./tokens.js";

/** A call in a function's body. */
export interface BodyCall {
  /**
   * - `path`: a function by path, `path` as written without type arguments.
   * - `self`: a method of the function's own type; `path` is `self::name`.
   * - `origin`: a method that blocks where its receiver comes from a certain function; `path` is that function's.
   * - `name`: a method that blocks whatever its receiver is; `path` is empty.
   */
  readonly kind: "path" | "self" | "origin" | "name";
  readonly path: string;
  /** The method's name for `origin` and `name`; empty otherwise. */
  readonly method: string;
  /** Range in the segment of what a reader takes for the call: the path, or the method's name. */
  readonly start: number;
  readonly end: number;
}

/** The calls of a body in source order, and what the body says about names. */
export interface BodyCalls {
  readonly calls: readonly BodyCall[];
  /** Imports inside the body. */
  readonly uses: readonly UseLeaf[];
}

const nothing: BodyCalls = { calls: [], uses: [] };

/** Words before `(` that call nothing. */
const keywords: ReadonlySet<string> = new Set("as break continue dyn else fn for if impl in let loop match move mut pub ref return unsafe where while yield".split(" "));
/** Macros whose input is no code of this place, or runs later. */
const deferredMacros: ReadonlySet<string> = new Set("macro_rules quote quote_spanned parse_quote stringify concat cfg thread_local lazy_static".split(" "));
/** Types of everyday use that are nobody's own: their functions are not worth a second look. */
const foreign: ReadonlySet<string> = new Set("Vec String Box Arc Rc Option Result Some Ok Err HashMap HashSet BTreeMap BTreeSet VecDeque Cell RefCell Mutex RwLock Duration Instant Default From Into Iterator Path PathBuf Cow OnceCell OnceLock Pin Cursor Layout NonNull ptr mem cmp iter slice str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 char bool".split(" "));
/** Methods that run a closure once in the life of the program: what blocks there blocks at the start, not under load. */
const once: ReadonlySet<string> = new Set(["get_or_init", "get_or_insert_with", "or_insert_with", "get_or_try_init"]);
const originMethods: ReadonlySet<string> = new Set([...blockingByOrigin.flatMap(({ methods }) => methods), ...receiving]);

/** Longer bodies are tables or generated code. */
const longestBody = 60_000;
const maxLocals = 4;

/** The calls of a function's segment; none for async functions, whose own calls are judged where they stand. */
export function bodyCalls(segment: Segment): BodyCalls {
  const { text, head, body } = segment;
  if (segment.keyword !== "fn" || text[body] !== "{" || text.length - body > longestBody || !mayCall(text, body)) return nothing;
  if (/\basync\b/.test(text.slice(head, text.indexOf("fn", head)))) return nothing;
  return new Reader(new Tokens(text, body), parametersOf(text.slice(head, body))).read();
}

/** A cheap look for any call that could count; most functions call nothing but methods and constructors. */
function mayCall(text: string, from: number): boolean {
  for (let at = text.indexOf("(", from); at >= 0; at = text.indexOf("(", at + 1)) {
    const before = text.charCodeAt(at - 1);
    // The end of type arguments.
    if (before === 62) return true;
    if (!isWordPart(before)) continue;
    let start = at - 1;
    while (isWordPart(text.charCodeAt(start - 1))) start--;
    const first = text.charCodeAt(start);
    if (first < 95) continue;
    const left = text[start - 1];
    const name = text.slice(start, at);
    if (left === ":" && foreign.has(headOf(text, start))) continue;
    if (left !== "." ? !keywords.has(name) : text.startsWith("self", start - 5) || originMethods.has(name) || blockingByName.has(name)) return true;
  }
  return false;
}

/** First segment of the path before a name. */
function headOf(text: string, before: number): string {
  let start = before;
  while (isWordPart(text.charCodeAt(start - 1)) || text[start - 1] === ":") start--;
  const path = text.slice(start, before).replace(/^::/, "");
  return path.slice(0, path.indexOf("::"));
}

function isWordPart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

function parametersOf(header: string): readonly string[] {
  return [...header.matchAll(/(\w+)\s*:(?!:)/g)].map(([, name = ""]) => name);
}

/** An open bracket. */
interface Frame {
  /** What stands in it does not run here. */
  readonly elsewhere: boolean;
  /** For the arguments of a call: the method's name, or empty. */
  readonly method: string;
  readonly isCall: boolean;
  /** A closure without braces that does not run here has begun, and ends with the next separator. */
  closure: boolean;
}

class Reader {
  private readonly found: BodyCall[] = [];
  private readonly uses: UseLeaf[] = [];
  /** Names that stand for values or functions of the body itself; for a `let`, the token where its value starts. */
  private readonly locals = new Map<string, number>();
  private readonly frames: Frame[] = [];
  /** Calls by the index of their opening bracket. */
  private readonly callees = new Map<number, string>();
  /** The next block is the body of something that does not run here. */
  private pending = false;

  constructor(
    private readonly tokens: Tokens,
    parameters: readonly string[],
  ) {
    for (const name of parameters) this.locals.set(name, -1);
  }

  read(): BodyCalls {
    const { tokens } = this;
    for (let at = 0; at < tokens.count; at++) {
      const character = tokens.first(at);
      if (tokens.isWord(at)) at = this.word(at);
      else if (character === "(" || character === "[" || character === "{") this.open(at, character);
      else if (character === ")" || character === "]" || character === "}") this.frames.pop();
      else if (character === "," || character === ";") this.separator(character);
      else if (character === "|") at = this.bar(at);
    }
    return { calls: this.found.filter((call) => !this.isLocal(call)), uses: this.uses };
  }

  private isLocal({ kind, path }: BodyCall): boolean {
    return kind === "path" && !path.includes("::") && this.locals.has(path);
  }

  private get elsewhere(): boolean {
    const frame = this.frames.at(-1);
    return frame !== undefined && (frame.elsewhere || frame.closure);
  }

  private open(at: number, character: string): void {
    const method = this.callees.get(at);
    const macro = this.tokens.first(at - 1) === "!" && deferredMacros.has(this.tokens.text(at - 2));
    // `macro_rules! name { … }` has a name between.
    const template = this.tokens.first(at - 2) === "!" && this.tokens.text(at - 3) === "macro_rules";
    this.frames.push({ elsewhere: this.elsewhere || macro || template || (character === "{" && this.pending), method: method ?? "", isCall: method !== undefined, closure: false });
    if (character === "{") this.pending = false;
  }

  private separator(character: string): void {
    const frame = this.frames.at(-1);
    if (frame) frame.closure = false;
    if (character === ";") this.pending = false;
  }

  /** A closure's parameters, or an operator. Returns the token to go on behind. */
  private bar(at: number): number {
    const { tokens } = this;
    const before = tokens.first(at - 1);
    const arrow = before === ">" && tokens.first(at - 2) === "=";
    const starts = arrow || (before !== "" && "(,={;[:&".includes(before)) || /^(?:move|return|async|static|else|in)$/.test(tokens.text(at - 1));
    if (!starts) return at;
    let close = at + 1;
    for (let depth = 0; close < tokens.count; close++) {
      const character = tokens.first(close);
      if (depth === 0 && character === "|") break;
      if ("([{".includes(character)) depth++;
      else if (")]}".includes(character) && --depth < 0) return at;
    }
    const frame = this.frames.at(-1);
    const isAsync = tokens.text(at - 1) === "async" || (tokens.text(at - 1) === "move" && tokens.text(at - 2) === "async");
    const inPlace = !isAsync && frame?.isCall === true && runInPlace.has(frame.method) && !once.has(frame.method);
    if (frame && !inPlace) frame.closure = true;
    return close;
  }

  /** A word: a declaration, or a call. Returns the token to go on behind. */
  private word(at: number): number {
    const { tokens } = this;
    const word = tokens.text(at);
    switch (word) {
      case "fn":
        if (tokens.isWord(at + 1)) {
          this.locals.set(tokens.text(at + 1), -1);
          this.pending = true;
        }
        return at + 1;
      case "async":
        if (tokens.first(at + 1) === "{" || (tokens.text(at + 1) === "move" && tokens.first(at + 2) === "{")) this.pending = true;
        return at;
      case "use":
        return this.use(at);
      case "let":
        this.letBinding(at + 1);
        return at;
      default:
    }
    const open = tokens.callBracket(at);
    if (open < 0 || keywords.has(word)) return at;
    const isMethod = tokens.first(at - 1) === ".";
    this.callees.set(open, isMethod ? word : "");
    if (!this.elsewhere) {
      if (isMethod) this.method(at, word);
      else this.path(at, word);
    }
    return at;
  }

  private use(at: number): number {
    const { tokens } = this;
    if (!/^[{};]?$/.test(tokens.first(at - 1))) return at;
    let end = at;
    while (end < tokens.count && tokens.first(end) !== ";") end++;
    this.uses.push(...useLeaves(tokens.between(at, end)));
    return end;
  }

  /** `let name = …`, `let mut name: T = …`, `let (_, name) = …`. */
  private letBinding(from: number): void {
    const { tokens } = this;
    const at = tokens.text(from) === "mut" ? from + 1 : from;
    if (tokens.first(at) === "(") {
      const close = tokens.matching(at);
      if (close > 0 && tokens.first(close + 1) === "=" && tokens.isWord(close - 1)) this.locals.set(tokens.text(close - 1), close + 2);
      return;
    }
    if (!tokens.isWord(at)) return;
    let equals = at + 1;
    if (tokens.first(equals) === ":") while (equals < tokens.count && tokens.first(equals) !== "=" && tokens.first(equals) !== ";") equals++;
    this.locals.set(tokens.text(at), tokens.first(equals) === "=" ? equals + 1 : -1);
  }

  private method(at: number, name: string): void {
    const { tokens } = this;
    const start = tokens.start(at);
    const end = tokens.end(at);
    if (tokens.text(at - 2) === "self" && tokens.first(at - 3) !== ".") {
      this.found.push({ kind: "self", path: `self::${name}`, method: "", start, end });
      return;
    }
    if (blockingByName.has(name)) {
      this.found.push({ kind: "name", path: "", method: name, start, end });
      return;
    }
    const origin = originMethods.has(name) ? this.originOf(at - 1, 0) : undefined;
    if (origin !== undefined) this.found.push({ kind: "origin", path: origin, method: name, start, end });
  }

  /** The function at the start of a chain of methods that ends before a dot, locals followed. */
  private originOf(dot: number, depth: number): string | undefined {
    const { tokens } = this;
    for (let at = dot - 1; at >= 0; ) {
      const character = tokens.first(at);
      if (character === "?") at--;
      else if (character === ")" || character === "]") {
        const name = tokens.calleeBefore(tokens.matching(at));
        if (name < 0) return undefined;
        if (tokens.first(name - 1) !== ".") return tokens.path(name)?.text;
        at = name - 2;
      } else if (tokens.isWord(at)) return tokens.first(at - 1) === "." ? undefined : this.originOfLocal(tokens.text(at), depth);
      else return undefined;
    }
    return undefined;
  }

  private originOfLocal(name: string, depth: number): string | undefined {
    const { tokens } = this;
    let at = this.locals.get(name) ?? -1;
    if (at < 0 || depth > maxLocals) return undefined;
    while (tokens.first(at) === "&" || tokens.text(at) === "mut") at++;
    const start = at;
    while (tokens.isWord(at) && tokens.isPathSeparator(at + 1) && tokens.isWord(at + 3)) at += 3;
    if (!tokens.isWord(at)) return undefined;
    if (tokens.callBracket(at) >= 0) return tokens.path(at)?.text;
    return at === start && tokens.first(at + 1) === "." ? this.originOfLocal(tokens.text(at), depth + 1) : undefined;
  }

  private path(at: number, name: string): void {
    const { tokens } = this;
    if (!/^(?:r#)?[a-z_]/.test(name) || tokens.text(at - 1) === "fn") return;
    const path = tokens.path(at);
    if (!path || foreign.has(path.text.slice(0, Math.max(0, path.text.indexOf("::"))))) return;
    const own = path.text.startsWith("Self::");
    if (own && path.text.indexOf("::", 6) >= 0) return;
    this.found.push({ kind: own ? "self" : "path", path: own ? `self::${name}` : path.text, method: "", start: path.start, end: tokens.end(at) });
  }
}
