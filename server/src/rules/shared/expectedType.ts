/** The type that an expression must have by where it stands, through `unsafe` blocks, block tails and parentheses. */
import { isTrivia, type Code } from "../../engine/code.js";
import type { Node } from "../../engine/syntax.js";

/**
 * The written type of the place that takes an expression's value: a `let` with a type, a `const` or `static`, or the
 * return type of the function whose tail the expression is.
 * @returns the type node; undefined where no type is written
 */
export function expectedType(code: Code, expression: Node): Node | undefined {
  let below = expression;
  for (const up of code.ancestors(expression)) {
    switch (up.type) {
      case "parenthesized_expression":
      case "unsafe_block":
        break;
      case "expression_statement":
        // A block-like tail (`unsafe { … }`) stands in a statement without `;`.
        if (up.lastChild?.type === ";") return undefined;
        break;
      case "block":
        if (up.namedChildren.findLast((child) => !isTrivia(child))?.id !== below.id) return undefined;
        break;
      case "let_declaration":
      case "const_item":
      case "static_item":
        return up.childForFieldName("value")?.id === below.id ? (up.childForFieldName("type") ?? undefined) : undefined;
      case "function_item":
        return up.childForFieldName("return_type") ?? undefined;
      default:
        return undefined;
    }
    below = up;
  }
  return undefined;
}
