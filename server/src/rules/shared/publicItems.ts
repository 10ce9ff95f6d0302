/** A look at an item's header that tells, without a parse, whether it may be part of the public API. */
import type { Place } from "../../engine/outline.js";
import type { Segment } from "../../engine/segment.js";

/** True for items that say `pub` and for members of traits; never for members of trait impls. The crate index decides. */
export function mayBePublic(segment: Segment, place: Place): boolean {
  const container = place.containers.at(-1);
  if (container?.keyword === "trait") return container.visibility === "public";
  return segment.visibility === "public" && (container?.impl?.trait ?? "") === "";
}

/** True for functions that return something and may be public. */
export function mayBePublicFunction(segment: Segment, place: Place): boolean {
  return segment.keyword === "fn" && segment.text.includes("->") && mayBePublic(segment, place);
}

/** Items whose members need documentation of their own. */
const withMembers: ReadonlySet<string> = new Set(["struct", "enum", "union"]);

/**
 * True for an item without members whose leading comments are documentation, and no placeholder stands in them: nothing
 * about it can be missing, so it need not be parsed.
 */
export function isPlainlyDocumented(segment: Segment): boolean {
  if (withMembers.has(segment.keyword)) return false;
  const trivia = segment.text.slice(0, segment.head);
  return /^[ \t]*(?:\/\/\/[^/\r\n]*\w|#\[doc\s*=)/m.test(trivia) && !/\b(?:todo|fixme|tbd|xxx|temp)\b|\?\?\?/i.test(trivia);
}
