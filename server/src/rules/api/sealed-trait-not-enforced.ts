import type { Code } from "../../engine/code.js";
import { genericsEnd, lastSegment } from "../../engine/declarations.js";
import { docs } from "../../engine/docs.js";
import type { Edit, Fix } from "../../engine/finding.js";
import { defineRule, type FixContext } from "../../engine/rule.js";
import type { Segment } from "../../engine/segment.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { withoutComments } from "../../engine/trivia.js";

const forbidden = /(?:must|should|may|can|could)(?: ?not|n't) be implemented|not (?:be )?(?:meant|intended|supposed|designed|allowed|possible) to (?:be )?implement(?:ed)?|(?:cannot|can't|must not|should not|not) implement (?:this|the) trait/;
const strangers = /\b(?:outside|downstream|external(?:ly)?|users?|user code|other crates|third[- ]part(?:y|ies)|anyone|elsewhere|callers?|consumers?)\b/;
const sealedWords = /\b(?:trait is|is a|this is) sealed\b|\bsealed trait\b|\bis sealed\b/;

export default defineRule({
  id: "sealed-trait-not-enforced",
  group: "api",
  since: "0.1.0",
  severity: "information",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Public API Rules 1: stability",
  scope: "crate",
  regions: ["production"],
  looksFor: "absence",
  wants: (segment) => segment.keyword === "trait" && segment.visibility === "public" && /\b(?:sealed|implement)/i.test(segment.text),
  summary: "Finds public traits that are documented as sealed but can be implemented by everybody.",
  why: "As long as the compiler lets others implement the trait, somebody does; then every new method without a default is a breaking change, whatever the documentation says.",
  remedy: "Give the trait a supertrait that cannot be named outside the crate: `mod private { pub trait Sealed {} }` and `pub trait Name: private::Sealed`.",
  limits: "Intent is read from a few common phrases. A supertrait that is imported from another module of the crate is trusted to be private.",
  options: {},
  messages: {
    open: "`{name}` is documented as sealed, but everybody can implement it; give it a private supertrait",
  },
  on: {
    trait_item(node, cx) {
      const { code } = cx;
      const name = node.childForFieldName("name");
      const found = docs(code, node);
      if (!name || !found.present || !saysSealed(found.text) || !isPublicApi(code, node)) return;
      // In a module of such a name the trait is the seal of another.
      if (code.place.containers.some((container) => /^(?:sealed|private|internal)$/.test(container.name))) return;
      if (isSealed(code, node) || code.facts.ask("sealingMember", code.text(name))) return;
      cx.report(node, { message: "open", data: { name: code.text(name) }, range: { start: code.start(name), end: code.end(name) }, fixes: (fix) => seal(code, fix, node) });
    },
  },
});

/** A sentence says that the trait is sealed, or that others cannot or must not implement it. */
function saysSealed(text: string): boolean {
  const prose = text.replace(/(?:^|\n)\s*(?:```|~~~)[\s\S]*?(?:\n\s*(?:```|~~~)|$)/g, "\n").replace(/\s+/g, " ").replace(/[*_`]/g, "");
  return prose.split(/(?<=[.!?;])\s/).some((sentence) => {
    const lower = sentence.toLowerCase();
    return (sealedWords.test(lower) && !/\b(?:not|isn't|no longer|effectively) (?:a )?sealed\b/.test(lower)) || (forbidden.test(lower) && strangers.test(lower) && !/not forbidden|effectively sealed/.test(lower));
  });
}

/** A supertrait or a bound on `Self` that nobody outside can name. */
function isSealed(code: Code, node: Node): boolean {
  const bounds = node.childForFieldName("bounds");
  const where = node.namedChildren.find((child) => child.type === "where_clause");
  const supertraits = [...(bounds?.namedChildren ?? []), ...(where ? where.descendantsOfType(["type_identifier", "scoped_type_identifier"]) : [])];
  return supertraits.some((bound) => isPrivate(code, code.text(bound).replace(/\s/g, "")));
}

function isPrivate(code: Code, bound: string): boolean {
  const path = bound.replace(/^\?/, "");
  if (path.startsWith("'")) return false;
  const name = lastSegment(path);
  if (/\b(?:private|sealed|internal|__\w+)::/i.test(path) || /Sealed|^(?:Private|Internal)/.test(name)) return true;
  const scope = code.place.scope.key;
  const first = path.split(/::|</)[0] ?? "";
  const binding = code.facts.ask("binding", scope, first);
  // What a glob brings in may be private; std's own traits are in scope without one.
  if (binding === null) return !inPrelude.has(first) && code.facts.ask("globs", scope).length > 0;
  if (binding.kind === "import") return comesFromCrate(code, binding.path);
  return first === name ? !code.facts.ask("reachable", scope, name) : !code.facts.ask("open", scope === "" ? first : `${scope}::${first}`);
}

const inPrelude: ReadonlySet<string> = new Set("Send Sync Sized Unpin Copy Clone Debug Drop Fn FnMut FnOnce Iterator Default Eq PartialEq Ord PartialOrd AsRef AsMut Into From ToOwned ToString TryFrom TryInto Extend std core alloc".split(" "));

function comesFromCrate(code: Code, path: string): boolean {
  const first = path.split("::")[0] ?? "";
  return /^(?:crate|super|self)$/.test(first) || code.facts.ask("binding", code.place.scope.key, first)?.kind === "local";
}

/** A private module with the supertrait above the trait, the bound, and impls for the types that implement the trait here. */
function seal(code: Code, fix: FixContext, node: Node): readonly Fix[] {
  const scope = code.place.scope;
  const name = nameOf(code, node);
  if (code.facts.ask("binding", scope.key, "private") !== null || code.place.containers.some((container) => container.keyword !== "mod")) return [];
  const impls = fix.file.segments.filter((segment) => segment.keyword === "impl" && implements_(segment, name));
  const lines = impls.map((segment) => sealedImpl(segment, name));
  if (lines.some((line) => line === undefined) || scope.children.length > 0) return [];
  const text = code.segment.text;
  const start = text.length - text.trimStart().length;
  const lineStart = text.lastIndexOf("\n", code.start(node) - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const module = [`mod private {`, `    pub trait Sealed {}`, `}`, ...lines].map((line, index) => `${index === 0 ? "" : indent}${line ?? ""}\n`).join("");
  const bounds = node.childForFieldName("bounds");
  const after = node.childForFieldName("type_parameters") ?? node.childForFieldName("name");
  const first = bounds?.firstNamedChild;
  if (!after) return [];
  const bound: Edit = first ? { start: code.start(first), end: code.start(first), newText: "private::Sealed + " } : { start: code.end(after), end: code.end(after), newText: ": private::Sealed" };
  return [{ title: "Seal the trait with a private supertrait", kind: "refactor.rewrite", applicability: "suggestion", edits: [{ start, end: start, newText: `${module}\n${indent}` }, bound] }];
}

function implements_(segment: Segment, name: string): boolean {
  return new RegExp(`\\b${name}\\b[^{]*\\bfor\\b`).test(withoutComments(segment.text.slice(segment.head, segment.body)));
}

/** `impl<…> private::Sealed for Type where … {}` for an impl of the trait; undefined for a header that does not read as one. */
function sealedImpl(segment: Segment, name: string): string | undefined {
  const header = withoutComments(segment.text.slice(segment.head, segment.body)).replace(/\s+/g, " ").trim();
  const start = /^(?:unsafe )?impl ?/.exec(header)?.[0].length;
  if (start === undefined) return undefined;
  const end = genericsEnd(header, start);
  const match = new RegExp(`^ ?(?:\\w+::)*${name}(?: ?<.*>)? for (.*)$`).exec(header.slice(end));
  return match?.[1] === undefined ? undefined : `impl${header.slice(start, end)} private::Sealed for ${match[1].replace(/,\s*$/, "")} {}`;
}
