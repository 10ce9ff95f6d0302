import type { Code } from "../../engine/code.js";
import { isDocHidden } from "../../engine/outline.js";
import { isHidden } from "../../engine/docs.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { hasPublicApi, visibilityOf } from "../../engine/visibility.js";

export default defineRule({
  id: "glob-reexport",
  group: "api",
  since: "0.1.0",
  severity: "information",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Public API Rules 1: stability",
  scope: "crate",
  regions: ["production"],
  looksFor: "presence",
  wants: (segment) => segment.keyword === "use" && segment.visibility === "public" && segment.text.includes("*", segment.head),
  summary: "Finds `pub use dependency::*`, which makes the whole API of another crate a part of yours.",
  why: "With a glob, every name the dependency adds, changes or removes is added, changed or removed in your API as well: its minor release can be your breaking one, and you will not see it in a diff.",
  remedy: "Re-export the items by name, or the crate itself (`pub use dependency;`), so that users see whose API it is.",
  limits: "In a file outside any package every path that does not begin with `crate`, `self`, `super` or a name of the same module counts as another crate's.",
  options: {},
  messages: {
    glob: "everything `{path}` exports, now and later, becomes public API of this crate; re-export the items by name",
  },
  on: {
    use_declaration(node, cx) {
      const { code } = cx;
      if (code.inMacro(node) || !hasPublicApi(code) || visibilityOf(code, node) !== "public") return;
      for (const wildcard of node.descendantsOfType("use_wildcard")) {
        const path = fullPath(code, wildcard);
        if (!path || !isOtherCrate(code, path)) continue;
        if (isHidden(code, node) || code.place.containers.some((container) => isDocHidden(container.metas)) || !code.facts.ask("open", code.place.scope.key)) return;
        cx.report(wildcard, { message: "glob", data: { path: path.replace(/^::/, "") } });
      }
    },
  },
});

/** The path before `::*`, prefixes of the lists around it included. */
function fullPath(code: Code, wildcard: Node): string {
  let path = code.text(wildcard).replace(/\s/g, "").replace(/(?:::)?\*$/, "");
  for (const up of code.ancestors(wildcard)) {
    if (up.type !== "scoped_use_list") continue;
    const prefix = up.childForFieldName("path");
    const own = prefix ? code.text(prefix).replace(/\s/g, "") : "";
    path = path === "" ? own : `${own}::${path}`;
  }
  return path;
}

const localRoots: ReadonlySet<string> = new Set(["crate", "self", "super", "Self"]);
const standard: ReadonlySet<string> = new Set(["std", "core", "alloc", "proc_macro"]);

/** True when a path leads out of the crate: its first name, imports of the module followed, is a dependency or the standard library. */
function isOtherCrate(code: Code, path: string): boolean {
  const absolute = path.startsWith("::");
  let first = path.replace(/^::/, "").split("::")[0] ?? "";
  for (let depth = 0; depth < 4 && !absolute; depth++) {
    if (localRoots.has(first)) return false;
    const binding = code.facts.ask("binding", code.place.scope.key, first);
    if (binding?.kind === "local") return false;
    const next = binding?.path.split("::")[0] ?? first;
    if (next === first) break;
    first = next;
  }
  return standard.has(first) || (code.role.target === "none" ? /^[a-z_]/.test(first) : code.role.dependencies.has(first.replace(/^r#/, "")));
}
