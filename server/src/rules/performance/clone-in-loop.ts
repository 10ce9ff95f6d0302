import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import type { Fix } from "../../engine/finding.js";
import { localType } from "../../engine/resolve.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { repeatedBy } from "../shared/loops.js";
import { receiverType } from "../shared/receivers.js";
import { mayRewrite } from "../shared/transparentMacros.js";

const copying: ReadonlySet<string> = new Set(["clone", "to_owned", "to_vec"]);

/** Types whose clone is a handle. */
const handles: ReadonlySet<string> = new Set("Arc Rc Weak Sender UnboundedSender SyncSender Receiver Bytes Handle Client Pool Waker Span".split(" "));

/** Types that are what their `to_owned` and `to_vec` give. */
const owners: ReadonlySet<string> = new Set(["String", "Vec", "PathBuf", "OsString"]);

/** Methods that take `&self` on whatever has them; iterators have none of them. */
const reading: ReadonlySet<string> = new Set(
  "len is_empty iter as_str as_bytes as_slice as_ref as_path contains contains_key starts_with ends_with chars char_indices split split_whitespace split_once splitn rsplit get first trim trim_start trim_end is_some is_none is_ok is_err keys values eq_ignore_ascii_case to_lowercase to_uppercase exists is_file is_dir file_name extension parent to_str to_string_lossy display".split(" "),
);

/** A copy that may only be borrowed: `&x.clone()`, `x.clone().f`, `x.clone() ==`, `== x.clone()`. */
const borrowedCopy = /[&=<>]\s*[\w.\s]+\.\s*(?:clone|to_owned|to_vec)\s*\(\s*\)|\.\s*(?:clone|to_owned|to_vec)\s*\(\s*\)\s*(?:\.|[=!<>])/;

export default defineRule({
  id: "clone-in-loop",
  group: "performance",
  since: "0.1.0",
  severity: "information",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Optimization Guidelines: AVOID unnecessary allocations",
  scope: "function",
  regions: ["production"],
  looksFor: "presence",
  needs: ["clone", "to_owned", "to_vec"],
  blocks: "with-words",
  clues: [["clone", "to_owned", "to_vec"]],
  wants: (segment) => /\b(?:for|while|loop)\b|\|/.test(segment.text) && borrowedCopy.test(segment.text),
  summary: "Finds clones in loops whose result is only borrowed on the spot, of values that come from outside the loop.",
  why: "The value is copied in every turn, looked at, and thrown away. The original could have been looked at instead.",
  remedy: "Leave the call out: `&x.clone()` is `&x`, `x.clone().len()` is `x.len()`, `x.clone() == y` is `x == y`.",
  limits: "Types are not known: what is visibly an `Arc`, a channel or another handle is left alone, and so is a statement or condition that names the value more than once, because the copy may be there to end a borrow. Besides loops, closures count that an iterator calls for each item.",
  options: {},
  messages: {
    cloned: "`{call}` copies `{value}` in every turn only to look at the copy; look at `{value}` itself",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const method = calledMethod(node);
      const name = method ? code.text(method) : "";
      if (!method || !copying.has(name) || argumentsOf(node).length > 0) return;
      const value = receiverOf(node);
      const root = value && rootOf(value);
      const use = root && useOf(code, node);
      const loop = use && repeatedBy(code, node);
      if (!value || !root || !use || !loop || bindsName(code, loop, code.text(root)) || mentionsTwice(code, node, code.text(root))) return;
      const type = receiverType(code, value);
      if (type !== undefined && handles.has(type)) return;
      // `&text.to_owned()` may be there for its type.
      if (name !== "clone" && use === "reference" && (type === undefined || !owners.has(type))) return;
      cx.report(node, {
        message: "cloned",
        data: { call: `${name}()`, value: code.text(value).replace(/\s+/g, "") },
        range: { start: code.start(method), end: code.end(node) },
        fixes: () => fixes(code, node, value, use),
      });
    },
  },
});

/** The variable a path of fields starts from; undefined for anything else, such as an index. */
function rootOf(value: Node): Node | undefined {
  let node: Node | null = value;
  while (node?.type === "field_expression") node = node.childForFieldName("value");
  return node?.type === "identifier" || node?.type === "self" ? node : undefined;
}

type CloneUse = "reference" | "method" | "comparison";

/** How the copy is used, when it is only borrowed on the spot. */
function useOf(code: Code, node: Node): CloneUse | undefined {
  const parent = code.parent(node);
  switch (parent?.type) {
    case "reference_expression": {
      const isBound = code.parent(parent)?.type === "let_declaration";
      return isBound || parent.children.some((child) => child.type === "mutable_specifier") ? undefined : "reference";
    }
    case "field_expression": {
      const call = code.parent(parent);
      const method = call?.type === "call_expression" ? calledMethod(call) : undefined;
      return method && parent.childForFieldName("field")?.id === method.id && reading.has(code.text(method)) ? "method" : undefined;
    }
    case "binary_expression":
      return /^(?:[=!]=|[<>]=?)$/.test(parent.childForFieldName("operator")?.type ?? "") ? "comparison" : undefined;
    default:
      return undefined;
  }
}

/** The loop, or anything in it, binds the name: the value may be another in each turn. */
function bindsName(code: Code, loop: Node, name: string): boolean {
  if (name === "self") return false;
  return loop.descendantsOfType("identifier").some((node) => {
    if (code.text(node) !== name) return false;
    const parent = node.parent;
    if (parent?.type.endsWith("_pattern") || parent?.type === "closure_parameters" || parent?.childForFieldName("pattern")?.id === node.id) return true;
    // `x = next;`: what is looked at changes, but the copy does not outlive the statement.
    return false;
  });
}

/** The statement around the copy names the value again: it may be changed there while the copy is looked at. */
function mentionsTwice(code: Code, node: Node, name: string): boolean {
  let statement = node;
  for (const up of code.ancestors(node)) {
    if (up.type === "block" || up.type === "closure_expression") break;
    // What a condition makes is dropped before the block runs; not so with `if let`.
    if (/^(?:if|while)_expression$/.test(up.type) && up.childForFieldName("condition")?.id === statement.id && !/^let_/.test(statement.type)) break;
    statement = up;
  }
  return (code.text(statement).match(new RegExp(`(?<![\\w.])${name}\\b`, "g")) ?? []).length > 1;
}

function fixes(code: Code, node: Node, value: Node, use: CloneUse): readonly Fix[] {
  const from = code.end(value);
  if (!mayRewrite(code, node) || /\/[/*]/.test(code.segment.text.slice(from, code.end(node)))) return [];
  const drop = { start: from, end: code.end(node), newText: "" };
  const base = { title: "Look at the value itself", kind: "quickfix", applicability: "suggestion", preferred: true } as const;
  if (use === "method" || value.type === "field_expression") return [{ ...base, edits: [drop] }];
  const type = localType(code, code.text(value), value);
  if (type === undefined) return [];
  if (!type.trimStart().startsWith("&")) return lastSegment(type) === "Self" ? [] : [{ ...base, edits: [drop] }];
  // A reference already: it needs no `&`, and is compared by what it refers to.
  const parent = code.parent(node);
  if (use === "comparison" || !parent) return [{ ...base, edits: [{ start: code.start(value), end: code.start(value), newText: "*" }, drop] }];
  return [{ ...base, edits: [{ start: code.start(parent), end: code.start(value), newText: "" }, drop] }];
}
