/** Where a node stands: in tests, in a const, in which callable, in async code (rules-core specification 2.2, 2.7). */
import { metasOf } from "./attributes.js";
import type { Code, CodeLists } from "./code.js";
import { runInPlace } from "./inPlace.js";
import type { Meta } from "./meta.js";
import { isTestOnly } from "./outline.js";
import { fileRegion, type Region } from "./role.js";
import type { Node } from "./syntax.js";

/** Attributes that make a function a test; compared with the last segment of the attribute's path. */
export const defaultTestAttributes: readonly string[] = [
  "test", "bench", "rstest", "case", "test_case", "fixture", "proptest", "quickcheck", "property_test", "wasm_bindgen_test", "parameterized", "gtest", "traced_test", "test_log", "googletest",
];

/** Macros whose input is test code. */
export const defaultTestMacros: readonly string[] = ["proptest", "quickcheck", "rusty_fork_test", "fuzz_target"];

/** The region of a node: the file's, unless a test attribute or a test-only `cfg` encloses it. */
export function regionOf(code: Code, node: Node): Region {
  const file = fileRegion(code.role);
  if (file !== "production") return file;
  return inTest(code, node) || code.facts.ask("testFile") ? "test" : "production";
}

function inTest(code: Code, node: Node): boolean {
  if (code.place.containers.some((container) => isTestMetas(container.metas, code.lists))) return true;
  if (isTestMetas(code.place.scope.metas, code.lists)) return true;
  for (let scope = code.place.scope.parent; scope; scope = scope.parent) if (isTestMetas(scope.metas, code.lists)) return true;
  for (let up: Node | undefined = node; up; up = code.parent(up)) {
    if (up.type === "macro_invocation" && up.id !== node.id && code.lists.testMacros.has(code.macroName(up))) return true;
    if (canCarryAttributes(up) && isTestMetas(metasOf(code, up), code.lists)) return true;
  }
  return false;
}

function isTestMetas(metas: readonly Meta[], lists: CodeLists): boolean {
  return isTestOnly(metas, lists.testFeatures) || metas.some((meta) => meta.conditional === undefined && lists.testAttributes.has(meta.name));
}

/** Items, statements, blocks, arms, fields: what an outer attribute can stand on. Type and pattern nodes are spared. */
export function canCarryAttributes(node: Node): boolean {
  switch (node.type) {
    case "arguments":
    case "parameters":
    case "declaration_list":
    case "match_block":
    case "token_tree":
    case "source_file":
      return false;
    default:
      return true;
  }
}

/** True when the node has a test attribute of its own (`#[test]`, `#[tokio::test]`, …). */
export function isTestFunction(code: Code, node: Node): boolean {
  return metasOf(code, node).some((meta) => code.lists.testAttributes.has(meta.name));
}

const callables: ReadonlySet<string> = new Set(["function_item", "closure_expression", "async_block", "gen_block", "try_block", "const_item", "static_item", "const_block"]);

/** Nearest node that `?` or `return` would leave, or that is evaluated at compile time; undefined at item level. */
export function enclosingCallable(code: Code, node: Node): Node | undefined {
  for (const up of code.ancestors(node)) if (callables.has(up.type)) return up;
  return undefined;
}

/** Nearest enclosing `fn` item, through closures and blocks. */
export function enclosingFunction(code: Code, node: Node): Node | undefined {
  for (const up of code.ancestors(node)) if (up.type === "function_item") return up;
  return undefined;
}

/** Evaluated at compile time: value of a const or static, const block, array length, enum discriminant. */
export function isConstContext(code: Code, node: Node): boolean {
  let below = node;
  for (const up of code.ancestors(node)) {
    switch (up.type) {
      case "function_item":
      case "closure_expression":
      case "async_block":
        return false;
      case "static_item": {
        // `thread_local!` and `lazy_static!` (whose items say `static ref`) run the value at its first use.
        const macro = code.macroOf(up);
        return !(macro && code.macroName(macro) === "thread_local") && !up.children.some((child) => child.type === "ref");
      }
      case "const_item":
      case "const_block":
        return true;
      case "array_type":
      case "enum_variant":
        return true;
      case "array_expression":
        if (up.childForFieldName("length")?.id === below.id) return true;
        break;
      default:
    }
    below = up;
  }
  return false;
}

/** True when the code runs on an async executor's thread: in an async function, block or closure, or run in place there. */
export function isAsyncContext(code: Code, node: Node): boolean {
  for (let up = enclosingCallable(code, node); up; up = enclosingCallable(code, up)) {
    switch (up.type) {
      case "async_block":
        return true;
      case "function_item":
        return hasModifier(up, "async");
      case "closure_expression": {
        if (up.children.some((child) => child.type === "async")) return true;
        if (!runsInPlace(code, up)) return false;
        break;
      }
      case "try_block":
      case "gen_block":
        break;
      default:
        return false;
    }
  }
  return false;
}

function runsInPlace(code: Code, closure: Node): boolean {
  const list = code.parent(closure);
  const call = list && code.parent(list);
  if (list?.type !== "arguments" || call?.type !== "call_expression") return false;
  const method = calledMethod(call);
  return method !== undefined && runInPlace.has(code.text(method));
}

/** The name node of the method a call calls (`x.name::<T>(…)`), or undefined when it calls no method. */
export function calledMethod(call: Node): Node | undefined {
  let target = call.childForFieldName("function");
  if (target?.type === "generic_function") target = target.childForFieldName("function");
  return target?.type === "field_expression" ? (target.childForFieldName("field") ?? undefined) : undefined;
}

/** The receiver of a method call, or undefined. */
export function receiverOf(call: Node): Node | undefined {
  let target = call.childForFieldName("function");
  if (target?.type === "generic_function") target = target.childForFieldName("function");
  return target?.type === "field_expression" ? (target.childForFieldName("value") ?? undefined) : undefined;
}

/** Arguments of a call, comments and attributes left out. */
export function argumentsOf(call: Node): readonly Node[] {
  return call.childForFieldName("arguments")?.namedChildren.filter((child) => child.type !== "line_comment" && child.type !== "block_comment" && child.type !== "attribute_item") ?? [];
}

/** True when a function has a modifier: `async`, `unsafe`, `const`, `extern`. */
export function hasModifier(node: Node, modifier: string): boolean {
  const modifiers = node.namedChildren.find((child) => child.type === "function_modifiers");
  return modifiers?.children.some((child) => child.type === modifier || (modifier === "extern" && child.type === "extern_modifier")) ?? false;
}

/** True when the node lies in an ERROR node, or is one. */
export function inError(code: Code, node: Node): boolean {
  if (node.isError || node.isMissing) return true;
  for (const up of code.ancestors(node)) if (up.isError) return true;
  return false;
}
