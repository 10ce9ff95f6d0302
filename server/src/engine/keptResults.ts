/**
 * Results kept beside the segments they belong to. Arrays, compared by pointer from both ends: after an edit almost all
 * segments are the same objects at the same distance from the start or the end, and a map look-up for each would cost more
 * than the rest of a keystroke.
 */
import type { Segment } from "./segment.js";

/** The kept results in the order of one version's segments. */
export interface AlignedResults<T> {
  readonly entries: readonly (T | undefined)[];
  /** 1 for each entry that adds anything to the file's result; most do not, and need not be read. */
  readonly loud: Uint8Array;
  /** Segments before and after those that are new or moved. */
  readonly head: number;
  readonly tail: number;
  set(index: number, entry: T): void;
}

export class KeptResults<T> {
  private segments: readonly Segment[] = [];
  private entries: (T | undefined)[] = [];
  private loud = new Uint8Array(0);

  constructor(private readonly isLoud: (entry: T) => boolean) {}

  /** Brings the results into the order of `segments`. Results of earlier calls keep their own arrays. */
  align(segments: readonly Segment[]): AlignedResults<T> {
    const before = this.segments;
    const most = Math.min(before.length, segments.length);
    let head = 0;
    while (head < most && before[head] === segments[head]) head++;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === segments[segments.length - 1 - tail]) tail++;
    if (before !== segments) this.rearrange(segments, head, tail);
    const { entries, loud } = this;
    const set = (index: number, entry: T): void => {
      entries[index] = entry;
      loud[index] = this.isLoud(entry) ? 1 : 0;
    };
    return { entries, loud, head, tail, set };
  }

  private rearrange(segments: readonly Segment[], head: number, tail: number): void {
    const before = this.segments;
    const moved = new Map<Segment, T | undefined>();
    for (let index = head; index < before.length - tail; index++) {
      const segment = before[index];
      if (segment) moved.set(segment, this.entries[index]);
    }
    const middle = segments.slice(head, segments.length - tail).map((segment) => moved.get(segment));
    const loud = new Uint8Array(segments.length);
    loud.set(this.loud.subarray(0, head));
    middle.forEach((entry, index) => (loud[head + index] = entry && this.isLoud(entry) ? 1 : 0));
    loud.set(this.loud.subarray(before.length - tail), segments.length - tail);
    this.loud = loud;
    this.entries = [...this.entries.slice(0, head), ...middle, ...this.entries.slice(before.length - tail)];
    this.segments = segments;
  }
}
