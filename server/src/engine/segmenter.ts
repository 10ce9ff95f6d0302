/**
 * Splits a file into segments, from scratch or after an edit. The result is a function of the text alone: a strict pass,
 * and only where that meets unbalanced brackets or literals, a recovery pass. An incremental step re-reads from the
 * segment before the edit until it meets an old boundary in the same state, so both ways give the same segments.
 */
import type { Edit } from "./finding.js";
import { readSegment } from "./itemReader.js";
import { fileHeaderEnd } from "./itemTrivia.js";
import { lineStarts } from "./lexer.js";
import type { Segment } from "./segment.js";

/** The segments of one text, in order; joined they are the text. */
export interface Segmentation {
  readonly segments: readonly Segment[];
  /** True when the text does not balance and segments were cut by indentation. */
  readonly recovery: boolean;
}

interface Pass {
  readonly segments: Segment[];
  /** Index into `text` where the pass stopped. */
  readonly end: number;
  readonly unbalanced: boolean;
  readonly stack: readonly number[];
}

/** Splits a whole text. */
export function segmentText(text: string): Segmentation {
  const strict = pass(text, 0, [], false, true, () => false);
  if (!strict.unbalanced) return { segments: strict.segments, recovery: false };
  return { segments: pass(text, 0, [], true, true, () => false).segments, recovery: true };
}

/**
 * Splits the text that `edit` makes of the text of `previous`.
 * @param starts offset of each segment of `previous`
 * @param fullText gives the whole new text; called only when the edit's neighbourhood does not suffice
 */
export function resegment(previous: Segmentation, starts: readonly number[], edit: Edit, fullText: () => string): Segmentation {
  const old = previous.segments;
  if (!previous.recovery) {
    const local = strictLocal(old, starts, edit);
    if (local) return local;
  }
  const whole = segmentText(fullText());
  return { segments: reuse(old, whole.segments), recovery: whole.recovery };
}

/** Re-reads around the edit in strict mode; undefined when no old boundary is met again. */
function strictLocal(old: readonly Segment[], starts: readonly number[], edit: Edit): Segmentation | undefined {
  let first = segmentIndexAt(starts, edit.start);
  // The end of a segment depends on the first token after it, so the one before is read again as well.
  first = Math.max(0, first - 2);
  while (first > 0 && old[first]?.kind === "close") first--;
  if (first <= 1) first = 0;
  const last = segmentIndexAt(starts, edit.end);
  const stack = openIndents(old, first);
  const from = starts[first] ?? 0;
  for (let ahead = 3; ; ahead *= 8) {
    const until = Math.min(old.length, last + ahead);
    const untilOffset = until < old.length ? (starts[until] ?? 0) : from + textLength(old, first, old.length);
    const oldWindow = joinTexts(old, first, until);
    const window = oldWindow.slice(0, edit.start - from) + edit.newText + oldWindow.slice(edit.end - from);
    const shift = edit.newText.length - (edit.end - edit.start);
    // Boundaries of old segments behind the edit, in window offsets, that a new boundary may meet.
    const boundaries = new Map<number, number>();
    for (let index = last + 1; index < until; index++) boundaries.set((starts[index] ?? 0) - from + shift, index);
    let met = -1;
    const atEnd = until >= old.length;
    const result = pass(window, 0, stack, false, first === 0, (offset, depth) => {
      const index = boundaries.get(offset);
      // The next segment must lie inside the window whole, or its first token might be cut off.
      if (index === undefined || depth !== depthAt(old, index)) return false;
      met = index;
      return true;
    });
    if (met >= 0 && !result.unbalanced) {
      const middle = reuse(old.slice(first, met), result.segments);
      return { segments: [...old.slice(0, first), ...middle, ...old.slice(met)], recovery: false };
    }
    if (atEnd) {
      if (result.unbalanced) return undefined;
      return { segments: [...old.slice(0, first), ...reuse(old.slice(first), result.segments)], recovery: false };
    }
    if (ahead > 200 || untilOffset - from > 200_000) return undefined;
  }
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

/** Reads segments from `start` to the end of the text or until `stop` says that an old boundary is met. */
function pass(
  text: string,
  start: number,
  openStack: readonly number[],
  recovery: boolean,
  fileStart: boolean,
  stop: (offset: number, depth: number) => boolean,
): Pass {
  const segments: Segment[] = [];
  const stack = [...openStack];
  let at = start;
  if (fileStart) {
    const end = fileHeaderEnd(text);
    if (end > 0) {
      const own = text.slice(0, end);
      segments.push({ kind: "inner", text: own, keyword: "none", name: "", visibility: "private", head: own.length, body: own.length, lines: lineStarts(own), recovered: false, indent: 0 });
      at = end;
    }
  }
  while (at < text.length) {
    if (at > start && stop(at, stack.length)) return { segments, end: at, unbalanced: false, stack };
    const read = readSegment(text, at, { inContainer: stack.length > 0, containerIndent: stack[stack.length - 1] ?? -1, recovery });
    if (read.unbalanced && !recovery) return { segments, end: at, unbalanced: true, stack };
    segments.push(read.segment);
    if (read.segment.kind === "open") stack.push(read.segment.indent);
    else if (read.segment.kind === "close") stack.pop();
    at = read.end;
  }
  return { segments, end: at, unbalanced: stack.length > 0 && !recovery, stack };
}

function openIndents(segments: readonly Segment[], end: number): number[] {
  const stack: number[] = [];
  for (let index = 0; index < end; index++) {
    const segment = segments[index];
    if (segment?.kind === "open") stack.push(segment.indent);
    else if (segment?.kind === "close") stack.pop();
  }
  return stack;
}

function depthAt(segments: readonly Segment[], end: number): number {
  let depth = 0;
  for (let index = 0; index < end; index++) {
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

function textLength(segments: readonly Segment[], from: number, to: number): number {
  let length = 0;
  for (let index = from; index < to; index++) length += segments[index]?.text.length ?? 0;
  return length;
}

/** Index of the segment that holds `offset` (the one that starts last at or before it); 0 for an empty list. */
export function segmentIndexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
