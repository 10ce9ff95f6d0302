/** Positions and edits as LSP defines them, for tests. */
import type { CodeAction, TextEdit } from "vscode-languageserver/node.js";

/** Line and character of an offset as LSP counts them; written apart from the server's own way on purpose. */
export function positionOf(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r(?!\n)/);
  return { line: before.length - 1, character: (before.at(-1) ?? "").length };
}

/** The text after the edits of an action that the client can apply by itself. */
export function applied(text: string, action: CodeAction): string {
  const changes = action.edit?.documentChanges ?? [];
  const edits = changes.flatMap((change) => ("edits" in change ? (change.edits as TextEdit[]) : []));
  return applyEdits(text, edits);
}

/** Applies text edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((found) => found.index + found[0].length)];
  const offset = (position: { line: number; character: number }): number => (lines[position.line] ?? text.length) + position.character;
  return edits
    .map((edit) => ({ start: offset(edit.range.start), end: offset(edit.range.end), newText: edit.newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((current, edit) => current.slice(0, edit.start) + edit.newText + current.slice(edit.end), text);
}
