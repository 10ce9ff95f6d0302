/**
 * Where a waiver goes, and what it says: a comment that waives one of our rules (rules-core specification 4.2), or an
 * attribute that waives a lint of clippy or rustc (4.1). For live findings and for those of tools alike.
 */
import type { Code } from "./code.js";
import type { Edit } from "./finding.js";
import type { RoleFacts } from "./role.js";
import type { SourceFile } from "./sourceFile.js";
import type { Node } from "./syntax.js";

/** How much a waiver covers: the statement (arm, field, …) or item at the finding, the whole item around it, the file. */
export type WaiverLevel = "statement" | "item" | "file";

/** What silences a finding. `expect` is an error once nothing is there to be expected; `allow` is for compilers that know no `expect`. */
export type WaivedBy = { readonly kind: "comment"; readonly rule: string } | { readonly kind: "attribute"; readonly lint: string; readonly verb: "expect" | "allow" };

/** A waiver that can be written. */
export interface WaiverEdit {
  /** One insertion; its text is a snippet whose only placeholder is the reason. The offset counts in the file. */
  readonly edit: Edit;
  /** What it covers in a word: `function`, `struct`, `statement`, `file`. */
  readonly covers: string;
}

/** The attribute that a crate's oldest compiler knows: `expect` and `reason` are stable since 1.81 (`rust-version`; without one, the newest). */
export function waiverVerb(role: Pick<RoleFacts, "rustVersion">): "expect" | "allow" {
  const [, major = "1", minor = "0"] = /^(\d+)(?:\.(\d+))?/.exec(role.rustVersion ?? "1.81") ?? [];
  return major === "1" && Number(minor) < 81 ? "allow" : "expect";
}

/**
 * The waiver of a finding.
 * @param code the parsed segment `index` of `file`
 * @param offset where the finding begins, in the file
 * @returns undefined where nothing can stand: for an attribute before anything but a statement, an item and the like, inside
 *   macro input, and for an item that does not begin its line
 */
export function waiverEdit(code: Code, file: SourceFile, index: number, offset: number, by: WaivedBy, level: WaiverLevel): WaiverEdit | undefined {
  if (level === "file") return { edit: fileWaiver(file, by), covers: "file" };
  const { segment } = code;
  const start = file.starts[index] ?? 0;
  const within = Math.max(0, Math.min(offset - start, segment.text.length));
  const place = level === "item" ? itemAround(code, within, by) : statementAt(code, within, by);
  if (!place) return undefined;
  const line = segment.text.lastIndexOf("\n", place.anchor - 1) + 1;
  const indent = /^[ \t]*/.exec(segment.text.slice(line))?.[0] ?? "";
  // A segment that does not begin its line has its first line from the one before.
  if (line === 0 && level === "item" && file.positionAt(start).character > 0) return undefined;
  const text = by.kind === "comment" ? `// covenant: allow(${by.rule}) -- \${1:reason}` : attribute(by, "#");
  return { edit: { start: start + line, end: start + line, newText: `${indent}${text.replaceAll("\n", `\n${indent}`)}\n` }, covers: place.covers };
}

interface Anchor {
  /** Offset in the segment of what the waiver stands above. */
  readonly anchor: number;
  readonly covers: string;
}

/** Nodes whose children a comment on a line of its own can stand between. */
const statementParents: ReadonlySet<string> = new Set(["block", "declaration_list", "source_file", "match_block", "field_declaration_list", "enum_variant_list", "field_initializer_list"]);

/** The smallest statement, arm, field or item around an offset that begins its line. */
function statementAt(code: Code, offset: number, by: WaivedBy): Anchor | undefined {
  const { text, head } = code.segment;
  const isAttribute = by.kind === "attribute";
  for (let up: Node | undefined = code.root.descendantForIndex(offset) ?? undefined; up; up = code.parent(up)) {
    const parent = up.parent;
    if (!parent || !statementParents.has(parent.type) || !beginsLine(text, code.start(up))) continue;
    if (isAttribute && (code.inMacro(up) || !takesAttribute(up))) continue;
    if (parent.type !== "source_file" && code.segment.kind !== "open") return { anchor: code.start(up), covers: items.get(up.type) ?? "statement" };
    // A comment covers what comes behind it: one about an attribute or the docs of an item stands above those.
    return { anchor: isAttribute ? head : aboveDocs(text, Math.min(offset, head)), covers: itemWord(up) };
  }
  if (isAttribute) return offset < head && beginsLine(text, head) ? { anchor: head, covers: "item" } : undefined;
  return { anchor: aboveDocs(text, offset), covers: "statement" };
}

const items: ReadonlyMap<string, string> = new Map([
  ["function_item", "function"],
  ["function_signature_item", "function"],
  ["struct_item", "struct"],
  ["enum_item", "enum"],
  ["union_item", "union"],
  ["trait_item", "trait"],
  ["impl_item", "impl"],
  ["mod_item", "module"],
  ["const_item", "constant"],
  ["static_item", "static"],
  ["type_item", "type"],
  ["foreign_mod_item", "extern block"],
  ["use_declaration", "use declaration"],
]);

function itemWord(node: Node): string {
  return items.get(node.type) ?? "item";
}

/** The nearest item around an offset that begins its line; the segment's own where there is no smaller one. */
function itemAround(code: Code, offset: number, by: WaivedBy): Anchor | undefined {
  const { text, head, kind } = code.segment;
  if (kind === "inner" || kind === "rest" || kind === "close") return undefined;
  let last: Node | undefined;
  for (let up: Node | undefined = code.root.descendantForIndex(offset) ?? undefined; up; up = code.parent(up)) {
    if (!items.has(up.type)) continue;
    last = up;
    if (up.parent?.type !== "source_file" && !code.inMacro(up) && beginsLine(text, code.start(up))) return { anchor: code.start(up), covers: itemWord(up) };
  }
  const own = last ?? code.root.namedChildren.find((child) => items.has(child.type));
  if (own === undefined || !lineHasOnlyAttributes(text, head)) return undefined;
  return { anchor: by.kind === "attribute" ? head : aboveDocs(text, Math.min(offset, head)), covers: itemWord(own) };
}

/**
 * Lint attributes are stable before items, arms, fields, `let` and whole statements, but not where the expression is an
 * assignment or operation (the attribute would be its left side's), and before a macro call they have no effect.
 */
function takesAttribute(node: Node): boolean {
  if (items.has(node.type)) return true;
  switch (node.type) {
    case "let_declaration":
    case "match_arm":
    case "field_declaration":
    case "enum_variant":
    case "field_initializer":
    case "call_expression":
    case "match_expression":
    case "if_expression":
    case "for_expression":
    case "while_expression":
    case "loop_expression":
    case "unsafe_block":
    case "block":
    case "return_expression":
      return true;
    case "expression_statement": {
      const [inner] = node.namedChildren.filter((child) => !child.type.endsWith("comment"));
      return inner !== undefined && inner.type !== "expression_statement" && takesAttribute(inner);
    }
    default:
      return false;
  }
}

/** The place itself, or in documentation its first line: a plain comment between two lines of docs would be lost on a reader. */
function aboveDocs(text: string, at: number): number {
  let line = text.lastIndexOf("\n", at - 1) + 1;
  if (!/^\s*\/\/\//.test(text.slice(line, text.indexOf("\n", line) + 1))) return at;
  while (line > 0 && /^\s*\/\/\//.test(text.slice(text.lastIndexOf("\n", line - 2) + 1, line))) line = text.lastIndexOf("\n", line - 2) + 1;
  return line + (/^\s*/.exec(text.slice(line))?.[0].length ?? 0);
}

/** True when nothing but blanks stands before an offset in its line. */
export function beginsLine(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, at).trim() === "";
}

/** Attributes of an item may stand on its own line. */
function lineHasOnlyAttributes(text: string, at: number): boolean {
  return /^\s*(?:#\s*\[[^\n]*\]\s*)?$/.test(text.slice(text.lastIndexOf("\n", at - 1) + 1, at));
}

/** Before the first item, behind the file's own docs and attributes. */
function fileWaiver(file: SourceFile, by: WaivedBy): Edit {
  const header = file.segments[0];
  const at = header?.kind === "inner" ? header.text.length : 0;
  const isNewLine = at === 0 || header?.text.endsWith("\n") === true;
  const text = by.kind === "comment" ? `// covenant: allow-file(${by.rule}) -- \${1:reason}` : attribute(by, "#!");
  return { start: at, end: at, newText: `${isNewLine ? "" : "\n"}${text}\n` };
}

/** `#[expect(lint, reason = "…")]`; where there is no `reason` yet, it stands in a comment above. */
function attribute({ lint, verb }: { readonly lint: string; readonly verb: "expect" | "allow" }, sign: "#" | "#!"): string {
  return verb === "expect" ? `${sign}[expect(${lint}, reason = "\${1:reason}")]` : `// \${1:reason}\n${sign}[allow(${lint})]`;
}
