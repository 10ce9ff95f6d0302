/** `return Err(…)` in the place of a panic (rules-core specification 5.1, `panic-in-production`). */
import type { Code } from "../../engine/code.js";
import type { Fix } from "../../engine/finding.js";
import type { FixContext } from "../../engine/rule.js";
import { stringContent } from "../../engine/meta.js";
import type { Node } from "../../engine/syntax.js";
import { errorValue, reportRoot, unsaidError } from "./questionMarkForms.js";
import type { ErrorType } from "./questionMarkErrors.js";
import { snippetText } from "../../engine/snippet.js";
import { tryTarget } from "./questionMarkTarget.js";
import { mayRewrite } from "./transparentMacros.js";

/** Expressions of which the panic is an operand: there a `return` would need parentheses or change the meaning. */
const operands: ReadonlySet<string> = new Set(["field_expression", "binary_expression", "unary_expression", "reference_expression", "type_cast_expression", "try_expression", "await_expression", "index_expression", "range_expression"]);

/** A snippet that returns the panic's message as an error of the enclosing Result; nothing where `return` does not lead out of one. */
export function returnErrorFix(code: Code, call: Node, fix: FixContext): readonly Fix[] {
  const target = tryTarget(code, call);
  const input = call.namedChildren.find((child) => child.type === "token_tree");
  const parent = code.parent(call);
  if (target?.kind !== "Result" || target.node.type === "try_block" || !input || !mayRewrite(code, call) || !parent || operands.has(parent.type)) return [];
  const text = code.text(input).slice(1, -1).trim();
  if (text.includes("//") || text.includes("/*")) return [];
  const statement = parent.type === "block" && call.nextNamedSibling !== null;
  const newText = `return Err(${errorSnippet(code, fix, target.error, text)})${statement ? ";" : ""}`;
  return [{ title: "Return an error instead: `return Err(…)`", kind: "quickfix", applicability: "suggestion", snippet: true, edits: [{ start: code.start(call), end: code.end(call), newText }] }];
}

/** The error with the panic's message where the type takes a text, else a choice of its variants, or a `todo!` that compiles until somebody says more. */
function errorSnippet(code: Code, fix: FixContext, error: ErrorType, message: string): string {
  const literal = stringContent(message);
  const plain = literal !== undefined && !/[{}]/.test(literal) ? message : undefined;
  const text = message === "" ? '"unexpected state"' : plain;
  const owned = text === undefined ? `format!(${message})` : undefined;
  const blank = (source: string): string => `\${1:${snippetText(source)}}`;
  switch (error.family) {
    case "anyhow":
      return blank(`anyhow::anyhow!(${text ?? message})`);
    case "eyre":
      return blank(`${reportRoot(code, error)}::eyre!(${text ?? message})`);
    case "boxed":
      return blank(`${owned ?? text ?? ""}.into()`);
    case "string":
      return blank(owned ?? `String::from(${text ?? ""})`);
    case "text":
      return blank(text ?? unsaidError);
    case "unit":
      return "()";
    case "io":
      return blank(`std::io::Error::other(${owned ?? text ?? ""})`);
    default:
      return errorValue(fix, error) ?? blank(unsaidError);
  }
}
