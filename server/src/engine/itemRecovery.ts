/** Lines that start an item, by which an item that does not close is cut. */

/** What certainly starts an item when it is the first thing on a line. */
const anchorLine =
  /(?:#!?\[|\/\/\/|pub\b|fn\b|async\s+fn\b|unsafe\s+(?:fn|impl|trait|extern)\b|const\s+(?:fn\b|\w+\s*:)|static\s|struct\b|enum\b|union\s+\w|trait\b|impl\b|mod\s+\w|use\s|type\s+\w|extern\b|macro_rules!)/y;

/** True when an item starts at `at`, the first token of its line. */
export function isAnchor(text: string, at: number): boolean {
  anchorLine.lastIndex = at;
  return anchorLine.test(text);
}

/** Start of the first line inside a string literal that starts an item with at most `indent` columns before it; -1 for none. */
export function anchorIn(text: string, from: number, to: number, indent: number): number {
  for (let line = text.indexOf("\n", from) + 1; line > 0 && line < to; line = text.indexOf("\n", line) + 1) {
    let first = line;
    while (text[first] === " " || text[first] === "\t") first++;
    if (first - line <= indent && first < to && isAnchor(text, first)) return line;
  }
  return -1;
}
