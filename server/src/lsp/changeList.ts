/** The edits of an open text since it was on the disk, as short as what they come to. */
import type { Position } from "../release/externalFinding.js";
import type { DocumentChange } from "../release/shiftFindings.js";

/** Changes kept without a save; beyond it nobody can say any more where a finding went. */
const mostChanges = 1000;

interface Kept extends DocumentChange {
  /** What stood at `range` before; undefined where it is not known. */
  readonly replaced: string | undefined;
}

export class ChangeList {
  private list: Kept[] | undefined = [];

  /** The changes, oldest first; undefined when they cannot be known any more. */
  get changes(): readonly DocumentChange[] | undefined {
    return this.list;
  }

  /** From now on the changes are not known: the text was replaced as a whole. */
  lose(): void {
    this.list = undefined;
  }

  /** The open text is the one on the disk. */
  clear(): void {
    this.list = [];
  }

  /**
   * Adds a change. Typing on at the end of the last insertion, and erasing from there, change that insertion, so that an
   * hour of typing stays a short list, and what was undone leaves nothing.
   * @param replaced what stood at the change's range, where it is known
   * @returns true when the list says less than before: what the last change did away with is back
   */
  add(next: DocumentChange, replaced: string | undefined): boolean {
    const { list } = this;
    if (list === undefined) return false;
    if (list.length >= mostChanges) {
      this.lose();
      return false;
    }
    const last = list.at(-1);
    const kept = last && keptOf(last, next);
    if (!last || kept === undefined) {
      list.push({ ...next, replaced });
      return false;
    }
    list.pop();
    const text = kept + next.text;
    const before = last.replaced ?? (isEmpty(last) ? "" : undefined);
    if (text === before) return true;
    list.push({ range: last.range, text, replaced: last.replaced });
    return false;
  }
}

/** What is left of the last change's text when `next` replaces its end; undefined when it replaces anything else. */
function keptOf(last: DocumentChange, next: DocumentChange): string | undefined {
  const lines = last.text.split(/\r\n|\n|\r/);
  const from = last.range.start;
  const { start, end } = next.range;
  const lastLine = lines.at(-1) ?? "";
  const lastEnd: Position = { line: from.line + lines.length - 1, character: (lines.length === 1 ? from.character : 0) + lastLine.length };
  if (end.line !== lastEnd.line || end.character !== lastEnd.character || start.line < from.line || (start.line === from.line && start.character < from.character)) return undefined;
  // Cut at a line and a column of the text itself, whatever its line breaks are.
  let at = 0;
  for (let line = from.line; line < start.line; line++) {
    const rest = /\r\n|\n|\r/.exec(last.text.slice(at));
    if (!rest) return undefined;
    at += rest.index + rest[0].length;
  }
  return last.text.slice(0, at + start.character - (start.line === from.line ? from.character : 0));
}

function isEmpty({ range: { start, end } }: DocumentChange): boolean {
  return start.line === end.line && start.character === end.character;
}
