/**
 * Where the keys and values of a TOML text stand. `smol-toml` gives positions for syntax errors only, so a problem in
 * a well-formed file ("there is no rule of this name") would have none. This scan is run on text the parser has
 * accepted: it needs to know how TOML nests, not what is valid.
 */

/** A stretch of one line: `line` from 0, columns in UTF-16 units from 0, `endColumn` exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** Steps from the document to a value: keys, and indexes for the elements of arrays. */
export type TomlPath = readonly (string | number)[];

/** Answers where a path stands. */
export interface TomlPositions {
  /** The key (or the array element) at `path`; the nearest known ancestor when it is not written out. */
  key(path: TomlPath): Span;
  /** The value at `path`, cut to its first line; the nearest known ancestor when it is not written out. */
  value(path: TomlPath): Span;
}

/**
 * Scans a TOML text that a parser has accepted.
 * @param text the text, any line endings; columns count UTF-16 units of this very text
 * @returns a lookup that is total: an unknown path answers with its nearest ancestor, at worst the first line
 */
export function tomlPositions(text: string): TomlPositions {
  const scanner = new Scanner(text);
  scanner.run();
  const find = (spans: ReadonlyMap<string, Offsets>, path: TomlPath): Span => {
    for (let length = path.length; length > 0; length -= 1) {
      const offsets = spans.get(pathKey(path.slice(0, length)));
      if (offsets !== undefined) return toSpan(text, offsets);
    }
    return { line: 0, column: 0, endColumn: lineEnd(text, 0) };
  };
  return {
    key: (path) => find(scanner.keys, path),
    value: (path) => find(scanner.values, path),
  };
}

interface Offsets {
  readonly start: number;
  readonly end: number;
}

function pathKey(path: TomlPath): string {
  return JSON.stringify(path);
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

function toSpan(text: string, { start, end }: Offsets): Span {
  const before = text.slice(0, start);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.split("\n").length - 1;
  const stop = Math.max(start, Math.min(end, lineEnd(text, start)));
  return { line, column: start - lineStart, endColumn: stop - lineStart };
}

class Scanner {
  readonly keys = new Map<string, Offsets>();
  readonly values = new Map<string, Offsets>();
  readonly #text: string;
  /** How many `[[name]]` headers were seen, by the path of the name. */
  readonly #tables = new Map<string, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    let table: TomlPath = [];
    for (;;) {
      this.#skipBlank();
      if (this.#at >= this.#text.length) return;
      const start = this.#at;
      if (this.#peek() === "[") table = this.#header();
      else this.#keyValue(table);
      // Whatever the text, the scan moves on: an endless loop would freeze the server.
      if (this.#at === start) this.#at += 1;
    }
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #header(): TomlPath {
    const isArray = this.#text.startsWith("[[", this.#at);
    this.#at += isArray ? 2 : 1;
    const names = this.#dottedKey();
    this.#at += isArray ? 2 : 1;
    const path: (string | number)[] = [];
    names.forEach((name, index) => {
      path.push(name.name);
      if (index === names.length - 1) {
        if (isArray) {
          const counter = pathKey(path);
          const count = this.#tables.get(counter) ?? 0;
          this.#tables.set(counter, count + 1);
          this.#note(path, name);
          path.push(count);
        }
      } else {
        // `[overrides.rules]` after `[[overrides]]` belongs to the last element of the array.
        const count = this.#tables.get(pathKey(path));
        if (count !== undefined) path.push(count - 1);
      }
      this.#note(path, name);
    });
    return path;
  }

  #keyValue(table: TomlPath): void {
    const names = this.#dottedKey();
    const path: (string | number)[] = [...table];
    for (const name of names) {
      path.push(name.name);
      this.#note(path, name);
    }
    this.#skipSpace();
    if (this.#peek() === "=") this.#at += 1;
    this.#skipSpace();
    this.#value(path);
  }

  #value(path: TomlPath): void {
    const start = this.#at;
    const first = this.#peek();
    if (first === '"' || first === "'") this.#string();
    else if (first === "[") this.#array(path);
    else if (first === "{") this.#inlineTable(path);
    else while (this.#at < this.#text.length && !/[,\]}#\r\n]/.test(this.#peek())) this.#at += 1;
    this.values.set(pathKey(path), { start, end: start + this.#text.slice(start, this.#at).trimEnd().length });
  }

  #array(path: TomlPath): void {
    this.#at += 1;
    for (let index = 0; ; index += 1) {
      this.#skipBlank();
      if (this.#at >= this.#text.length) return;
      if (this.#peek() === "]") break;
      const start = this.#at;
      const element = [...path, index];
      this.#value(element);
      this.keys.set(pathKey(element), { start, end: this.#at });
      this.#skipBlank();
      if (this.#peek() === ",") this.#at += 1;
      if (this.#at === start) this.#at += 1;
    }
    this.#at += 1;
  }

  #inlineTable(path: TomlPath): void {
    this.#at += 1;
    for (;;) {
      this.#skipBlank();
      if (this.#at >= this.#text.length) return;
      if (this.#peek() === "}") break;
      const start = this.#at;
      this.#keyValue(path);
      this.#skipBlank();
      if (this.#peek() === ",") this.#at += 1;
      if (this.#at === start) this.#at += 1;
    }
    this.#at += 1;
  }

  #dottedKey(): (Offsets & { readonly name: string })[] {
    const names: (Offsets & { readonly name: string })[] = [];
    do {
      if (this.#peek() === ".") this.#at += 1;
      this.#skipSpace();
      const start = this.#at;
      const quote = this.#peek();
      if (quote === '"' || quote === "'") this.#string();
      else while (/[A-Za-z0-9_-]/.test(this.#peek())) this.#at += 1;
      const written = this.#text.slice(start, this.#at);
      const name = quote === '"' || quote === "'" ? written.slice(1, -1) : written;
      names.push({ name, start, end: this.#at });
      this.#skipSpace();
    } while (this.#peek() === ".");
    return names;
  }

  #string(): void {
    const quote = this.#peek();
    const triple = quote.repeat(3);
    if (this.#text.startsWith(triple, this.#at)) {
      this.#at += 3;
      while (this.#at < this.#text.length && !this.#text.startsWith(triple, this.#at)) this.#at += this.#escape(quote);
      this.#at += 3;
      // Up to two quotes may stand directly before the closing three.
      while (this.#peek() === quote) this.#at += 1;
      return;
    }
    this.#at += 1;
    while (this.#at < this.#text.length && this.#peek() !== quote && this.#peek() !== "\n") {
      this.#at += this.#escape(quote);
    }
    this.#at += 1;
  }

  #escape(quote: string): number {
    return quote === '"' && this.#peek() === "\\" ? 2 : 1;
  }

  #note(path: TomlPath, { start, end }: Offsets): void {
    const key = pathKey(path);
    if (!this.keys.has(key)) this.keys.set(key, { start, end });
    if (!this.values.has(key)) this.values.set(key, { start, end });
  }

  #skipSpace(): void {
    while (this.#peek() === " " || this.#peek() === "\t") this.#at += 1;
  }

  /** Skips blank space, line ends and comments. */
  #skipBlank(): void {
    for (;;) {
      if (/[\s\uFEFF]/.test(this.#peek())) this.#at += 1;
      else if (this.#peek() === "#") this.#at = lineEnd(this.#text, this.#at);
      else return;
    }
  }
}
