/** The tokens of a piece of Rust by index, without comments and blanks. Total: beyond its ends there are only empty tokens. */
import { isBlank, isCommentAt, isIdentifierStart, lexemeEnd, type LexemeEnd } from "./lexer.js";

export class Tokens {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** The other bracket of each bracket; absent where it is missing. */
  private readonly pairs = new Map<number, number>();

  /** @param from offset in the text of the first token */
  constructor(
    private readonly source: string,
    from: number,
  ) {
    const lexeme: LexemeEnd = { end: from, unterminated: false };
    const open: number[] = [];
    for (let at = from; at < source.length; at = lexeme.end) {
      lexemeEnd(source, at, lexeme);
      if (isBlank(source.charCodeAt(at)) || isCommentAt(source, at)) continue;
      const index = this.starts.length;
      this.starts.push(at);
      this.ends.push(lexeme.end);
      const character = source[at] ?? "";
      if ("([{".includes(character)) open.push(index);
      else if (")]}".includes(character)) {
        const other = open.pop();
        if (other !== undefined) this.pairs.set(index, other).set(other, index);
      }
    }
  }

  get count(): number {
    return this.starts.length;
  }

  /** Offset of a token in the text. */
  start(index: number): number {
    return this.starts[index] ?? this.source.length;
  }

  end(index: number): number {
    return this.ends[index] ?? this.source.length;
  }

  text(index: number): string {
    return index < 0 || index >= this.count ? "" : this.source.slice(this.starts[index], this.ends[index]);
  }

  /** First character of a token; empty beyond the ends. */
  first(index: number): string {
    return index < 0 || index >= this.count ? "" : (this.source[this.starts[index] ?? 0] ?? "");
  }

  /** The source from one token up to another. */
  between(from: number, to: number): string {
    return this.source.slice(this.start(from), this.start(to));
  }

  /** True for identifiers and keywords; a string with a prefix is none. */
  isWord(index: number): boolean {
    if (index < 0 || index >= this.count) return false;
    const last = this.source[(this.ends[index] ?? 1) - 1];
    return isIdentifierStart(this.source.charCodeAt(this.starts[index] ?? 0)) && last !== '"' && last !== "'" && last !== "#";
  }

  isPathSeparator(index: number): boolean {
    return this.first(index) === ":" && this.first(index + 1) === ":";
  }

  /** The other bracket of a bracket; -1 where there is none. */
  matching(index: number): number {
    return this.pairs.get(index) ?? -1;
  }

  /** The bracket with the arguments of the call that a word names, behind type arguments if any; -1 where it calls nothing. */
  callBracket(index: number): number {
    if (this.first(index + 1) === "(") return index + 1;
    if (!this.isPathSeparator(index + 1) || this.first(index + 3) !== "<") return -1;
    let depth = 0;
    for (let at = index + 3; at < this.count; at++) {
      const character = this.first(at);
      if (character === "<") depth++;
      else if (character === ">" && this.first(at - 1) !== "-" && --depth === 0) return this.first(at + 1) === "(" ? at + 1 : -1;
      else if (character === ";" || character === "{") return -1;
    }
    return -1;
  }

  /** The word whose call has its arguments in a bracket; -1 for a bracket of another kind. */
  calleeBefore(bracket: number): number {
    if (bracket < 1) return -1;
    const at = this.first(bracket - 1) === ">" ? this.beforeArguments(bracket - 1) : bracket - 1;
    return this.isWord(at) ? at : -1;
  }

  /**
   * The path that ends with a word, without type arguments.
   * @returns its text and the offset where it starts; undefined for a path that starts with a type in angle brackets
   */
  path(last: number): { readonly text: string; readonly start: number } | undefined {
    const parts = [this.text(last)];
    let at = last;
    while (this.isPathSeparator(at - 2)) {
      const last = at - 3;
      const before = this.first(last) === ">" ? this.beforeArguments(last) : last;
      // Nothing stands before the separator of `::std::fs::read`.
      if (!this.isWord(before)) return this.first(last) === ">" ? undefined : { text: parts.join("::"), start: this.start(at) };
      parts.unshift(this.text(before));
      at = before;
    }
    return { text: parts.join("::"), start: this.start(at) };
  }

  /** The word before type arguments that end with `>` at an index, and before the `::` they may have. */
  private beforeArguments(close: number): number {
    let depth = 0;
    for (let at = close; at >= 0; at--) {
      const character = this.first(at);
      if (character === ">" && this.first(at - 1) !== "-") depth++;
      else if (character === "<" && --depth === 0) return this.isPathSeparator(at - 2) ? at - 3 : at - 1;
      else if (character === ";" || character === "{") return -1;
    }
    return -1;
  }
}
