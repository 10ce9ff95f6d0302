/** Attribute contents as a small tree (rules-core specification 2.1): `path`, `path = value`, `path(items)`. */

/** One meta item of an attribute. */
export interface Meta {
  /** Path without blanks, for example `tokio::test`. */
  readonly path: string;
  /** Last segment of the path. */
  readonly name: string;
  readonly kind: "word" | "list" | "value";
  readonly items: readonly Meta[];
  /** For `value`: the literal's content for a string literal, else the expression's text. */
  readonly value: string;
  /** For `value`: true when the value is a plain string literal. */
  readonly literal: boolean;
  /** The predicate of the `cfg_attr` this item came out of. */
  readonly conditional?: Meta;
  /** Range of the item in the attribute's text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Parses an attribute (`#[…]`, `#![…]`) and expands `cfg_attr(p, a, b)` to `a` and `b`, `unsafe(a)` to `a`.
 * @returns the items; offsets count from the start of `attribute`
 */
export function parseAttribute(attribute: string): readonly Meta[] {
  const simple = simpleAttribute.exec(attribute);
  if (simple) {
    const path = simple[1] ?? "";
    const start = attribute.indexOf(path);
    const list = simple[2];
    const name = path.slice(path.lastIndexOf(":") + 1);
    if (list === undefined) return [{ path, name, kind: "word", items: [], value: "", literal: false, start, end: start + path.length }];
    if (path !== "cfg_attr" && path !== "unsafe") {
      const from = attribute.indexOf("(") + 1;
      return [{ path, name, kind: "list", items: words(list, from), value: "", literal: false, start, end: from + list.length + 1 }];
    }
  }
  const open = attribute.indexOf("[");
  if (open < 0) return [];
  const close = attribute.lastIndexOf("]");
  const reader = new MetaReader(attribute, open + 1, close < 0 ? attribute.length : close);
  const meta = reader.item();
  return meta ? expand(meta, undefined) : [];
}

/** `#[word]` and `#[word(word, …)]`: nearly all attributes, read without the general parser. */
const simpleAttribute = /^#!?\[([\w:]+)(?:\(([\w:\s,]*)\))?\]$/;

function words(list: string, offset: number): readonly Meta[] {
  const found: Meta[] = [];
  for (const match of list.matchAll(/[\w:]+/g)) {
    const path = match[0];
    const start = offset + match.index;
    found.push({ path, name: path.slice(path.lastIndexOf(":") + 1), kind: "word", items: [], value: "", literal: false, start, end: start + path.length });
  }
  return found;
}

function expand(meta: Meta, conditional: Meta | undefined): readonly Meta[] {
  if (meta.kind === "list" && meta.path === "cfg_attr") {
    const [predicate, ...rest] = meta.items;
    return rest.flatMap((item) => expand(item, predicate ?? conditional));
  }
  if (meta.kind === "list" && meta.path === "unsafe") return meta.items.flatMap((item) => expand(item, conditional));
  return [conditional ? { ...meta, conditional } : meta];
}

/** Parses a comma-separated list of meta items, for example the arguments of `derive`. */
export function parseMetaList(text: string): readonly Meta[] {
  return new MetaReader(text, 0, text.length).list();
}

const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?:[bc]?r)(#*)"[\s\S]*?"\1|[bc]?"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\.)'|(?:r#)?[\w\u0080-\uffff]+|::|=>|[^\s]/y;

class MetaReader {
  constructor(
    private readonly text: string,
    private at: number,
    private readonly end: number,
  ) {}

  list(): readonly Meta[] {
    const items: Meta[] = [];
    while (this.peek() !== undefined && this.peek() !== ")") {
      const item = this.item();
      if (item) items.push(item);
      if (this.peek() === ",") this.take();
      else if (!item) this.take();
    }
    return items;
  }

  /** One item up to the next top-level comma, `)` or the end. */
  item(): Meta | undefined {
    const start = this.skipBlanks();
    let path = "";
    for (let next = this.peek(); next !== undefined && (next === "::" || /^[\w\u0080-\uffff]/.test(next)) && !next.includes('"'); next = this.peek()) {
      // Two words in a row are no path (`Type : Trait`, a literal after a word).
      if (path !== "" && next !== "::" && !path.endsWith("::")) break;
      path += this.take();
    }
    const name = path.slice(path.lastIndexOf(":") + 1);
    const next = this.peek();
    if (path !== "" && next === "(") {
      this.take();
      const items = this.list();
      if (this.peek() === ")") this.take();
      const end = this.at;
      this.skipToComma();
      return { path, name, kind: "list", items, value: "", literal: false, start, end };
    }
    if (path !== "" && next === "=") {
      this.take();
      const from = this.skipBlanks();
      this.skipToComma();
      const text = this.text.slice(from, this.at).trim();
      const content = stringContent(text);
      return { path, name, kind: "value", items: [], value: content ?? text, literal: content !== undefined, start, end: from + text.length };
    }
    const from = this.at;
    this.skipToComma();
    if (path === "" && this.at === from) return undefined;
    if (this.text.slice(from, this.at).trim() !== "" || path === "") {
      // A literal or other tokens: keep their text as a value so that nothing is lost.
      const text = this.text.slice(start, this.at).trim();
      return { path, name, kind: "value", items: [], value: stringContent(text) ?? text, literal: stringContent(text) !== undefined, start, end: this.at };
    }
    return { path, name, kind: "word", items: [], value: "", literal: false, start, end: from };
  }

  private skipBlanks(): number {
    while (this.at < this.end && /\s/.test(this.text[this.at] ?? "")) this.at++;
    return this.at;
  }

  private peek(): string | undefined {
    const before = this.at;
    const taken = this.take();
    this.at = before;
    return taken;
  }

  private take(): string | undefined {
    for (;;) {
      this.skipBlanks();
      if (this.at >= this.end) return undefined;
      token.lastIndex = this.at;
      const found = token.exec(this.text)?.[0] ?? this.text[this.at] ?? "";
      this.at = Math.min(this.end, this.at + found.length);
      if (!found.startsWith("//") && !found.startsWith("/*")) return found;
    }
  }

  private skipToComma(): void {
    let depth = 0;
    for (let next = this.peek(); next !== undefined; next = this.peek()) {
      if (depth === 0 && (next === "," || next === ")")) return;
      if (next === "(" || next === "[" || next === "{") depth++;
      else if (next === ")" || next === "]" || next === "}") depth--;
      this.take();
    }
  }
}

/** Content of a string literal's source, escapes resolved; undefined when the text is no single string literal. */
export function stringContent(source: string): string | undefined {
  const raw = /^[bc]?r(#*)"([\s\S]*)"\1$/.exec(source);
  if (raw) return raw[2] ?? "";
  const plain = /^[bc]?"((?:[^"\\]|\\[\s\S])*)"$/.exec(source);
  if (!plain) return undefined;
  return (plain[1] ?? "").replace(/\\(?:\r?\n\s*|n|r|t|0|u\{([0-9a-fA-F_]+)\}|x([0-9a-fA-F]{2})|([\s\S]))/g, (whole, unicode: string | undefined, hex: string | undefined, other: string | undefined) => {
    if (unicode !== undefined) return codePoint(unicode.replaceAll("_", ""));
    if (hex !== undefined) return codePoint(hex);
    if (other !== undefined) return other;
    return { n: "\n", r: "\r", t: "\t", "0": "\0" }[whole[1] ?? ""] ?? "";
  });
}

function codePoint(hex: string): string {
  const value = Number.parseInt(hex, 16);
  return value <= 0x10ffff ? String.fromCodePoint(value) : "";
}
