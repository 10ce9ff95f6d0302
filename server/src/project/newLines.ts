/**
 * Which lines of an unsaved text count as new: those that were new in the saved text, wherever they are now, and those that
 * were typed since. git knows the saved text only.
 */
import type { SourceFile } from "../engine/sourceFile.js";
import { everyLine, explains, type LineRange } from "./changedLines.js";

/** Lines from 0: `[oldFrom, oldTo)` became `[from, to)`. */
interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly from: number;
  readonly to: number;
  /** A comment or an attribute went away: what stands behind it counts as changed, as in `parseDiff`. */
  readonly explained: boolean;
}

/** More pairs of lines than this are not compared: all lines between the first and the last difference count as new. */
const mostPairs = 250_000;

/**
 * New lines of a text, computed from the two texts alone, so that what is typed and taken back is old again. Segments that both
 * share are not looked at: a keystroke costs little more than counting them.
 * @param saved the text that `known` is about
 * @param known its new lines, ascending
 * @returns the new lines of `current`, ascending, none touching another
 */
export function newLinesOf(saved: SourceFile, current: SourceFile, known: readonly LineRange[]): readonly LineRange[] {
  if (saved === current || known[0] === everyLine) return known;
  const found: LineRange[] = [];
  let old = 0;
  let at = 0;
  for (const hunk of hunksOf(saved, current)) {
    carry(known, old, hunk.oldFrom, at - old, found);
    if (hunk.to > hunk.from || hunk.explained) add(found, hunk.from + 1, hunk.to + (hunk.explained ? 1 : 0));
    old = hunk.oldTo;
    at = hunk.to;
  }
  carry(known, old, Number.POSITIVE_INFINITY, at - old, found);
  return found;
}

/** Adds the known new lines among the old lines `[from, to)` (from 0), moved by `by`. */
function carry(known: readonly LineRange[], from: number, to: number, by: number, into: LineRange[]): void {
  for (const range of known) {
    const first = Math.max(range.first, from + 1);
    const last = Math.min(range.last, to);
    if (first <= last) add(into, first + by, last + by);
  }
}

/** Adds a range at the end of ascending ranges. */
function add(into: LineRange[], first: number, last: number): void {
  const before = into.at(-1);
  if (before && before.last >= first - 1) into[into.length - 1] = { first: before.first, last: Math.max(before.last, last) };
  else into.push({ first, last });
}

function hunksOf(saved: SourceFile, current: SourceFile): readonly Hunk[] {
  const a = saved.segments;
  const b = current.segments;
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  // Between them, segments that both have, in the same order, part the rest into smaller gaps.
  const places = new Map(a.slice(head, a.length - tail).map((segment, index) => [segment, head + index] as const));
  const hunks: Hunk[] = [];
  let oldFrom = head;
  let from = head;
  for (let index = head; index < b.length - tail; index++) {
    const segment = b[index];
    const place = segment && places.get(segment);
    if (place === undefined || place < oldFrom) continue;
    gap(saved, oldFrom, place, current, from, index, hunks);
    oldFrom = place + 1;
    from = index + 1;
  }
  gap(saved, oldFrom, a.length - tail, current, from, b.length - tail, hunks);
  return hunks;
}

/** The differences between two runs of segments, by lines. */
function gap(saved: SourceFile, oldFrom: number, oldTo: number, current: SourceFile, from: number, to: number, into: Hunk[]): void {
  if (oldFrom === oldTo && from === to) return;
  const a = linesOf(saved, oldFrom, oldTo);
  const b = linesOf(current, from, to);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const oldBase = lineAt(saved, oldFrom) + head;
  const base = lineAt(current, from) + head;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  for (const [i, iTo, j, jTo] of differences(left, right)) {
    into.push({ oldFrom: oldBase + i, oldTo: oldBase + iTo, from: base + j, to: base + jTo, explained: left.slice(i, iTo).some(explains) });
  }
}

function linesOf(file: SourceFile, from: number, to: number): readonly string[] {
  return file.segments
    .slice(from, to)
    .map((segment) => segment.text)
    .join("")
    .split("\n");
}

/** Line from 0 in which a segment begins; behind the last one, the last line. */
function lineAt(file: SourceFile, index: number): number {
  return index < file.segments.length ? file.lineOfSegment(index) : file.lineCount - 1;
}

/** Ranges `[i, iTo)` and `[j, jTo)` that differ, by a longest common subsequence. */
function differences(a: readonly string[], b: readonly string[]): readonly (readonly [number, number, number, number])[] {
  if (a.length === 0 && b.length === 0) return [];
  if (a.length === 0 || b.length === 0 || a.length * b.length > mostPairs) return [[0, a.length, 0, b.length]];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? (longest[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  const found: (readonly [number, number, number, number])[] = [];
  let i = 0;
  let j = 0;
  let [fromI, fromJ] = [0, 0];
  const close = (): void => {
    if (i > fromI || j > fromJ) found.push([fromI, i, fromJ, j]);
  };
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      close();
      [fromI, fromJ] = [++i, ++j];
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  [i, j] = [a.length, b.length];
  close();
  return found;
}
