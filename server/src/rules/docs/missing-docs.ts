import { containsAny } from "../../engine/rules.js";
import type { Code } from "../../engine/code.js";
import { docs, innerDocs } from "../../engine/docs.js";
import type { Fix } from "../../engine/finding.js";
import { defineRule, type FixContext, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { hasPublicApi, isPublicApi, nameOf } from "../../engine/visibility.js";
import { onDocumentedItems } from "../shared/documentedItems.js";
import { insertDocComment } from "../shared/docInsertion.js";
import { skeleton } from "../shared/docSkeleton.js";
import { isPlainlyDocumented, mayBePublic } from "../shared/publicItems.js";
import { snippetText } from "../../engine/snippet.js";
import { isPlaceholder } from "../shared/safetyComment.js";

const messages = {
  missing: "{what} is public and has no documentation; say what it is for",
  unfinished: "the documentation of {what} is still a placeholder; say what it is for",
  crate: "the crate has no documentation; say what it is for in a `//!` comment at its start",
} as const;

const macroExport = ["macro_export"];

/** Items that can have documentation of their own; imports are documented where their item is. */
const documentable: ReadonlySet<string> = new Set(["fn", "struct", "enum", "union", "trait", "mod", "const", "static", "type"]);

export default defineRule({
  id: "missing-docs",
  group: "docs",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["missing_docs"],
  clause: "Mandatory Constraints: document all public APIs",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "absence",
  about: "public-api",
  wants: (segment, place, first, _options, sight) =>
    (first && sight.crateRoot) || (segment.keyword === "macro-rules" ? containsAny(segment.text, macroExport) : documentable.has(segment.keyword) && segment.kind !== "close" && mayBePublic(segment, place) && !isPlainlyDocumented(segment)),
  summary: "Asks for documentation on everything the crate's public API reaches.",
  why: "The public API is all that a user sees. What is not written down has to be guessed from the source, and every guess becomes a dependency on how it happens to work.",
  remedy: "Write a `///` comment whose first sentence says what the item is for; for the crate and for modules, `//!` at their start.",
  limits: "Binaries, and the crate comment of a crate with nothing public, are left alone. Whether the file of a `pub mod name;` is documented is known only where the crate's other files are. Stricter than the lint: a comment that is still a placeholder does not count.",
  options: {},
  messages,
  on: {
    ...onDocumentedItems(visit),
    source_file(node, cx) {
      const { code } = cx;
      if (!cx.first || !code.role.crateRoot || !hasPublicApi(code) || innerDocs(code, node).present || !code.facts.ask("publicItems")) return;
      const text = code.segment.text;
      const line = /^[^\r\n]*/.exec(text)?.[0] ?? "";
      cx.report(node, { message: "crate", range: { start: 0, end: line.length }, fixes: () => [crateFix(code)] });
    },
  },
});

/** What an item is called in a message, by its node's kind. */
const kinds: Readonly<Record<string, string>> = {
  struct_item: "struct",
  enum_item: "enum",
  union_item: "union",
  trait_item: "trait",
  type_item: "type alias",
  associated_type: "associated type",
  const_item: "constant",
  static_item: "static",
  macro_definition: "macro",
  enum_variant: "variant",
  field_declaration: "field",
  mod_item: "module",
};

function visit(node: Node, cx: RuleContext<typeof messages>): void {
  const { code } = cx;
  const name = node.childForFieldName("name");
  if (!name || code.text(name) === "_" || !isPublicApi(code, node)) return;
  const { present, unknownText, text } = docs(code, node);
  const unfinished = present && !unknownText && isPlaceholder(text);
  if (present && !unfinished) return;
  // An out-of-line module may be documented in its file; where that is unknown there is nothing to say.
  if (!present && node.type === "mod_item" && !node.childForFieldName("body") && code.facts.ask("documentedFile", code.place.scope.key, nameOf(code, node)) !== false) return;
  const what = `${kindOf(code, node)} \`${code.text(name)}\``;
  const range = { start: code.start(name), end: code.end(name) };
  if (unfinished) cx.report(node, { message: "unfinished", data: { what }, range });
  else cx.report(node, { message: "missing", data: { what }, range, fixes: (fix) => [docFix(code, fix, node, cx.exempt)] });
}

function kindOf(code: Code, node: Node): string {
  const kind = kinds[node.type];
  if (kind) return kind;
  const container = code.place.containers.at(-1)?.keyword;
  return container === "impl" || container === "trait" ? "method" : "function";
}

function docFix(code: Code, fix: FixContext, node: Node, exempt: (inner: Node) => boolean): Fix {
  const edit = insertDocComment(code, node, skeleton(code, fix, node, exempt));
  return { title: `Document \`${nameOf(code, node)}\``, kind: "quickfix", applicability: "suggestion", preferred: true, snippet: true, edits: [edit] };
}

/** Above the first line of the root, below a shebang and a byte order mark. */
function crateFix(code: Code): Fix {
  const text = code.segment.text;
  const at = /^\uFEFF?(?:#!(?!\s*\[)[^\n]*\n)?/.exec(text)?.[0].length ?? 0;
  const apart = code.segment.kind === "inner" ? "" : "\n";
  return {
    title: "Document the crate",
    kind: "quickfix",
    applicability: "suggestion",
    preferred: true,
    snippet: true,
    edits: [{ start: at, end: at, newText: `//! \${1:${snippetText("TODO: say what the crate is for")}}\n${apart}` }],
  };
}
