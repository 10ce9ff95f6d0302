/** The compiler's own suggestions as fixes, and its columns as UTF-16 columns (specification 3.6 "position", 3.7). */
import type { RustDiagnostic, RustSpan } from "./cargoJson.js";
import type { ExternalFix, Position, Range } from "./externalFinding.js";
import { resolvePath } from "./paths.js";

/**
 * The range of a span. rustc's columns count Unicode scalar values from 1, tabs as one, without the BOM; the text of the
 * lines that comes with the span turns them into UTF-16 units.
 */
export function spanRange(span: RustSpan): Range {
  return { start: position(span, span.line_start, span.column_start), end: position(span, span.line_end, span.column_end) };
}

function position(span: RustSpan, line: number, column: number): Position {
  const scalars = Math.max(column - 1, 0);
  const text = span.text[line - span.line_start]?.text;
  const from0 = Math.max(line - 1, 0);
  // Without the text (a file that vanished meanwhile), or in plain ASCII, both ways of counting are the same.
  if (text === undefined || /^[\x00-\x7f]*$/.test(text)) return { line: from0, character: scalars };
  return { line: from0, character: [...text].slice(0, scalars).join("").length };
}

/**
 * The suggestions of a message that may be offered.
 * @param path Absolute path of the finding; a suggestion for another file is not offered.
 * @returns One fix per suggestion. Parts at the same or at overlapping places are alternatives that rustc flattened into one
 *   child: each becomes a fix of its own and none counts as machine-applicable (specification 3.7.2).
 */
export function fixesOf(message: RustDiagnostic, path: string, context: { readonly workspaceRoot: string }): readonly ExternalFix[] {
  const result: ExternalFix[] = [];
  for (const child of message.children) {
    const parts = child.spans.filter((span) => span.suggested_replacement !== null);
    if (parts.length === 0 || !parts.every((part) => mayOffer(part, path, context.workspaceRoot))) continue;
    const ordered = parts.toSorted((left, right) => left.byte_start - right.byte_start || left.byte_end - right.byte_end);
    if (areAlternatives(ordered)) {
      for (const part of ordered) {
        const text = part.suggested_replacement?.trim() ?? "";
        result.push({ title: text === "" ? child.message : `${child.message}: \`${text}\``, applicability: "MaybeIncorrect", edits: edits([part]) });
      }
    } else {
      const safe = ordered.every((part) => part.suggestion_applicability === "MachineApplicable");
      result.push({ title: child.message, applicability: safe ? "MachineApplicable" : "MaybeIncorrect", edits: edits(ordered) });
    }
  }
  return result;
}

function mayOffer(part: RustSpan, path: string, workspaceRoot: string): boolean {
  return (
    (part.suggestion_applicability === "MachineApplicable" || part.suggestion_applicability === "MaybeIncorrect") &&
    part.expansion === null &&
    resolvePath(workspaceRoot, part.file_name) === path
  );
}

function areAlternatives(ordered: readonly RustSpan[]): boolean {
  return ordered.some((part, index) => {
    const before = ordered[index - 1];
    if (before === undefined) return false;
    const same = before.byte_start === part.byte_start && before.byte_end === part.byte_end;
    return same || part.byte_start < before.byte_end;
  });
}

function edits(parts: readonly RustSpan[]): ExternalFix["edits"] {
  return parts.map((part) => ({ range: spanRange(part), newText: part.suggested_replacement ?? "" }));
}
