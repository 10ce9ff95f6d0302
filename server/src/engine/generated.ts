/** Files that say in their first comments that a program writes them. */

const marker = /@generated\b/;
/** Headers of common generators: bindgen, protoc plug-ins, Go-style notes. */
const header = /^[ \t/*]*(?:(?:auto-?|automatically )generated (?:by|from)\b|this (?:file|code|module) (?:is|was|has been) (?:auto-?|automatically )?generated (?:by|from|with)\b|(?:code|file|auto-?|automatically) ?generated\b.*\bdo not (?:edit|modify)\b)/im;
/** What may stand before the first code: blank lines, a shebang, plain comments; docs of the file are prose about other things. */
const opening = /^\uFEFF?(?:\s+|#![^[\n][^\n]*|\/\/(?![/!])[^\n]*|\/\*(?![*!])(?:[^*]|\*(?!\/))*\*\/)*/;

/** How much of a file's beginning to look at. */
export const generatedHeader = 4000;

/**
 * True when a file's text says that it is generated: `@generated` near the top, or a generator's header in the plain
 * comments before the first code. Such files are not written by hand, so style is no question there and edits would be lost.
 * @param text the file's beginning, at least its first comments
 */
export function saysGenerated(text: string): boolean {
  return marker.test(text.slice(0, 600)) || header.test(opening.exec(text)?.[0] ?? "");
}
