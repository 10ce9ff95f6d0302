/** Makes a private function borrow a parameter, callers in the file included (rules-core specification 5.10). */
import type { Code } from "../../engine/code.js";
import { argumentsOf } from "../../engine/context.js";
import type { Edit, Fix } from "../../engine/finding.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf, visibilityOf } from "../../engine/visibility.js";
import type { Use } from "./parameterUses.js";

/** Methods that give the borrowed form, and fall away. */
const borrowing: ReadonlySet<string> = new Set(["as_str", "as_slice", "as_path", "as_os_str"]);
/** Arguments whose type is found out from the parameter: they need it to be what it was. */
const inferred = /(?:\.\s*(?:collect|into|try_into|unwrap_or_default|default|sum|parse)|\b(?:default|from|from_iter|new|take))\s*\(\s*\)\s*\??$/;

/**
 * The refactoring of a free private function that is called by its name only, all in this file.
 * @param borrowed the new type of the parameter
 * @returns nothing where something else may depend on the signature
 */
export function borrowFixes(code: Code, fix: FixContext, fn: Node, parameter: Node, type: Node, borrowed: string, uses: readonly Use[]): readonly Fix[] {
  const name = nameOf(code, fn);
  const isOwn = code.item?.id === fn.id && code.place.containers.every((container) => container.keyword === "mod");
  if (!isOwn || visibilityOf(code, fn) !== "private" || code.inMacro(fn) || hasModuleFiles(fix)) return [];
  const parameters = fn.childForFieldName("parameters")?.namedChildren.filter((child) => child.type === "parameter") ?? [];
  const position = parameters.findIndex((child) => child.id === parameter.id);
  const calls = callEdits(fix, name, position);
  const inside = bodyEdits(code, uses);
  if (!calls || !inside) return [];
  return [{ title: `Take \`${borrowed}\` and borrow in the calls`, kind: "refactor.rewrite", applicability: "suggestion", edits: [{ start: code.start(type), end: code.end(type), newText: borrowed }, ...inside, ...calls] }];
}

/** A module in another file may call the function by `super::`. */
function hasModuleFiles(fix: FixContext): boolean {
  return fix.file.segments.some((segment) => segment.keyword === "mod" && segment.kind === "item");
}

function bodyEdits(code: Code, uses: readonly Use[]): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { how, node, method, call } of uses) {
    if (how === "reference") {
      const reference = code.parent(node);
      if (!reference || code.inMacro(node)) return undefined;
      edits.push({ start: code.start(reference), end: code.start(node), newText: "" });
    } else if (method && call) {
      if (borrowing.has(code.text(method))) edits.push({ start: code.segment.text.lastIndexOf(".", code.start(method)), end: code.end(call), newText: "" });
    }
  }
  return edits;
}

/** An `&` before the argument of every call; undefined where the name occurs in any other way. */
function callEdits(fix: FixContext, name: string, position: number): readonly Edit[] | undefined {
  const { segments, starts } = fix.file;
  const edits: Edit[] = [];
  const word = new RegExp(`\\b${name}\\b`, "g");
  for (const [index, segment] of segments.entries()) {
    const mentions = (segment.text.match(word) ?? []).length;
    if (mentions === 0) continue;
    const shift = (starts[index] ?? 0) - fix.segmentStart;
    const found = fix.withCode(index, (code) => {
      const own = index === fix.segmentIndex ? 1 : 0;
      const calls = code.root.descendantsOfType("call_expression").filter((call) => {
        const target = call.childForFieldName("function");
        return target?.type === "identifier" && code.text(target) === name;
      });
      if (calls.length + own !== mentions) return undefined;
      const arguments_ = calls.map((call) => argumentsOf(call)[position]);
      if (arguments_.some((argument) => !argument || inferred.test(code.text(argument)))) return undefined;
      return arguments_.flatMap((argument) => (argument ? borrowed(code, argument, shift) : []));
    });
    if (!found) return undefined;
    edits.push(...found);
  }
  return edits;
}

/** Expressions that `&` takes as a whole. */
const simple: ReadonlySet<string> = new Set(["identifier", "self", "call_expression", "field_expression", "index_expression", "macro_invocation", "try_expression", "await_expression", "parenthesized_expression", "scoped_identifier", "struct_expression", "block", "array_expression"]);

function borrowed(code: Code, argument: Node, shift: number): readonly Edit[] {
  const start = code.start(argument) + shift;
  const end = code.end(argument) + shift;
  if (simple.has(argument.type)) return [{ start, end: start, newText: "&" }];
  return [
    { start, end: start, newText: "&(" },
    { start: end, end, newText: ")" },
  ];
}
