import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { errorsLines, returnedResult, sectionFixes, sectionState } from "../shared/errorTypeDocs.js";
import { hasPlainSection, mayBePublicFunction } from "../shared/publicItems.js";

const messages = {
  missing: "`{name}` returns a `Result`, but its documentation has no `# Errors` section; say when it fails",
  renamed: "the heading `{heading}` of `{name}` is no `# Errors` section; rename it so that tools and readers find it",
  unfinished: "the `# Errors` section of `{name}` says nothing yet; say when it fails",
} as const;

export default defineRule({
  id: "missing-errors-doc",
  group: "docs",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::missing_errors_doc"],
  clause: "Code Requirements: REQUIRED: Documentation, `# Errors`",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "absence",
  about: "public-api",
  needs: ["->"],
  wants: (segment, place) => mayBePublicFunction(segment, place) && !hasPlainSection(segment, "Errors"),
  summary: "Asks for an `# Errors` section on each public function that returns a `Result`.",
  why: "A caller decides by the documentation which failures to handle and which cannot happen; the type alone does not say when each error comes.",
  remedy: "Add an `# Errors` section to the doc comment that says for each error when it is returned.",
  limits: "An alias from another file that is not named `Result` is not recognised. Stricter than the lint: a section that is empty or still a placeholder does not count, and a function that returns `impl Future` of a `Result` counts like an `async` one.",
  options: {},
  messages,
  on: { function_item: visit, function_signature_item: visit },
});

function visit(node: Node, cx: RuleContext<typeof messages>): void {
  const { code } = cx;
  const name = node.childForFieldName("name");
  if (!name || !isPublicApi(code, node)) return;
  // In a file outside any package `main` is the program's, not a library's.
  if (code.role.target === "none" && code.place.containers.length === 0 && nameOf(code, node) === "main") return;
  const result = returnedResult(code, node);
  if (!result) return;
  const found = sectionState(code, node, "errors");
  if (found.state === "present") return;
  const data = { name: nameOf(code, node) };
  const range = { start: code.start(name), end: code.end(name) };
  if (found.state === "unfinished") cx.report(node, { message: "unfinished", data, range });
  else {
    const fixes: NonNullable<Parameters<typeof cx.report>[1]["fixes"]> = (fix) => sectionFixes(code, node, "errors", "Errors", errorsLines(code, fix, node, result, 1));
    if (found.state === "renamed") cx.report(node, { message: "renamed", data: { ...data, heading: found.heading }, range, fixes });
    else cx.report(node, { message: "missing", data, range, fixes });
  }
}
