/** Waiver comments: `// covenant: allow(rule-id) until 2027-01-31 issue #123 -- reason` (rules-core specification 4.2). */
import type { Code } from "./code.js";
import { isTrivia } from "./code.js";
import type { Segment } from "./segment.js";
import type { Node } from "./syntax.js";
import { triviaBetween } from "./trivia.js";
import { readTerms, type TermProblem, type Until } from "./waiverTerms.js";

/** What a waiver covers. */
export type WaiverReach =
  | { readonly kind: "range"; readonly start: number; readonly end: number }
  /** The item of a header segment with everything inside it. */
  | { readonly kind: "container" }
  | { readonly kind: "file" };

/** One rule id named by a waiver. */
export interface WaivedId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A waiver comment of a segment; offsets count from the segment's start. */
export interface Waiver {
  readonly ids: readonly WaivedId[];
  readonly reason: string;
  /** The reason is long enough and no placeholder. */
  readonly valid: boolean;
  /** The last day on which it holds. */
  readonly until: Until | undefined;
  /** The issue it names. */
  readonly issue: string | undefined;
  /** What of its terms cannot be read; a waiver with any has no effect. */
  readonly problems: readonly TermProblem[];
  readonly reach: WaiverReach;
  readonly start: number;
  readonly end: number;
  /** Where ` -- reason` belongs. */
  readonly afterTerms: number;
}

/** A segment that contains this may contain waivers. */
export const waiverMarker = "covenant:";

const shape = /^(?:\/\/+|\/\*+)\s*covenant:\s*(allow|allow-file)\s*\(([^)]*)\)(.*?)\s*(?:\*\/)?\s*$/s;
/** Behind the ids: terms, if any, and the reason behind dashes. Dashes inside a word (of an address) separate nothing. */
const separator = /(?<!\S)--/;
const placeholder = /^(?:todo|fixme|tbd|temp)\b/i;

/** Least number of non-blank characters of a reason. */
const leastReason = 8;

/**
 * Waivers of a segment.
 * @param code the parsed segment; without it (nothing in it was worth a parse) waivers inside the item are not needed
 * @param isFileHeader the segment stands before the first item of the file
 */
export function waiversOf(segment: Segment, code: Code | undefined, isFileHeader: boolean): readonly Waiver[] {
  if (!segment.text.includes(waiverMarker)) return [];
  const found: Waiver[] = [];
  for (const trivia of triviaBetween(segment.text, 0, segment.text.length)) {
    if (trivia.kind !== "comment" || trivia.doc) continue;
    const text = segment.text.slice(trivia.start, trivia.end);
    const match = shape.exec(text);
    if (!match) continue;
    const [whole = "", verb, list = "", rest = ""] = match;
    const dashes = separator.exec(rest)?.index;
    const written = rest.slice(0, dashes);
    // Without dashes it is a sentence about waivers, unless it goes on the way a waiver does.
    if (dashes === undefined && !/^\s*(?:$|(?:until|issue)\b)/.test(written)) continue;
    const reason = dashes === undefined ? "" : rest.slice(dashes + 2).trim();
    const open = text.indexOf("(");
    const ids: WaivedId[] = [];
    for (const part of list.matchAll(/[^\s,]+/g)) {
      const start = trivia.start + open + 1 + part.index;
      ids.push({ id: part[0], start, end: start + part[0].length });
    }
    const inHeader = isFileHeader && trivia.start < segment.head;
    const afterIds = trivia.start + text.indexOf(")") + 1;
    const terms = readTerms(written);
    found.push({
      ids,
      reason,
      valid: reason.replace(/\s/g, "").length >= leastReason && !placeholder.test(reason),
      until: terms.until && { ...terms.until, start: afterIds + terms.until.start, end: afterIds + terms.until.end },
      issue: terms.issue,
      problems: terms.problems.map((problem) => ({ ...problem, start: afterIds + problem.start, end: afterIds + problem.end })),
      reach: verb === "allow-file" ? (inHeader ? { kind: "file" } : { kind: "range", start: trivia.start, end: trivia.start }) : reachOf(segment, code, trivia.start, trivia.end),
      start: trivia.start,
      end: trivia.start + whole.length,
      afterTerms: afterIds + written.trimEnd().length,
    });
  }
  return found;
}

function reachOf(segment: Segment, code: Code | undefined, start: number, end: number): WaiverReach {
  const lineStart = segment.text.lastIndexOf("\n", start - 1) + 1;
  if (segment.text.slice(lineStart, start).trim() !== "") {
    const lineEnd = segment.text.indexOf("\n", end);
    return { kind: "range", start: lineStart, end: lineEnd < 0 ? segment.text.length : lineEnd };
  }
  if (start < segment.head) return segment.kind === "open" ? { kind: "container" } : { kind: "range", start, end: segment.text.length };
  const node = code?.root.descendantForIndex(start, Math.max(start, end - 1));
  const comment = node && (node.type === "line_comment" || node.type === "block_comment" ? node : node.parent);
  if (!code || !comment) return { kind: "range", start, end };
  if (comment.parent?.type === "token_tree") return { kind: "range", start, end: argumentEnd(segment.text, end) };
  let next: Node | null = comment.nextNamedSibling;
  while (next && isTrivia(next)) next = next.nextNamedSibling;
  return { kind: "range", start, end: next ? code.end(next) : end };
}

/** Inside macro input: up to the next comma of the same level. */
function argumentEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? "";
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) {
      if (depth === 0) return at;
      depth--;
    } else if (depth === 0 && (character === "," || character === ";")) return at;
  }
  return text.length;
}
