/** One line of a file, short enough to be shown and kept. */
import type { SourceFile } from "./sourceFile.js";

/** A line or, of a very long one, a piece of it. */
export interface LineExcerpt {
  /** UTF-16 column from 0 at which `text` begins; not 0 for a piece of a very long line. */
  readonly from: number;
  readonly text: string;
}

/** Longest piece of a line that is kept, in UTF-16 units. */
const longestLine = 400;

/**
 * A line without its line break; of a very long one the piece around a column.
 * @param line from 0
 * @param column UTF-16 column from 0
 */
export function lineExcerpt(file: SourceFile, line: number, column: number): LineExcerpt {
  const start = file.offsetOfLine(line);
  const end = line + 1 < file.lineCount ? file.offsetOfLine(line + 1) : file.length;
  if (end - start <= longestLine) return { from: 0, text: file.slice(start, end).replace(/\r?\n$/, "") };
  let from = Math.max(0, column - longestLine / 4);
  // Never between the halves of a surrogate pair.
  if (from > 0 && /[\uDC00-\uDFFF]/.test(file.slice(start + from, start + from + 1))) from--;
  return { from, text: file.slice(start + from, Math.min(end, start + from + longestLine)).replace(/\r?\n$/, "").replace(/[\uD800-\uDBFF]$/, "") };
}
