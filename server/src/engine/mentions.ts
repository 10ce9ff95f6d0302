/** Mentions of a name in files that are not parsed: what an edit of one file leaves to be done in others. */
import { isIdentifierStart, lexemeEnd, type LexemeEnd } from "./lexer.js";

/** A source file beside the one that is edited. */
export interface OtherSource {
  /** As the host names it; the engine hands it back. */
  readonly path: string;
  /** For people: relative to the package. */
  readonly name: string;
  readonly text: string;
}

/** A place where a name stands. Lines and columns (UTF-16 units) from 0. */
export interface Mention {
  readonly path: string;
  readonly name: string;
  readonly line: number;
  readonly character: number;
}

/** Every place where the identifier stands as code; comments and literals do not count, imports do. */
export function mentionsOf(identifier: string, sources: Iterable<OtherSource>): readonly Mention[] {
  const found: Mention[] = [];
  for (const source of sources) {
    const { text } = source;
    if (!text.includes(identifier)) continue;
    let line = 0;
    let lineStart = 0;
    const lexeme: LexemeEnd = { end: 0, unterminated: false };
    for (let at = 0; at < text.length; at = lexeme.end) {
      lexemeEnd(text, at, lexeme);
      if (lexeme.end - at === identifier.length && isIdentifierStart(text.charCodeAt(at)) && text.startsWith(identifier, at)) {
        found.push({ path: source.path, name: source.name, line, character: at - lineStart });
      }
      for (let feed = text.indexOf("\n", at); feed >= 0 && feed < lexeme.end; feed = text.indexOf("\n", feed + 1)) {
        line++;
        lineStart = feed + 1;
      }
    }
  }
  return found;
}
