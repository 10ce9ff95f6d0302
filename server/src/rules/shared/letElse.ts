/** `let x = value.unwrap();` → `let Some(x) = value else { … };` where it is evident how to leave (rules-core specification 5.1). */
import type { Code } from "../../engine/code.js";
import { enclosingCallable, hasModifier } from "../../engine/context.js";
import type { Edit, Fix } from "../../engine/finding.js";
import { returnKind } from "../../engine/resolve.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { preludeName } from "./preludeName.js";
import { isProgramEntry } from "./programEntry.js";
import type { UnwrapCall } from "./questionMarkCalls.js";
import { variantsOf, errorOf, type ErrorType } from "./questionMarkErrors.js";
import { errorValue, reportRoot } from "./questionMarkForms.js";
import { errorText, type ErrorText } from "./questionMarkMessage.js";
import { valueKind } from "./questionMarkReceiver.js";
import { olderThan } from "./rustVersion.js";

/** How a block leaves: what stands in it, and how the title says it. */
interface Exit {
  readonly statement: string;
  readonly title: string;
  readonly snippet: boolean;
}

/** Patterns that bind without a choice, and can stand in `Some(…)` as they are. */
const plainPatterns: ReadonlySet<string> = new Set(["identifier", "tuple_pattern", "_"]);

/**
 * The forms with `let … else` for an unwrapped value that a `let` binds.
 * @returns nothing where the value's kind is not visible, where the package promises a Rust without `let … else` (before
 *   1.65), or where neither a loop nor the function's return type says how to leave
 */
export function letElseFixes(code: Code, unwrap: UnwrapCall, fix: FixContext): readonly Fix[] {
  if (unwrap.path || unwrap.name.endsWith("_err") || code.inMacro(unwrap.call) || olderThan(code.role, 65)) return [];
  const declaration = code.parent(unwrap.call);
  if (declaration?.type !== "let_declaration" || declaration.childForFieldName("value")?.id !== unwrap.call.id || declaration.childForFieldName("alternative")) return [];
  const value = valueKind(code, unwrap.value);
  if ((value.kind !== "Option" && value.kind !== "Result") || value.stuck === "poison" || value.stuck === "guard") return [];
  const binding = bindingEdits(code, declaration, value.kind);
  const tail = code.segment.text.slice(code.end(unwrap.value), code.end(unwrap.call));
  // A value that ends in `}` would read as the end of the statement.
  if (!binding || /\/[/*]/.test(tail) || code.text(unwrap.value).endsWith("}")) return [];
  return exits(code, unwrap, value.kind, fix).map((exit): Fix => ({
    title: exit.title,
    kind: "quickfix",
    applicability: "suggestion",
    ...(exit.snippet ? { snippet: true } : {}),
    edits: [...binding, ...scrutineeEdits(code, declaration, unwrap, exit)],
  }));
}

/** `x: T` → `Some(x): Option<T>`. */
function bindingEdits(code: Code, declaration: Node, kind: "Option" | "Result"): readonly Edit[] | undefined {
  const pattern = declaration.childForFieldName("pattern");
  const type = declaration.childForFieldName("type");
  if (!pattern || !(plainPatterns.has(pattern.type) || code.text(pattern) === "_")) return undefined;
  const mutable = declaration.children.find((child) => child.type === "mutable_specifier");
  const insert = (at: number, newText: string): Edit => ({ start: at, end: at, newText });
  const edits = [insert(code.start(mutable ?? pattern), kind === "Option" ? "Some(" : "Ok("), insert(code.end(pattern), ")")];
  if (!type) return edits;
  return [...edits, insert(code.start(type), `${preludeName(code, kind)}<`), insert(code.end(type), kind === "Option" ? ">" : ", _>")];
}

/** The value without its `unwrap`, and the block behind it. */
function scrutineeEdits(code: Code, declaration: Node, unwrap: UnwrapCall, exit: Exit): readonly Edit[] {
  const { text } = code.segment;
  const lineStart = text.lastIndexOf("\n", code.start(declaration) - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const alone = text.slice(lineStart, code.start(declaration)).trim() === "";
  const close = exit.snippet ? "\\}" : "}";
  const block = alone ? ` else {\n${indent}    ${exit.statement}\n${indent}${close}` : ` else { ${exit.statement} ${close}`;
  return [{ start: code.end(unwrap.value), end: code.end(unwrap.call), newText: block }];
}

/** The ways out at a `let`, nearest first: the next round of a `for`, and the function's own value for "nothing". */
function exits(code: Code, unwrap: UnwrapCall, kind: "Option" | "Result", fix: FixContext): readonly Exit[] {
  const found: Exit[] = [];
  const callable = enclosingCallable(code, unwrap.call);
  if (callable?.type === "const_item" || callable?.type === "static_item") return [];
  if (inFor(code, unwrap.call)) found.push({ statement: "continue;", title: "Go on with the next round where there is no value: `let … else { continue; }`", snippet: false });
  const returned = callable && returnExit(code, unwrap, callable, kind, fix);
  return returned ? [...found, returned] : found;
}

/** The nearest loop is a `for`: leaving out a round of another kind of loop may never end. */
function inFor(code: Code, node: Node): boolean {
  for (const up of code.ancestors(node)) {
    if (up.type === "for_expression") return true;
    if (/^(?:while_expression|loop_expression|function_item|closure_expression|async_block|gen_block|try_block|const_block)$/.test(up.type)) return false;
  }
  return false;
}

function returnExit(code: Code, unwrap: UnwrapCall, callable: Node, kind: "Option" | "Result", fix: FixContext): Exit | undefined {
  if (callable.type !== "function_item" && callable.type !== "closure_expression") return undefined;
  if (callable.type === "function_item" && hasModifier(callable, "const")) return undefined;
  const type = callable.childForFieldName("return_type");
  // A closure without a type may return anything.
  if (callable.type === "closure_expression" && !type) return undefined;
  const returns = returnKind(code, type ? code.text(type) : "", callable);
  const exit = (value: string, snippet: boolean): Exit => ({ statement: `return${value === "" ? "" : ` ${value}`};`, title: `Return early where there is no value: \`let … else { return${titleOf(value, returns.kind)}; }\``, snippet });
  switch (returns.kind) {
    case "Unit":
      // A program that ends its `main` early says that all went well.
      return callable.type === "function_item" && isProgramEntry(code, callable) ? undefined : exit("", false);
    case "Option":
      // `?` says the same about an Option.
      return returns.future || kind === "Option" ? undefined : exit("None", false);
    case "Result": {
      // What an error says must not be lost: `?` and `map_err` keep it.
      if (returns.future || kind === "Result") return undefined;
      const text = errorText(code, unwrap, "Option");
      const value = absentError(code, fix, errorOf(code, returns, callable), text);
      return value && exit(`Err(${value.source})`, value.snippet);
    }
    default:
      return undefined;
  }
}

function titleOf(value: string, kind: string): string {
  return value === "" ? "" : kind === "Result" ? " Err(…)" : ` ${value}`;
}

/** An error of a type that says there is no value; undefined where the syntax shows no such error. */
function absentError(code: Code, fix: FixContext, error: ErrorType, text: ErrorText): { readonly source: string; readonly snippet: boolean } | undefined {
  const { source, snippet } = text;
  const made = (expression: string): { readonly source: string; readonly snippet: boolean } => ({ source: expression, snippet });
  const literal = text.kind === "literal";
  switch (error.family) {
    case "anyhow":
    case "eyre": {
      const macro = `${reportRoot(code, error)}::${error.family === "anyhow" ? "anyhow" : "eyre"}!`;
      return made(snippet || (literal && /^"[^{}]*"$/.test(source)) ? `${macro}(${source})` : `${macro}("{}", ${source})`);
    }
    case "boxed":
      return made(`${source}.into()`);
    case "string":
      return made(literal ? `String::from(${source})` : source);
    case "text":
      return literal ? made(source) : undefined;
    case "unit":
      return { source: "()", snippet: false };
    case "io":
      return made(`std::io::Error::other(${source})`);
    case "named": {
      const known = error.name === "std::fmt::Error" || variantsOf(fix, error).some((variant) => variant.shape === "unit");
      const value = known ? errorValue(fix, error) : undefined;
      return value === undefined ? undefined : { source: value, snippet: true };
    }
    default:
      return undefined;
  }
}
