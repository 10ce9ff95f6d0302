import { metasOf } from "../../engine/attributes.js";
import { fenceInfo } from "../../engine/docExamples.js";
import { docs, markdown, type Fence } from "../../engine/docs.js";
import type { Fix } from "../../engine/finding.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Segment } from "../../engine/segment.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { insertDocSection } from "../shared/docInsertion.js";
import { isAccessor, isExplainedElsewhere } from "../shared/exampleNeeds.js";
import { mayBePublic } from "../shared/publicItems.js";
import { isPlaceholder } from "../shared/safetyComment.js";

const messages = {
  missing: "the documentation of `{name}` has no example; show how it is used",
  unfinished: "the example of `{name}` shows nothing yet; show how it is used",
} as const;

const keywords: ReadonlySet<string> = new Set(["fn", "struct", "enum", "union", "trait", "macro-rules"]);

export default defineRule({
  id: "missing-examples-doc",
  group: "docs",
  since: "0.1.0",
  severity: "information",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["rustdoc::missing_doc_code_examples"],
  clause: "Public API Rules 5: examples for every public item",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "absence",
  wants: (segment, place) => {
    if (!keywords.has(segment.keyword) || segment.name.endsWith("Error") || place.containers.at(-1)?.keyword === "trait") return false;
    return (segment.keyword === "macro-rules" || mayBePublic(segment, place)) && isDocumentedWithoutExample(segment) && !(place.containers.length > 0 && isAccessor(segment));
  },
  summary: "Asks for an example in the documentation of each public function, type, trait and macro.",
  why: "An example is what readers look for first. It says in three lines what a page of prose leaves open, and rustdoc compiles it, so it stays true.",
  remedy: "Add an `# Examples` section with a short program that uses the item the way a caller would.",
  limits:
    "Items without any documentation are left to `missing-docs`, and ignored examples to `doc-example-ignored`. The methods of a type whose own documentation shows an example need none; neither do members of traits, error types and what is deprecated. Methods that do nothing but read or set a field need none, and neither does what its documentation explains by another item (“created by [`iter`]”, “See [`now`] for details.”): the example belongs there.",
  options: {},
  messages,
  on: { function_item: visit, struct_item: visit, enum_item: visit, union_item: visit, trait_item: visit, macro_definition: visit },
});

/** False where the first code fence of the leading comments opens a plain Rust example: nothing can be missing then. */
function isDocumentedWithoutExample(segment: Segment): boolean {
  const leading = segment.text.slice(0, segment.head);
  if (!/\/\/\/|\/\*\*|\bdoc\b/.test(leading)) return false;
  const first = /(?:```|~~~)([^\n]*)/.exec(leading);
  return !first || !/^\s*(?:rust\s*)?$/.test(first[1] ?? "") || /\btodo\b/i.test(leading);
}

function visit(node: Node, cx: RuleContext<typeof messages>): void {
  const { code } = cx;
  const name = node.childForFieldName("name");
  const found = docs(code, node);
  if (!name || !found.present || found.unknownText || found.text.trim() === "" || !isPublicApi(code, node)) return;
  // In a file outside any package `main` is the program's, not a library's.
  if (code.role.target === "none" && code.place.containers.length === 0 && nameOf(code, node) === "main") return;
  if (metasOf(code, node).some((meta) => meta.path === "deprecated")) return;
  const container = code.place.containers.at(-1);
  if (container?.keyword === "impl" && (container.name.endsWith("Error") || code.facts.ask("marked", "example", container.name))) return;
  const examples = markdown(found.text).fences.filter((fence) => fenceInfo(fence.info).rust);
  if (examples.some((fence) => !isUnfinished(fence)) || hasIndentedCode(found.text)) return;
  if (examples.length === 0 && isExplainedElsewhere(code.segment, found.text)) return;
  const data = { name: nameOf(code, node) };
  const range = { start: code.start(name), end: code.end(name) };
  if (examples.length > 0) cx.report(node, { message: "unfinished", data, range });
  else cx.report(node, { message: "missing", data, range, fixes: () => [exampleFix(cx, node)] });
}

/** Nothing but a comment that says what is to be written. */
function isUnfinished(fence: Fence): boolean {
  const lines = fence.code.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return lines.length === 0 || lines.every((line) => line.startsWith("//") && isPlaceholder(line.replace(/^\/+/, "")));
}

/** Four blanks behind an empty line outside of lists make a code block, which rustdoc takes for an example as well. */
function hasIndentedCode(text: string): boolean {
  return /(?:^|\n)[ \t]*\n(?: {4}|\t)\S/.test(`\n\n${text}`) && !/^ {0,3}(?:[-*+]|\d+[.)])\s/m.test(text);
}

function exampleFix(cx: RuleContext<typeof messages>, node: Node): Fix {
  const name = nameOf(cx.code, node);
  const edit = insertDocSection(cx.code, node, "Examples", ["```", `\${1:// TODO: show how \`${name}\` is used}`, "```"]);
  return { title: "Add an `# Examples` section", kind: "quickfix", applicability: "suggestion", preferred: true, snippet: true, edits: [edit] };
}
