// Which code the compiler really compiles: an attribute that does not exist is put on every item, and the items that rustc
// complains about are those it saw. What a `cfg` leaves out stays silent. Pure.
import type { Segment } from "../../src/engine/segment.js";
import type { SourceFile } from "../../src/engine/sourceFile.js";
import type { Diagnostic } from "./blame.js";

const probe = "covenant_probe_";

/** A file with probes, and the segment each stands in. */
export interface ProbedFile {
  readonly text: string;
  /** Segment by number of probe. */
  readonly segments: ReadonlyMap<number, number>;
}

/**
 * Puts a probe on each item of a file.
 *
 * @param from number of the first probe
 */
export function probed(file: SourceFile, from: number): ProbedFile {
  const segments = new Map<number, number>();
  let text = "";
  for (const [index, segment] of file.segments.entries()) {
    if (!hasProbe(segment)) {
      text += segment.text;
      continue;
    }
    const number = from + segments.size;
    segments.set(number, index);
    text += `${segment.text.slice(0, segment.head)}#[${probe}${number}] ${segment.text.slice(segment.head)}`;
  }
  return { text, segments };
}

/**
 * Items with a keyword. An unknown attribute keeps what stands behind it from being resolved for a while, so names and
 * macros that others need (`use`, `mod`, `macro_rules!` and calls of macros) stay as they are.
 */
function hasProbe(segment: Segment): boolean {
  return (segment.kind === "item" || segment.kind === "open") && !["use", "extern-crate", "mod", "macro-rules", "macro-call", "other", "none"].includes(segment.keyword);
}

/** Numbers of the probes that rustc saw. */
export function seenProbes(errors: readonly Diagnostic[]): ReadonlySet<number> {
  return new Set(errors.flatMap(({ message }) => [...message.matchAll(/`covenant_probe_(\d+)`/g)].map(([, number]) => Number(number))));
}

/**
 * Whether a `cfg` inside an item may leave out a part of it: then what stands behind it is not known to be compiled.
 *
 * @param at offset in the segment
 */
export function mayBeCutOut(file: SourceFile, index: number, at: number): boolean {
  const segment = file.segments[index];
  if (!segment) return true;
  return /#!?\[\s*cfg\s*\(|\bcfg_if!/.test(segment.text.slice(segment.head, Math.max(segment.head, at)));
}

/**
 * Segments of a file that were compiled.
 *
 * @param seen segments whose probes rustc saw
 * @returns their indices, and those of segments without a probe that stand in the same blocks and under no `cfg`
 */
export function compiledSegments(file: SourceFile, seen: ReadonlySet<number>): ReadonlySet<number> {
  const compiled = new Set<number>();
  if (seen.size === 0) return compiled;
  const blocks: boolean[] = [];
  for (const [index, segment] of file.segments.entries()) {
    const around = blocks.at(-1) ?? true;
    const isProbed = hasProbe(segment);
    if (isProbed ? seen.has(index) : around && !/\bcfg\b/.test(segment.text)) compiled.add(index);
    if (segment.kind === "open") blocks.push(isProbed ? seen.has(index) : around);
    if (segment.kind === "close") blocks.pop();
  }
  return compiled;
}
