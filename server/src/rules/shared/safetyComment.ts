/** Finds the comment that justifies unsafe code and judges whether it says something (rules-core specification 5.3). */
import type { Code } from "../../engine/code.js";
import type { Node } from "../../engine/syntax.js";

/** What stands where a `SAFETY:` comment belongs. */
export type SafetyNote =
  | { readonly state: "present" }
  /** `SAFETY:` with nothing, or a placeholder, after it; `at` is the segment offset after the colon. */
  | { readonly state: "unfinished"; readonly at: number; readonly empty: boolean }
  /** A comment that starts with the word but has no colon; `at` is the segment offset after the word. */
  | { readonly state: "colon"; readonly at: number }
  | { readonly state: "missing" };

const missing: SafetyNote = { state: "missing" };
const rank = { present: 3, unfinished: 2, colon: 1, missing: 0 } as const;
const marker = /\bsafety\b(?:[^:\n]|::\w){0,40}?:(?!:\w)/gi;
const placeholder = /^(?:(?:todo|fixme|xxx|tbd)\b|\?\?\?)/i;
const statementParents: ReadonlySet<string> = new Set(["block", "declaration_list", "match_block", "source_file"]);

/** True when a text begins with a word that stands for one still to be written, list markers left aside. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text.replace(/^[\s*-]+/, ""));
}

/** The note for an `unsafe { … }` block: first thing inside it, or before it, or before what encloses it up to its statement. */
export function blockSafety(code: Code, block: Node): SafetyNote {
  let best = noteIn(code, leadingComments(block.namedChildren.find((child) => child.type === "block") ?? block));
  for (const node of upToStatement(code, block)) best = better(best, noteIn(code, commentsBefore(node)));
  return better(best, noteIn(code, commentsOnLinesAbove(code, block)));
}

/** The note before an item: plain or doc comments directly above it, attributes skipped. */
export function itemSafety(code: Code, item: Node): SafetyNote {
  return noteIn(code, commentsBefore(item));
}

/**
 * The note for the tokens `unsafe { … }` in the template of a macro: inside the braces, or before the token up to the
 * start of what reads as its statement.
 */
export function tokenSafety(code: Code, token: Node, group: Node): SafetyNote {
  let best = noteIn(code, leadingComments(group));
  for (let at = token; ; ) {
    let run: Node[] = [];
    for (let before = at.previousSibling; before && !endsStatement(before); before = before.previousSibling) {
      if (isComment(before)) run.unshift(before);
      else {
        best = better(best, noteIn(code, run));
        run = [];
      }
    }
    best = better(best, noteIn(code, run));
    const parent = at.parent;
    const open = parent?.firstChild?.type;
    if (!parent || (parent.type !== "token_repetition" && !(parent.type === "token_tree" && (open === "(" || open === "[")))) return best;
    at = parent;
  }
}

/** The statement, match arm or item that an expression belongs to, through macro calls. */
export function enclosingStatement(code: Code, node: Node): Node {
  let last = node;
  for (const up of upToStatement(code, node)) last = up;
  return last;
}

function better(a: SafetyNote, b: SafetyNote): SafetyNote {
  return rank[b.state] > rank[a.state] ? b : a;
}

function* upToStatement(code: Code, node: Node): Generator<Node> {
  for (let at: Node | undefined = node; at; at = code.parent(at)) {
    yield at;
    const parent = at.parent;
    if (parent && statementParents.has(parent.type) && (!leavesMacro(code, at) || parent.namedChildren.filter((child) => !isComment(child)).length > 1)) return;
  }
}

/** The next step outwards is the macro call whose input holds the node. */
function leavesMacro(code: Code, node: Node): boolean {
  const host = code.macroOf(node);
  return host !== undefined && code.parent(node)?.id === host.id;
}

function isComment(node: Node): boolean {
  return node.type === "line_comment" || node.type === "block_comment";
}

function endsStatement(token: Node): boolean {
  return token.type === ";" || token.type === "," || (token.type === "token_tree" && token.firstChild?.type === "{");
}

/** Comments between a body's opening brace and the first thing in it. */
function leadingComments(body: Node): readonly Node[] {
  const found: Node[] = [];
  for (const child of body.children.slice(1)) {
    if (!isComment(child)) break;
    found.push(child);
  }
  return found;
}

/** Comments directly before a node, attributes skipped. */
function commentsBefore(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (let before = node.previousSibling; before; before = before.previousSibling) {
    if (isComment(before)) found.unshift(before);
    else if (before.type !== "attribute_item") break;
  }
  return found;
}

/** Line comments on the lines right above the block's own line, as long as they are inside its statement (a method chain). */
function commentsOnLinesAbove(code: Code, block: Node): readonly Node[] {
  const text = code.segment.text;
  const floor = code.start(enclosingStatement(code, block));
  const found: Node[] = [];
  let line = text.lastIndexOf("\n", code.start(block) - 1);
  while (line > floor) {
    const above = text.lastIndexOf("\n", line - 1) + 1;
    const own = text.slice(above, line);
    const at = above + own.length - own.trimStart().length;
    if (at < floor || !text.startsWith("//", at)) break;
    const node = code.root.descendantForIndex(at, at + 1);
    const comment = node && (isComment(node) ? node : node.parent);
    if (!comment || !isComment(comment)) break;
    found.unshift(comment);
    line = above - 1;
  }
  return found;
}

/** Judges a run of comments; those that trail other code count only where they clearly speak of what follows. */
function noteIn(code: Code, run: readonly Node[]): SafetyNote {
  const kept = run.filter((comment) => belongsHere(code, comment));
  const [first] = kept;
  if (!first) return missing;
  const from = code.start(first);
  return noteInText(plainText(code, kept), from);
}

function belongsHere(code: Code, comment: Node): boolean {
  const text = code.segment.text;
  const start = code.start(comment);
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start).replace(/\/\*.*?\*\//g, "").trimEnd();
  if (before.trim() === "") return true;
  if (!/^\W*safety\b/i.test(code.text(comment))) return false;
  const after = code.text(comment).endsWith("\n") ? "" : (/^[^\n]*/.exec(text.slice(code.end(comment)))?.[0] ?? "");
  return after.trim() !== "" || !/[,;}]$/.test(before);
}

/** Text from the first comment to the last with comment markers, attributes and stars blanked, offsets kept. */
function plainText(code: Code, comments: readonly Node[]): string {
  let text = "";
  let at = comments[0] ? code.start(comments[0]) : 0;
  for (const comment of comments) {
    const start = code.start(comment);
    text += blank(code.segment.text.slice(at, start));
    const own = code.text(comment);
    text +=
      comment.type === "line_comment"
        ? own.replace(/^\/\/[/!]?/, blank)
        : own.replace(/^\/\*+!?|\*+\/$/g, blank).replace(/^[ \t]*\*/gm, blank);
    at = start + own.length;
  }
  return text;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

function noteInText(text: string, offset: number): SafetyNote {
  let best = missing;
  for (const found of text.matchAll(marker)) {
    const end = found.index + found[0].length;
    const reason = text.slice(end).replace(/^[\s:*-]+/, "");
    if (reason !== "" && !isPlaceholder(reason)) return { state: "present" };
    best = better(best, { state: "unfinished", at: offset + end, empty: reason === "" });
  }
  const word = /^\W*\bsafety\b/im.exec(text);
  return better(best, word ? { state: "colon", at: offset + word.index + word[0].length } : missing);
}
