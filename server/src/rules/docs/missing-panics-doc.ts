import type { Fix } from "../../engine/finding.js";
import { defineRule } from "../../engine/rule.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { panicsLines, sectionFixes, sectionState } from "../shared/errorTypeDocs.js";
import { panicSites, panicWords } from "../shared/panicSites.js";
import { hasPlainSection, mayBePublic } from "../shared/publicItems.js";

/** Places shown with a finding. */
const mostShown = 4;

export default defineRule({
  id: "missing-panics-doc",
  group: "docs",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::missing_panics_doc"],
  clause: "Code Requirements: REQUIRED: Documentation",
  scope: "crate",
  regions: ["production"],
  looksFor: "absence",
  about: "public-api",
  needs: panicWords,
  blocks: "with-words",
  clues: [panicWords],
  wants: (segment, place) => segment.keyword === "fn" && place.containers.at(-1)?.keyword !== "trait" && mayBePublic(segment, place) && !hasPlainSection(segment, "Panics"),
  summary: "Asks for a `# Panics` section on each public function that can panic.",
  why: "A panic is part of a function's contract: a caller who does not know the condition cannot avoid it.",
  remedy: "Add a `# Panics` section that says when the function panics, or return an error instead.",
  limits: "Looks for `panic!`, `assert!`, `assert_eq!`, `assert_ne!`, `unwrap()` and `expect(\"…\")` in the function itself, closures and async blocks included. Indexing, `unreachable!`, `todo!`, provided trait methods and functions it calls are not followed. Stricter than the lint: a section that is empty or still a placeholder does not count.",
  options: {},
  messages: {
    missing: "`{name}` can panic (`{site}`), but its documentation has no `# Panics` section; say when",
    renamed: "the heading `{heading}` of `{name}` is no `# Panics` section; rename it so that tools and readers find it",
    unfinished: "the `# Panics` section of `{name}` says nothing yet; say when it panics",
  },
  on: {
    function_item(node, cx) {
      const { code } = cx;
      const name = node.childForFieldName("name");
      if (!name || !isPublicApi(code, node) || code.place.containers.at(-1)?.keyword === "trait") return;
      const found = sectionState(code, node, "panics");
      if (found.state === "present") return;
      const sites = panicSites(code, node, cx.exempt);
      const [first] = sites;
      if (!first) return;
      const data = { name: nameOf(code, node) };
      const range = { start: code.start(name), end: code.end(name) };
      const related = sites.slice(0, mostShown).map((site) => ({ start: site.start, end: site.end, message: "can panic here" }));
      if (found.state === "unfinished") return cx.report(node, { message: "unfinished", data, range, related });
      const fixes = (): readonly Fix[] => sectionFixes(code, node, "panics", "Panics", panicsLines(code, sites, 1));
      if (found.state === "renamed") cx.report(node, { message: "renamed", data: { ...data, heading: found.heading }, range, related, fixes });
      else cx.report(node, { message: "missing", data: { ...data, site: first.text }, range, related, fixes });
    },
  },
});
