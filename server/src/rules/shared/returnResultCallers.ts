/** Finds every use of a function in its file and adapts the calls: `?` where it can stand, else the panic moves there (rules-core specification 6.3). */
import type { Code } from "../../engine/code.js";
import { hasModifier, regionOf } from "../../engine/context.js";
import { useLeaves } from "../../engine/declarations.js";
import type { Edit } from "../../engine/finding.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import type { ErrorType } from "./questionMarkErrors.js";
import { tryTarget } from "./questionMarkTarget.js";
import { receiverType } from "./receivers.js";
import { mayRewrite } from "./transparentMacros.js";

/** The function whose signature changes. */
interface Changed {
  readonly name: string;
  /** Last segment of the impl's type; empty for a free function. */
  readonly owner: string;
  readonly isAsync: boolean;
  /** Offset of its name in the file. */
  readonly at: number;
  /** Offset of the function itself in the file. */
  readonly from: number;
  readonly error: ErrorType;
}

/**
 * Edits, as offsets of the fix's segment, with which all callers in the file compile again.
 * @returns undefined when a use is no plain call, or cannot be told from a use of something else
 */
export function callerEdits(code: Code, fn: Node, error: ErrorType, fix: FixContext): readonly Edit[] | undefined {
  const name = nameOf(code, fn);
  const identifier = fn.childForFieldName("name");
  if (!identifier) return undefined;
  const container = code.place.containers[code.place.containers.length - 1];
  const owner = code.parent(fn) === undefined && container?.keyword === "impl" ? container.name : "";
  const namesakes = code.facts.ask("signatures", name).filter((signature) => signature.owner === owner);
  if (namesakes.length > (code.parent(fn) === undefined ? 1 : 0)) return undefined;
  const shift = fix.segmentStart;
  const changed: Changed = { name, owner, isAsync: hasModifier(fn, "async"), at: code.start(identifier) + shift, from: code.start(fn) + shift, error };
  const edits: Edit[] = [];
  for (const [index, segment] of fix.file.segments.entries()) {
    if (!new RegExp(`(?<![\\w])${name}(?!\\w)`).test(segment.text)) continue;
    const offset = (fix.file.starts[index] ?? 0) - shift;
    const found = fix.withCode(index, (other) => usesIn(other, changed, offset + shift));
    if (!found) return undefined;
    edits.push(...found.map((edit) => ({ ...edit, start: edit.start + offset, end: edit.end + offset })));
  }
  return edits;
}

/** Edits of one segment, as its own offsets; undefined when one of its uses cannot be adapted. */
function usesIn(code: Code, changed: Changed, segmentStart: number): readonly Edit[] | undefined {
  const { name } = changed;
  if (code.segment.keyword === "use") {
    const leaves = useLeaves(code.segment.text.slice(code.segment.head)).filter((leaf) => leaf.name === name || leaf.path.endsWith(`::${name}`));
    const plain = leaves.every((leaf) => leaf.name === name && /^(?:self|super|crate)\b/.test(leaf.path));
    return plain && code.segment.visibility === "private" ? [] : undefined;
  }
  const edits: Edit[] = [];
  // Opening the macros that mention the name makes their calls visible; a mention that stays a token is refused below.
  const opened = code.findAll(["identifier", "field_identifier"], (text) => text.includes(name));
  for (const node of opened) {
    if (code.text(node) !== name) continue;
    if (code.start(node) + segmentStart === changed.at) continue;
    if (isTokenOfOpenedMacro(code, node, opened, name)) continue;
    const use = useAt(code, node, changed, segmentStart);
    if (use === "other") continue;
    if (use === undefined) return undefined;
    edits.push(use);
  }
  // An attribute can name a function in a text (`#[serde(default = "name")]`).
  return mentionedInAttribute(code, name) ? undefined : edits;
}

/** A token in a macro's input whose parsed copy is looked at instead. */
function isTokenOfOpenedMacro(code: Code, node: Node, all: readonly Node[], name: string): boolean {
  if (node.parent?.type !== "token_tree") return false;
  const start = code.start(node);
  return all.some((other) => other.tree !== node.tree && code.start(other) === start && other.parent?.type !== "token_tree" && code.text(other) === name);
}

function mentionedInAttribute(code: Code, name: string): boolean {
  return code.root.descendantsOfType(["attribute_item", "inner_attribute_item"]).some((attribute) => attribute !== null && new RegExp(`(?<!\\w)${name}(?!\\w)`).test(code.text(attribute).replace(/^#!?\[\s*(?:doc|allow|expect|deprecated)\b[\s\S]*$/, "")));
}

/** The edit for one mention: `?` after the call; `other` when it is something else of that name; undefined when in doubt. */
function useAt(code: Code, node: Node, changed: Changed, segmentStart: number): Edit | "other" | undefined {
  const parent = code.parent(node);
  if (!parent) return undefined;
  if (node.type === "field_identifier") {
    if (parent.type !== "field_expression") return "other";
    const call = callOf(code, parent);
    if (!call) return "other";
    if (changed.owner === "") return "other";
    const receiver = parent.childForFieldName("value");
    const type = receiver ? receiverType(code, receiver) : undefined;
    return type === undefined ? undefined : type === changed.owner ? propagate(code, call, changed, segmentStart) : "other";
  }
  if (parent.type === "scoped_identifier") {
    if (parent.childForFieldName("name")?.id !== node.id) return undefined;
    const path = code.text(parent.childForFieldName("path") ?? node).replace(/<.*$/s, "");
    const last = path.slice(path.lastIndexOf(":") + 1).trim();
    const owner = last === "Self" ? (code.place.containers[code.place.containers.length - 1]?.name ?? "") : /^[A-Z]/.test(last) ? last : "";
    if (owner !== changed.owner) return "other";
    const call = callOf(code, parent);
    return call && propagate(code, call, changed, segmentStart);
  }
  // The name of another item of that name: an item of another owner, judged by its own uses.
  if (changed.owner !== "" && (parent.type === "function_item" || parent.type === "function_signature_item")) return "other";
  if (changed.owner !== "" && parent.type !== "token_tree") return "other";
  const call = callOf(code, node);
  return call && changed.owner === "" ? propagate(code, call, changed, segmentStart) : undefined;
}

function callOf(code: Code, target: Node): Node | undefined {
  let called = target;
  const outer = code.parent(called);
  if (outer?.type === "generic_function") called = outer;
  const call = code.parent(called);
  return call?.type === "call_expression" && call.childForFieldName("function")?.id === called.id ? call : undefined;
}

/** What goes after the call, or after its `.await`. */
function propagate(code: Code, call: Node, changed: Changed, segmentStart: number): Edit | undefined {
  const awaited = code.parent(call);
  const whole = changed.isAsync ? (awaited?.type === "await_expression" ? awaited : undefined) : call;
  if (!whole || !mayRewrite(code, call)) return undefined;
  const appended = (newText: string): Edit => ({ start: code.end(whole), end: code.end(whole), newText });
  const target = tryTarget(code, call);
  if (target?.kind === "Result" && target.declared && carries(target.error, changed.error)) return appended("?");
  if (isRecursion(code, call, changed.from - segmentStart)) return appended("?");
  // Where the caller cannot pass the error on yet, the panic moves to it: nothing changes when the program runs, and the
  // finding is now where the next step is to be taken. Tests may panic.
  return appended(regionOf(code, call) === "test" ? ".unwrap()" : `.expect("\`${changed.name}\` failed")`);
}

/** A call of the function in its own body, outside closures: it will be in a function that returns the new Result. */
function isRecursion(code: Code, call: Node, from: number): boolean {
  for (const up of code.ancestors(call)) {
    if (up.type === "closure_expression" || up.type === "async_block" || up.type === "try_block") return false;
    if (up.type === "function_item") return code.start(up) === from;
  }
  return false;
}

/** Whether `?` turns the new error into the caller's. */
function carries(into: ErrorType, error: ErrorType): boolean {
  if (error.family === "anyhow") return into.family === "anyhow" || into.family === "boxed";
  return into.name === "Box<dyn Error>";
}
