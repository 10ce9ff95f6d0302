/** Reads the declarations other segments ask about from their text: use trees, impl headers, aliases, fields, variants. */
import type { Segment } from "./segment.js";
import { withoutComments } from "./trivia.js";

/** One name a `use` declaration binds; `name` is `*` for a glob, `_` for an anonymous import. */
export interface UseLeaf {
  readonly name: string;
  /** Path as written, `a::b::c`; a leading `::` is dropped. */
  readonly path: string;
}

/** Flattens a use declaration or `extern crate` (rules-core specification 2.5). Total on half-typed text. */
export function useLeaves(text: string): readonly UseLeaf[] {
  const clean = withoutComments(text).replace(/\s+/g, " ");
  const external = /\bextern crate (\w+)(?: as (\w+))?/.exec(clean);
  if (external) return [{ name: external[2] ?? external[1] ?? "", path: external[1] ?? "" }];
  const start = /\buse /.exec(clean);
  if (!start) return [];
  const leaves: UseLeaf[] = [];
  flatten(clean.slice(start.index + 4).replace(/;\s*$/, "").trim(), "", leaves);
  return leaves;
}

function flatten(tree: string, prefix: string, into: UseLeaf[]): void {
  const text = tree.replace(/^::/, "").trim();
  const brace = text.indexOf("{");
  if (brace >= 0) {
    const base = joinPath(prefix, text.slice(0, brace).replace(/::\s*$/, "").trim());
    const close = text.lastIndexOf("}");
    for (const part of splitTopLevel(text.slice(brace + 1, close < 0 ? text.length : close), ",")) flatten(part.trim(), base, into);
    return;
  }
  if (text === "") return;
  const [written = "", alias] = text.split(/\sas\s/).map((part) => part.trim());
  const path = written.replace(/\s/g, "");
  if (path === "self" && prefix !== "") {
    into.push({ name: alias ?? lastSegment(prefix), path: prefix });
    return;
  }
  if (path === "*" || path.endsWith("::*")) {
    into.push({ name: "*", path: path === "*" ? prefix : joinPath(prefix, path.slice(0, -3)) });
    return;
  }
  const full = joinPath(prefix, path);
  into.push({ name: alias ?? lastSegment(full), path: full });
}

function joinPath(prefix: string, path: string): string {
  const clean = path.replace(/\s/g, "");
  return prefix === "" ? clean : clean === "" ? prefix : `${prefix}::${clean}`;
}

/** Last segment of a path, without type arguments: `a::B<C>` → `B`. */
export function lastSegment(path: string): string {
  const bare = path.includes("<") ? path.slice(0, path.indexOf("<")).replace(/::$/, "") : path;
  return bare.slice(bare.lastIndexOf(":") + 1).trim();
}

/** Splits at a separator outside all brackets, angle brackets included (`->` and `=>` are no brackets). */
export function splitTopLevel(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if ("([{<".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    else if (character === ">" && text[at - 1] !== "-" && text[at - 1] !== "=") depth--;
    else if (character === separator && depth <= 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part.trim() !== "");
}

/** End of the generics that start with `<` at `at`; `at` itself where there are none. */
export function genericsEnd(text: string, at: number): number {
  if (text[at] !== "<") return at;
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    const character = text[end] ?? "";
    if (character === "<") depth++;
    else if (character === ">" && text[end - 1] !== "-" && text[end - 1] !== "=") {
      depth--;
      if (depth === 0) return end + 1;
    }
  }
  return text.length;
}

/** The header of an impl: the trait (empty for an inherent impl) and the type, as written. */
export interface ImplHeader {
  readonly trait: string;
  readonly type: string;
  readonly isUnsafe: boolean;
  readonly isNegative: boolean;
}

/** Reads the header of an impl segment. */
export function implHeader(segment: Segment): ImplHeader {
  const header = withoutComments(segment.text.slice(segment.head, segment.body)).replace(/\s+/g, " ").trim();
  const start = /\bimpl\b/.exec(header);
  const isUnsafe = /\bunsafe\b/.test(header.slice(0, start?.index ?? 0));
  let rest = header.slice((start?.index ?? 0) + 4).trim();
  rest = rest.slice(genericsEnd(rest, 0)).trim().replace(/^const /, "");
  const where = findWord(rest, "where");
  if (where >= 0) rest = rest.slice(0, where).trim();
  const split = findWord(rest, "for");
  const isNegative = rest.startsWith("!");
  if (split < 0) return { trait: "", type: rest, isUnsafe, isNegative };
  return { trait: rest.slice(0, split).replace(/^!/, "").trim(), type: rest.slice(split + 3).trim(), isUnsafe, isNegative };
}

/** Offset of a keyword outside all brackets; `for<'a>` is no `for`. */
function findWord(text: string, word: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if ("([{<".includes(character)) depth++;
    else if (")]}".includes(character) || (character === ">" && text[at - 1] !== "-" && text[at - 1] !== "=")) depth--;
    else if (depth === 0 && text.startsWith(word, at) && !/\w/.test(text[at - 1] ?? " ") && !/[\w<]/.test(text[at + word.length] ?? " ")) return at;
  }
  return -1;
}

/** A type alias: parameters in order, their defaults, and the target as written. */
export interface TypeAlias {
  readonly parameters: readonly string[];
  readonly defaults: readonly (string | null)[];
  readonly target: string;
}

/** Reads `type Name<A, B = C> = Target;`; undefined for an associated or extern type without a target. */
export function typeAlias(segment: Segment): TypeAlias | undefined {
  const text = withoutComments(segment.text.slice(segment.head)).replace(/\s+/g, " ");
  const start = /\btype \w+ ?/.exec(text);
  if (!start) return undefined;
  const after = start.index + start[0].length;
  const generics = genericsEnd(text, after);
  const equals = text.indexOf("=", generics);
  if (equals < 0) return undefined;
  const where = text.lastIndexOf(" where ");
  const parts = splitTopLevel(text.slice(after + 1, Math.max(after + 1, generics - 1)), ",").map((part) => part.trim()).filter((part) => !part.startsWith("'"));
  return {
    parameters: parts.map((part) => (/^(?:const )?(\w+)/.exec(part)?.[1] ?? "")),
    defaults: parts.map((part) => /=(.*)$/.exec(part)?.[1]?.trim() ?? null),
    target: text.slice(equals + 1, where > equals ? where : text.length).replace(/;\s*$/, "").trim(),
  };
}

/** The target of an alias with arguments, or defaults, in the place of its parameters. */
export function instantiate(alias: TypeAlias, given: readonly string[]): string {
  return alias.parameters.reduce((target, parameter, index) => {
    const argument = given[index] ?? alias.defaults[index];
    return argument === undefined || argument === null ? target : target.replace(new RegExp(`(?<![\\w:])${parameter}(?!\\w)`, "g"), () => argument);
  }, ` ${alias.target} `);
}

/** Named fields of a struct or union segment: name → type as written. */
export function namedFields(segment: Segment): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const body = segment.text.slice(segment.body + 1, segment.text.lastIndexOf("}"));
  if (segment.text[segment.body] !== "{") return fields;
  const clean = withoutComments(body).replace(/#\[[^\]]*\]/g, " ");
  for (const part of splitTopLevel(clean, ",")) {
    const match = /^\s*(?:pub(?:\s*\([^)]*\))?\s+)?(?:r#)?(\w+)\s*:\s*([\s\S]+)$/.exec(part);
    if (match?.[1] && match[2]) fields.set(match[1], match[2].replace(/\s+/g, " ").trim());
  }
  return fields;
}

/** One variant of an enum segment. */
export interface EnumVariant {
  readonly name: string;
  readonly shape: "unit" | "tuple" | "struct";
  /** Types of a tuple variant as written; empty for the other shapes. */
  readonly types: readonly string[];
}

/** Variants of an enum segment, in order. */
export function enumVariants(segment: Segment): readonly EnumVariant[] {
  if (segment.text[segment.body] !== "{") return [];
  const clean = withoutComments(segment.text.slice(segment.body + 1, segment.text.lastIndexOf("}"))).replace(/#\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\]/g, " ");
  return splitTopLevel(clean, ",").flatMap((part) => {
    const match = /^\s*(?:r#)?(\w+)\s*([({]?)/.exec(part);
    if (!match?.[1]) return [];
    const types = match[2] === "(" ? splitTopLevel(part.slice(part.indexOf("(") + 1, part.lastIndexOf(")")), ",").map((type) => type.replace(/\s+/g, " ").trim()) : [];
    return [{ name: match[1], shape: match[2] === "(" ? "tuple" : match[2] === "{" ? "struct" : "unit", types } as const];
  });
}

/** Text of a function's declared return type, without `where`; empty for none. */
export function returnTypeText(segment: Segment): string {
  const header = withoutComments(segment.text.slice(segment.head, segment.body)).replace(/\s+/g, " ").replace(/;\s*$/, "").trim();
  const open = header.indexOf("(", genericsStartSkip(header));
  if (open < 0) return "";
  let depth = 0;
  let close = open;
  for (; close < header.length; close++) {
    if ("([{".includes(header[close] ?? "")) depth++;
    else if (")]}".includes(header[close] ?? "") && --depth === 0) break;
  }
  const rest = header.slice(close + 1).trim();
  if (!rest.startsWith("->")) return "";
  const type = rest.slice(2).trim();
  const where = findWord(type, "where");
  return (where >= 0 ? type.slice(0, where) : type).trim();
}

function genericsStartSkip(header: string): number {
  const name = /\bfn (?:r#)?\w+ ?/.exec(header);
  if (!name) return 0;
  return genericsEnd(header, name.index + name[0].length);
}
