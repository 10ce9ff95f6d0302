/** Calls of std's formatting macros: the format string, and which argument fills which placeholder (std::fmt). */
import type { Code } from "../../engine/code.js";
import type { Node } from "../../engine/syntax.js";

/** Position of the format string among the arguments, by macro. */
const formatAt: ReadonlyMap<string, number> = new Map(Object.entries({
  format: 0, print: 0, println: 0, eprint: 0, eprintln: 0, format_args: 0, panic: 0, unreachable: 0, todo: 0, unimplemented: 0,
  write: 1, writeln: 1, assert: 1, debug_assert: 1, assert_eq: 2, assert_ne: 2, debug_assert_eq: 2, debug_assert_ne: 2,
}));

/** True for a macro of std whose arguments are formatted. */
export function isFormatting(macro: string): boolean {
  return formatAt.has(macro);
}

/** An argument that a format string prints. */
export interface FormatArgument {
  /** The expression; the right side of `name = value`. */
  readonly value: Node;
  /** What stands behind the `:` of each placeholder that prints it. */
  readonly specs: readonly string[];
}

/**
 * The arguments of a formatting call with the placeholders they fill.
 * @returns nothing where the call does not parse, or takes widths or precisions from arguments
 */
export function formatArguments(code: Code, call: Node): readonly FormatArgument[] {
  const position = formatAt.get(code.macroName(call));
  if (position === undefined) return [];
  const input = code.inputOf(call);
  const literal = input[position];
  if (literal?.type !== "string_literal" && literal?.type !== "raw_string_literal") return [];
  const placeholders = placeholdersIn(code.text(literal));
  if (!placeholders) return [];
  return input.slice(position + 1).map((argument, index) => {
    const named = argument.type === "assignment_expression";
    const name = named ? argument.childForFieldName("left") : undefined;
    const names = [String(index), ...(name ? [code.text(name)] : [])];
    return { value: (named && argument.childForFieldName("right")) || argument, specs: placeholders.filter((own) => names.includes(own.argument)).map((own) => own.spec) };
  });
}

/** The placeholders of a format string, implicit positions counted; undefined with `*` or `$`, which take further arguments. */
function placeholdersIn(text: string): readonly { readonly argument: string; readonly spec: string }[] | undefined {
  const found: { argument: string; spec: string }[] = [];
  let next = 0;
  for (const [whole, inside] of text.matchAll(/\{\{|\}\}|\{([^{}]*)\}/g)) {
    if (inside === undefined || whole === "{{") continue;
    if (/[*$]/.test(inside)) return undefined;
    const colon = inside.indexOf(":");
    const argument = (colon < 0 ? inside : inside.slice(0, colon)).trim();
    found.push({ argument: argument === "" ? String(next++) : argument, spec: colon < 0 ? "" : inside.slice(colon + 1).trim() });
  }
  return found;
}
