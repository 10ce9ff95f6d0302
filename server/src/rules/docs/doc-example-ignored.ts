import { fenceInfo } from "../../engine/docExamples.js";
import type { Code } from "../../engine/code.js";
import { docs, innerDocs, markdown, type Docs } from "../../engine/docs.js";
import type { Fix } from "../../engine/finding.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { hasPublicApi, isPublicApi } from "../../engine/visibility.js";
import { onDocumentedItems } from "../shared/documentedItems.js";
import { docLines, type DocLine } from "../shared/docLines.js";
import { isPlaceholder } from "../shared/safetyComment.js";

const messages = {
  ignored: "this example is never compiled and may be wrong; let it compile with `no_run`, or say why it cannot in `ignore (…)`",
} as const;

type Context = RuleContext<typeof messages>;

const fence = /(?:`{3,}|~{3,})[^\n`]*\bignore(?![\w-])/;

export default defineRule({
  id: "doc-example-ignored",
  group: "docs",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Release Checklist: examples compile and run",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "presence",
  clues: [["ignore"]],
  wants: (segment) => fence.test(segment.text),
  summary: "Finds documented examples that are marked `ignore` without a reason.",
  why: "An ignored example is never compiled. It goes out of date with the first change of the API, and readers copy it all the same.",
  remedy: "Replace `ignore` by `no_run`, which compiles the example without running it, complete it with hidden `# ` lines, mark what is no Rust as `text`, or write the reason in parentheses: `ignore (needs a server)`.",
  limits: "Looks at the documentation of the crate, of modules and of what the public API reaches. A block that only shows the signature of a function is not taken for an example. Whether an example would compile is not known.",
  options: {},
  messages,
  on: {
    ...onDocumentedItems(visit),
    source_file(node, cx) {
      const { code } = cx;
      if (code.segment.kind === "inner" && hasPublicApi(code) && code.facts.ask("open", "")) judge(node, innerDocs(code, node), cx);
    },
  },
});

/** One function without a body: it shows a signature and cannot be an example. */
const signature = /^(?:\s|\/\/.*$)*(?:(?:pub(?:\([^)]*\))?|async|unsafe|const|extern(?:\s+"\w+")?)\s+)*fn\s+\w+[^{}=]*;?\s*$/m;

function visit(node: Node, cx: Context): void {
  const found = docs(cx.code, node);
  if (found.present && found.text.includes("ignore") && isPublicApi(cx.code, node)) judge(node, found, cx);
}

function judge(node: Node, found: Docs, cx: Context): void {
  const { code } = cx;
  let lines: readonly DocLine[] | undefined;
  for (const { info, line, code: example } of markdown(found.text).fences) {
    const { rust, ignored, comment } = fenceInfo(info);
    if (!rust || !ignored || (comment !== "" && !isPlaceholder(comment)) || signature.test(example)) continue;
    lines ??= docLines(code, found);
    const place = lines[line];
    if (!place) continue;
    const text = code.segment.text.slice(place.start, place.end);
    const start = place.written ? place.start + Math.max(0, text.search(/`{3}|~{3}/)) : place.start;
    cx.report(node, { message: "ignored", range: { start, end: place.end }, fixes: () => (place.written ? fixes(code, start, place.end) : []) });
  }
}

function fixes(code: Code, start: number, end: number): readonly Fix[] {
  const word = /\bignore(?![\w-])(\s*\([^)]*\))?/.exec(code.segment.text.slice(start, end));
  if (!word) return [];
  const at = { start: start + word.index, end: start + word.index + word[0].length };
  return [
    { title: "Say why it is ignored", kind: "quickfix", applicability: "suggestion", snippet: true, edits: [{ ...at, newText: "ignore (${1:TODO: say why})" }] },
    { title: "Compile it with `no_run`", kind: "quickfix", applicability: "suggestion", edits: [{ ...at, newText: "no_run" }] },
  ];
}
