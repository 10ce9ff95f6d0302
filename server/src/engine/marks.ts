/**
 * What rules need to know about items anywhere in the crate, as names under a heading: read from the segments without a
 * parse and kept in the crate index.
 */
import { lastSegment } from "./declarations.js";
import { fenceInfo, fencesIn } from "./docExamples.js";
import { propertyWords } from "./propertyTests.js";
import type { DeclarationCache, Outline } from "./outline.js";
import type { Segment } from "./segment.js";

/**
 * Headings of marks.
 * - `example`: types and traits whose own documentation shows an example (or comes from elsewhere).
 * - `mustUse`: types with `#[must_use]`.
 * - `builder`: types that have a builder: `NameBuilder`, a function `builder`, a derive that makes one.
 * - `default`: types with a `Default`.
 * - `toString`: types with a `to_string` of their own, which need no `Display`; the empty name where there is any.
 * - `property`: words in property tests; `fuzz`: words in fuzz targets.
 */
export type MarkKind = "example" | "mustUse" | "builder" | "default" | "toString" | "property" | "fuzz";

/** A mark as it is stored. */
export function mark(kind: MarkKind, name: string): string {
  return `${kind}\0${name}`;
}

const types: ReadonlySet<string> = new Set(["struct", "enum", "union", "trait", "type"]);

/** The marks of a file, sorted. */
export function marksOf(outline: Outline, segments: readonly Segment[], cache: DeclarationCache): readonly string[] {
  const found = new Set<string>();
  for (const scope of outline.scopes.values()) {
    for (const { name, keyword, owner, segment } of scope.items) {
      if (keyword === "fn") {
        if (owner !== "" && name === "builder") found.add(mark("builder", owner));
        if (owner !== "" && name === "to_string") found.add(mark("toString", owner)).add(mark("toString", ""));
        continue;
      }
      if (owner !== "" || !types.has(keyword)) continue;
      if (name.endsWith("Builder") && name.length > 7) found.add(mark("builder", name.slice(0, -7)));
      if (cache.of("example", segment, (own) => showsExample(own, cache))) found.add(mark("example", name));
      if (segment.text.includes("derive")) for (const kind of derivedMarks(segment, cache)) found.add(mark(kind, name));
      if (segment.text.includes("must_use") && cache.metasOf(segment).some((meta) => meta.path === "must_use")) found.add(mark("mustUse", name));
    }
  }
  for (const segment of segments) {
    if (segment.keyword !== "impl" || !segment.text.includes("Default")) continue;
    const { trait, type } = cache.implOf(segment);
    if (lastSegment(trait) === "Default") found.add(mark("default", lastSegment(type)));
  }
  for (const segment of segments) for (const [kind, word] of cache.of("property words", segment, propertyWords)) found.add(mark(kind, word));
  return [...found].sort();
}

/** What the derives of a type give it. */
function derivedMarks(segment: Segment, cache: DeclarationCache): readonly MarkKind[] {
  const derived = cache.metasOf(segment).flatMap((meta) => (meta.path === "derive" ? meta.items.map((item) => item.name) : []));
  return [...(derived.some((name) => name.endsWith("Builder")) ? (["builder"] as const) : []), ...(derived.includes("Default") || derived.includes("SmartDefault") ? (["default"] as const) : [])];
}

/** The leading comments of an item show an example, or come from a macro and may do so. */
function showsExample(segment: Segment, cache: DeclarationCache): boolean {
  const leading = segment.text.slice(0, segment.head);
  if (/\bdoc\s*=/.test(leading) && cache.metasOf(segment).some((meta) => meta.path === "doc" && meta.kind === "value" && !meta.literal)) return true;
  return /```|~~~/.test(leading) && fencesIn(leading).some((fence) => fenceInfo(fence.info).rust);
}
