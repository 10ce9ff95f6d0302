/** Examples in documentation, by rustdoc's reading of code fences (The rustdoc book, "Documentation tests"). */
import { markdown, type Fence } from "./docs.js";
import { docKind, triviaBetween } from "./trivia.js";

/** What the info string of a fence says to rustdoc. */
export interface FenceInfo {
  /** The block is Rust: rustdoc shows it as an example. */
  readonly rust: boolean;
  /** It says `ignore`, so it is never compiled. */
  readonly ignored: boolean;
  /** Text in parentheses, which rustdoc skips: the reason of an `ignore`; empty for none. */
  readonly comment: string;
}

const rustWords = /^(?:rust|no_run|should_panic|compile_fail|test_harness|standalone(?:_crate)?|edition\d{4}|ignore|ignore-[\w-]+|E\d{4})$/;

/** Reads the info string of a fence. */
export function fenceInfo(info: string): FenceInfo {
  const comment = /\(([^)]*)\)/.exec(info)?.[1]?.trim() ?? "";
  const words = info.replace(/\([^)]*\)?/g, " ").replace(/\{[^}]*\}?/g, " ").split(/[\s,]+/).filter((word) => word !== "");
  return { rust: words.includes("rust") || words.every((word) => rustWords.test(word)), ignored: words.includes("ignore"), comment };
}

/** The fenced blocks of the doc comments in a text, wherever they stand. */
export function fencesIn(text: string): readonly Fence[] {
  const lines = triviaBetween(text, 0, text.length)
    .filter((trivia) => trivia.kind === "comment" && trivia.doc)
    .map((trivia) => text.slice(trivia.start, trivia.end).replaceAll("\r", ""))
    .map((comment) => (docKind(comment).doc && comment.startsWith("/*") ? comment.slice(3, -2).replace(/^\s*\*/gm, "") : comment.slice(3).replace(/\n$/, "")).replace(/^ /gm, ""));
  return markdown(lines.join("\n")).fences;
}
