/** Where the lines of a documentation text stand in the source. */
import type { Code } from "../../engine/code.js";
import type { Docs } from "../../engine/docs.js";
import { parseAttribute } from "../../engine/meta.js";

/** A line of documentation. */
export interface DocLine {
  /** Range of the line's text in the segment; of the whole attribute for one that comes from a string. */
  readonly start: number;
  readonly end: number;
  /** The range is the line itself, so it can be edited. */
  readonly written: boolean;
}

/**
 * The lines of a documentation text in order: entry `n` is line `n` of `docs.text`.
 * @param found documentation of a node of this segment
 */
export function docLines(code: Code, found: Docs): readonly DocLine[] {
  const lines: DocLine[] = [];
  const seen = new Set<number>();
  for (const node of found.nodes) {
    const text = code.text(node);
    const start = code.start(node);
    if (node.type === "line_comment") lines.push({ start: start + 3, end: start + text.trimEnd().length, written: true });
    else if (node.type === "block_comment") {
      let at = start + 3;
      const body = text.slice(3).replace(/\*\/$/, "");
      for (const line of body.split("\n")) {
        lines.push({ start: at, end: at + line.trimEnd().length, written: true });
        at += line.length + 1;
      }
    } else if (!seen.has(node.id)) {
      // An attribute with several texts is listed once for each.
      seen.add(node.id);
      for (const meta of parseAttribute(text)) {
        if (meta.path !== "doc" || meta.kind !== "value" || !meta.literal) continue;
        for (let count = meta.value.split("\n").length; count > 0; count--) lines.push({ start, end: start + text.length, written: false });
      }
    }
  }
  return lines;
}
