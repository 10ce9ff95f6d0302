/**
 * The little that a function's body tells other segments: whether it can fail a test, and whether a `drop` wipes memory.
 * It is read from the text without a parse and changes rarely, so an edit in a body seldom touches other segments.
 */
import type { Segment } from "./segment.js";
import { withoutComments } from "./trivia.js";

/** How a function can fail the test that calls it: `asserts` by itself, `calls` perhaps by what it calls, `silent` not at all. */
export type Failing = "asserts" | "calls" | "silent";

/** Macros that never fail: they print, log, build a value or wait. */
export const silentMacros: ReadonlySet<string> = new Set(
  "print println eprint eprintln format format_args vec dbg write writeln trace debug info warn error log event span trace_span debug_span info_span warn_span error_span matches select join try_join concat stringify line column file module_path env option_env cfg include_str include_bytes json thread_local pin addr_of addr_of_mut".split(" "),
);

/** Names of functions and methods that are taken to assert. */
export const assertingName = /assert|expect|check|verify|ensure|validate|snapshot|golden|compare|should|must|^(?:try_)?unwrap|^test_|^panic|^fail/;

const call = /(?<![\w!])(\w+)\s*(?:::\s*<[^()]*?>\s*)?\(/g;
const macro = /(?<!\w)(\w+)\s*!\s*[([{]/g;
const freeCall = /(?<![\w.!]|\bfn\s)([a-z_]\w*)\s*(?:::\s*<[^()]*?>\s*)?\(/g;
/** Longer bodies are tables or generated; their comments are read as code rather than taken out at every keystroke. */
const longBody = 20_000;

const keywords: ReadonlySet<string> = new Set(["if", "while", "match", "for", "in", "return", "loop", "fn", "move", "as", "let", "else", "unsafe", "async", "await"]);

/** How the body of a function can fail a test, by its words. */
export function failingOf(segment: Segment): Failing {
  const text = segment.text.slice(segment.body);
  const body = text.length > longBody ? text : withoutComments(text);
  if (/[\w)\]}]\s*\?(?!\w)/.test(body)) return "asserts";
  for (const [, name = ""] of body.matchAll(macro)) if (!silentMacros.has(name)) return "asserts";
  for (const [, name = ""] of body.matchAll(call)) if (assertingName.test(name)) return "asserts";
  for (const [, name = ""] of body.matchAll(freeCall)) if (!keywords.has(name)) return "calls";
  return "silent";
}

/** True when a body overwrites memory so that the compiler does not leave it out. */
export function wipesMemory(segment: Segment): boolean {
  return /\bzeroize\w*\s*\(|\bwrite_volatile\b|\bfill\s*\(\s*0|\bmemzero\b|\bexplicit_bzero\b|OPENSSL_cleanse/.test(withoutComments(segment.text.slice(segment.body)));
}

/** What the body of a function segment adds to its contribution. */
export function bodySummary(segment: Segment): string {
  return `\0${failingOf(segment)}${segment.name === "drop" && wipesMemory(segment) ? "\0wipes" : ""}`;
}
