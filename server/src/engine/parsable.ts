/** What of a segment is handed to the parser. */
import type { ActiveRule } from "./rules.js";
import type { Segment } from "./segment.js";

/** True for a function that is judged by its header alone, and whose body does not begin with attributes or docs of the function. */
export function readsHeaderOnly(segment: Segment, own: readonly ActiveRule[]): boolean {
  if (segment.keyword !== "fn" || segment.recovered || segment.text[segment.body] !== "{") return false;
  return own.every(({ rule }) => rule.reads === "header") && !/^\s*(?:#!|\/\/!|\/\*!)/.test(segment.text.slice(segment.body + 1, segment.body + 200));
}

/** A header is parsed as an item with an empty block. */
export function parsable(segment: Segment): string {
  return segment.kind === "open" ? `${segment.text}\n}` : segment.kind === "close" ? segment.text.slice(0, segment.head) : segment.text;
}
