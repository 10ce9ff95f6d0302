import type { Code } from "../../engine/code.js";
import { docs, isHidden, section, type Heading } from "../../engine/docs.js";
import type { Fix } from "../../engine/finding.js";
import { isDocHidden } from "../../engine/outline.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { insertDocSection, renameDocHeading } from "../shared/docInsertion.js";
import { isUnsafeFunction, obligationsIn, parameterObligations } from "../shared/obligations.js";
import { snippetText } from "../../engine/snippet.js";
import { isPlaceholder, itemSafety } from "../shared/safetyComment.js";

const messages = {
  missing: "{what} has no `# Safety` section; say what {who} must ensure",
  heading: "{what} writes `{heading}`, which is no `# Safety` section; make it one so that tools and readers find it",
  unfinished: "{what} has a `# Safety` section that says nothing yet; say what {who} must ensure",
} as const;

const options = {
  checkPrivate: { type: "boolean", default: true, description: "Ask it of items outside the public API too; there a `// SAFETY:` comment above the item does as well." },
} as const;

export default defineRule({
  id: "missing-safety-doc",
  group: "unsafe",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::missing_safety_doc"],
  clause: "Mandatory Constraints: document all public APIs and safety invariants",
  scope: "crate",
  regions: ["production", "example", "build-script"],
  looksFor: "absence",
  needs: ["unsafe"],
  blocks: "with-words",
  clues: [["unsafe"], ["fn", "trait"]],
  wants: (segment) => /\bunsafe\b[^{};=]*\b(?:fn|trait)\b/.test(segment.text),
  summary: "Asks for a `# Safety` section on each unsafe function and unsafe trait.",
  why: "An unsafe function hands its conditions to the caller. A caller who cannot read them cannot keep them, and breaking them is undefined behaviour.",
  remedy: "Add a `# Safety` section that lists what the caller, or the implementor of the trait, must ensure.",
  limits: "Stricter than the lint: private items count (option `checkPrivate`), and a section that is empty or still a placeholder does not. Items of trait impls inherit the trait's documentation; functions of `extern` blocks are not reported.",
  options,
  messages,
  on: {
    function_item: visitFunction,
    function_signature_item: visitFunction,
    trait_item(node, cx) {
      if (node.children.some((child) => child.type === "unsafe")) judge(node, cx, "`unsafe trait", "its implementors");
    },
  },
});

function visitFunction(node: Node, cx: RuleContext<typeof messages, typeof options>): void {
  if (isUnsafeFunction(node) && !isInherited(cx.code, node) && !isOutOfContext(cx.code, node)) judge(node, cx, "`unsafe fn", "its caller");
}

function judge(node: Node, cx: RuleContext<typeof messages, typeof options>, kind: string, who: string): void {
  const { code } = cx;
  const isPublic = isPublicApi(code, node);
  if (!isPublic && !cx.options.checkPrivate) return;
  const name = node.childForFieldName("name");
  if (!name || isHidden(code, node) || code.place.containers.some((container) => isDocHidden(container.metas))) return;
  const documentation = docs(code, node);
  if (documentation.unknownText) return;
  const found = section(documentation.text, "safety");
  const unfinished = found.found && !saysSomething(found.body);
  if (found.found && !unfinished) return;
  if (!isPublic && itemSafety(code, node).state === "present") return;
  const what = `${kind} ${nameOf(code, node)}\``;
  const range = { start: code.start(name), end: code.end(name) };
  const heading = found.nearMiss;
  if (unfinished) cx.report(node, { message: "unfinished", data: { what, who }, range });
  else if (heading) cx.report(node, { message: "heading", data: { what, heading: heading.text }, range, fixes: () => renameFix(code, node, heading) });
  else cx.report(node, { message: "missing", data: { what, who }, range, fixes: () => [sectionFix(code, node)] });
}

/** Items of a trait impl, whose contract the trait states, and declarations of foreign functions. */
function isInherited(code: Code, node: Node): boolean {
  const list = code.parent(node);
  const owner = list?.type === "declaration_list" ? code.parent(list) : undefined;
  if (owner) return owner.type === "foreign_mod_item" || (owner.type === "impl_item" && owner.childForFieldName("trait") !== null);
  if (list) return false;
  const container = code.place.containers.at(-1);
  return container?.keyword === "extern-block" || (container?.impl !== undefined && container.impl.trait !== "");
}

/** A member of an impl or trait that a macro's own syntax hides: which of the two cannot be told. */
function isOutOfContext(code: Code, node: Node): boolean {
  if (!code.inMacro(node) || code.parent(node)?.type === "declaration_list") return false;
  const takesSelf = node.childForFieldName("parameters")?.namedChildren.some((child) => child.type === "self_parameter" || /^(?:mut\s+)?self\s*:/.test(code.text(child))) ?? false;
  return takesSelf || node.type === "function_signature_item";
}

/** True when the section has content and no line of it still begins with a placeholder. */
function saysSomething(body: string): boolean {
  const lines = body.split("\n").filter((line) => !/^[\s=-]*$/.test(line));
  return lines.length > 0 && !lines.some((line) => isPlaceholder(line));
}

function renameFix(code: Code, node: Node, heading: Heading): readonly Fix[] {
  const edit = renameDocHeading(code, node, heading, "Safety");
  return edit ? [{ title: "Make it a `# Safety` section", kind: "quickfix", applicability: "suggestion", preferred: true, edits: [edit] }] : [];
}

function sectionFix(code: Code, node: Node): Fix {
  const body = node.childForFieldName("body");
  const obligations = node.type === "trait_item" ? [] : body ? obligationsIn(code, body) : parameterObligations(code, node);
  const fallback = node.type === "trait_item" ? "TODO: say what an implementation must ensure" : "TODO: say what the caller must ensure";
  const lines = obligations.length === 0 ? [`\${1:${fallback}}`] : obligations.map(({ must }, index) => `- \${${index + 1}:TODO: }${snippetText(must)}`);
  return { title: "Add a `# Safety` section", kind: "quickfix", applicability: "suggestion", preferred: true, snippet: true, edits: [insertDocSection(code, node, "Safety", lines)] };
}
