/**
 * The text of one Rust file as a sequence of segments, with positions. Immutable: `edit` gives the next version and
 * shares every segment the edit did not touch.
 */
import type { Edit } from "./finding.js";
import { countUpTo } from "./lexer.js";
import type { Segment } from "./segment.js";
import { resegment, segmentIndexAt, segmentText } from "./segmenter.js";

/** A place as line and character, both from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** One version of a file's text. */
export class SourceFile {
  /** Offset of each segment's first character. */
  readonly starts: readonly number[];
  /** Number of line starts before each segment's first character. */
  private readonly firstLines: readonly number[];
  readonly length: number;
  readonly lineCount: number;
  /** Blocks open at the end of the text; other than 0 when its braces do not balance. */
  private readonly depth: number;
  private joined: string | undefined;

  private constructor(
    readonly segments: readonly Segment[],
    text: string | undefined,
    previous: SourceFile | undefined,
  ) {
    this.joined = text;
    // Offsets before the edit stay; those after it move by one number. Only the segments in between are looked at.
    const before = previous?.segments ?? [];
    const most = Math.min(before.length, segments.length);
    let head = 0;
    while (head < most && before[head] === segments[head]) head++;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === segments[segments.length - 1 - tail]) tail++;
    const starts = previous?.starts.slice(0, head) ?? [];
    const firstLines = previous?.firstLines.slice(0, head) ?? [];
    const last = segments[head - 1];
    let offset = last ? (starts[head - 1] ?? 0) + last.text.length : 0;
    let line = last ? (firstLines[head - 1] ?? 0) + last.lines.length : 0;
    for (let index = head; index < segments.length - tail; index++) {
      const segment = segments[index];
      starts.push(offset);
      firstLines.push(line);
      offset += segment?.text.length ?? 0;
      line += segment?.lines.length ?? 0;
    }
    if (previous && tail > 0) {
      const from = before.length - tail;
      const byOffset = offset - (previous.starts[from] ?? 0);
      const byLine = line - (previous.firstLines[from] ?? 0);
      for (let index = from; index < before.length; index++) {
        starts.push((previous.starts[index] ?? 0) + byOffset);
        firstLines.push((previous.firstLines[index] ?? 0) + byLine);
      }
      offset = previous.length + byOffset;
      line = previous.lineCount - 1 + byLine;
    }
    let depth = previous?.depth ?? 0;
    for (let index = head; index < before.length - tail; index++) depth -= depthOf(before[index]);
    for (let index = head; index < segments.length - tail; index++) depth += depthOf(segments[index]);
    this.depth = depth;
    this.starts = starts;
    this.firstLines = firstLines;
    this.length = offset;
    this.lineCount = line + 1;
  }

  /** Splits a text. Total on any text. */
  static of(text: string): SourceFile {
    return new SourceFile(segmentText(text), text, undefined);
  }

  /** True when blocks are left open at the end of the text. Items that were cut say so themselves (`recovered`). */
  get recovery(): boolean {
    return this.depth !== 0;
  }

  get text(): string {
    this.joined ??= this.segments.map((segment) => segment.text).join("");
    return this.joined;
  }

  /** The next version of the text. Offsets outside the text are clamped. */
  edit(edit: Edit): SourceFile {
    const start = Math.max(0, Math.min(edit.start, this.length));
    const end = Math.max(start, Math.min(edit.end, this.length));
    const clamped = { start, end, newText: edit.newText };
    if (this.segments.length === 0) return SourceFile.of(edit.newText);
    return new SourceFile(resegment(this.segments, this.starts, clamped), undefined, this);
  }

  /** Index of the segment that holds `offset`. */
  segmentAt(offset: number): number {
    return segmentIndexAt(this.starts, offset);
  }

  /** Line, from 0, in which a segment begins; `index` inside the file. */
  lineOfSegment(index: number): number {
    return this.firstLines[index] ?? 0;
  }

  /** Line and character of an offset; an offset outside the text is clamped. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const index = this.segmentAt(clamped);
    const segment = this.segments[index];
    if (!segment) return { line: 0, character: 0 };
    const start = this.starts[index] ?? 0;
    const within = clamped - start;
    const lines = segment.lines;
    const passed = countUpTo(lines, within);
    const line = (this.firstLines[index] ?? 0) + passed;
    if (passed > 0) return { line, character: within - (lines[passed - 1] ?? 0) };
    return { line, character: clamped - this.lineStart(index) };
  }

  /** Offset of a position; a line or character outside the text is clamped as LSP asks. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.length;
    const start = this.offsetOfLine(position.line);
    const end = position.line + 1 < this.lineCount ? this.offsetOfLine(position.line + 1) : this.length;
    const offset = Math.min(start + Math.max(0, position.character), end);
    return position.line + 1 < this.lineCount && offset === end ? this.beforeLineBreak(start, end) : offset;
  }

  /** Text between two offsets, without joining the whole file. */
  slice(start: number, end: number): string {
    if (this.joined !== undefined) return this.joined.slice(start, end);
    let text = "";
    for (let index = this.segmentAt(start); index < this.segments.length; index++) {
      const own = this.starts[index] ?? 0;
      if (own >= end) break;
      text += (this.segments[index]?.text ?? "").slice(Math.max(0, start - own), end - own);
    }
    return text;
  }

  private beforeLineBreak(start: number, end: number): number {
    const tail = this.slice(Math.max(start, end - 2), end);
    const breakLength = tail.endsWith("\r\n") ? 2 : 1;
    return Math.max(start, end - breakLength);
  }

  /** Offset of a line's first character; `line` from 0, inside the file. */
  offsetOfLine(line: number): number {
    let low = 0;
    let high = this.firstLines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.firstLines[middle] ?? 0) < line) low = middle;
      else high = middle - 1;
    }
    // `low` is the last segment with fewer line starts before it than `line`: the line starts inside it.
    const within = line - (this.firstLines[low] ?? 0);
    if (within === 0) return 0;
    return (this.starts[low] ?? 0) + (this.segments[low]?.lines[within - 1] ?? 0);
  }

  private lineStart(index: number): number {
    return this.offsetOfLine(this.firstLines[index] ?? 0);
  }
}

function depthOf(segment: Segment | undefined): number {
  return segment?.kind === "open" ? 1 : segment?.kind === "close" ? -1 : 0;
}
