/** Where a new item goes in the module of another. */
import type { FixContext } from "../../engine/rule.js";

/** A place for a new item, and what stands around it there. */
export interface InsertionPlace {
  /** Offset in the file. */
  readonly offset: number;
  readonly indent: string;
  readonly before: string;
  readonly after: string;
}

/** Behind the nearest import above the item in its module, else before the first item of the module. */
export function afterImports(fix: FixContext): InsertionPlace {
  const { segments, starts } = fix.file;
  let depth = 0;
  let firstItem = fix.segmentIndex;
  for (let index = fix.segmentIndex - 1; index >= 0; index--) {
    const segment = segments[index];
    const start = starts[index] ?? 0;
    if (!segment) continue;
    if (segment.kind === "close") depth++;
    else if (segment.kind === "open" && depth > 0) depth--;
    else if (segment.kind === "open") {
      if (segment.keyword === "mod") return { offset: start + segment.text.trimEnd().length, indent: `${indentAt(fix, start + segment.head)}    `, before: "\n", after: "\n" };
      firstItem = index;
    } else if (segment.kind === "inner") return { offset: start + segment.text.trimEnd().length, indent: "", before: "\n\n", after: "" };
    else if (depth === 0 && (segment.keyword === "use" || segment.keyword === "extern-crate")) return { offset: lineEnd(fix, start + segment.text.trimEnd().length), indent: indentAt(fix, start + segment.head), before: "\n\n", after: "" };
    else if (depth === 0) firstItem = index;
  }
  const first = segments[firstItem];
  const start = starts[firstItem] ?? 0;
  const offset = start + (first ? first.text.length - first.text.trimStart().length : 0);
  return { offset, indent: indentAt(fix, offset), before: "", after: "\n\n" };
}

function lineEnd(fix: FixContext, offset: number): number {
  const ahead = fix.file.slice(offset, offset + 400);
  const end = /\r?\n/.exec(ahead);
  // Only a comment may follow on the line; any other code stays behind the insertion.
  return end && /^[ \t]*(?:\/\/.*)?$/.test(ahead.slice(0, end.index)) ? offset + end.index : offset;
}

function indentAt(fix: FixContext, offset: number): string {
  const { character } = fix.file.positionAt(offset);
  return /^[ \t]*/.exec(fix.file.slice(offset - character, offset))?.[0] ?? "";
}
