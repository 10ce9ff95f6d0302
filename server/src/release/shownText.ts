/**
 * What a tool saw at a finding's place, and whether it still stands there. A finding describes the text that its tool read;
 * where another text is at that place now, the finding says nothing about it, however it came that way: a branch was
 * switched, another program wrote the file, a result arrived late.
 */
import type { RustSpan } from "./cargoJson.js";
import type { ExternalFinding, ExternalFix, Range } from "./externalFinding.js";

/** A text to look into. Lines from 0, columns in UTF-16 units. */
export interface TextView {
  /** The line without its line break; undefined beyond the last line. */
  lineAt(line: number): string | undefined;
}

/** Looks into a text that is at hand as a whole. */
export function viewOf(text: string): TextView {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  return { lineAt: (line) => lines[line] };
}

/**
 * The lines of a span that a range touches, and the text inside the range.
 * @param span a span whose lines the compiler wrote into its message
 * @param range the span's own range or a part of it
 * @returns nothing where the message does not have all of the lines
 */
export function shownText(span: RustSpan, range: Range): { readonly lines?: readonly string[]; readonly excerpt?: string } {
  const first = range.start.line - Math.max(span.line_start - 1, 0);
  const lines = span.text.slice(first, first + range.end.line - range.start.line + 1).map((line) => line.text);
  const excerpt = lines.length === range.end.line - range.start.line + 1 ? between(range, (line) => lines[line - range.start.line]) : undefined;
  return excerpt === undefined ? {} : { lines, excerpt };
}

/** The text of a range, line breaks as `\n`; undefined where the range does not lie in the text. */
export function textIn(view: TextView, range: Range): string | undefined {
  return between(range, (line) => view.lineAt(line));
}

function between({ start, end }: Range, lineAt: (line: number) => string | undefined): string | undefined {
  const parts: string[] = [];
  for (let line = start.line; line <= end.line; line++) {
    const text = lineAt(line);
    if (text === undefined || (line === end.line && text.length < end.character) || (line === start.line && text.length < start.character)) return undefined;
    parts.push(text.slice(line === start.line ? start.character : 0, line === end.line ? end.character : undefined));
  }
  return parts.join("\n");
}

/** True when the finding's place holds what the tool saw there. A finding whose tool showed nothing is believed. */
export function standsThere(finding: ExternalFinding, view: TextView): boolean {
  return finding.excerpt === undefined || textIn(view, finding.range) === finding.excerpt;
}

/**
 * True when the very lines that the tool read stand where it read them: true of a text that nobody kept track of.
 * @param finding as the tool said it, not moved
 */
export function linesStandThere(finding: ExternalFinding, view: TextView): boolean {
  const { lines, range } = finding;
  return lines !== undefined && lines.every((line, index) => view.lineAt(range.start.line + index) === line);
}

/** The finding with the lines that stand at its place now: the user may have changed the rest of a line. */
export function withLines(finding: ExternalFinding, view: TextView): ExternalFinding {
  if (finding.lines === undefined || linesStandThere(finding, view)) return finding;
  return { ...finding, lines: finding.lines.map((_, index) => view.lineAt(finding.range.start.line + index) ?? "") };
}

/** True when each part of a fix replaces what the tool saw there. A part whose old text is not known never does. */
export function canApply(fix: ExternalFix, view: TextView): boolean {
  return fix.edits.every((edit) => {
    const now = textIn(view, edit.range);
    return now !== undefined && now === (edit.oldText ?? (isEmpty(edit.range) ? "" : undefined));
  });
}

function isEmpty({ start, end }: Range): boolean {
  return start.line === end.line && start.character === end.character;
}
