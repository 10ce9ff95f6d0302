import { isTrivia, type Code } from "../../engine/code.js";
import { docs, type Docs } from "../../engine/docs.js";
import type { Edit, Fix } from "../../engine/finding.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { docKind } from "../../engine/trivia.js";

const messages = {
  empty: "this documentation is blank; write what the item is for, or delete it",
} as const;

/** A doc comment in a block, or a `doc` attribute, without text. */
const blankBlock = /\/\*[*!][\s*]*\*\/|\bdoc\s*=\s*r?#*"(?:\s|\\n)*"/;
const blankLine = /^[ \t]*\/\/[/!][ \t]*\r?$/gm;
const docLine = /^[ \t]*\/\/[/!](?!\/)(.*)/s;

/** True where a run of doc comment lines has no text. A blank line between others, as in most documentation, is none. */
function hasBlankRun(text: string): boolean {
  if (!text.includes("///") && !text.includes("//!")) return false;
  for (const { index } of text.matchAll(blankLine)) {
    const before = index === 0 ? 0 : text.lastIndexOf("\n", index - 2) + 1;
    if (index > 0 && lineIn(text, before) !== undefined) continue;
    let at = index;
    let line = lineIn(text, at);
    while (line?.trim() === "") {
      const next = text.indexOf("\n", at);
      at = next < 0 ? text.length : next + 1;
      line = lineIn(text, at);
    }
    if (line === undefined) return true;
  }
  return false;
}

/** The text of the doc comment that a line is; undefined for any other line. */
function lineIn(text: string, start: number): string | undefined {
  const end = text.indexOf("\n", start);
  return docLine.exec(text.slice(start, end < 0 ? text.length : end))?.[1];
}

export default defineRule({
  id: "empty-docs",
  group: "docs",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::empty_docs"],
  clause: "Mandatory Constraints: document all public APIs",
  scope: "item",
  regions: ["production"],
  looksFor: "presence",
  wants: ({ text }) => hasBlankRun(text) || blankBlock.test(text),
  summary: "Finds doc comments without any text.",
  why: "A blank doc comment counts as documentation for every tool that asks for it, and tells the reader nothing; the gap it leaves is never found again.",
  remedy: "Write what the item is for, or delete the comment and decide about the documentation later.",
  limits: "Doc comments inside `macro_rules!` definitions, and in the input of macros that does not parse as Rust, are not looked at.",
  options: {},
  messages,
  on: { line_comment: comment, block_comment: comment, attribute_item: attribute, inner_attribute_item: attribute },
});

type Context = RuleContext<typeof messages>;

function comment(node: Node, cx: Context): void {
  const text = cx.code.text(node);
  const kind = docKind(text);
  if (kind.doc && !/[^\s/!*]/.test(text)) visit(node, kind.inner, cx);
}

function attribute(node: Node, cx: Context): void {
  if (/\bdoc\s*=/.test(cx.code.text(node))) visit(node, node.type === "inner_attribute_item", cx);
}

/** Reports the first comment or attribute of documentation that is blank as a whole. */
function visit(node: Node, inner: boolean, cx: Context): void {
  const { code } = cx;
  const owner = inner ? ownerOf(code, node) : documented(node);
  if (!owner) return;
  const found = docs(code, owner);
  if (found.unknownText || found.text.trim() !== "" || found.nodes[0]?.id !== node.id) return;
  const start = code.start(node);
  cx.report(node, { message: "empty", range: { start, end: start + code.text(node).trimEnd().length }, fixes: () => removal(code, found) });
}

/** What an outer comment or attribute stands before; undefined in macro input that is no code. */
function documented(node: Node): Node | undefined {
  let next = node.nextNamedSibling;
  while (next && isTrivia(next)) next = next.nextNamedSibling;
  return next && node.parent?.type !== "token_tree" ? next : undefined;
}

/** The item, or the file, whose inner documentation a node is. */
function ownerOf(code: Code, node: Node): Node | undefined {
  const body = node.parent;
  if (!body || body.type === "token_tree") return undefined;
  return body.type === "source_file" ? body : code.parent(body);
}

/** Deletes the comments and attributes, with their lines where nothing else stands on them. */
function removal(code: Code, found: Docs): readonly Fix[] {
  const { text } = code.segment;
  const edits: Edit[] = [];
  for (const node of found.nodes) {
    // An attribute that says more than `doc = ""`, such as `cfg_attr`, is not ours to delete.
    if (node.type.endsWith("attribute_item") && !/^#!?\s*\[\s*doc\s*=[^=]*\]$/.test(code.text(node))) return [];
    let start = code.start(node);
    let end = start + code.text(node).trimEnd().length;
    const line = text.lastIndexOf("\n", start - 1) + 1;
    const blanks = /^[ \t]*(?:\r?\n)?/.exec(text.slice(end))?.[0] ?? "";
    if (text.slice(line, start).trim() === "" && (blanks.endsWith("\n") || end + blanks.length === text.length)) start = line;
    else if (blanks.endsWith("\n")) end -= blanks.length;
    end += blanks.length;
    edits.push({ start, end, newText: "" });
  }
  return [{ title: "Delete the blank documentation", kind: "quickfix", applicability: "safe", preferred: true, edits }];
}
