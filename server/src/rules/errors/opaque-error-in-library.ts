import { isTrivia, type Code } from "../../engine/code.js";
import { lastSegment } from "../../engine/declarations.js";
import { stripArguments } from "../../engine/pathText.js";
import { resolvePath } from "../../engine/resolve.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { mayBePublic, mayBePublicFunction } from "../shared/publicItems.js";

const messages = {
  returned: "`{name}` returns `{type}`, which hides from a caller what can fail; a library needs an error type of its own",
  aliased: "the alias `{name}` stands for `{type}`, which hides from a caller what can fail; a library needs an error type of its own",
} as const;

const crates: ReadonlySet<string> = new Set(["anyhow", "eyre", "color_eyre", "stable_eyre"]);
/** What a glob import may bring in. */
const types: ReadonlySet<string> = new Set([...crates].flatMap((name) => [`${name}::Result`, `${name}::Error`, `${name}::Report`]));
const deepest = 4;
/** Characters of a type that a message shows. */
const longest = 60;

export default defineRule({
  id: "opaque-error-in-library",
  group: "errors",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Code Requirements: REQUIRED: Explicit error types",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "presence",
  needs: ["->", "type"],
  about: "public-api",
  // Inside `Option<…>` and the like, only a name that says so is worth a parse.
  wants: (segment, place) => mayBePublicFunction(segment, place) || (segment.keyword === "fn" && mayBePublic(segment, place) && /->[^{;]*(?:anyhow|eyre|Result|Report)\b/.test(segment.text.slice(segment.head, segment.body))) || (segment.keyword === "type" && segment.visibility === "public"),
  summary: "Forbids the catch-all errors of `anyhow` and `eyre` in the public functions of a library.",
  why: "Such an error can only be printed or guessed at by downcasting: a caller cannot see which failures to expect. The crate becomes part of the API too, and its next major version breaks yours.",
  remedy: "Return an enum that implements `std::error::Error`, with a variant for each way to fail. Inside the library and in programs `anyhow` and `eyre` are fine.",
  limits: "Types are known by the path they resolve to; an alias of a private module is looked through. A dependency that the manifest gives another name is not recognised.",
  options: {},
  messages,
  on: {
    function_item: visitFunction,
    function_signature_item: visitFunction,
    type_item(node, cx) {
      const target = node.childForFieldName("type");
      if (target && mayReach(cx.code) && isPublicApi(cx.code, node)) report(node, cx, "aliased", opaqueType(cx.code, target));
    },
  },
});

/** The manifest lists one of the crates; without a manifest, or one without dependencies, nothing is known. */
function mayReach(code: Code): boolean {
  const { dependencies } = code.role;
  if (dependencies.size === 0) return true;
  for (const name of crates) if (dependencies.has(name)) return true;
  return false;
}

function visitFunction(node: Node, cx: RuleContext<typeof messages>): void {
  const type = node.childForFieldName("return_type");
  if (type && mayReach(cx.code) && isPublicApi(cx.code, node)) report(node, cx, "returned", opaqueType(cx.code, type));
}

function report(node: Node, cx: RuleContext<typeof messages>, message: keyof typeof messages, found: Node | undefined): void {
  const { code } = cx;
  if (!found) return;
  cx.report(node, { message, data: { name: nameOf(code, node), type: shown(code.text(found)) }, range: { start: code.start(found), end: code.end(found) } });
}

/** A type on one line; a long one without its arguments. */
function shown(type: string): string {
  const line = type.replace(/\s+/g, " ");
  return line.length <= longest ? line : `${stripArguments(line).trim()}<…>`;
}

/** The first type in a type that is one of the opaque errors, or an alias that stands for one. */
function opaqueType(code: Code, type: Node): Node | undefined {
  const nodes = [type, ...type.descendantsOfType(["generic_type", "scoped_type_identifier", "type_identifier"])];
  return nodes.find((node) => {
    if (node.type !== "generic_type" && node.type !== "scoped_type_identifier" && node.type !== "type_identifier") return false;
    // The name of a generic type, and the last segment of a path, were looked at with their whole.
    const above = node.id === type.id ? undefined : code.parent(node);
    if (above && (above.type === "scoped_type_identifier" || (above.type === "generic_type" && above.childForFieldName("type")?.id === node.id))) return false;
    if (node.type === "generic_type" && givesOwnError(code, node)) return false;
    return isOpaque(code, code.text(node), node, 0);
  });
}

/** `anyhow::Result<T, E>` is std's `Result`; its arguments are looked at by themselves. */
function givesOwnError(code: Code, node: Node): boolean {
  const list = node.childForFieldName("type_arguments")?.namedChildren.filter((child) => !isTrivia(child) && child.type !== "lifetime");
  const name = lastSegment(stripArguments(code.text(node)).trim());
  return list?.length === 2 && (name === "Result" || code.facts.ask("alias", code.place.scope.key, name) === null);
}

function isOpaque(code: Code, written: string, at: Node, depth: number): boolean {
  const path = stripArguments(written).replace(/\s/g, "");
  const full = resolvePath(code, path, at, types);
  if (full !== undefined) return crates.has(full.split("::")[0] ?? "") && full.includes("::");
  if (depth >= deepest || !/^\w+$/.test(path)) return false;
  const scope = code.place.scope.key;
  const alias = code.facts.ask("alias", scope, path);
  // A public alias is reported itself, once.
  if (!alias || (alias.isPublic && (alias.elsewhere || code.facts.ask("reachable", scope, path)))) return false;
  const root = stripArguments(alias.target).trim();
  return alias.elsewhere ? crates.has(root.split("::")[0] ?? "") && root.includes("::") : isOpaque(code, alias.target, at, depth + 1);
}
