import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import type { Edit, Fix } from "../../engine/finding.js";
import { defineRule, type FixContext, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { formatArguments, isFormatting } from "../shared/formatCalls.js";
import { importEdit } from "../shared/questionMarkImport.js";
import { hasOwnMethod, receiverType } from "../shared/receivers.js";
import { mayRewrite } from "../shared/transparentMacros.js";

const messages = {
  pushed: "`format!` allocates a `String` only to be copied into `{target}`; write into it with `write!`",
  printed: "`to_string()` allocates a `String` only to be printed; print the value itself",
} as const;

type Context = RuleContext<typeof messages>;

const printedText = /\bto_string\s*\(\s*\)\s*[,)\]}]/;

export default defineRule({
  id: "needless-string-allocation",
  group: "performance",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::format_push_string", "clippy::to_string_in_format_args"],
  clause: "Optimization Guidelines: AVOID unnecessary allocations",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["push_str", "format!", "to_string"],
  blocks: "with-words",
  clues: [["format", "push_str", "to_string"]],
  wants: (segment) => (segment.text.includes("format!") && /\bpush_str\b|\+=/.test(segment.text)) || (segment.text.includes("to_string") && printedText.test(segment.text)),
  summary: "Finds strings that are built only to be copied into another string or printed at once.",
  why: "Each of them is an allocation, a copy and a free that nobody sees; in the code that builds long texts they are most of the cost.",
  remedy: "Write into the target: `write!(target, …)` with `std::fmt::Write` in scope. In arguments of `println!` and `format!` leave `.to_string()` out, as they print every `Display` value.",
  limits: "The types of receivers are mostly not known. A `push_str` of another type than `String` is told apart only where the type is in the same file. In a crate with a type that has a `to_string` of its own, calls on what may be that type are left alone.",
  options: {},
  messages,
  on: {
    call_expression(node, cx) {
      const method = calledMethod(node);
      if (!method) return;
      const name = cx.code.text(method);
      if (name === "push_str") pushed(node, cx);
      else if (name === "to_string") printed(node, method, cx);
    },
    compound_assignment_expr(node, cx) {
      const { code } = cx;
      const right = node.childForFieldName("right");
      const left = node.childForFieldName("left");
      if (!left || right?.type !== "reference_expression" || node.childForFieldName("operator")?.type !== "+=") return;
      const format = formatIn(code, right);
      if (format) reportPushed(node, left, right, format, cx);
    },
  },
});

function pushed(node: Node, cx: Context): void {
  const { code } = cx;
  const [argument, ...more] = argumentsOf(node);
  const target = receiverOf(node);
  if (!argument || !target || more.length > 0) return;
  const format = formatIn(code, argument);
  if (format && !hasOwnMethod(code, node, "push_str")) reportPushed(node, target, argument, format, cx);
}

function reportPushed(node: Node, target: Node, argument: Node, format: Node, cx: Context): void {
  const { code } = cx;
  cx.report(node, {
    message: "pushed",
    data: { target: code.text(target).replace(/\s+/g, " ") },
    fixes: (fix) => (argument.type === "reference_expression" && argument.childForFieldName("value")?.id === format.id ? writeFix(code, fix, node, target, format) : []),
  });
}

/** The `format!` whose text an expression gives: itself, at the end of a block, or in an arm of an `if` or `match`. */
function formatIn(code: Code, node: Node | null | undefined): Node | undefined {
  switch (node?.type) {
    case "macro_invocation":
      return code.macroName(node) === "format" && !code.facts.ask("definesMacro", "format") ? node : undefined;
    case "reference_expression":
      return formatIn(code, node.childForFieldName("value"));
    case "parenthesized_expression":
    case "else_clause":
      return formatIn(code, node.firstNamedChild);
    case "block": {
      const last = node.namedChildren.findLast((child) => !child.type.endsWith("comment"));
      return last?.type === "expression_statement" ? (code.text(last).endsWith(";") ? undefined : formatIn(code, last.firstNamedChild)) : formatIn(code, last);
    }
    case "if_expression":
      return formatIn(code, node.childForFieldName("consequence")) ?? formatIn(code, node.childForFieldName("alternative"));
    case "match_expression": {
      const arms = node.childForFieldName("body")?.namedChildren.filter((child) => child.type === "match_arm") ?? [];
      for (const arm of arms) {
        const found = formatIn(code, arm.childForFieldName("value"));
        if (found) return found;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

/** `target.push_str(&format!(…));` → `let _ = write!(target, …);` with the trait in scope. */
function writeFix(code: Code, fix: FixContext, node: Node, target: Node, format: Node): readonly Fix[] {
  const input = format.namedChildren.find((child) => child.type === "token_tree");
  const parent = code.parent(node);
  if (!input || !parent || code.inMacro(node)) return [];
  const isArm = parent.type === "match_arm" && parent.childForFieldName("value")?.id === node.id;
  const isStatement = parent.type === "expression_statement" && code.text(parent).endsWith(";");
  const written = code.text(target).replace(/^\*\s*/, "");
  const inside = code.text(input).slice(1, -1);
  const root = /^\w+/.exec(written)?.[0] ?? "";
  // The target is borrowed while its arguments are read, and a comment between the two would be lost.
  if ((!isArm && !isStatement) || inside.trim() === "" || new RegExp(`\\b${root}\\b`).test(inside) || /\/[/*]/.test(code.text(node).replace(code.text(input), ""))) return [];
  const statement = `let _ = write!(${written}, ${inside})`;
  const start = code.start(node);
  const edits: Edit[] = [{ start, end: code.end(node), newText: isArm ? `{ ${statement}; }` : statement }];
  const path = code.facts.ask("imports", "alloc") ? "core::fmt::Write" : "std::fmt::Write";
  if (!hasFmtWrite(code)) edits.push(...importEdit(code, fix, `${path} as _`));
  return [{ title: "Write into the string with `write!`", kind: "quickfix", applicability: "suggestion", preferred: true, edits }];
}

function hasFmtWrite(code: Code): boolean {
  return code.place.scope.uses.some(({ leaf }) => /^(?:std|core|alloc)::fmt::Write$/.test(leaf.path) || /^(?:fmt)::Write$/.test(leaf.path));
}

/** `.to_string()` at the end of an argument that a plain `{}` prints, once. */
function printed(node: Node, method: Node, cx: Context): void {
  const { code } = cx;
  const call = code.macroOf(node);
  if (!call || argumentsOf(node).length > 0 || !isFormatting(code.macroName(call)) || code.facts.ask("definesMacro", code.macroName(call))) return;
  const start = code.start(node);
  const end = code.end(node);
  // The nodes of the argument list are others than those that are visited; places tell them apart.
  const argument = formatArguments(code, call).find(({ value }) => code.start(value) === start && code.end(value) === end);
  const receiver = receiverOf(node);
  if (!receiver || argument?.specs.length !== 1 || argument.specs[0] !== "" || mayBeOwn(code, receiver)) return;
  const dot = code.segment.text.lastIndexOf(".", code.start(method));
  cx.report(node, { message: "printed", range: { start: code.start(method), end }, fixes: () => displayFix(code, node, receiver, dot) });
}

/** A type of the crate has a `to_string` of its own, and the receiver may be of that type. */
function mayBeOwn(code: Code, receiver: Node): boolean {
  if (!code.facts.ask("marked", "toString", "")) return false;
  const type = receiverType(code, receiver);
  return type === undefined || code.facts.ask("marked", "toString", type);
}

function displayFix(code: Code, node: Node, receiver: Node, dot: number): readonly Fix[] {
  const end = code.end(node);
  const gap = code.segment.text.slice(code.end(receiver), end);
  if (!mayRewrite(code, node) || /\/[/*]/.test(gap)) return [];
  const edits: Edit[] = [{ start: code.end(receiver), end, newText: "" }];
  if (dot < code.end(receiver)) return [];
  let inner = receiver;
  while (inner.type === "parenthesized_expression" && inner.firstNamedChild) inner = inner.firstNamedChild;
  // What is behind a pointer or cut out of a text may be unsized; a reference to it can be printed.
  if (inner.type === "index_expression" || (inner.type === "unary_expression" && code.text(inner).startsWith("*"))) edits.unshift({ start: code.start(receiver), end: code.start(receiver), newText: "&" });
  // A static may be a `LazyLock`, which prints by way of what it holds and not by itself.
  const isStatic = /^(?:\w+::)*[A-Z][A-Z0-9_]*$/.test(code.text(receiver));
  return [{ title: "Print the value itself", kind: "quickfix", applicability: isStatic ? "suggestion" : "safe", preferred: true, edits }];
}
