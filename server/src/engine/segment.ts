/**
 * A segment is the unit of parsing, of rule evaluation and of caching: one item with its leading comments and
 * attributes, or the header (`open`) or end (`close`) of an item that contains items. The segments of a file tile its
 * text exactly, so a keystroke costs the segment it falls into and not the file.
 */
import { bodySummary } from "./bodySummary.js";
import { bodyDigest } from "./bodyUses.js";
import { testsProperties } from "./propertyTests.js";

/** What a segment holds. */
export type SegmentKind =
  /** Shebang, inner attributes and inner docs at the start of the file. */
  | "inner"
  /** One item: function, struct, use declaration, macro call … */
  | "item"
  /** Leading trivia and header of a module, impl, trait or extern block, through `{` and the inner attributes after it. */
  | "open"
  /** Trivia and the `}` that ends such a block. */
  | "close"
  /** Trivia at the end of the file, or text that is no item. */
  | "rest";

/** What an item is, by its keyword. */
export type ItemKeyword =
  | "fn" | "struct" | "enum" | "union" | "trait" | "impl" | "mod" | "use" | "const" | "static" | "type"
  | "extern-block" | "extern-crate" | "macro-rules" | "macro-call" | "other" | "none";

export type Visibility = "public" | "restricted" | "private";

/** One segment. Immutable; the same object stands for the same text in later versions of the file. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly text: string;
  readonly keyword: ItemKeyword;
  /** The declared name; for an impl, the header's text; empty where there is none. */
  readonly name: string;
  readonly visibility: Visibility;
  /** Offset of the item's first own token (visibility or keyword), after trivia and attributes. */
  readonly head: number;
  /** Offset of the body's `{`, or of the end of the header when there is no body. */
  readonly body: number;
  /** Starts of the lines after the segment's first, relative to the segment. */
  readonly lines: readonly number[];
  /** True when brackets or literals do not close, so that the end of the segment was guessed. */
  readonly recovered: boolean;
  /** Columns (in UTF-16 units) before the item's first token: the anchor of recovery. */
  readonly indent: number;
}

/**
 * What a segment contributes to the verdicts about other segments: everything but a function's body, of which only the
 * uses that questions are about count (that of a property test counts whole), with comments left in (a superset is
 * harmless, it only re-checks more).
 */
export function contributionOf(segment: Segment): string {
  if (segment.kind === "close" || segment.kind === "rest") return segment.kind;
  if (segment.keyword !== "fn" || testsProperties(segment)) return segment.text;
  return `${segment.text.slice(0, segment.body)}\0${bodyDigest(segment)}\0${bodySummary(segment)}`;
}
