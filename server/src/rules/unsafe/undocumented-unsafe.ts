import { outerAttributes } from "../../engine/attributes.js";
import type { Code } from "../../engine/code.js";
import { docs, section } from "../../engine/docs.js";
import type { Edit, Fix } from "../../engine/finding.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { implObligations, obligationsIn, type Obligation } from "../shared/obligations.js";
import { snippetText } from "../../engine/snippet.js";
import { blockSafety, enclosingStatement, itemSafety, tokenSafety, type SafetyNote } from "../shared/safetyComment.js";

/** Message of a note that does not suffice. */
function messageOf(note: SafetyNote): "missing" | "unfinished" | "colon" | undefined {
  return note.state === "present" ? undefined : note.state;
}

export default defineRule({
  id: "undocumented-unsafe",
  group: "unsafe",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::undocumented_unsafe_blocks"],
  clause: "Forbidden Practices: `unsafe` without safety documentation",
  scope: "item",
  regions: ["production", "example", "build-script"],
  looksFor: "absence",
  needs: ["unsafe"],
  blocks: "with-words",
  atWords: true,
  // Declarations of unsafe functions, traits and extern blocks are other rules' business.
  clues: [["unsafe"]],
  wants: (segment) => /\bunsafe\b(?!\s+(?:fn|extern|trait)\b)/.test(segment.text),
  summary: "Asks for a `SAFETY:` comment on each `unsafe` block and `unsafe impl`.",
  why: "Inside `unsafe` the compiler checks less and relies on you. Without the argument written down, nobody can review it, and the next change breaks it unnoticed.",
  remedy: "Write `// SAFETY:` above the statement, or as the first line in the block, and say for each unsafe operation why its conditions hold here.",
  limits: "Stricter than the lint: an empty or placeholder reason does not count. Milder: a block comment right before the block, a comment above the whole statement, one that comes to `SAFETY:` in a later line, and a `# Safety` section on an `unsafe impl` count. An `unsafe impl` in a `macro_rules!` template is not seen.",
  options: {},
  messages: {
    missing: "{what} without a `SAFETY:` comment; say why its conditions hold",
    unfinished: "{what} whose `SAFETY:` comment gives no reason; say why its conditions hold",
    colon: "{what} whose safety comment lacks the colon; write `SAFETY:` and the reason",
  },
  on: {
    unsafe_block(node, cx) {
      const { code } = cx;
      const note = blockSafety(code, node);
      const message = messageOf(note);
      if (!message) return;
      const brace = node.namedChildren.find((child) => child.type === "block");
      const range = { start: code.start(node), end: brace ? code.start(brace) + 1 : code.end(node) };
      cx.report(node, { message, data: { what: "`unsafe` block" }, range, fixes: () => noteFixes(note, () => blockFix(code, node)) });
    },
    impl_item(node, cx) {
      const { code } = cx;
      const keyword = node.children.find((child) => child.type === "unsafe");
      if (!keyword) return;
      const documentation = docs(code, node);
      if (documentation.unknownText || section(documentation.text, "safety").found) return;
      const note = itemSafety(code, node);
      const message = messageOf(note);
      if (!message) return;
      const range = { start: code.start(keyword), end: code.start(keyword.nextSibling ?? keyword) + "impl".length };
      cx.report(node, { message, data: { what: "`unsafe impl`" }, range, fixes: () => noteFixes(note, () => implFix(code, node)) });
    },
    macro_definition(node, cx) {
      const { code } = cx;
      for (const tree of node.descendantsOfType(["token_tree", "token_repetition"])) {
        for (const token of tree.children) {
          const group = token.type === "unsafe" ? braceGroupAfter(token) : undefined;
          if (!group) continue;
          const message = messageOf(tokenSafety(code, token, group));
          if (message) cx.report(token, { message, data: { what: "`unsafe` block of a macro" }, range: { start: code.start(token), end: code.start(group) + 1 } });
        }
      }
    },
  },
});

/** The body of an unsafe block among tokens; `unsafe { T => f }` is some macro's own syntax: no block has an arrow in itself. */
function braceGroupAfter(token: Node): Node | undefined {
  let next = token.nextSibling;
  while (next && (next.type === "line_comment" || next.type === "block_comment")) next = next.nextSibling;
  return next?.type === "token_tree" && next.firstChild?.type === "{" && !next.children.some((child) => child.type === "=>") ? next : undefined;
}

/** Completes the comment that is there, or adds one. */
function noteFixes(note: SafetyNote, add: () => Fix): readonly Fix[] {
  switch (note.state) {
    case "present":
      return [];
    case "colon":
      return [{ title: "Put a colon after the word", kind: "quickfix", applicability: "suggestion", preferred: true, edits: [{ start: note.at, end: note.at, newText: ":" }] }];
    case "unfinished":
      return note.empty ? [{ title: "Complete the `SAFETY:` comment", kind: "quickfix", applicability: "suggestion", preferred: true, snippet: true, edits: [{ start: note.at, end: note.at, newText: " ${1:TODO: explain why this is sound}" }] }] : [];
    case "missing":
      return [add()];
  }
}

/** Lines of a new comment; the placeholder keeps the finding alive until it is filled. */
function commentLines(obligations: readonly Obligation[]): readonly string[] {
  const [first, second] = obligations;
  if (!first) return ["// SAFETY: ${1:TODO: explain why this is sound}"];
  if (!second) return [`// SAFETY: \${1:TODO: explain why} ${snippetText(first.holds)}`];
  return ["// SAFETY: ${1:TODO: explain why each of these holds}", ...obligations.map(({ holds }) => `// - ${snippetText(holds)}`)];
}

function fixOf(edits: readonly Edit[]): Fix {
  return { title: "Add a `SAFETY:` comment", kind: "quickfix", applicability: "suggestion", preferred: true, snippet: true, edits };
}

function blockFix(code: Code, block: Node): Fix {
  const lines = commentLines(obligationsIn(code, block));
  const statement = enclosingStatement(code, block);
  const above = aboveLine(code, outerAttributes(code, statement)[0]?.node ?? statement, lines);
  return fixOf(above ? [above] : insideBlock(code, block, lines));
}

function implFix(code: Code, node: Node): Fix {
  const lines = commentLines(implObligations(code, node));
  const anchor = outerAttributes(code, node)[0]?.node ?? node;
  const at = code.start(anchor);
  return fixOf([aboveLine(code, anchor, lines) ?? { start: at, end: at, newText: `${lines.join("\n")}\n` }]);
}

/** Insertion of lines above a node that starts its line. */
function aboveLine(code: Code, node: Node, lines: readonly string[]): Edit | undefined {
  const at = code.start(node);
  const line = at === 0 ? 0 : code.segment.text.lastIndexOf("\n", at - 1) + 1;
  const indent = code.segment.text.slice(line, at);
  if (indent.trim() !== "") return undefined;
  return { start: line, end: line, newText: lines.map((text) => `${indent}${text}\n`).join("") };
}

/** Insertion as the first lines of the block; a block on one line is opened. */
function insideBlock(code: Code, block: Node, lines: readonly string[]): readonly Edit[] {
  const text = code.segment.text;
  const body = block.namedChildren.find((child) => child.type === "block") ?? block;
  const open = code.start(body) + 1;
  const close = code.end(body) - 1;
  const line = text.lastIndexOf("\n", open) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? "";
  const inner = `${indent}${indent.startsWith("\t") ? "\t" : "    "}`;
  const start = open + (/^[ \t]*/.exec(text.slice(open, close))?.[0].length ?? 0);
  const written = lines.map((comment) => `\n${inner}${comment}`).join("");
  if (text[start] === "\n" || text[start] === "\r") return [{ start: open, end: start, newText: written }];
  const edits = [{ start: open, end: start, newText: `${written}\n${inner}` }];
  const content = text.slice(start, close);
  const blanks = content.length - content.trimEnd().length;
  return content.includes("\n") || content.trim() === "" ? edits : [...edits, { start: close - blanks, end: close, newText: `\n${indent}` }];
}
