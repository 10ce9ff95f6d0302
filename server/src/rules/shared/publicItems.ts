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
