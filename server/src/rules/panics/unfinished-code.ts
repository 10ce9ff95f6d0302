import type { Code } from "../../engine/code.js";
import type { Fix } from "../../engine/finding.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { mayRewrite } from "../shared/transparentMacros.js";

const unfinished: ReadonlySet<string> = new Set(["todo", "unimplemented"]);

export default defineRule({
  id: "unfinished-code",
  group: "panics",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::todo", "clippy::unimplemented", "clippy::dbg_macro"],
  clause: "Core Mission: production-ready code",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["todo", "unimplemented", "dbg"],
  blocks: "with-words",
  atWords: true,
  summary: "Forbids `todo!`, `unimplemented!` and `dbg!` outside tests.",
  why: "`todo!` and `unimplemented!` compile, pass review and panic in front of a user; `dbg!` writes internals to standard error.",
  remedy: "Write the missing part, return an error that says what is not supported, or take the `dbg!` out.",
  limits: "A file that defines a macro of the same name is trusted to mean its own. Unlike clippy, code under a test-only `cfg` is left alone.",
  options: {},
  messages: {
    unfinished: "`{name}!` panics when it is reached; finish this or return an error",
    debug: "`dbg!` is left over from debugging; remove it",
  },
  on: {
    macro_invocation(node, cx) {
      const { code } = cx;
      const name = code.macroName(node);
      if ((name !== "dbg" && !unfinished.has(name)) || code.facts.ask("definesMacro", name)) return;
      const path = node.childForFieldName("macro");
      const bang = node.children.find((child) => child.type === "!");
      if (!path) return;
      const range = { start: code.start(node), end: code.end(bang ?? path) };
      if (name === "dbg") cx.report(node, { message: "debug", range, fixes: () => dbgFixes(code, node) });
      else cx.report(node, { message: "unfinished", data: { name }, range });
    },
  },
});

const atoms: ReadonlySet<string> = new Set([
  "identifier", "scoped_identifier", "self", "call_expression", "field_expression", "index_expression", "try_expression", "await_expression", "parenthesized_expression", "tuple_expression",
  "array_expression", "macro_invocation", "string_literal", "raw_string_literal", "char_literal", "boolean_literal", "integer_literal", "float_literal",
]);
const effectless: ReadonlySet<string> = new Set(["identifier", "scoped_identifier", "self", "field_expression", "string_literal", "raw_string_literal", "char_literal", "boolean_literal", "integer_literal", "float_literal"]);
/** Values that are a place in memory: without the `dbg!` that moved or copied them, a method could change them. */
const places: ReadonlySet<string> = new Set(["identifier", "self", "field_expression", "index_expression", "unary_expression"]);
/** Parents in which any expression may stand without parentheses. */
const delimiting: ReadonlySet<string> = new Set(["arguments", "let_declaration", "parenthesized_expression", "block", "return_expression", "expression_statement", "match_arm", "field_initializer", "array_expression", "tuple_expression"]);
const conditions: ReadonlySet<string> = new Set(["if_expression", "while_expression", "match_expression", "for_expression", "let_condition", "let_chain"]);

/** `dbg!(e)` → `e` (rules-core specification 5.1); two deletions, so that the argument stays as it is. */
function dbgFixes(code: Code, node: Node): readonly Fix[] {
  const parent = code.parent(node);
  if (!parent || !mayRewrite(code, node)) return [];
  const list = code.inputOf(node);
  const [first] = list;
  const last = list[list.length - 1];
  const start = code.start(node);
  const end = code.end(node);
  const text = code.segment.text;
  const isStatement = (parent.type === "expression_statement" && parent.lastChild?.type === ";") || (parent.type === "block" && node.nextNamedSibling !== null);
  const title = list.length > 1 ? "Keep the values, remove `dbg!`" : "Remove `dbg!`";
  if (!first || !last) {
    return /^\s*$/.test(inputOf(code, node)) ? [isStatement ? removeStatement(code, parent.type === "expression_statement" ? parent : node) : { title, kind: "quickfix", applicability: "suggestion", preferred: true, edits: [{ start, end, newText: "()" }] }] : [];
  }
  if (isStatement && list.every((value) => effectless.has(value.type)) && !/\/[/*]/.test(inputOf(code, node))) return [removeStatement(code, parent.type === "expression_statement" ? parent : node)];
  const before = text.slice(start, code.start(first));
  const after = text.slice(code.end(last), end);
  if (/\/[/*]/.test(before) || /\/[/*]/.test(after)) return [];
  const wrap = list.length > 1 || (!atoms.has(first.type) && !delimiting.has(parent.type)) || (hasStructLiteral(first) && inCondition(code, node));
  const changes = list.length === 1 && places.has(first.type) && (parent.type === "field_expression" || parent.type === "reference_expression");
  // A braced call can stand as a statement without `;`, an expression cannot.
  const semicolon = isStatement && parent.type === "block" ? ";" : "";
  return [
    {
      title,
      kind: "quickfix",
      applicability: list.length === 1 && !isStatement && !changes ? "safe" : "suggestion",
      preferred: true,
      edits: [
        { start, end: code.start(first), newText: wrap ? "(" : "" },
        { start: code.end(last), end, newText: `${wrap ? ")" : ""}${semicolon}` },
      ],
    },
  ];
}

function inputOf(code: Code, node: Node): string {
  const input = node.namedChildren.find((child) => child.type === "token_tree");
  return input ? code.text(input).slice(1, -1) : "";
}

/** Takes the statement out, with its line when nothing else stands on it. */
function removeStatement(code: Code, statement: Node): Fix {
  const text = code.segment.text;
  let start = code.start(statement);
  let end = code.end(statement);
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end);
  if (text.slice(line, start).trim() === "" && next >= 0 && text.slice(end, next).trim() === "") {
    start = line;
    end = next + 1;
  }
  return { title: "Remove the `dbg!` statement", kind: "quickfix", applicability: "suggestion", preferred: true, edits: [{ start, end, newText: "" }] };
}

function hasStructLiteral(node: Node): boolean {
  return node.type === "struct_expression" || node.descendantsOfType("struct_expression").length > 0;
}

function inCondition(code: Code, node: Node): boolean {
  for (const up of code.ancestors(node)) {
    if (conditions.has(up.type)) return true;
    if (up.type === "block" || up.type === "arguments" || up.type === "parenthesized_expression") return false;
  }
  return false;
}
