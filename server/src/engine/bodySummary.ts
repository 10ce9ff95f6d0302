/**
 * The little that a function's body tells other segments: whether it can fail a test, and whether a `drop` wipes memory.
 * It is read from the text without a parse and changes rarely, so an edit in a body seldom touches other segments.
 */
import { isBlank, isCommentAt, lexemeEnd, type LexemeEnd } from "./lexer.js";
import type { Segment } from "./segment.js";

/** How code can fail the test it runs in: `asserts` by itself, `calls` perhaps by what it calls, `silent` not at all. */
export type Failing = "asserts" | "calls" | "silent";

/** Macros that never fail: they print, log, build a value or wait. */
const silentMacros: ReadonlySet<string> = new Set(
  "print println eprint eprintln format format_args vec dbg write writeln trace debug info warn error log event span trace_span debug_span info_span warn_span error_span matches select join try_join concat stringify line column file module_path env option_env cfg include_str include_bytes json thread_local pin addr_of addr_of_mut macro_rules".split(" "),
);

/** Names of functions and methods that are taken to assert. */
const assertingName = /assert|expect|check|verify|ensure|validate|snapshot|golden|compare|should|must|compile_fail|^(?:try_)?unwrap|^test_|(?:^|_)test$|^panic|^fail|^Is(?:Send|Sync|Unpin|Static)$/;

const macro = /(?<!\w)(\w+)\s*!\s*[([{]/g;
// A call may have type arguments, which may hold parentheses themselves: a name before `(` or `::<` is enough.
const anyCall = /(?<![\w!])([A-Za-z_]\w*)\s*(?=\(|::\s*<)/g;
const freeCall = /(?<![\w.!:]|\bfn\s{1,9})((?:[A-Za-z_]\w*\s*::\s*)*)([a-z_]\w*)\s*(?=\(|::\s*<)/g;
const methodCall = /\.\s*([a-z_]\w*)\s*(?=\(|::\s*<)/g;
/** A function that takes anything with a bound and does nothing: the compiler is the judge. */
const boundOnly = /\bfn\s+\w+\s*(?:<[^{;]*:|\([^{;]*\bimpl\b)[^{;]*\{\s*\}/;
const keywords: ReadonlySet<string> = new Set(["if", "while", "match", "for", "in", "return", "loop", "fn", "move", "as", "let", "else", "unsafe", "async", "await", "impl", "dyn", "mut", "ref", "where"]);

/** Bodies longer than this are tables or generated: they are looked at with their comments and literals. */
const longBody = 20_000;

/** A text with its comments taken out and its literals emptied, so that only code is left. */
export function codeOnly(text: string): string {
  if (text.length > longBody) return text;
  const lexeme: LexemeEnd = { end: 0, unterminated: false };
  let result = "";
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const character = text.charCodeAt(at);
    if (isBlank(character)) {
      at++;
      continue;
    }
    lexemeEnd(text, at, lexeme);
    const isString = text[lexeme.end - 1] === '"' || text[lexeme.end - 1] === "#";
    if (isCommentAt(text, at) || (isString && lexeme.end - at > 1)) {
      result += `${text.slice(from, at)}${isString ? '""' : " "}`;
      from = lexeme.end;
    }
    at = lexeme.end;
  }
  return result + text.slice(from);
}

/** How a piece of code can fail a test, by its words. `code` is text without comments and literals. */
export function failing(code: string): Failing {
  if (/[\w)\]}"]\s*\?(?!\w)/.test(code) || boundOnly.test(code)) return "asserts";
  for (const [, name = ""] of code.matchAll(macro)) if (!silentMacros.has(name)) return "asserts";
  for (const [, name = ""] of code.matchAll(anyCall)) if (assertingName.test(name)) return "asserts";
  return calls(code).some((call) => call.kind === "free" && !/^[A-Z]/.test(call.path.at(-1) ?? "")) ? "calls" : "silent";
}

/** A function or method that a piece of code calls. */
export interface Call {
  readonly kind: "free" | "method";
  /** Segments before the name, as written. */
  readonly path: readonly string[];
  readonly name: string;
}

/** What a piece of code calls, by its words; constructors and types left aside. */
export function calls(code: string): readonly Call[] {
  const found: Call[] = [];
  for (const [, path = "", name = ""] of code.matchAll(freeCall)) if (!keywords.has(name)) found.push({ kind: "free", path: path.split("::").map((part) => part.trim()).filter((part) => part !== ""), name });
  for (const [, name = ""] of code.matchAll(methodCall)) found.push({ kind: "method", path: [], name });
  return found;
}

/** How the body of a function can fail the test that calls it. */
export function failingOf(segment: Segment): Failing {
  const body = codeOnly(segment.text.slice(segment.body));
  return boundOnly.test(`${segment.text.slice(segment.head, segment.body)}${body}`) ? "asserts" : failing(body);
}

/** True when a body overwrites memory so that the compiler does not leave it out. */
export function wipesMemory(segment: Segment): boolean {
  return /\bzeroize\w*\s*\(|\bwrite_volatile\b|\bfill\s*\(\s*0|\bmemzero\b|\bexplicit_bzero\b|OPENSSL_cleanse/.test(codeOnly(segment.text.slice(segment.body)));
}

/** What the body of a function segment adds to its contribution. */
export function bodySummary(segment: Segment): string {
  return `\0${failingOf(segment)}${segment.name === "drop" && wipesMemory(segment) ? "\0wipes" : ""}`;
}
