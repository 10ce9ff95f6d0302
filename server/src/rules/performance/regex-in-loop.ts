import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { calledPath, resolvePath } from "../../engine/resolve.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { repeatedBy } from "../shared/loops.js";
import { snippetText } from "../../engine/snippet.js";
import { mayRewrite } from "../shared/transparentMacros.js";

const crates = ["regex", "regex::bytes", "fancy_regex", "regex_lite"];
const types: ReadonlySet<string> = new Set(["Regex", "RegexBuilder", "RegexSet"]);
const known: ReadonlySet<string> = new Set(crates.flatMap((crate) => [...types].map((type) => `${crate}::${type}`)));

export default defineRule({
  id: "regex-in-loop",
  group: "performance",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::regex_creation_in_loops"],
  clause: "Optimization Guidelines: AVOID unnecessary allocations",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["Regex::new", "RegexBuilder::new", "RegexSet::new"],
  blocks: "with-words",
  summary: "Finds regular expressions with a fixed pattern that are compiled again in every turn of a loop.",
  why: "To compile a pattern takes thousands of times as long as to match it. In a loop that is most of the running time, for the same automaton each time.",
  remedy: "Compile it once: in a variable before the loop, or in a `static` with `std::sync::LazyLock`.",
  limits: "Patterns that are neither literals nor constants are left alone, because they may change from turn to turn; types imported under another name are not recognised. Besides loops, unlike in clippy, closures count that an iterator calls for each item.",
  options: {},
  messages: {
    compiled: "`{call}` compiles the same pattern in every turn; compile it once, before the loop or in a `LazyLock`",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const target = node.childForFieldName("function");
      if (target?.type !== "scoped_identifier" || !code.text(target).endsWith("new")) return;
      const path = calledPath(code, node)?.split("::") ?? [];
      const type = path.at(-2) ?? "";
      const [pattern, ...more] = argumentsOf(node);
      if (path.at(-1) !== "new" || !types.has(type) || !pattern || more.length > 0 || !isFixed(pattern, code) || !repeatedBy(code, node)) return;
      const resolved = resolvePath(code, path.slice(0, -1).join("::"), node, known);
      if (resolved === undefined || !known.has(resolved)) return;
      cx.report(node, { message: "compiled", data: { call: `${type}::new` }, fixes: () => fixes(code, node, resolved) });
    },
  },
});

/** A literal, an upper-case constant, or an array of such. */
function isFixed(pattern: Node, code: Code): boolean {
  switch (pattern.type) {
    case "string_literal":
    case "raw_string_literal":
      return true;
    case "identifier":
    case "scoped_identifier":
      return /(?:^|::)[A-Z][A-Z0-9_]*$/.test(code.text(pattern));
    case "reference_expression":
    case "array_expression":
      return pattern.namedChildren.every((child) => child.type.endsWith("comment") || isFixed(child, code));
    case "macro_invocation":
      return code.macroName(pattern) === "concat";
    default:
      return false;
  }
}

/** A static in the function that holds the compiled pattern, for `Regex::new(…).unwrap()` and its like. */
function fixes(code: Code, call: Node, resolved: string): readonly Fix[] {
  const version = /^1\.(\d+)/.exec(code.role.rustVersion ?? "")?.[1];
  const whole = result(code, call);
  const body = functionBody(code, call);
  if (!whole || !body || resolved.endsWith("Builder") || code.inMacro(call) || !mayRewrite(code, call) || (version !== undefined && Number(version) < 80)) return [];
  const type = code.text(call).replace(/\s*::\s*new[\s\S]*$/, "");
  const start = code.start(body) + 1;
  const line = code.segment.text.lastIndexOf("\n", code.start(body)) + 1;
  const indent = /^[ \t]*/.exec(code.segment.text.slice(line))?.[0] ?? "";
  const value = whole.type === "try_expression" ? `${code.text(call)}.expect("the pattern is fixed and valid")` : code.text(whole);
  const place = placeOf(code, whole);
  if (place === undefined) return [];
  return [
    {
      title: "Compile it once in a `LazyLock`",
      kind: "quickfix",
      applicability: "suggestion",
      preferred: true,
      snippet: true,
      edits: [
        { start, end: start, newText: `\n${indent}    static \${1:RE}: std::sync::LazyLock<${type}> = std::sync::LazyLock::new(|| ${snippetText(value)});` },
        { start: code.start(whole), end: code.end(whole), newText: `${place}\${1:RE}` },
      ],
    },
  ];
}

/** What has to stand before the static where the pattern stood; undefined where the pattern itself may be wanted, not a reference to it. */
function placeOf(code: Code, whole: Node): string | undefined {
  const parent = code.parent(whole);
  switch (parent?.type) {
    case "field_expression":
      return "";
    case "reference_expression":
      return "*";
    case "let_declaration":
      return parent.childForFieldName("type") ? undefined : "&*";
    default:
      return undefined;
  }
}

/** The call with the `unwrap()`, `expect(…)` or `?` behind it. */
function result(code: Code, call: Node): Node | undefined {
  const parent = code.parent(call);
  if (parent?.type === "try_expression") return parent;
  const outer = parent?.type === "field_expression" ? code.parent(parent) : undefined;
  const method = outer?.type === "call_expression" ? calledMethod(outer) : undefined;
  return method && /^(?:unwrap|expect)$/.test(code.text(method)) ? outer : undefined;
}

function functionBody(code: Code, node: Node): Node | undefined {
  for (const up of code.ancestors(node)) if (up.type === "function_item") return up.childForFieldName("body") ?? undefined;
  return undefined;
}
