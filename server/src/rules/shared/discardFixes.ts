/** Fixes for a `Result` that is thrown away: out of the function with `?`, or into a log (rules-core specification 5.1, 6.2). */
import type { Code } from "../../engine/code.js";
import type { Edit, Fix } from "../../engine/finding.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { canLog, logSnippet } from "./logCall.js";
import { conversion } from "./questionMarkErrors.js";
import { valueKind } from "./questionMarkReceiver.js";
import { tryTarget } from "./questionMarkTarget.js";
import { mayRewrite } from "./transparentMacros.js";

/**
 * @param statement the statement that throws the value away
 * @param value the `Result`; what stands around it in the statement goes
 */
export function discardFixes(code: Code, fix: FixContext, statement: Node, value: Node): readonly Fix[] {
  if (!mayRewrite(code, statement) || holdsCommentOutside(code, statement, value)) return [];
  const result = withoutOk(code, value);
  const kind = valueKind(code, result);
  if (kind.kind === "Option" || kind.kind === "reference") return [];
  const fixes: Fix[] = [];
  const target = tryTarget(code, statement);
  if (target?.kind === "Result" && !kind.stuck) {
    const goes = conversion(code, fix, kind.error, target.error, statement);
    const condition = goes === "unknown" ? " (if the error converts)" : "";
    if (goes !== "no") fixes.push({ title: `Propagate the error with \`?\`${condition}`, kind: "quickfix", applicability: "suggestion", ...(goes === "unknown" ? {} : { preferred: true }), edits: around(code, statement, result, "", "?;") });
  }
  if (!canLog(code)) return fixes;
  const displayed = kind.error.family !== "unit" && kind.stuck === undefined;
  const line = code.segment.text.lastIndexOf("\n", code.start(statement) - 1) + 1;
  const indent = /^[ \t]*/.exec(code.segment.text.slice(line))?.[0] ?? "";
  // A struct literal would be taken for the body.
  const wrap = result.type === "struct_expression" || result.descendantsOfType("struct_expression").length > 0;
  const before = `if let Err(error) = ${wrap ? "(" : ""}`;
  const after = `${wrap ? ")" : ""} {\n${indent}    ${logSnippet(code, "error", displayed)};\n${indent}\\}`;
  fixes.push({ title: "Log the error", kind: "quickfix", applicability: "suggestion", snippet: true, edits: around(code, statement, result, before, after) });
  return fixes;
}

/** `f().ok()` bound to `_`: the value itself is what is kept. */
function withoutOk(code: Code, value: Node): Node {
  const target = value.type === "call_expression" ? value.childForFieldName("function") : undefined;
  const field = target?.type === "field_expression" ? target.childForFieldName("field") : undefined;
  const inner = target?.childForFieldName("value");
  return field && inner && code.text(field) === "ok" ? inner : value;
}

function around(code: Code, statement: Node, value: Node, before: string, after: string): readonly Edit[] {
  return [
    { start: code.start(statement), end: code.start(value), newText: before },
    { start: code.end(value), end: code.end(statement), newText: after },
  ];
}

/** A comment between the statement's ends and the value would be lost. */
function holdsCommentOutside(code: Code, statement: Node, value: Node): boolean {
  const text = code.segment.text;
  const inner = withoutOk(code, value);
  return /\/[/*]/.test(text.slice(code.start(statement), code.start(inner)) + text.slice(code.end(inner), code.end(statement)));
}
