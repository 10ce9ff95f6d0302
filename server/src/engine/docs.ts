/** Doc comments in every form (rules-core specification 2.8). */
import { outerAttributes } from "./attributes.js";
import type { Code } from "./code.js";
import { parseAttribute, type Meta } from "./meta.js";
import type { Node } from "./syntax.js";
import { docKind } from "./trivia.js";

/** The documentation of an item. */
export interface Docs {
  readonly present: boolean;
  /** Some of the text comes from a macro (`include_str!`), so nothing may be concluded from its absence. */
  readonly unknownText: boolean;
  /** Lines joined by `\n`, comment markers and one leading blank left in place as rustdoc sees them. */
  readonly text: string;
  /** Comment and attribute nodes that make it up, in source order. */
  readonly nodes: readonly Node[];
}

/** Documentation of a node: outer docs before it, then inner docs at the start of its body. */
export function docs(code: Code, node: Node): Docs {
  return code.memo("docs", node, () => {
    const before: Node[] = [];
    for (let sibling = node.previousSibling; sibling; sibling = sibling.previousSibling) {
      if (sibling.type === "line_comment" || sibling.type === "block_comment" || sibling.type === "attribute_item") before.unshift(sibling);
      else break;
    }
    const outer = collect(code, before, false);
    const body = node.type === "source_file" ? node : node.childForFieldName("body");
    const inner = body ? collect(code, leading(body), true) : empty;
    return join(outer, inner);
  });
}

/** Inner documentation at the start of a body or of the segment (`//!`). */
export function innerDocs(code: Code, body: Node): Docs {
  return collect(code, leading(body), true);
}

const empty: Docs = { present: false, unknownText: false, text: "", nodes: [] };

function join(a: Docs, b: Docs): Docs {
  if (!b.present) return a;
  if (!a.present) return b;
  return { present: true, unknownText: a.unknownText || b.unknownText, text: `${a.text}\n${b.text}`, nodes: [...a.nodes, ...b.nodes] };
}

function leading(body: Node): readonly Node[] {
  const found: Node[] = [];
  for (const child of body.namedChildren) {
    if (child.type !== "line_comment" && child.type !== "block_comment" && child.type !== "inner_attribute_item" && child.type !== "shebang") break;
    found.push(child);
  }
  return found;
}

function collect(code: Code, trivia: readonly Node[], inner: boolean): Docs {
  const nodes: Node[] = [];
  const lines: string[] = [];
  let unknownText = false;
  for (const node of trivia) {
    if (node.type === "line_comment" || node.type === "block_comment") {
      const text = code.text(node).replaceAll("\r", "");
      const kind = docKind(text);
      if (!kind.doc || kind.inner !== inner) continue;
      nodes.push(node);
      lines.push(node.type === "line_comment" ? text.slice(3).replace(/\n$/, "") : blockText(text));
      continue;
    }
    if (node.type !== (inner ? "inner_attribute_item" : "attribute_item")) continue;
    for (const meta of parseAttribute(code.text(node))) {
      if (!isDocText(meta)) continue;
      nodes.push(node);
      if (meta.literal) lines.push(meta.value);
      else unknownText = true;
    }
  }
  if (nodes.length === 0) return empty;
  return { present: true, unknownText, text: unindent(lines.join("\n")), nodes };
}

/** `#[doc = …]`; `#[doc(alias)]`, `#[doc(hidden)]` and the like are no documentation. */
function isDocText(meta: Meta): boolean {
  return meta.path === "doc" && meta.kind === "value";
}

function blockText(comment: string): string {
  const body = comment.replace(/^\/\*[*!]/, "").replace(/\*\/$/, "");
  const lines = body.split("\n");
  const starred = lines.slice(1).every((line) => /^\s*(\*|$)/.test(line));
  return lines.map((line, index) => (index > 0 && starred ? line.replace(/^\s*\*/, "") : line)).join("\n");
}

/** Removes the blanks that all non-empty lines have in common. */
function unindent(text: string): string {
  const lines = text.split("\n");
  let least = Infinity;
  for (const line of lines) if (line.trim() !== "") least = Math.min(least, line.length - line.trimStart().length);
  if (!Number.isFinite(least) || least === 0) return text;
  return lines.map((line) => line.slice(Math.min(least, line.length - line.trimStart().length))).join("\n");
}

/** A heading of a Markdown text. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  /** Line in the documentation text, from 0. */
  readonly line: number;
}

/** A fenced code block of a Markdown text. */
export interface Fence {
  readonly info: string;
  readonly line: number;
  readonly code: string;
}

/** Headings and fenced blocks of a Markdown text (CommonMark: ATX and setext headings, outside code). */
export function markdown(text: string): { readonly headings: readonly Heading[]; readonly fences: readonly Fence[] } {
  const headings: Heading[] = [];
  const fences: Fence[] = [];
  const lines = text.split("\n");
  let fence: { marker: string; info: string; line: number; code: string[] } | undefined;
  let paragraph = false;
  lines.forEach((line, index) => {
    const open = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence) {
      if (open && open[1]?.[0] === fence.marker[0] && (open[1]?.length ?? 0) >= fence.marker.length && (open[2] ?? "").trim() === "") {
        fences.push({ info: fence.info, line: fence.line, code: fence.code.join("\n") });
        fence = undefined;
      } else fence.code.push(line);
      return;
    }
    if (open?.[1] && !(open[1].startsWith("`") && (open[2] ?? "").includes("`"))) {
      fence = { marker: open[1], info: (open[2] ?? "").trim(), line: index, code: [] };
      paragraph = false;
      return;
    }
    const atx = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(line);
    if (atx?.[1]) {
      headings.push({ level: atx[1].length, text: (atx[2] ?? "").trim(), line: index });
      paragraph = false;
      return;
    }
    const underline = /^ {0,3}(=+|-+)[ \t]*$/.exec(line);
    if (underline && paragraph) {
      headings.push({ level: underline[1]?.startsWith("=") ? 1 : 2, text: (lines[index - 1] ?? "").trim(), line: index - 1 });
      paragraph = false;
      return;
    }
    paragraph = line.trim() !== "" && (paragraph || !/^(?: {4}|\t)/.test(line));
  });
  if (fence) fences.push({ info: fence.info, line: fence.line, code: fence.code.join("\n") });
  return { headings, fences };
}

/** Section names that count, by what they document; exact and case-sensitive as in clippy. */
export const sectionNames = {
  errors: ["Errors"],
  panics: ["Panics"],
  safety: ["Safety", "SAFETY", "Implementation safety", "Implementation Safety"],
} as const;

export type SectionName = keyof typeof sectionNames;

/** What a documentation text has of a section. */
export interface Section {
  readonly found: boolean;
  /** Text below the heading up to the next heading of its level or a higher one; empty where there is none. */
  readonly body: string;
  /** A heading, or a line in bold type (then its level is 0), that was meant to be the section. */
  readonly nearMiss?: Heading;
}

/** Looks for a section in a documentation text, and where it has none, for what was meant to be one. */
export function section(text: string, name: SectionName): Section {
  const { headings } = markdown(text);
  const names: readonly string[] = sectionNames[name];
  const own = headings.find((heading) => names.includes(heading.text));
  if (own) {
    const next = headings.find((heading) => heading.line > own.line && heading.level <= own.level);
    return { found: true, body: text.split("\n").slice(own.line + 1, next?.line).join("\n").trim() };
  }
  const stem = name.replace(/s$/, "");
  const near = headings.find((heading) => new RegExp(`^\\W*${stem}s?\\W*$`, "i").test(heading.text)) ?? boldLine(text, stem);
  return near ? { found: false, body: "", nearMiss: near } : { found: false, body: "" };
}

/** A line that is nothing but the section's name in bold type: `**Errors**`, `__Errors:__`. */
function boldLine(text: string, stem: string): Heading | undefined {
  const shape = new RegExp(`^ {0,3}(\\*\\*|__)${stem}s?:?\\1:?\\s*$`, "i");
  const { fences } = markdown(text);
  const lines = text.split("\n");
  const line = lines.findIndex((candidate, index) => shape.test(candidate) && !fences.some((fence) => index > fence.line && index <= fence.line + fence.code.split("\n").length));
  return line < 0 ? undefined : { level: 0, text: (lines[line] ?? "").trim(), line };
}

/** True when `#[doc(hidden)]` stands on the node. */
export function isHidden(code: Code, node: Node): boolean {
  return outerAttributes(code, node).some((use) => use.metas.some((meta) => meta.path === "doc" && meta.items.some((item) => item.path === "hidden")));
}
