/**
 * Finds which of several hundred words stand in a text, in one pass over the text, however many words there are. With a
 * search for each word, asking every rule whether a segment concerns it cost more than parsing what did.
 */
import { isIdentifierPart } from "./lexer.js";

/** Size of the first, coarse look at a hash; a power of two. */
const sieveSize = 1 << 14;

/** By ASCII character: 1 for those that may be part of an identifier. */
function identifierParts(): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (isIdentifierPart(code) ? 1 : 0));
}

/**
 * A set of words. A word stands in a text where an identifier of the text is the word or ends in it; `word*` where an
 * identifier begins with it.
 */
export class WordTable {
  private readonly ids = new Map<string, number>();
  private readonly sieve = new Uint8Array(sieveSize);
  private readonly byHash = new Map<number, number[]>();
  private readonly words: string[] = [];
  private readonly parts = identifierParts();
  /** Words that identifiers begin with, by their first character. */
  private readonly beginnings = new Map<number, number[]>();
  private readonly first = new Uint8Array(128);
  private longest = 0;
  /** By word, the number of the last text in which it stood. */
  private seen = new Int32Array(64);
  private round = 0;

  /**
   * Adds a word.
   * @param word ASCII characters of identifiers only, at least one, and perhaps an asterisk at its end
   * @returns its number
   */
  add(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.ids.set(word, id);
    this.words.push(word.endsWith("*") ? word.slice(0, -1) : word);
    if (word.endsWith("*")) this.addBeginning(word, id);
    else this.addEnding(word, id);
    if (id >= this.seen.length) {
      const larger = new Int32Array(this.seen.length * 2);
      larger.set(this.seen);
      this.seen = larger;
    }
    return id;
  }

  private addBeginning(word: string, id: number): void {
    const first = word.charCodeAt(0);
    this.first[first] = 1;
    this.beginnings.set(first, [...(this.beginnings.get(first) ?? []), id]);
  }

  private addEnding(word: string, id: number): void {
    let hash = 0;
    for (let at = word.length - 1; at >= 0; at--) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
    this.sieve[hash & (sieveSize - 1)] = 1;
    this.byHash.set(hash, [...(this.byHash.get(hash) ?? []), id]);
    this.longest = Math.max(this.longest, word.length);
  }

  /** Reads a text; `stands` then answers about it until the next one is read. */
  read(text: string): void {
    this.round++;
    const { sieve, longest, parts, first } = this;
    // Backwards, so that the ends of an identifier are hashed one after the other.
    let hash = 0;
    let length = 0;
    let next = 0;
    for (let at = text.length - 1; at >= 0; at--) {
      const after = next;
      const code = text.charCodeAt(at);
      next = code;
      if (code < 128 && parts[code] === 0) {
        if (length > 0 && first[after] === 1) this.markBeginnings(after, text, at + 1);
        hash = 0;
        length = 0;
        continue;
      }
      if (++length > longest) continue;
      hash = (Math.imul(hash, 31) + code) | 0;
      if (sieve[hash & (sieveSize - 1)] === 1) this.mark(hash, text, at, length);
    }
    if (length > 0) this.markBeginnings(next, text, 0);
  }

  /** True when a word stands in the text that was read last. */
  stands(id: number): boolean {
    return this.seen[id] === this.round;
  }

  private markBeginnings(first: number, text: string, at: number): void {
    for (const id of this.beginnings.get(first) ?? []) if (text.startsWith(this.words[id] ?? "", at)) this.seen[id] = this.round;
  }

  private mark(hash: number, text: string, at: number, length: number): void {
    for (const id of this.byHash.get(hash) ?? []) {
      const word = this.words[id] ?? "";
      if (word.length === length && text.startsWith(word, at)) this.seen[id] = this.round;
    }
  }
}

/**
 * The part of a word that `WordTable` can look for: wherever the word stands by the measure of `containsAny`, an
 * identifier of the text is this part or ends in it. Undefined for a word without letters, such as `->`.
 */
export function identifierIn(word: string): string | undefined {
  let best = "";
  let from = 0;
  for (let at = 0; at <= word.length; at++) {
    if (at < word.length && isIdentifierPart(word.charCodeAt(at))) continue;
    if (at - from > best.length) best = word.slice(from, at);
    from = at + 1;
  }
  return best === "" ? undefined : best;
}
