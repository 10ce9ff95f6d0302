/**
 * Macro arguments are token trees to the parser. Here they are parsed again as what they most likely are: a list of
 * expressions, statements or items; where the whole does not parse, the parts between separators and the groups inside
 * are tried. What parses becomes a region, so every rule sees ordinary nodes. What does not parse is not seen: tokens
 * between custom syntax of a macro, and the templates of `macro_rules!`.
 */
import { isBlank, isCommentAt, lexemeEnd, type LexemeEnd } from "./lexer.js";
import type { Syntax, Tree } from "./syntax.js";

/** A piece of macro input that parsed. */
export interface MacroRegion {
  readonly tree: Tree;
  /** Add to a node's offset in `tree` to get its offset in the segment. */
  readonly shift: number;
  /** Range of the real text in the tree's own offsets; nodes outside belong to the wrapper. */
  readonly from: number;
  readonly to: number;
}

/** Macros whose input is not code that runs here; `covenant.toml` extends the list. */
export const defaultQuotingMacros: readonly string[] = [
  "quote", "quote_spanned", "parse_quote", "parse_quote_spanned", "stringify", "concat", "concat_idents", "cfg", "include", "include_str", "include_bytes", "env",
  "option_env", "format_ident", "bitflags", "compile_error", "global_asm", "asm", "naked_asm", "line", "column", "file", "module_path", "doc_comment", "rustfmt_skip",
];

const argumentsWrapper = { before: "fn _(){_(", after: "\n)}" };
const blockWrapper = { before: "fn _(){", after: "\n}" };
const separators: readonly RegExp[] = [/^(?:,|;|=>)$/, /^(?:,|;|=>|:|=|\||if|in|else|let|match|where|->|<-)$/];

/**
 * Parses the input of one macro call.
 * @param text the segment's (masked) text
 * @param start offset of the input's opening bracket
 * @param end offset after its closing bracket
 * @param worthwhile false for texts in which no rule is interested; they are not parsed
 */
export function macroRegions(syntax: Syntax, text: string, start: number, end: number, worthwhile: (text: string) => boolean): readonly MacroRegion[] {
  const regions: MacroRegion[] = [];
  const visit = (from: number, to: number, braces: boolean, depth: number): void => {
    const inner = text.slice(from, to);
    if (depth > 12 || inner.trim() === "" || !worthwhile(inner)) return;
    const wrappers = braces ? [blockWrapper, argumentsWrapper] : [argumentsWrapper, blockWrapper];
    for (const wrapper of wrappers) if (tryParse(syntax, inner, from, wrapper, regions)) return;
    const lists = separators.map((separator) => chunks(text, from, to, separator));
    const [coarse = []] = lists;
    const parts = coarse.length > 1 ? coarse : (lists[1] ?? []);
    if (parts.length > 1) {
      for (const part of parts) visit(part.from, part.to, false, depth + 1);
      return;
    }
    for (const group of groups(text, from, to)) visit(group.from, group.to, group.braces, depth + 1);
  };
  visit(start + 1, Math.max(start + 1, end - 1), text[start] === "{", 0);
  return regions;
}

function tryParse(syntax: Syntax, inner: string, from: number, wrapper: { before: string; after: string }, into: MacroRegion[]): boolean {
  const tree = syntax.parse(wrapper.before + inner + wrapper.after);
  if (!tree) return false;
  const root = tree.rootNode;
  // Input with unbalanced shape can close the wrapper and still parse: the wrapper must be the only item.
  if (root.hasError || root.namedChildCount !== 1) {
    syntax.free(tree);
    return false;
  }
  into.push({ tree, shift: from - wrapper.before.length, from: wrapper.before.length, to: wrapper.before.length + inner.length });
  return true;
}

interface Chunk {
  readonly from: number;
  readonly to: number;
}

function chunks(text: string, from: number, to: number, separator: RegExp): readonly Chunk[] {
  const parts: Chunk[] = [];
  let begin = from;
  let depth = 0;
  walk(text, from, to, (start, end, token) => {
    if ("([{".includes(token)) depth++;
    else if (")]}".includes(token)) depth--;
    else if (depth === 0 && separator.test(token)) {
      if (start > begin) parts.push({ from: begin, to: start });
      begin = end;
    }
  });
  if (begin < to) parts.push({ from: begin, to });
  return parts.length > 1 || begin > from ? parts : [{ from, to }];
}

function groups(text: string, from: number, to: number): readonly (Chunk & { readonly braces: boolean })[] {
  const found: (Chunk & { braces: boolean })[] = [];
  let depth = 0;
  let open = -1;
  walk(text, from, to, (start, _end, token) => {
    if ("([{".includes(token)) {
      if (depth === 0) open = start;
      depth++;
    } else if (")]}".includes(token)) {
      depth--;
      if (depth === 0 && open >= 0) found.push({ from: open + 1, to: start, braces: text[open] === "{" });
    }
  });
  return found;
}

/** Visits the tokens of a text; `=>`, `->`, `<-`, `==` and the like are one token, `::` never splits. */
function walk(text: string, from: number, to: number, visit: (start: number, end: number, token: string) => void): void {
  const lexeme: LexemeEnd = { end: from, unterminated: false };
  let at = from;
  while (at < to) {
    if (isBlank(text.charCodeAt(at))) {
      at++;
      continue;
    }
    lexemeEnd(text, at, lexeme);
    let end = Math.min(lexeme.end, to);
    const two = text.slice(at, at + 2);
    if (end === at + 1 && /^(?:=>|->|<-|==|!=|<=|>=|::|\|\||&&|\+=|-=|\*=|\/=|\.\.)$/.test(two)) end = at + 2;
    if (!isCommentAt(text, at)) visit(at, end, text.slice(at, end));
    at = end;
  }
}
