import { metasOf } from "../../engine/attributes.js";
import type { Code } from "../../engine/code.js";
import { hasModifier } from "../../engine/context.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { mayBePublic } from "../shared/publicItems.js";

export default defineRule({
  id: "unsafe-fn-without-safe-wrapper",
  group: "unsafe",
  since: "0.1.0",
  severity: "information",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Public API Rules 3: Safe wrappers for unsafe operations",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "absence",
  needs: ["unsafe"],
  about: "public-api",
  clues: [["unsafe"], ["fn"]],
  wants: (segment, place) => segment.keyword === "fn" && mayBePublic(segment, place) && place.containers.at(-1)?.keyword !== "trait" && /\bunsafe\s+fn\b/.test(segment.text.slice(segment.head, segment.body)),
  summary: "Asks for a safe way to use each public unsafe function.",
  why: "Whoever needs the operation must write `unsafe` and keep its conditions alone, at every call. Checked once, behind a safe function, they cannot be forgotten.",
  remedy: "Add a safe function that checks the conditions and calls this one, or make them part of a type. Where callers must keep them, as with a constructor from raw parts, waive the finding.",
  limits: "A call of that name in an `unsafe` block of any safe function of the crate counts as the wrapper, as does a safe `name` beside `name_unchecked`. Functions for callers in C are left alone.",
  options: {},
  messages: {
    bare: "`{name}` is unsafe, and nothing safe in this crate calls it; offer a safe function that checks its conditions",
  },
  on: {
    function_item(node, cx) {
      const { code } = cx;
      const name = node.childForFieldName("name");
      if (!name || !hasModifier(node, "unsafe") || hasModifier(node, "extern") || !isPublicApi(code, node) || isExported(code, node)) return;
      const written = nameOf(code, node);
      if (hasCheckedTwin(code, written)) return;
      // Of a module alone one cannot tell who calls the function.
      if (!code.role.crateRoot && !code.facts.ask("indexed")) return;
      if (code.facts.ask("wrapped", written) !== false) return;
      cx.report(node, { message: "bare", data: { name: written }, range: { start: code.start(name), end: code.end(name) } });
    },
  },
});

/** `no_mangle` and `export_name`: its callers are not written in Rust. */
function isExported(code: Code, node: Node): boolean {
  return metasOf(code, node).some((meta) => meta.path === "no_mangle" || meta.path === "export_name");
}

/** `get` beside `get_unchecked`, `get_mut` beside `get_unchecked_mut`, or the same with `try_` or `checked_`. */
function hasCheckedTwin(code: Code, name: string): boolean {
  const unchecked = /^(?:(\w+?)_unchecked(_\w+)?|unchecked_(\w+))$/.exec(name);
  if (!unchecked) return false;
  const base = unchecked[3] ?? `${unchecked[1] ?? ""}${unchecked[2] ?? ""}`;
  const container = code.place.containers.at(-1);
  const owner = container?.keyword === "impl" ? container.name : "";
  return [base, `try_${base}`, `checked_${base}`].some((twin) => code.facts.ask("signatures", twin).some((signature) => signature.owner === owner && !signature.isUnsafe));
}
