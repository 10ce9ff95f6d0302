/**
 * What the tools said about files, at the places where it stands now. A tool reads the disk; its findings arrive while the
 * user types on. So the changes since the last save are kept, and what arrives is moved by them: shift or drop (release and
 * evidence specification, section 3.8). What does not stand where it should is not shown: a late result, a branch that was
 * switched and a program that wrote the file make no wrong squiggle.
 */
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { ExternalFinding } from "../release/externalFinding.js";
import { shiftFinding, shiftFindings, type DocumentChange } from "../release/shiftFindings.js";
import { linesStandThere, standsThere, withLines, type TextView } from "../release/shownText.js";
import { ChangeList } from "./changeList.js";

interface Held {
  /** The object that the tool handed over; it hands over the same one when it repeats itself. */
  readonly origin: ExternalFinding;
  /** At its place on the disk; undefined for one that is remembered only because its tool may repeat it. */
  readonly said: ExternalFinding | undefined;
  /** At its place in the open text; undefined while an edit touches it. */
  now: ExternalFinding | undefined;
}

interface FileState {
  held: readonly Held[];
  /** What `held` shows, made when it is asked for; undefined after a change. The same array stands for the same places. */
  present: readonly ExternalFinding[] | undefined;
  readonly changes: ChangeList;
}

/** What the tools' findings are placed in. */
export interface Texts {
  /** Absolute path of a URI; a URI without one has no findings. */
  pathOf(uri: string): string | undefined;
  /** The open text; undefined for a document that is not open. */
  viewOf(uri: string): TextView | undefined;
}

const none: readonly ExternalFinding[] = [];

export class ToolFindings {
  private readonly files = new Map<string, FileState>();

  constructor(private readonly texts: Texts) {}

  /** URIs of which a tool said anything. */
  get uris(): readonly string[] {
    return [...this.files].flatMap(([uri, state]) => (state.held.length > 0 ? [uri] : []));
  }

  /** Findings at their present places. */
  of(uri: string): readonly ExternalFinding[] {
    const state = this.files.get(uri);
    if (!state) return none;
    if (!state.present) {
      const present: ExternalFinding[] = [];
      for (const { now } of state.held) if (now) present.push(now);
      state.present = present;
    }
    return state.present;
  }

  /**
   * Replaces what the tools say about the text of a file on the disk. A finding that was here before (the same object) is
   * where the edits since then have moved it; one that they did away with stays away.
   */
  set(uri: string, findings: readonly ExternalFinding[]): void {
    const state = this.state(uri);
    const known = new Map(state.held.map((held) => [held.origin, held]));
    state.held = findings.map((origin) => known.get(origin) ?? { origin, said: origin, now: origin });
    this.derive(uri, state);
    this.tidy(uri, state);
  }

  /**
   * The open text changed.
   * @param replaced what a single change replaced, where it is known: without it, undoing a replacement brings nothing back
   */
  change(uri: string, changes: readonly TextDocumentContentChangeEvent[], replaced?: string): void {
    const state = this.state(uri);
    for (const change of changes) {
      if (!("range" in change)) {
        state.changes.lose();
        continue;
      }
      const next: DocumentChange = { range: change.range, text: change.text };
      // Typed and erased again: what was dropped at the first key is true as before.
      if (state.changes.add(next, changes.length === 1 ? replaced : undefined)) this.derive(uri, state);
      else {
        const path = this.texts.pathOf(uri) ?? "";
        for (const held of state.held) {
          const moved = held.now && shiftFinding(held.now, path, next);
          if (moved === held.now) continue;
          held.now = moved;
          state.present = undefined;
        }
      }
    }
    if (state.changes.changes === undefined) this.derive(uri, state);
    this.tidy(uri, state);
  }

  /**
   * The open text is on the disk now.
   * @returns true when findings went with an edit since it was there last
   */
  saved(uri: string): boolean {
    const state = this.files.get(uri);
    if (!state) return false;
    const lost = state.held.some(({ said, now }) => said !== undefined && now === undefined);
    const view = this.texts.viewOf(uri);
    state.held = state.held.map(({ origin, now }) => {
      if (!now) return gone(origin);
      const said = view ? withLines(now, view) : now;
      return { origin, said, now: said };
    });
    state.present = undefined;
    state.changes.clear();
    this.tidy(uri, state);
    return lost;
  }

  /** The open text is gone; what is on the disk counts. */
  closed(uri: string): void {
    const state = this.files.get(uri);
    if (!state) return;
    state.changes.clear();
    for (const held of state.held) held.now = held.said;
    state.present = undefined;
    this.tidy(uri, state);
  }

  /**
   * What is on the disk may have changed without the editor: of a file that is not open, only what still stands there is
   * kept, and nothing of one that is gone.
   * @param view the text on the disk; undefined when there is none
   * @returns true when findings were dropped
   */
  onDisk(uri: string, view: TextView | undefined): boolean {
    const state = this.files.get(uri);
    if (!state || state.held.length === 0) return false;
    let dropped = false;
    state.held = state.held.map((held) => {
      if (!held.said || (view && isOnDisk(held.said, view))) return held;
      dropped = true;
      return gone(held.origin);
    });
    state.present = undefined;
    this.tidy(uri, state);
    return dropped;
  }

  private state(uri: string): FileState {
    const known = this.files.get(uri);
    if (known) return known;
    const made: FileState = { held: [], present: undefined, changes: new ChangeList() };
    this.files.set(uri, made);
    return made;
  }

  /** Places all findings anew from where they are on the disk. */
  private derive(uri: string, state: FileState): void {
    const { changes } = state.changes;
    const path = this.texts.pathOf(uri) ?? "";
    const view = this.texts.viewOf(uri);
    state.present = undefined;
    for (const held of state.held) {
      const { said } = held;
      if (!said) {
        held.now = undefined;
        continue;
      }
      const moved = changes && shiftFindings([said], path, changes)[0];
      if (moved && (!view || standsThere(moved, view))) held.now = moved;
      // The editor read the file from the disk again: then the text is the tool's, and the changes lead nowhere.
      else held.now = view && linesStandThere(said, view) ? said : undefined;
    }
  }

  private tidy(uri: string, state: FileState): void {
    if (state.held.length === 0 && state.changes.changes?.length === 0) this.files.delete(uri);
  }
}

/** What cargo itself says is about a manifest as a whole: nobody knows whether another one has the same fault. */
function isOnDisk(said: ExternalFinding, view: TextView): boolean {
  return said.lines === undefined ? said.source !== "cargo" : linesStandThere(said, view);
}

function gone(origin: ExternalFinding): Held {
  return { origin, said: undefined, now: undefined };
}
