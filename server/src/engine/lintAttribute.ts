/**
 * `#[expect(lint, reason = "…")]` for what a tool found, at the levels where rustc takes an attribute: the statement, the
 * item, the module. Below the toolchain that knows `expect` and `reason` (1.81) it is `#[allow(lint)]` with a comment.
 */
import type { AnalysisInput, FileAnalyzer } from "./analyze.js";
import type { Code } from "./code.js";
import type { Fix } from "./finding.js";
import { usesCrlf } from "./fixes.js";
import { fileHeaderEnd } from "./itemTrivia.js";
import type { SourceFile } from "./sourceFile.js";
import type { Node } from "./syntax.js";
import { beginsLine, waiverVerb } from "./waive.js";

/** A lint and where it was reported, as an offset in the file. */
export interface LintPlace {
  /** As an attribute names it: `clippy::unwrap_used`, `dead_code`. */
  readonly lint: string;
  readonly offset: number;
}

/** Nodes that an attribute can stand before, by what is said about them. */
const attributed: ReadonlyMap<string, string> = new Map([
  ["let_declaration", "statement"], ["expression_statement", "statement"], ["match_arm", "match arm"],
  ["field_declaration", "field"], ["field_initializer", "field"], ["enum_variant", "variant"], ["parameter", "parameter"],
]);

/** What can be the last expression of a block and take an attribute there. */
const isExpression = /_expression$|^(?:match|if|unsafe)_|^(?:identifier|field_expression|struct_expression)$/;

/** Before these an attribute would belong to their first operand, which rustc refuses, or to a macro call, which ignores it. */
const takesNone: ReadonlySet<string> = new Set([
  "assignment_expression", "compound_assignment_expr", "binary_expression", "range_expression", "type_cast_expression", "macro_invocation",
]);

/** Items, wherever they stand. */
const itemWords: ReadonlyMap<string, string> = new Map([
  ["function_item", "function"], ["function_signature_item", "function"], ["struct_item", "struct"], ["enum_item", "enum"], ["union_item", "union"],
  ["trait_item", "trait"], ["impl_item", "impl"], ["mod_item", "module"], ["use_declaration", "use"], ["const_item", "constant"],
  ["static_item", "static"], ["type_item", "type"], ["foreign_mod_item", "extern block"], ["macro_definition", "macro"],
]);

/**
 * The attributes that silence a lint at a place, nearest first.
 * @param analyzer the document's; it parses the segment
 * @returns one fix for each level, none inside the input of a macro but those around it; all are snippets with the reason to fill in
 */
export function lintAttributes(analyzer: FileAnalyzer, input: AnalysisInput, { lint, offset }: LintPlace): readonly Fix[] {
  const { file, role } = input;
  const word = waiverVerb(role);
  analyzer.outlineFile(file);
  const index = file.segmentAt(offset);
  const start = file.starts[index] ?? 0;
  const near = analyzer.withCode(input, index, (code) => nodesAround(code, offset - start).map(({ what, at }) => ({ what, at: start + at }))) ?? [];
  const outer = blocksAround(file, index);
  const places = [...near, ...outer].filter((place, position, all) => all.findIndex(({ what, at }) => what === place.what || at === place.at) === position);
  const eol = usesCrlf(file) ? "\r\n" : "\n";
  const fixes = places.map(({ what, at }): Fix => {
    const text = file.slice(file.offsetOfLine(file.positionAt(at).line), at);
    const alone = beginsLine(text, text.length);
    return fixFor(word, lint, what, at, attribute(word, lint, "#[", alone ? `${eol}${text}` : " "));
  });
  const header = headerEnd(file);
  return [...fixes, fixFor(word, lint, input.role.crateRoot ? "crate" : "file", header.at, `${header.before.replace("\n", eol)}${attribute(word, lint, "#![", eol)}`)];
}

function fixFor(word: string, lint: string, what: string, at: number, newText: string): Fix {
  const title = `${word === "expect" ? "Expect" : "Allow"} \`${lint}\` for this ${what}, with a reason`;
  return { title, kind: "quickfix", applicability: "suggestion", snippet: true, edits: [{ start: at, end: at, newText }] };
}

/** The attribute and what separates it from what follows: a line break with the indentation, or a blank. */
function attribute(word: "expect" | "allow", lint: string, open: string, separator: string): string {
  if (word === "expect") return `${open}expect(${lint}, reason = "\${1:reason}")]${separator}`;
  return `${open}allow(${lint})] ${separator === " " ? "/* ${1:reason} */" : "// ${1:reason}"}${separator}`;
}

interface Around {
  readonly what: string;
  /** Offset in the segment, later in the file. */
  readonly at: number;
}

/** The innermost statement (or arm, field …) and the innermost item around an offset of a segment. */
function nodesAround(code: Code, offset: number): readonly Around[] {
  let statement: Around | undefined;
  const first = code.root.descendantForIndex(Math.max(offset, offset < code.segment.head ? code.segment.head : offset));
  for (let up: Node | undefined = first ?? undefined; up; up = code.parent(up)) {
    const item = itemWords.get(up.type);
    if (item !== undefined) return [...(statement ? [statement] : []), { what: item, at: code.start(up) }];
    if (statement || code.inMacro(up)) continue;
    const isTail = up.parent?.type === "block" && isExpression.test(up.type);
    const what = attributed.get(up.type) ?? (isTail ? "expression" : undefined);
    if (what === undefined || takesNone.has(up.type === "expression_statement" ? (up.firstNamedChild?.type ?? "") : up.type)) continue;
    statement = { what, at: code.start(up) };
  }
  return statement ? [statement] : [];
}

/** The headers of the blocks of items around a segment, nearest first: an impl, a trait, a module. */
function blocksAround(file: SourceFile, index: number): readonly Around[] {
  const result: Around[] = [];
  let closed = 0;
  for (let before = index - 1; before >= 0; before--) {
    const segment = file.segments[before];
    if (segment?.kind === "close") closed++;
    else if (segment?.kind === "open" && closed-- <= 0) {
      closed = 0;
      if (segment.keyword === "mod") result.push({ what: "module", at: (file.starts[before] ?? 0) + segment.head });
    }
  }
  return result.slice(0, 1);
}

/** Where an inner attribute of the file goes: behind the inner docs and attributes that are there. */
function headerEnd(file: SourceFile): { readonly at: number; readonly before: string } {
  const first = file.segments[0];
  const text = first?.kind === "inner" ? first.text : "";
  const end = Math.max(fileHeaderEnd(text), 0);
  if (end === 0) return { at: 0, before: "" };
  const blank = /^[ \t]*\r?\n/.exec(file.slice(end, end + 200));
  if (text[end - 1] === "\n") return { at: end, before: "" };
  return blank ? { at: end + blank[0].length, before: "" } : { at: end, before: "\n" };
}
