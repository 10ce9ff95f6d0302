/** How a function uses one of its parameters, as far as the syntax shows (rules-core specification 5.10, borrow-only use). */
import type { Code } from "../../engine/code.js";
import type { Node } from "../../engine/syntax.js";

/** One use of a local by name. */
export interface Use {
  readonly node: Node;
  /**
   * `method`: receiver of a call; `read`: indexed, compared or printed; `reference`: operand of `&`; `iterate`: what a `for`
   * goes through; `consumed`: anything else, which may move it or need its exact type.
   */
  readonly how: "method" | "read" | "reference" | "iterate" | "consumed";
  /** The call and the name of its method, for `method`. */
  readonly call?: Node;
  readonly method?: Node;
  /** Inside a `move` closure or an async block, which takes what it names. */
  readonly captured: boolean;
}

/** Macros that only borrow what they print or compare. */
const borrowing: ReadonlySet<string> = new Set(
  "format print println eprint eprintln write writeln format_args panic unreachable todo unimplemented assert assert_eq assert_ne debug_assert debug_assert_eq debug_assert_ne trace debug info warn error log".split(" "),
);

/**
 * All uses of a parameter in its function's body.
 * @returns undefined when they cannot all be read: the name is bound again, or stands in a macro call whose input is not known
 */
export function usesOf(code: Code, body: Node, name: string): readonly Use[] | undefined {
  const uses: Use[] = [];
  return collect(code, body, name, uses) ? uses : undefined;
}

function collect(code: Code, root: Node, name: string, into: Use[]): boolean {
  const macros: Node[] = [];
  const nodes = root.type === "identifier" ? [root] : root.descendantsOfType(["identifier", "macro_invocation"]);
  let macroEnd = -1;
  for (const node of nodes) {
    if (node.startIndex < macroEnd) continue;
    if (node.type === "macro_invocation") {
      macroEnd = node.endIndex;
      if (new RegExp(`\\b${name}\\b`).test(code.text(node))) macros.push(node);
    } else if (code.text(node) === name && !inNestedFunction(code, node, root)) {
      const use = useAt(code, node);
      if (!use) return false;
      into.push(use);
    }
  }
  for (const call of macros) {
    if (!borrowing.has(code.macroName(call))) return false;
    const input = code.inputOf(call);
    if (input.length === 0) return false;
    for (const argument of input) {
      // `name = value` hands a named argument over.
      const value = argument.type === "assignment_expression" ? argument.childForFieldName("right") : argument;
      if (!value || !collect(code, value, name, into)) return false;
    }
    // A name in the braces of the format string is a use as well.
    if (new RegExp(`\\{${name}\\s*[:}]`).test(code.text(call))) into.push({ node: call, how: "read", captured: isCaptured(code, call) });
  }
  return true;
}

function inNestedFunction(code: Code, node: Node, root: Node): boolean {
  for (const up of code.ancestors(node)) {
    if (up.id === root.id) return false;
    if (up.type === "function_item") return true;
  }
  return false;
}

/** Undefined where the name is bound, not used. */
function useAt(code: Code, node: Node): Use | undefined {
  const parent = code.parent(node);
  const captured = isCaptured(code, node);
  if (!parent) return { node, how: "consumed", captured };
  if (isBinding(parent, node)) return undefined;
  switch (parent.type) {
    case "field_expression": {
      const target = code.parent(parent);
      const call = target?.type === "generic_function" ? code.parent(target) : target;
      const method = parent.childForFieldName("field");
      if (parent.childForFieldName("value")?.id !== node.id || !method || !call || call.type !== "call_expression" || call.childForFieldName("function")?.id !== (target?.type === "generic_function" ? target.id : parent.id)) break;
      return { node, how: "method", call, method, captured };
    }
    case "index_expression":
      if (parent.firstNamedChild?.id === node.id && !isAssigned(code, parent)) return { node, how: "read", captured };
      break;
    case "binary_expression": {
      const operator = parent.childForFieldName("operator")?.type ?? "";
      if (/^(?:[=!]=|[<>]=?)$/.test(operator)) return { node, how: "read", captured };
      break;
    }
    case "reference_expression":
      if (!parent.children.some((child) => child.type === "mutable_specifier" || child.type === "raw")) return { node, how: "reference", captured };
      break;
    case "for_expression":
      if (parent.childForFieldName("value")?.id === node.id) return { node, how: "iterate", captured };
      break;
    case "arguments": {
      const host = code.parent(parent);
      if (host?.type === "macro_invocation") return { node, how: "read", captured };
      break;
    }
    case "assignment_expression":
      // `println!("{x}", x = text)`
      if (code.macroOf(node) && code.parent(parent)?.type === "arguments" && parent.childForFieldName("right")?.id === node.id) return { node, how: "read", captured };
      break;
    default:
  }
  return { node, how: "consumed", captured };
}

function isBinding(parent: Node, node: Node): boolean {
  if (parent.type.endsWith("_pattern") || parent.type === "closure_parameters") return true;
  return parent.childForFieldName("pattern")?.id === node.id;
}

function isAssigned(code: Code, place: Node): boolean {
  const parent = code.parent(place);
  return (parent?.type === "assignment_expression" || parent?.type === "compound_assignment_expr") && parent.childForFieldName("left")?.id === place.id;
}

function isCaptured(code: Code, node: Node): boolean {
  for (const up of code.ancestors(node)) {
    if (up.type === "function_item") return false;
    if (up.type === "async_block" || up.type === "gen_block") return true;
    if (up.type === "closure_expression" && up.children.some((child) => child.type === "move" || child.type === "async")) return true;
  }
  return false;
}

/** Methods of slices that leave the slice alone. */
export const sliceMethods: ReadonlySet<string> = new Set(
  "len is_empty iter first last get get_unchecked contains starts_with ends_with binary_search binary_search_by binary_search_by_key chunks chunks_exact rchunks windows split splitn rsplit split_at split_first split_last concat join to_vec to_owned into_iter as_ptr repeat partition_point is_sorted is_sorted_by is_sorted_by_key is_ascii eq_ignore_ascii_case escape_ascii clone as_slice strip_prefix strip_suffix chunk_by first_chunk last_chunk utf8_chunks par_iter".split(" "),
);

/** Methods of `str` that leave the text alone. */
export const textMethods: ReadonlySet<string> = new Set(
  "len is_empty chars bytes char_indices as_bytes contains starts_with ends_with find rfind split split_at split_once rsplit rsplit_once splitn rsplitn split_terminator split_inclusive split_whitespace split_ascii_whitespace lines trim trim_start trim_end trim_matches trim_start_matches trim_end_matches strip_prefix strip_suffix parse to_string to_owned to_lowercase to_uppercase to_ascii_lowercase to_ascii_uppercase eq_ignore_ascii_case is_char_boundary get repeat replace replacen matches match_indices rmatches rmatch_indices is_ascii as_ptr encode_utf16 escape_debug escape_default escape_unicode clone as_str".split(" "),
);

/** Methods of `Path` that leave the path alone. */
export const pathMethods: ReadonlySet<string> = new Set(
  "join display to_string_lossy to_str exists try_exists is_file is_dir is_symlink is_absolute is_relative has_root parent ancestors file_name file_stem file_prefix extension components iter starts_with ends_with strip_prefix with_extension with_file_name with_added_extension to_path_buf to_owned metadata symlink_metadata canonicalize read_dir read_link as_os_str clone as_path".split(" "),
);

/** Methods of `OsStr` that leave the text alone. */
export const osTextMethods: ReadonlySet<string> = new Set("to_str to_string_lossy to_owned to_os_string is_empty len eq_ignore_ascii_case is_ascii to_ascii_lowercase to_ascii_uppercase as_encoded_bytes display clone as_os_str".split(" "));
