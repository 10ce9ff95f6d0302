/** A suggestion with places to fill in, as a snippet of the editor. */

/**
 * What stands for "fill in" in the compiler's suggestions: a comment (a slash, a star, words), `todo!()`, three dots, a name between angle
 * brackets with a blank in it, and `_` where a type, a pattern or a value belongs.
 */
const blank = /\/\*.*?\*\/|\btodo!\(\)|\.\.\.|<[a-z][a-z_]*(?: [a-z_]+)+>|(?<![\w'])_(?!\w)/gs;

/**
 * The text of a suggestion with rustc's placeholders as the editor's, in order.
 * @param text what the compiler suggests
 * @param first number of the first placeholder, from 1
 * @returns the snippet, and how many placeholders it has
 */
export function snippetOf(text: string, first: number): { readonly snippet: string; readonly blanks: number } {
  let snippet = "";
  let from = 0;
  let blanks = 0;
  for (const match of text.matchAll(blank)) {
    snippet += `${escaped(text.slice(from, match.index))}\${${first + blanks}:${escaped(match[0])}}`;
    from = match.index + match[0].length;
    blanks += 1;
  }
  return { snippet: snippet + escaped(text.slice(from)), blanks };
}

/** Text that the editor's snippets take for text. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, (character) => `\\${character}`);
}

/**
 * The parts of one suggestion as snippets, their placeholders numbered through. Where the compiler marked none that is
 * known, the first part's whole text is the place to look at.
 */
export function snippetsOf(texts: readonly string[]): readonly string[] {
  let blanks = 0;
  const snippets = texts.map((text) => {
    const made = snippetOf(text, blanks + 1);
    blanks += made.blanks;
    return made.snippet;
  });
  if (blanks > 0) return snippets;
  const first = texts.findIndex((text) => text.trim() !== "");
  return snippets.map((snippet, index) => (index === first ? `\${1:${snippet}}` : snippet));
}
