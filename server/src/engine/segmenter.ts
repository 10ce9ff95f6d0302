/**
 * Splits a file into segments, from scratch or after an edit. A segment is a function of a bounded stretch of text, so an
 * incremental step re-reads from the segments that may have looked at the edited text until it meets an old boundary at
 * the same depth; both ways give the same segments.
 */
import type { Edit } from "./finding.js";
import { lookAhead, readSegment } from "./itemReader.js";
import { fileHeaderEnd } from "./itemTrivia.js";
import { countUpTo, lineStarts } from "./lexer.js";
import type { Segment } from "./segment.js";

/** A text in more segments is no source that anybody reads: what follows is one segment, marked as broken. */
const most = 200_000;

/** Splits a whole text; joined, the segments are the text. */
export function segmentText(text: string): readonly Segment[] {
  return read(text, 0, true, (_offset, _depth, count) => count >= most - 1, true);
}

/**
 * Splits the text that `edit` makes of the text of `old`, using the old objects for segments that stay.
 * @param starts offset of each segment of `old`
 */
export function resegment(old: readonly Segment[], starts: readonly number[], edit: Edit): readonly Segment[] {
  const next = old.length < most ? around(old, starts, edit) : undefined;
  if (next && next.length < most) return next;
  const text = joinTexts(old, 0, old.length);
  return reuse(old, segmentText(text.slice(0, edit.start) + edit.newText + text.slice(edit.end)));
}

/** Re-reads around the edit. */
function around(old: readonly Segment[], starts: readonly number[], edit: Edit): readonly Segment[] {
  const first = firstTouched(old, starts, edit.start);
  const last = segmentIndexAt(starts, edit.end);
  const depth = depthAt(old, first);
  const from = starts[first] ?? 0;
  const shift = edit.newText.length - (edit.end - edit.start);
  for (let ahead = 3; ; ahead *= 8) {
    const until = Math.min(old.length, last + ahead);
    const before = joinTexts(old, first, until);
    const window = before.slice(0, edit.start - from) + edit.newText + before.slice(edit.end - from);
    // Boundaries of old segments behind the edit, in window offsets; the last one's segment lies inside the window whole,
    // so the first token after a boundary is never cut off.
    const boundaries = new Map<number, number>();
    for (let index = last + 1; index < until; index++) boundaries.set((starts[index] ?? 0) - from + shift, index);
    let met = -1;
    const middle = read(window, depth, first === 0, (offset, depthHere) => {
      const index = boundaries.get(offset);
      if (index === undefined || depthHere !== depthAt(old, index, first, depth)) return false;
      met = index;
      return true;
    });
    const looked = met >= 0 ? (starts[met] ?? 0) - from + shift + lookAhead : Infinity;
    const atEnd = until >= old.length;
    // A segment that was cut looked beyond its end: what it saw must be in the window.
    const certain = atEnd || (met >= 0 && (!middle.some((segment) => segment.recovered) || looked <= window.length));
    if (met >= 0 && certain) return [...old.slice(0, first), ...reuse(old.slice(first, met), middle), ...old.slice(met)];
    if (atEnd) return [...old.slice(0, first), ...reuse(old.slice(first), middle)];
  }
}

/** Index of the first segment that may have looked at text at or behind `offset`. */
function firstTouched(old: readonly Segment[], starts: readonly number[], offset: number): number {
  // The end of a segment depends on the first token after it, so the ones before are read again as well.
  let first = Math.max(0, segmentIndexAt(starts, offset) - 2);
  // A segment that was cut has looked further.
  for (let index = first - 1; index >= 0 && (starts[index + 1] ?? 0) + lookAhead >= offset; index--) if (old[index]?.recovered) first = index;
  while (first > 0 && old[first]?.kind === "close") first--;
  return first <= 1 ? 0 : first;
}

/** Uses the old segment objects wherever the texts are equal, so that what is cached for them stays. */
function reuse(old: readonly Segment[], next: readonly Segment[]): readonly Segment[] {
  let before = 0;
  while (before < old.length && before < next.length && same(old[before], next[before])) before++;
  let after = 0;
  while (after < old.length - before && after < next.length - before && same(old[old.length - 1 - after], next[next.length - 1 - after])) after++;
  const byText = new Map<string, Segment[]>();
  for (const segment of old.slice(before, old.length - after)) {
    const list = byText.get(segment.text);
    if (list) list.push(segment);
    else byText.set(segment.text, [segment]);
  }
  const middle = next.slice(before, next.length - after).map((segment) => {
    const candidates = byText.get(segment.text);
    const found = candidates?.find((candidate) => same(candidate, segment));
    if (found && candidates) candidates.splice(candidates.indexOf(found), 1);
    return found ?? segment;
  });
  return [...old.slice(0, before), ...middle, ...(after ? old.slice(-after) : [])];
}

function same(a: Segment | undefined, b: Segment | undefined): boolean {
  return a !== undefined && b !== undefined && a.kind === b.kind && a.recovered === b.recovered && a.text === b.text && a.indent === b.indent;
}

/** Reads segments to the end of the text or until `stop` says so; `withRest` makes one segment of what is left then. */
function read(text: string, depthAtStart: number, fileStart: boolean, stop: (offset: number, depth: number, count: number) => boolean, withRest = false): Segment[] {
  const segments: Segment[] = [];
  let depth = depthAtStart;
  let at = 0;
  if (fileStart) {
    const end = fileHeaderEnd(text);
    if (end > 0) {
      const own = text.slice(0, end);
      segments.push({ kind: "inner", text: own, keyword: "none", name: "", visibility: "private", head: own.length, body: own.length, lines: lineStarts(own), recovered: false, indent: 0 });
      at = end;
    }
  }
  while (at < text.length) {
    if (at > 0 && stop(at, depth, segments.length)) {
      const own = text.slice(at);
      if (withRest) segments.push({ kind: "rest", text: own, keyword: "none", name: "", visibility: "private", head: 0, body: 0, lines: lineStarts(own), recovered: true, indent: 0 });
      break;
    }
    const { segment, end } = readSegment(text, at, depth);
    segments.push(segment);
    if (segment.kind === "open") depth++;
    else if (segment.kind === "close") depth--;
    at = end;
  }
  return segments;
}

/** How many blocks are open before the segment at `end`; counting may start at a known place. */
function depthAt(segments: readonly Segment[], end: number, from = 0, known = 0): number {
  let depth = known;
  for (let index = from; index < end; index++) {
    const kind = segments[index]?.kind;
    if (kind === "open") depth++;
    else if (kind === "close") depth--;
  }
  return depth;
}

function joinTexts(segments: readonly Segment[], from: number, to: number): string {
  let text = "";
  for (let index = from; index < to; index++) text += segments[index]?.text ?? "";
  return text;
}

/** Index of the segment that holds `offset` (the one that starts last at or before it); 0 for an empty list. */
export function segmentIndexAt(starts: readonly number[], offset: number): number {
  return Math.max(0, countUpTo(starts, offset) - 1);
}
