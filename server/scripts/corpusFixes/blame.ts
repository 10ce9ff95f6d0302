// Tells from the compiler's messages which fix of a batch is at fault: pure.
import { before, type OwnedEdit } from "./batches.js";

/** A place in a message of rustc; only what is read here. */
export interface Span {
  readonly file_name: string;
  /** Offset in bytes. */
  readonly byte_start: number;
  readonly is_primary: boolean;
  /** The macro call that the place comes from. */
  readonly expansion?: { readonly span: Span } | null;
}

/** A message of rustc. */
export interface Diagnostic {
  readonly level: string;
  readonly message: string;
  readonly code: { readonly code: string } | null;
  readonly spans: readonly Span[];
  readonly children: readonly Diagnostic[];
  readonly rendered: string | null;
}

/**
 * Errors among the lines that cargo writes with `--message-format=json`.
 *
 * @param lines one JSON value each; others (a build script's own output) are left out
 * @param kind only those about targets of this kind, named as cargo names it
 */
export function errorsIn(lines: string, kind?: string): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const line of lines.split("\n")) {
    if (!line.startsWith('{"reason":"compiler-message"')) continue;
    const { message, target } = JSON.parse(line) as { readonly message: Diagnostic; readonly target: { readonly kind: readonly string[] } };
    if (kind !== undefined && !target.kind.includes(kind)) continue;
    // A file can be part of two targets; the same error says nothing new. "aborting due to …" has no place.
    if (message.level.startsWith("error") && (message.spans.length > 0 || !message.message.startsWith("aborting"))) found.set(message.rendered ?? message.message, message);
  }
  return [...found.values()];
}

/** Places of a message, those it is about first, each followed by the macro calls around it. */
export function placesOf(error: Diagnostic): readonly Span[] {
  const primary = error.spans.filter((span) => span.is_primary).flatMap(chain);
  const others = error.spans.filter((span) => !span.is_primary).flatMap(chain);
  return [...primary, ...others, ...error.children.flatMap(placesOf)];
}

function chain(span: Span): readonly Span[] {
  return [span, ...(span.expansion ? chain(span.expansion.span) : [])];
}

/** A file as it was compiled. */
export interface CompiledFile<T> {
  readonly text: string;
  readonly edits: readonly OwnedEdit<T>[];
  /** The fix that touches the segment which an offset of the unchanged text lies in. */
  readonly ownerOf: (offset: number) => T | undefined;
}

/**
 * The fix that an error is about: the first of its places that lies in new text or in a segment that a fix touches.
 *
 * @param files files by the path rustc gives
 * @returns undefined where the error lies elsewhere
 */
export function blamed<T>(error: Diagnostic, files: (path: string) => CompiledFile<T> | undefined): T | undefined {
  for (const span of placesOf(error)) {
    const file = files(span.file_name);
    if (!file) continue;
    const place = before(file.edits, utf16Offset(file.text, span.byte_start));
    const owner = place.owner ?? file.ownerOf(place.offset);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** The UTF-16 offset of an offset in UTF-8 bytes. */
export function utf16Offset(text: string, bytes: number): number {
  return Buffer.from(text, "utf8").subarray(0, bytes).toString("utf8").length;
}
