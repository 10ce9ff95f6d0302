/**
 * Fixtures: Rust files whose expectations stand in comments under the code that causes them.
 *
 *     raw.parse().unwrap()
 *     //          ^^^^^^^^ unwrap-in-production: `unwrap()` panics
 *
 * Carets mark the columns of the line above (the last line that is no annotation). Where a comment cannot reach the
 * columns, `//~ 1-9 rule-id: message` names them, from 1, end exclusive. Text after the id is a prefix of the message.
 * Annotation lines are taken out before the text is judged. `//@ key: value` lines at the top set the file's role.
 */
export interface Expectation {
  /** Line from 0 in the stripped text. */
  readonly line: number;
  /** Columns from 0, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly message: string;
}

export interface Fixture {
  readonly text: string;
  readonly expectations: readonly Expectation[];
  readonly directives: ReadonlyMap<string, string>;
}

const caret = /^(\s*\/\/\s*)(\^+)\s+([a-z][a-z-]+)(?::\s*(.*))?$/;
const columns = /^\s*\/\/~\s*(\d+)-(\d+)\s+([a-z][a-z-]+)(?::\s*(.*))?$/;
const directive = /^\/\/@\s*([a-z-]+):\s*(.*)$/;

/** Separates a fixture into text, expectations and directives. */
export function parseFixture(source: string): Fixture {
  const lines: string[] = [];
  const expectations: Expectation[] = [];
  const directives = new Map<string, string>();
  for (const line of source.split("\n")) {
    const set = directive.exec(line);
    if (set?.[1] !== undefined) {
      directives.set(set[1], set[2]?.trim() ?? "");
      continue;
    }
    const marked = caret.exec(line);
    if (marked) {
      const start = marked[1]?.length ?? 0;
      expectations.push({ line: lines.length - 1, start, end: start + (marked[2]?.length ?? 0), rule: marked[3] ?? "", message: marked[4] ?? "" });
      continue;
    }
    const numbered = columns.exec(line);
    if (numbered) {
      expectations.push({ line: lines.length - 1, start: Number(numbered[1]) - 1, end: Number(numbered[2]) - 1, rule: numbered[3] ?? "", message: numbered[4] ?? "" });
      continue;
    }
    lines.push(line);
  }
  return { text: lines.join("\n"), expectations, directives };
}

/** Parts of a fixture between `// example: bad`, `// example: good` and `// example: end`. */
export function examples(text: string): { readonly bad?: string; readonly good?: string } {
  const parts = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of text.split("\n")) {
    const marker = /^\s*\/\/ example: (bad|good|end)\s*$/.exec(line);
    if (marker?.[1] === "end") current = undefined;
    else if (marker?.[1]) {
      current = parts.get(marker[1]) ?? [];
      parts.set(marker[1], current);
    } else current?.push(line);
  }
  const bad = parts.get("bad")?.join("\n").trim();
  const good = parts.get("good")?.join("\n").trim();
  return { ...(bad === undefined ? {} : { bad }), ...(good === undefined ? {} : { good }) };
}
