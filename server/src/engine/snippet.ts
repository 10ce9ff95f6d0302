/** Snippets of the editor, in which some characters mean something. */

/** Escapes a text that goes literally into a snippet. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
