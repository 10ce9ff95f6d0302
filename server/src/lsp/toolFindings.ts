/**
 * What the tools said about files, at the places where it stands now. A tool reads the disk; its findings arrive while the
 * user types on. So the changes since the last save are kept, and what arrives is moved by them: shift or drop (release and
 * evidence specification, section 3.8).
 */
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { ExternalFinding, Position } from "../release/externalFinding.js";
import { shiftFindings, type DocumentChange } from "../release/shiftFindings.js";

/** Changes kept for one file without a save; beyond it nobody can say any more where a finding went. */
const mostChanges = 1000;

interface FileState {
  /** What the tool said about the text on the disk. */
  said: readonly ExternalFinding[];
  /** The same after `changes`. */
  present: readonly ExternalFinding[];
  /** Changes of the open text since it was on the disk; undefined when they are not known. */
  changes: DocumentChange[] | undefined;
}

export class ToolFindings {
  private readonly files = new Map<string, FileState>();

  /** @param pathOf absolute path of a URI; a URI without one has no findings */
  constructor(private readonly pathOf: (uri: string) => string | undefined) {}

  /** URIs with findings. */
  get uris(): readonly string[] {
    return [...this.files].flatMap(([uri, state]) => (state.present.length > 0 ? [uri] : []));
  }

  /** Findings at their present places. */
  of(uri: string): readonly ExternalFinding[] {
    return this.files.get(uri)?.present ?? [];
  }

  /** Replaces what the tools say about the text of a file on the disk. */
  set(uri: string, findings: readonly ExternalFinding[]): void {
    const state = this.state(uri);
    state.said = findings;
    this.derive(uri, state);
    this.tidy(uri, state);
  }

  /** The open text changed. */
  change(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    const state = this.state(uri);
    for (const change of changes) {
      if (!("range" in change) || !state.changes || state.changes.length >= mostChanges) {
        state.changes = undefined;
        state.present = [];
        continue;
      }
      const next: DocumentChange = { range: change.range, text: change.text };
      // Typed and erased again: what was dropped at the first key is true as before.
      if (remember(state.changes, next)) this.derive(uri, state);
      else if (state.present.length > 0) state.present = shiftFindings(state.present, this.pathOf(uri) ?? "", [next]);
    }
    this.tidy(uri, state);
  }

  /**
   * The open text is on the disk now.
   * @returns true when findings went with an edit since it was there last
   */
  saved(uri: string): boolean {
    const state = this.files.get(uri);
    if (!state) return false;
    const lost = state.present.length < state.said.length;
    state.said = state.present;
    state.changes = [];
    this.tidy(uri, state);
    return lost;
  }

  /** The open text is gone; what is on the disk counts. */
  closed(uri: string): void {
    const state = this.files.get(uri);
    if (!state) return;
    state.changes = [];
    state.present = state.said;
    this.tidy(uri, state);
  }

  private state(uri: string): FileState {
    const known = this.files.get(uri);
    if (known) return known;
    const made: FileState = { said: [], present: [], changes: [] };
    this.files.set(uri, made);
    return made;
  }

  private derive(uri: string, state: FileState): void {
    state.present = state.changes ? shiftFindings(state.said, this.pathOf(uri) ?? "", state.changes) : [];
  }

  private tidy(uri: string, state: FileState): void {
    if (state.said.length === 0 && state.changes?.length === 0) this.files.delete(uri);
  }
}

/**
 * Adds a change to a list. Typing on at the end of the last insertion, and erasing from there, change that insertion, so
 * that an hour of typing stays a short list.
 * @returns true when the list no longer says more than before the last insertion
 */
function remember(changes: DocumentChange[], next: DocumentChange): boolean {
  const last = changes.at(-1);
  const { start, end } = next.range;
  const lastEnd = last && endOf(last);
  if (!last || !lastEnd || end.line !== lastEnd.line || end.character !== lastEnd.character) {
    changes.push(next);
    return false;
  }
  const erased = start.line === end.line ? end.character - start.character : Infinity;
  const lastLine = last.text.slice(Math.max(last.text.lastIndexOf("\n"), last.text.lastIndexOf("\r")) + 1);
  if (erased > lastLine.length) {
    changes.push(next);
    return false;
  }
  const text = last.text.slice(0, last.text.length - erased) + next.text;
  changes.pop();
  const { range } = last;
  const nothing = text === "" && range.start.line === range.end.line && range.start.character === range.end.character;
  if (!nothing) changes.push({ range, text });
  return nothing;
}

/** Where the text of a change ends after it. */
function endOf(change: DocumentChange): Position {
  const lines = change.text.split(/\r\n|\n|\r/);
  const { start } = change.range;
  return { line: start.line + lines.length - 1, character: (lines.length === 1 ? start.character : 0) + (lines.at(-1) ?? "").length };
}
