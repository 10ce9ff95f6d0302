/** Which lines a change made or touched, read from `git diff --unified=0` (the patch format of git's documentation, `diff-generate-patch`). */

/** Lines from 1, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A file of a diff that exists after the change. */
export interface ChangedFile {
  /** Relative to the root of the work tree. */
  readonly path: string;
  /** Object name of the content after the change, as far as the diff gives it (`--full-index` for the whole name). */
  readonly blob: string | undefined;
  /** Ascending; none for a file that was only renamed or whose mode changed. */
  readonly lines: readonly LineRange[];
}

/** A diff. */
export interface Diff {
  readonly files: readonly ChangedFile[];
  /** Paths with merge conflicts in the index. */
  readonly unmerged: readonly string[];
}

/** All lines of a file. */
export const everyLine: LineRange = { first: 1, last: Number.POSITIVE_INFINITY };

interface Draft {
  path: string | undefined;
  blob: string | undefined;
  /** A link or a submodule: its "content" is no text of the project. */
  isOther: boolean;
  readonly lines: LineRange[];
}

const hunkHead = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
/** A line that is or belongs to a comment or an attribute. */
const explaining = /^\s*(?:\/\/|\/\*|\*(?:[\s/]|$)|#!?\[)/;

/** True for a line that is or belongs to a comment or an attribute: where it goes, what stands behind it may lack what it said. */
export function explains(line: string): boolean {
  return explaining.test(line);
}

/**
 * Reads a diff without context lines, with the prefixes `a/` and `b/`. Total: what is no part of a diff is skipped.
 *
 * Added lines are changed lines. Where a comment or an attribute was removed or replaced, the line behind it counts as
 * changed too: what it said may be what that line now lacks (a `SAFETY` comment, documentation, a waiver). Other
 * removals change no line that is left.
 */
export function parseDiff(text: string): Diff {
  const files: Draft[] = [];
  const unmerged: string[] = [];
  let file: Draft | undefined;
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const hunk = file && hunkHead.exec(line);
    if (file && hunk) {
      const removed = Number(hunk[1] ?? "1");
      const first = Number(hunk[2]);
      const added = Number(hunk[3] ?? "1");
      // The content of a hunk is counted, not looked at: a line of it may look like any header.
      const content = lines.slice(at + 1, at + 1 + removed);
      const more = content.some((old) => explains(old.slice(1))) ? 1 : 0;
      // With nothing added, git names the line before the removed ones.
      const from = added === 0 ? first + 1 : first;
      if (added + more > 0) file.lines.push({ first: from, last: from + added + more - 1 });
      at = endOfHunk(lines, at + 1, removed, added) - 1;
    } else if (line.startsWith("diff --git ")) {
      file = { path: undefined, blob: undefined, isOther: false, lines: [] };
      files.push(file);
    } else if (line.startsWith("* Unmerged path ")) {
      unmerged.push(unquoted(line.slice("* Unmerged path ".length)));
    } else if (file) {
      readHeader(line, file);
    }
  }
  return { files: files.flatMap(({ path, blob, isOther, lines: own }) => (path === undefined || isOther ? [] : [{ path, blob, lines: own }])), unmerged };
}

/** Index of the line after a hunk; `\ No newline at end of file` may follow either side. */
function endOfHunk(lines: readonly string[], from: number, removed: number, added: number): number {
  let at = from;
  let left = removed + added;
  while (at < lines.length && (left > 0 || lines[at]?.startsWith("\\") === true)) {
    if (lines[at]?.startsWith("\\") !== true) left--;
    at++;
  }
  return at;
}

function readHeader(line: string, file: Draft): void {
  const index = /^index [0-9a-f]+\.\.([0-9a-f]+)(?: (\d+))?$/.exec(line);
  const mode = index?.[2] ?? /^new (?:file )?mode (\d+)$/.exec(line)?.[1];
  if (index) file.blob = index[1];
  if (mode !== undefined) file.isOther = mode === "120000" || mode === "160000";
  if (line.startsWith("rename to ")) file.path = unquoted(line.slice("rename to ".length));
  if (!line.startsWith("+++ ")) return;
  // A name with a blank is closed by a tab, so that `patch` finds its end.
  const name = unquoted(line.slice("+++ ".length).replace(/\t$/, ""));
  file.path = name.startsWith("b/") ? name.slice("b/".length) : undefined;
}

const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/** A path as git writes it: names with special characters in quotes, their bytes as octal numbers (`core.quotePath`). */
function unquoted(name: string): string {
  if (!name.startsWith('"') || !name.endsWith('"') || name.length < 2) return name;
  const encoded = name.slice(1, -1).replace(/\\([0-7]{3}|.)|%/g, (whole, escape: string | undefined) => {
    if (escape === undefined) return "%25";
    const byte = escape.length === 3 ? Number.parseInt(escape, 8) : escapes[escape];
    return byte === undefined || byte > 255 ? whole : `%${byte.toString(16).padStart(2, "0")}`;
  });
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Bytes that are no UTF-8: no path that this program can open.
    return name;
  }
}

/** As `touches` for ranges that are in order and apart from each other, in the logarithm of their number. */
export function touchesOrdered(ranges: readonly LineRange[], first: number, last: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.last ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.first <= last;
}

/** True when one of the lines from `first` to `last` is in a range. */
export function touches(ranges: readonly LineRange[], first: number, last: number): boolean {
  return ranges.some((range) => range.first <= last && range.last >= first);
}
