/** A suggestion with places to fill in, as a snippet of the editor. */

/** What rustc writes where something is missing: a comment that says what, `todo!()`, a name between angle brackets with a blank in it. */
const missing = /\/\*.*?\*\/|\btodo!\(\)|<[a-z][a-z_]*(?: [a-z_]+)+>/gs;
/** What may stand for something missing, where nothing else does: three dots, `_`. */
const vague = /\.\.\.|(?<![\w'])_(?!\w)/g;

/**
 * The text of a suggestion with rustc's placeholders as the editor's, in order.
 * @param text what the compiler suggests
 * @param first number of the first placeholder, from 1
 * @param blank what is a placeholder
 * @returns the snippet, and how many placeholders it has
 */
function snippetOf(text: string, first: number, blank: RegExp): { readonly snippet: string; readonly blanks: number } {
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
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, (character) => `\\${character}`);
}

/**
 * The parts of one suggestion as snippets, their placeholders numbered through. Where the compiler marked none that is
 * known, the first part's whole text is the place to look at.
 */
export function snippetsOf(texts: readonly string[]): readonly string[] {
  for (const blank of [missing, vague]) {
    let blanks = 0;
    const snippets = texts.map((text) => {
      const made = snippetOf(text, blanks + 1, blank);
      blanks += made.blanks;
      return made.snippet;
    });
    if (blanks > 0) return snippets;
  }
  const first = texts.findIndex((text) => text.trim() !== "");
  return texts.map((text, index) => (index === first ? `\${1:${escaped(text)}}` : escaped(text)));
}
