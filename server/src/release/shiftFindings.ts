/**
 * Keeps findings of a tool at their places while the user types: shift or drop (specification 3.8). A finding wholly
 * after an edit moves with the text, one wholly before it stays, one that the edit touches is dropped, because nobody knows
 * any more whether it is true.
 */
import type { ExternalFinding, ExternalFix, Position, Range, RelatedPlace } from "./externalFinding.js";

/** One edit: `range` of the document before the edit becomes `text`. */
export interface DocumentChange {
  readonly range: Range;
  readonly text: string;
}

/**
 * Carries findings over the changes of one document.
 * @param findings Findings of any file; those that do not mention `path` come back unchanged.
 * @param path Absolute path of the edited document.
 * @param changes In the order in which they were applied; each range refers to the document after the changes before it.
 * @returns The survivors, in order. A fix with an edit touched or straddled by a change is removed while its finding stays.
 */
export function shiftFindings(
  findings: readonly ExternalFinding[],
  path: string,
  changes: readonly DocumentChange[],
): readonly ExternalFinding[] {
  return changes.reduce((rest, change) => shiftOnce(rest, path, change), findings);
}

function shiftOnce(findings: readonly ExternalFinding[], path: string, change: DocumentChange): readonly ExternalFinding[] {
  return findings.flatMap((finding) => shiftFinding(finding, path, change) ?? []);
}

/**
 * Carries one finding over one change of a document.
 * @returns The finding at its new place, the very same object where nothing of it moved; `undefined` when the change touches it.
 */
export function shiftFinding(finding: ExternalFinding, path: string, change: DocumentChange): ExternalFinding | undefined {
  if (isElsewhere(finding, path, change)) return finding;
  const related = shiftRelated(finding.related, path, change);
  if (finding.path !== path) return related === finding.related ? finding : { ...finding, related };
  const range = shiftRange(finding.range, change);
  if (range === undefined) return undefined;
  const { fullRange, ...rest } = finding;
  const full = fullRange === undefined ? undefined : shiftRange(fullRange, change);
  // A cut range stands for all its lines: an edit inside any of them makes the finding unsure.
  if (fullRange !== undefined && full === undefined) return undefined;
  const fixes = finding.fixes.flatMap((fix) => shiftFix(fix, change) ?? []);
  return { ...rest, range, ...(full === undefined ? {} : { fullRange: full }), related, fixes };
}

/** The change keeps the number of lines and no place of the finding is on its lines: the usual keystroke. */
function isElsewhere(finding: ExternalFinding, path: string, { range, text }: DocumentChange): boolean {
  if (range.start.line !== range.end.line || /[\r\n]/.test(text)) return false;
  const { line } = range.start;
  const off = (other: Range): boolean => other.end.line < line || other.start.line > line;
  if (finding.path === path && !(off(finding.range) && (finding.fullRange === undefined || off(finding.fullRange)))) return false;
  return finding.related.every((place) => place.path !== path || off(place.range)) && (finding.path !== path || finding.fixes.every(({ edits }) => hullIsOff(edits, off)));
}

function hullIsOff(edits: ExternalFix["edits"], off: (range: Range) => boolean): boolean {
  const first = edits[0];
  const last = edits.at(-1);
  return first === undefined || last === undefined || off({ start: first.range.start, end: last.range.end });
}

function shiftRelated(places: readonly RelatedPlace[], path: string, change: DocumentChange): readonly RelatedPlace[] {
  if (!places.some((place) => place.path === path)) return places;
  return places.flatMap((place) => {
    if (place.path !== path) return [place];
    const range = shiftRange(place.range, change);
    return range === undefined ? [] : [{ ...place, range }];
  });
}

function shiftFix(fix: ExternalFix, change: DocumentChange): ExternalFix | undefined {
  const first = fix.edits[0];
  const last = fix.edits.at(-1);
  if (first === undefined || last === undefined) return undefined;
  // The hull, not each part: text typed between two parts of one suggestion may belong to both.
  if (shiftRange({ start: first.range.start, end: last.range.end }, change) === undefined) return undefined;
  const edits = fix.edits.flatMap((edit) => {
    const range = shiftRange(edit.range, change);
    return range === undefined ? [] : [{ ...edit, range }];
  });
  return edits.length === fix.edits.length ? { ...fix, edits } : undefined;
}

/**
 * Carries one range over one change.
 * @returns The new range, or `undefined` when the change touches it.
 */
export function shiftRange(range: Range, change: DocumentChange): Range | undefined {
  if (compare(change.range.end, range.start) <= 0) {
    return { start: move(range.start, change), end: move(range.end, change) };
  }
  return compare(change.range.start, range.end) >= 0 ? range : undefined;
}

/** New place of a position at or after the end of the change. */
function move(position: Position, change: DocumentChange): Position {
  const { start, end } = change.range;
  const lines = change.text.split(/\r\n|\n|\r/);
  const line = position.line - end.line + start.line + lines.length - 1;
  if (position.line !== end.line) return { line, character: position.character };
  const before = (lines.length === 1 ? start.character : 0) + (lines.at(-1) ?? "").length;
  return { line, character: before + position.character - end.character };
}

function compare(left: Position, right: Position): number {
  return left.line - right.line || left.character - right.character;
}
