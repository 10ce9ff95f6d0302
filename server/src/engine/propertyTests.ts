/** Property tests and fuzz targets, recognised in the text of a segment (rules-core specification 5.8). */
import type { Segment } from "./segment.js";

const property = /\b(?:proptest|quickcheck|bolero|arbtest|property_test|prop_assert|test_strategy)(?:\b|_)/;
const fuzz = /\b(?:fuzz_target|afl|honggfuzz|bolero|fuzz)\s*(?:!|::)|\bcfg\s*\((?:[^\]]*\W)?fuzzing\b/;
const macroCall = /^(?:\w+\s*::\s*)*(?:proptest|quickcheck|fuzz_target)\s*!/;
const testAttribute = /#\s*\[[^\]]*(?:test|quickcheck|fuzz|proptest)/;

/** True for a segment whose whole text is a property test or a fuzz target: it says to the crate what it mentions, body included. */
export function testsProperties(segment: Segment): boolean {
  const { text, head, keyword } = segment;
  if (keyword === "macro-call") return macroCall.test(text.slice(head, head + 80));
  if (keyword !== "fn" || (segment.name !== "main" && (head === 0 || !testAttribute.test(text.slice(0, head))))) return false;
  return property.test(text) || fuzz.test(text);
}

/** The words that a property test or fuzz target mentions, with what it is; empty for any other segment. */
export function propertyWords(segment: Segment): readonly (readonly ["property" | "fuzz", string])[] {
  if (!testsProperties(segment)) return [];
  const kinds = [...(property.test(segment.text) ? (["property"] as const) : []), ...(fuzz.test(segment.text) ? (["fuzz"] as const) : [])];
  const words = new Set(segment.text.match(/[A-Za-z_]\w+/g));
  return kinds.flatMap((kind) => [...words].map((word) => [kind, word] as const));
}
