/** The compiler's own suggestions as fixes, and its columns as UTF-16 columns (specification 3.6 "position", 3.7). */
import type { RustDiagnostic, RustSpan } from "./cargoJson.js";
import type { Applicability, ExternalEdit, ExternalFix, Position, Range } from "./externalFinding.js";
import { resolvePath } from "./paths.js";
import { shownText } from "./shownText.js";

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

/** From the surest to the most doubtful. */
const doubts: readonly Applicability[] = ["MachineApplicable", "MaybeIncorrect", "HasPlaceholders", "Unspecified"];

/**
 * The suggestions of a message that can be offered at a finding: all of whose parts are in its file and not in what a macro
 * made.
 * @param path Absolute path of the finding
 * @returns One fix per suggestion. rustc writes alternatives one after the other into one child: a part at the place of an
 *   earlier one begins the next alternative, with all of its own parts (specification 3.7.2). Which of several is meant
 *   nobody but the user can say, so none of them counts as machine-applicable.
 */
export function fixesOf(message: RustDiagnostic, path: string, context: { readonly workspaceRoot: string }): readonly ExternalFix[] {
  const result: ExternalFix[] = [];
  for (const child of message.children) {
    const parts = child.spans.filter((span) => span.suggested_replacement !== null);
    if (parts.length === 0 || !parts.every((part) => isHere(part, path, context.workspaceRoot))) continue;
    const alternatives = alternativesOf(parts);
    for (const alternative of alternatives) {
      const sure = doubts[Math.max(...alternative.map(doubtOf))] ?? "Unspecified";
      if (alternatives.length === 1) result.push({ title: child.message, applicability: sure, edits: alternative.map(editOf) });
      else {
        const texts = alternative.flatMap((part) => part.suggested_replacement?.trim() || []);
        const title = texts.length === 0 ? child.message : `${child.message}: ${texts.map((text) => `\`${text}\``).join(", ")}`;
        result.push({ title, applicability: sure === "MachineApplicable" ? "MaybeIncorrect" : sure, edits: alternative.map(editOf) });
      }
    }
  }
  return result;
}

function doubtOf(part: RustSpan): number {
  const known = doubts.findIndex((name) => name === part.suggestion_applicability);
  return known < 0 ? doubts.length - 1 : known;
}

function isHere(part: RustSpan, path: string, workspaceRoot: string): boolean {
  return part.expansion === null && resolvePath(workspaceRoot, part.file_name) === path;
}

/** The alternatives in the order of the message, the parts of each in the order of the text. */
function alternativesOf(parts: readonly RustSpan[]): readonly (readonly RustSpan[])[] {
  const alternatives: RustSpan[][] = [];
  for (const part of parts) {
    const last = alternatives.at(-1);
    if (last === undefined || last.some((other) => overlap(other, part))) alternatives.push([part]);
    else last.push(part);
  }
  return alternatives.map((alternative) => alternative.toSorted((left, right) => left.byte_start - right.byte_start || left.byte_end - right.byte_end));
}

function overlap(left: RustSpan, right: RustSpan): boolean {
  if (left.byte_start === right.byte_start && left.byte_end === right.byte_end) return true;
  return left.byte_start < right.byte_end && right.byte_start < left.byte_end;
}

function editOf(part: RustSpan): ExternalEdit {
  const range = spanRange(part);
  const { excerpt } = shownText(part, range);
  return { range, newText: part.suggested_replacement ?? "", ...(excerpt === undefined ? {} : { oldText: excerpt }) };
}
