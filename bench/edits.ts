/**
 * Edits as people make them, at many places of a file. An episode starts and ends with the same text, so any subset of
 * episodes can be played in any order. Lines and columns count from 0, columns in UTF-16 units.
 */
import { Draw } from "./statistics.js";

/** One change, as it is sent in one `didChange`. */
export interface Edit {
  readonly kind: EditKind;
  readonly line: number;
  readonly from: number;
  readonly toLine: number;
  readonly to: number;
  readonly text: string;
}

/** What a row of the report is about. */
export type EditKind = "typing" | "new line" | "item" | "half-open";

export const editKinds: readonly EditKind[] = ["typing", "new line", "item", "half-open"];

export type Episode = readonly Edit[];

/** Statements that are typed inside function bodies, with brackets and quotes closed by the editor. */
const statements: readonly string[] = [
  "let total = items.iter().map(|item| item.len()).sum::<usize>();",
  "let first = values.first().unwrap();",
  "self.state.insert(key.clone(), value);",
  "if count > 0 { return Err(error.into()); }",
  'println!("{} of {}", done, total.unwrap());',
  "unsafe { pointer.write(value) };",
  "match result { Ok(value) => value, Err(error) => return Err(error.into()) };",
  'let text = std::fs::read_to_string("settings.toml").expect("readable");',
];

/** Typed inside function bodies without anything closing what they open. */
const halfOpen: readonly string[] = ['let text = "several words', "call(first, [second", "if ready { start()", "/* a note", 'let raw = r#"raw'];

/** Typed between items. */
const items: readonly string[] = ["pub fn helper(count: usize) -> usize { count + 1 }", "use std::fmt::Display;", "#[cfg(test)]", "static mut COUNTER: u32 = 0;", "/// Says what it is."];

const closers = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ['"', '"'],
]);

/**
 * Writes the episodes for a text.
 *
 * @param text the file
 * @param count how many episodes of each kind
 * @param seed the same seed gives the same episodes
 * @throws Error when the text has no function bodies or no items to type at
 */
export function episodes(text: string, count: number, seed: number): readonly Episode[] {
  const lines = text.split("\n");
  const draw = new Draw(seed);
  const inBodies = placesOf(lines, /^\s{8,}(?!\/\/|\*)\S.*;$/u);
  const atItems = placesOf(lines, /^ {0,4}(?:pub )?(?:fn|struct|enum|impl|use|const|type)\b.*[{;]$/u).filter((line) => lines[line - 1] === "");
  const names = placesOf(lines, /^\s*(?:pub )?fn [a-z]\w*.*\{$/u);
  if (inBodies.length === 0 || atItems.length === 0 || names.length === 0) throw new Error("the file has no bodies, items or functions to edit");
  const body = (index: number): number => spread(inBodies, index, count, draw);
  const written: Episode[] = [];
  for (let index = 0; index < count; index += 1) {
    written.push(typed("typing", lines, body(index), pick(statements, index), true));
    written.push(newLines(lines, body(index)));
    written.push(typed("half-open", lines, body(index), pick(halfOpen, index), false));
    if (index % 2 === 0) written.push(typed("item", lines, before(spread(atItems, index, count, draw)), pick(items, index / 2), true));
    else written.push(renamed(lines, spread(names, index, count, draw)));
  }
  return written;
}

/** Lines that fit, without the first, which has no line before it. */
function placesOf(lines: readonly string[], pattern: RegExp): readonly number[] {
  return lines.flatMap((line, index) => (index > 0 && pattern.test(line) ? [index] : []));
}

/** One of the places, at random within the `index`-th of `count` equal parts, so that all parts of the file are visited. */
function spread(places: readonly number[], index: number, count: number, draw: Draw): number {
  const start = Math.floor((places.length * index) / count);
  const end = Math.max(start + 1, Math.floor((places.length * (index + 1)) / count));
  return places[start + draw.below(end - start)] ?? 0;
}

function pick(texts: readonly string[], index: number): string {
  return texts[index % texts.length] ?? "";
}

/** The line before, at whose end a new line is begun. */
function before(line: number): number {
  return Math.max(0, line - 1);
}

/** Begins a line after `line`, types into it character by character, deletes it the same way, and joins the lines again. */
function typed(kind: EditKind, lines: readonly string[], line: number, text: string, closes: boolean): Episode {
  const end = (lines[line] ?? "").length;
  const indent = /^\s*/u.exec(lines[kind === "item" ? line + 1 : line] ?? "")?.[0] ?? "";
  const edits: Edit[] = [];
  const breaks: EditKind = kind === "typing" ? "new line" : kind;
  edits.push({ kind: breaks, line, from: end, toLine: line, to: end, text: `\n${indent}` });
  let column = indent.length;
  let length = column;
  const pending: string[] = [];
  for (const character of text) {
    if (closes && pending.at(-1) === character) {
      pending.pop(); // The editor moves the cursor over the character it has put there.
      column += 1;
      continue;
    }
    const closer = closes ? closers.get(character) : undefined;
    const inserted = character + (closer ?? "");
    if (closer !== undefined) pending.push(closer);
    edits.push({ kind, line: line + 1, from: column, toLine: line + 1, to: column, text: inserted });
    column += 1;
    length += inserted.length;
  }
  while (length > indent.length) {
    edits.push({ kind, line: line + 1, from: length - 1, toLine: line + 1, to: length, text: "" });
    length -= 1;
  }
  edits.push({ kind: breaks, line, from: end, toLine: line + 1, to: indent.length, text: "" });
  return edits;
}

/** Presses Enter three times after a line and takes the new lines back. */
function newLines(lines: readonly string[], line: number): Episode {
  const end = (lines[line] ?? "").length;
  const edits: Edit[] = [];
  for (let pressed = 0; pressed < 3; pressed += 1) edits.push({ kind: "new line", line, from: end, toLine: line, to: end, text: "\n" });
  for (let pressed = 0; pressed < 3; pressed += 1) edits.push({ kind: "new line", line, from: end, toLine: line + 1, to: 0, text: "" });
  return edits;
}

/** Adds `_now` to the name of a function, letter by letter, and takes it away again. */
function renamed(lines: readonly string[], line: number): Episode {
  const name = /fn [a-z]\w*/u.exec(lines[line] ?? "");
  const start = (name?.index ?? 0) + (name?.[0].length ?? 0);
  const suffix = "_now";
  const typing = [...suffix].map((text, index): Edit => ({ kind: "item", line, from: start + index, toLine: line, to: start + index, text }));
  const deleting = [...suffix].map((_, index): Edit => {
    const to = start + suffix.length - index;
    return { kind: "item", line, from: to - 1, toLine: line, to, text: "" };
  });
  return [...typing, ...deleting];
}

/**
 * Applies an edit to the lines of a text, in place.
 * @returns the lines, for chaining
 */
export function applyEdit(lines: string[], edit: Edit): string[] {
  const head = (lines[edit.line] ?? "").slice(0, edit.from);
  const tail = (lines[edit.toLine] ?? "").slice(edit.to);
  lines.splice(edit.line, edit.toLine - edit.line + 1, ...(head + edit.text + tail).split("\n"));
  return lines;
}
