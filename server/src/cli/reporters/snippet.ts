/** The source lines of a finding with the finding underlined. */
import type { Extent, ReportedFinding, SourceLine } from "../report.js";
import { displayWidth, visible, type Paint, type Style } from "./terminal.js";

/** The drawn snippet. */
export interface Snippet {
  readonly rows: readonly string[];
  /** Width of the column of line numbers. */
  readonly gutter: number;
  /** Related places that the drawing does not show. */
  readonly unplaced: ReportedFinding["related"];
}

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly sign: "^" | "-";
  readonly label: string;
}

/** Draws a finding: a frame of line numbers, the lines, and `^` below the finding and `-` below its related places. */
export function snippet(finding: ReportedFinding, paint: Paint): Snippet {
  const lines = new Map(finding.lines.map((line) => [line.line, line]));
  const gutter = String(Math.max(...finding.lines.map(({ line }) => line), finding.end.line)).length;
  const drawing = new Drawing(gutter, finding.severity, paint);
  if (finding.end.line > finding.start.line && finding.end.column > 1) {
    drawing.several(finding, lines);
    return { rows: drawing.rows, gutter, unplaced: finding.related };
  }
  const placed = finding.related.filter((place) => place.path === undefined && place.start.line === place.end.line && lines.has(place.start.line));
  const numbers = [...new Set([finding.start.line, ...placed.map(({ start }) => start.line)])].sort((a, b) => a - b);
  let previous: number | undefined;
  for (const number of numbers) {
    const line = lines.get(number);
    if (!line) continue;
    if (previous !== undefined && number > previous + 1) drawing.gap();
    previous = number;
    drawing.source(line);
    const marks = placed.filter(({ start }) => start.line === number).map((place) => markOf(line, place, "-", place.message));
    if (number === finding.start.line) drawing.marks([markOf(line, finding, "^", "")]);
    for (const mark of marks) drawing.marks([mark]);
  }
  drawing.empty();
  return { rows: drawing.rows, gutter, unplaced: finding.related.filter((place) => !placed.includes(place)) };
}

/** Where an extent stands on a line, in display columns. An empty one is shown as one column. */
function markOf(line: SourceLine, extent: Extent, sign: Mark["sign"], label: string): Mark {
  const start = Math.max(0, extent.start.column - 1 - line.from);
  const end = extent.end.line > extent.start.line ? line.text.length : extent.end.column - 1 - line.from;
  const from = cutMark(line).length + displayWidth(visible(line.text.slice(0, start)));
  const width = displayWidth(visible(line.text.slice(start, Math.max(start, end))));
  return { from, to: from + Math.max(1, width), sign, label };
}

/** What stands for the part of a very long line that is not shown. */
function cutMark(line: SourceLine): string {
  return line.from > 0 ? "…" : "";
}

class Drawing {
  readonly rows: string[] = [];

  constructor(
    private readonly gutter: number,
    private readonly style: Style,
    private readonly paint: Paint,
  ) {
    this.empty();
  }

  source(line: SourceLine, margin = ""): void {
    this.row(String(line.line), `${margin}${cutMark(line)}${visible(line.text)}`);
  }

  marks(marks: readonly Mark[]): void {
    let row = "";
    let at = 0;
    for (const { from, to, sign, label } of marks) {
      const drawn = sign.repeat(to - from) + (label === "" ? "" : ` ${visible(label)}`);
      row += " ".repeat(Math.max(0, from - at)) + this.paint(sign === "^" ? this.style : "frame", drawn);
      at = to;
    }
    this.row("", row);
  }

  gap(): void {
    this.rows.push(this.paint("frame", "..."));
  }

  empty(): void {
    this.row("", "");
  }

  /** A range over several lines, with a bar at the left from its first to its last character. */
  several(finding: ReportedFinding, lines: ReadonlyMap<number, SourceLine>): void {
    const bar = (sign: string): string => this.paint(this.style, sign);
    const first = lines.get(finding.start.line);
    const last = lines.get(finding.end.line);
    if (!first || !last) return;
    const start = markOf(first, finding, "^", "").from;
    // A range that begins with its line needs no arrow to its first character.
    if (first.from === 0 && first.text.slice(0, finding.start.column - 1).trim() === "") this.source(first, `${bar("/")} `);
    else {
      this.source(first, "  ");
      this.row("", ` ${bar(`${"_".repeat(start + 1)}^`)}`);
    }
    const second = lines.get(finding.start.line + 1);
    if (second && second.line < last.line) this.source(second, `${bar("|")} `);
    if (finding.end.line > finding.start.line + 2) this.row("...", bar("|"), true);
    this.source(last, `${bar("|")} `);
    const end = Math.max(0, finding.end.column - 2 - last.from);
    const column = cutMark(last).length + displayWidth(visible(last.text.slice(0, end)));
    this.row("", bar(`|${"_".repeat(column + 1)}^`));
    this.empty();
  }

  private row(number: string, text: string, isGap = false): void {
    const frame = isGap ? number.padEnd(this.gutter + 3) : `${number.padStart(this.gutter)} | `;
    this.rows.push(`${this.paint("frame", frame.trimEnd())}${text === "" ? "" : " ".repeat(frame.length - frame.trimEnd().length) + text}`);
  }
}
