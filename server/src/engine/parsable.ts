/** What of a segment is handed to the parser, and to which rules its tree is shown. */
import type { RuleSet } from "./dispatch.js";
import { elide } from "./elide.js";
import type { Segment } from "./segment.js";

/** A segment as some rules need to see it. */
export interface Extract {
  /** Those of the rules that may find something in it. */
  readonly rules: RuleSet;
  /** As long as the segment, as far as it goes, and the same where the rules look. */
  readonly text: string;
  /** It ends with the header of a function. */
  readonly headerOnly: boolean;
}

/** Segments shorter than this are parsed as they are: reading them first costs as much. */
const leastText = 200;

/** What rules need to see of a segment. */
export function extractFor(segment: Segment, rules: RuleSet): Extract {
  if (readsHeaderOnly(segment, rules)) return header(segment, rules);
  const whole = { rules, text: parsable(segment), headerOnly: false };
  if (segment.text.length < leastText || rules.words.size === 0) return whole;
  const elided = elide(segment, rules.words);
  if (!elided) return whole;
  const standing = rules.standing(elided.found);
  if (standing.rules.length === 0 || readsHeaderOnly(segment, standing)) return header(segment, standing);
  return { ...whole, rules: standing, ...(segment.keyword === "fn" && standing.readsBlocks ? { text: elided.text } : {}) };
}

function header(segment: Segment, rules: RuleSet): Extract {
  return { rules, text: `${segment.text.slice(0, segment.body)}{}`, headerOnly: true };
}

/** True for a function that is judged by its header alone, and whose body does not begin with attributes or docs of the function. */
function readsHeaderOnly(segment: Segment, rules: RuleSet): boolean {
  if (segment.keyword !== "fn" || segment.recovered || segment.text[segment.body] !== "{") return false;
  return rules.readsHeader && !/^\s*(?:#!|\/\/!|\/\*!)/.test(segment.text.slice(segment.body + 1, segment.body + 200));
}

/** A header is parsed as an item with an empty block. */
export function parsable(segment: Segment): string {
  return segment.kind === "open" ? `${segment.text}\n}` : segment.kind === "close" ? segment.text.slice(0, segment.head) : segment.text;
}
