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
  return segment.keyword === "fn" && mayBePublic(segment, place) && mayReturnResult(segment);
}

/** Return types that are no `Result` and no alias of one. */
const plainReturn = /^(?:Self\b|bool\b|[iu](?:8|16|32|64|128|size)\b|f32\b|f64\b|char\b|&|\(|\[|\*|String\b|Vec<|Option<|usize\b)/;

function mayReturnResult(segment: Segment): boolean {
  const header = segment.text.slice(segment.head, segment.body);
  for (let at = header.indexOf("->"); at >= 0; at = header.indexOf("->", at + 2)) if (!plainReturn.test(header.slice(at + 2, at + 60).trimStart())) return true;
  return false;
}

/** True when the item's documentation has the section, and nothing in it looks like a placeholder: its rule has nothing to say. */
export function hasPlainSection(segment: Segment, title: string): boolean {
  const trivia = segment.text.slice(0, segment.head);
  return trivia.includes(`# ${title}`) && new RegExp(`^[ \\t]*///[ \\t]*#+ ${title}[ \\t]*\\r?\\n[ \\t]*///`, "m").test(trivia) && !/\b(?:todo|fixme|tbd|xxx|temp)\b|\?\?\?|```/i.test(trivia);
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
