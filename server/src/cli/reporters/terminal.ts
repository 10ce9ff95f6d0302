/** Text for a terminal: colours, display widths, and source that cannot take the terminal over. */
import { eastAsianWidth } from "get-east-asian-width";

/** Kinds of text that differ in colour. */
export type Style = "error" | "warning" | "information" | "hint" | "frame" | "strong";

/** Puts a text in a style. */
export type Paint = (style: Style, text: string) => string;

const codes: Readonly<Record<Style, string>> = { error: "1;31", warning: "1;33", information: "1;36", hint: "1;32", frame: "1;34", strong: "1" };

/** Colours by ANSI codes, or none. */
export function painter(coloured: boolean): Paint {
  return coloured ? (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m` : (_style, text) => text;
}

/** Width of a tab, as rustc shows it. */
const tab = "    ";

/** Controls, and the characters that turn the direction of text around (CVE-2021-42574). */
const unsafeCharacters = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g;

/** Text as it is shown: tabs as spaces, controls as visible stand-ins. */
export function visible(text: string): string {
  return text.replaceAll("\t", tab).replace(unsafeCharacters, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\ufffd";
  });
}

/** Columns that a visible text takes: two for wide characters and emoji, none for combining marks. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
    if (/^\p{Default_Ignorable_Code_Point}+$/u.test(segment)) continue;
    width += /\p{Emoji_Presentation}|\ufe0f/u.test(segment) ? 2 : eastAsianWidth(segment.codePointAt(0) ?? 0x20);
  }
  return width;
}
