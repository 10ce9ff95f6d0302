// Puts fixes together that cannot be in each other's way, and applies them: pure, text in, text out.
import type { Edit } from "../../src/engine/finding.js";
import type { SourceFile } from "../../src/engine/sourceFile.js";

/** The part of a fix that placing it takes. */
export interface Placed {
  /** Path of the file, relative to the crate. */
  readonly file: string;
  /** Offsets in the file, snippets as plain text. */
  readonly edits: readonly Edit[];
  /** Keys of the segments that the fix changes or is about. */
  readonly touched: ReadonlySet<string>;
}

/**
 * Keys of the segments that a fix touches: those its edits lie in, both neighbours of an insertion between two, and the
 * one of the finding.
 *
 * @param name path of the file, part of the keys
 * @param at offset of the finding
 */
export function touchedBy(name: string, file: SourceFile, edits: readonly Edit[], at: number): ReadonlySet<string> {
  const touched = new Set([segmentKey(name, file, at)]);
  for (const edit of edits) {
    const last = file.segmentAt(edit.end);
    for (let index = file.segmentAt(Math.max(0, edit.start - 1)); index <= last; index++) touched.add(`${name}#${index}`);
  }
  return touched;
}

/** Key of the segment that holds an offset. */
export function segmentKey(name: string, file: SourceFile, offset: number): string {
  return `${name}#${file.segmentAt(offset)}`;
}

/** Cuts fixes into batches in which no two touch one segment; each is put into the first batch that takes it. */
export function batchesOf<T extends Pick<Placed, "touched">>(fixes: readonly T[]): readonly (readonly T[])[] {
  const batches: { readonly fixes: T[]; readonly taken: Set<string> }[] = [];
  for (const fix of fixes) {
    const keys = [...fix.touched];
    let batch = batches.find(({ taken }) => !keys.some((key) => taken.has(key)));
    if (!batch) batches.push((batch = { fixes: [], taken: new Set() }));
    batch.fixes.push(fix);
    for (const key of keys) batch.taken.add(key);
  }
  return batches.map(({ fixes: own }) => own);
}

/** An edit with the fix it belongs to. */
export interface OwnedEdit<T> {
  readonly edit: Edit;
  readonly owner: T;
}

/** Edits by file, in the order of their places. */
export function editsByFile<T extends Placed>(fixes: readonly T[]): ReadonlyMap<string, readonly OwnedEdit<T>[]> {
  const byFile = new Map<string, OwnedEdit<T>[]>();
  for (const owner of fixes) {
    const own = byFile.get(owner.file) ?? [];
    byFile.set(owner.file, own);
    for (const edit of owner.edits) own.push({ edit, owner });
  }
  for (const own of byFile.values()) own.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
  return byFile;
}

/**
 * A text after edits.
 *
 * @param edits in the order of their places, none overlapping
 */
export function applied(text: string, edits: readonly { readonly edit: Edit }[]): string {
  let result = "";
  let from = 0;
  for (const { edit } of edits) {
    result += text.slice(from, edit.start) + edit.newText;
    from = edit.end;
  }
  return result + text.slice(from);
}

/**
 * Where an offset of the text after the edits lay before them, and whose text it is in, if it is in new text. Offsets are
 * UTF-16 units.
 */
export function before<T>(edits: readonly OwnedEdit<T>[], offset: number): { readonly offset: number; readonly owner?: T } {
  let shift = 0;
  for (const { edit, owner } of edits) {
    const start = edit.start + shift;
    if (offset < start) break;
    if (offset < start + edit.newText.length) return { offset: edit.start, owner };
    shift += edit.newText.length - (edit.end - edit.start);
  }
  return { offset: offset - shift };
}
