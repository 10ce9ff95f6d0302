/**
 * What unsafe code asks of whoever vouches for it, as far as the syntax shows: the conditions that belong into a
 * `# Safety` section or a `SAFETY:` comment (rules-core specification 5.3).
 */
import { isTrivia, type Code } from "../../engine/code.js";
import { calledMethod, hasModifier, receiverOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import { calledPath, localType } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import { receiverType } from "./receivers.js";
import { contractOf } from "./unsafeContracts.js";

/** One condition in two voices, without a final full stop. */
export interface Obligation {
  /** For the caller, in documentation: "`p` must be aligned". */
  readonly must: string;
  /** For the reviewer, in a comment: "`p` is aligned". */
  readonly holds: string;
}

const most = 8;
const longest = 48;

/** Conditions of the unsafe operations in a block or in the body of an unsafe function, in source order, at most eight. */
export function obligationsIn(code: Code, body: Node): readonly Obligation[] {
  const found = new Map<string, Obligation>();
  const add = (own: readonly Obligation[]): void => {
    for (const one of own) if (!found.has(one.must)) found.set(one.must, one);
  };
  const pointers = new Map<string, Set<PointerUse>>();
  const unknown = new Set<string>();
  const kinds = ["unary_expression", "call_expression", "identifier", "field_expression", "macro_invocation"];
  for (const node of [...code.below(body, kinds)].sort((a, b) => code.start(a) - code.start(b))) {
    switch (node.type) {
      case "unary_expression":
        dereference(code, body, node, pointers);
        break;
      case "call_expression":
        add(callObligation(code, body, node, unknown));
        break;
      case "identifier":
        add(staticObligation(code, node));
        break;
      case "field_expression":
        add(unionObligation(code, node));
        break;
      default:
        if (/^(?:global_|naked_)?asm$/.test(code.macroName(node))) add([obligation("the assembly", "keep to its declared operands, options and clobbers", "keeps to its declared operands, options and clobbers")]);
    }
  }
  const all = [...[...pointers].map(([name, uses]) => pointerObligation(name, uses)), ...found.values()];
  // An unknown function explains a block only where it is the single thing the block can be about.
  const [only] = unknown;
  if (all.length === 0 && unknown.size === 1 && only !== undefined) all.push(contract(only));
  return all.slice(0, most);
}

/** Conditions a function's own signature shows: its raw pointer parameters. For functions without a body. */
export function parameterObligations(code: Code, fn: Node): readonly Obligation[] {
  const found: Obligation[] = [];
  for (const parameter of fn.childForFieldName("parameters")?.namedChildren ?? []) {
    const type = parameter.type === "parameter" ? parameter.childForFieldName("type") : undefined;
    const pattern = parameter.childForFieldName("pattern");
    if (!type || !pattern || type.type !== "pointer_type") continue;
    found.push(pointerObligation(code.text(pattern), new Set(code.text(type).startsWith("*mut") ? ["read", "write"] : ["read"])));
  }
  return found.slice(0, most);
}

/** What an `unsafe impl` promises. */
export function implObligations(code: Code, impl: Node): readonly Obligation[] {
  const type = impl.childForFieldName("type");
  const written = impl.childForFieldName("trait");
  if (!type || !written) return [];
  const name = lastSegment(code.text(written));
  const subject = `\`${lastSegment(code.text(type))}\``;
  switch (name) {
    case "Send":
      return [obligation(subject, "be sound to move to another thread", "is sound to move to another thread")];
    case "Sync":
      return [obligation(subject, "be sound to share between threads", "is sound to share between threads")];
    default:
      return [obligation(subject, `keep the contract of \`${name}\``, `keeps the contract of \`${name}\``)];
  }
}

function obligation(subject: string, must: string, holds: string): Obligation {
  return { must: `${subject} must ${must}`, holds: `${subject} ${holds}` };
}

function contract(name: string): Obligation {
  return obligation(`the contract of \`${name}\``, "be kept", "is kept");
}

type PointerUse = "read" | "write" | "shared" | "unique";

function pointerObligation(name: string, uses: ReadonlySet<PointerUse>): Obligation {
  const conditions = ["aligned"];
  if (uses.has("unique")) conditions.push("valid for reads and writes", "not reached through another pointer while the reference lives");
  else if (uses.has("shared")) conditions.push("valid for reads of an initialised value", "not written to while the reference lives");
  else if (uses.has("read")) conditions.push("valid for reads of an initialised value");
  if (uses.has("write") && !uses.has("unique")) conditions.push("valid for writes");
  const list = conditions.length > 1 ? `${conditions.slice(0, -1).join(", ")} and ${conditions.at(-1) ?? ""}` : (conditions[0] ?? "");
  return obligation(`\`${name}\``, `be ${list}`, `is ${list}`);
}

/** Notes a dereference of what is, or in an unsafe block may be, a raw pointer. */
function dereference(code: Code, body: Node, node: Node, pointers: Map<string, Set<PointerUse>>): void {
  const operand = node.namedChildren.find((child) => !isTrivia(child));
  if (node.firstChild?.type !== "*" || !operand) return;
  const raw = isRawPointer(code, operand);
  if (raw === false || (raw === undefined && !insideUnsafeBlock(code, body, node))) return;
  const text = code.text(operand).replace(/\s+/g, " ").replace(/^\((.*)\)$/, "$1");
  const name = text.length <= longest ? text : "the pointer";
  const uses = pointers.get(name) ?? new Set<PointerUse>();
  uses.add(useOf(code, node));
  pointers.set(name, uses);
}

/** How the place behind a dereference is used, through fields and indices. */
function useOf(code: Code, node: Node): PointerUse {
  let place = node;
  for (let up = code.parent(place); up; up = code.parent(up)) {
    const first = up.namedChildren.find((child) => !isTrivia(child));
    if (up.type === "parenthesized_expression" || ((up.type === "field_expression" || up.type === "index_expression") && first?.id === place.id)) {
      place = up;
      continue;
    }
    if (up.type === "reference_expression") return up.children.some((child) => child.type === "mutable_specifier") ? "unique" : "shared";
    if (up.type === "assignment_expression" && up.childForFieldName("left")?.id === place.id) return "write";
    if (up.type === "compound_assignment_expr" && up.childForFieldName("left")?.id === place.id) return "unique";
    return "read";
  }
  return "read";
}

/** True or false where the syntax shows it; undefined where it does not. */
function isRawPointer(code: Code, operand: Node): boolean | undefined {
  const text = code.text(operand);
  if (/\bas\s*\*(?:const|mut)\b|&raw\b|\.(?:as_ptr|as_mut_ptr|cast|cast_mut|cast_const|offset|byte_add|wrapping_add)\b\s*(?:::<[^>]*>)?\(|^\(?(?:ptr|std::ptr|core::ptr)::/.test(text)) return true;
  if (/\.(?:get_unchecked|unwrap_unchecked|assume_init_ref|assume_init)(?:_mut)?\([^()]*\)$/.test(text)) return false;
  const field = ownFieldType(code, operand);
  if (field !== undefined) return /^\*(?:const|mut)\b/.test(field);
  const root = rootOf(operand);
  if (root.type !== "identifier") return root.type === "self" && operand.id === root.id ? false : undefined;
  const type = localType(code, code.text(root), root);
  if (type === undefined) return undefined;
  if (/^\*(?:const|mut)\b/.test(type)) return true;
  if (/\bUnsafeCell\b/.test(type) && /\.get\(\)$/.test(text)) return true;
  return operand.id === root.id ? false : undefined;
}

/** Declared type of `self.field` where the struct stands in the file. */
function ownFieldType(code: Code, node: Node): string | undefined {
  const owner = code.place.containers.at(-1);
  const field = node.childForFieldName("field");
  if (node.type !== "field_expression" || node.childForFieldName("value")?.type !== "self" || !field || owner?.keyword !== "impl") return undefined;
  return code.facts.ask("fieldType", owner.name, code.text(field)) ?? undefined;
}

function rootOf(node: Node): Node {
  let at = node;
  for (;;) {
    const inner =
      at.type === "call_expression" ? receiverOf(at) : at.type === "field_expression" ? at.childForFieldName("value") : at.type === "parenthesized_expression" ? at.firstNamedChild : undefined;
    if (!inner) return at;
    at = inner;
  }
}

function insideUnsafeBlock(code: Code, body: Node, node: Node): boolean {
  if (body.type === "unsafe_block") return true;
  for (const up of code.ancestors(node)) {
    if (up.type === "unsafe_block") return true;
    if (up.type === "function_item") return false;
  }
  return false;
}

function callObligation(code: Code, body: Node, call: Node, unknown: Set<string>): readonly Obligation[] {
  const method = calledMethod(call);
  const path = method ? undefined : calledPath(code, call);
  const name = method ? code.text(method) : path === undefined ? "" : lastSegment(path);
  if (name === "") return [];
  const owner = path?.includes("::") ? lastSegment(path.slice(0, path.lastIndexOf("::"))) : undefined;
  const receiver = method ? receiverOf(call) : undefined;
  const known = contractOf(name, owner, receiver !== undefined, receiver !== undefined && isRawPointer(code, receiver) === true);
  if (known) return [obligation(known.subject, known.must, known.holds)];
  const signatures = code.facts.ask("signatures", name);
  const type = receiver && receiverType(code, receiver);
  const here = signatures.filter((signature) => (method ? signature.owner !== "" && (type === undefined || type === signature.owner) : owner === undefined ? signature.owner === "" : signature.owner === owner || owner === "Self"));
  if (here.length > 0 && here.every((signature) => signature.isUnsafe)) return stated(code, name, method ? type : owner) ?? [contract(name)];
  // The type of any receiver may have a safe method of that name.
  const named = here.length === 0 && (!method || type !== undefined) && !plainlySafe.has(name);
  const elsewhere = named && insideUnsafeBlock(code, body, call) ? stated(code, name, method ? type : owner) : undefined;
  if (elsewhere) return elsewhere;
  if (path !== undefined && /^(?:libc|ffi|sys)::|_sys::/.test(path)) return [contract(path)];
  // Safe by what the file says, or a constructor of a variant or struct.
  const safe = here.length > 0 || /^[A-Z]/.test(name) || plainlySafe.has(name);
  if (!safe && insideUnsafeBlock(code, body, call)) unknown.add(path ?? name);
  return [];
}

/**
 * What the documentation of an unsafe function of the workspace's package asks, where one function of that name and
 * type states it. A module before the name is no type: then it is a free function.
 */
function stated(code: Code, name: string, owner: string | undefined): readonly Obligation[] | undefined {
  const type = owner === "Self" ? code.place.containers.at(-1)?.name : owner;
  const candidates = code.facts.ask("contracts", name).filter((own) => (type === undefined ? true : /^[A-Z]/.test(type) ? own.owner === type : own.owner === ""));
  const [only] = candidates;
  if (!only || candidates.length > 1) return undefined;
  return only.conditions.map((condition) => ({ must: `${condition} (\`${name}\`)`, holds: `${condition.replace(/^[A-Z](?=[a-z]* )/, (first) => first.toLowerCase())} (\`${name}\`)` }));
}

/** Names so common for safe functions that they say nothing about why a block is unsafe. */
const plainlySafe: ReadonlySet<string> = new Set("as_mut_ptr as_ptr cast clone drop expect from get into is_null len map new null null_mut ok_or unwrap".split(" "));

function staticObligation(code: Code, identifier: Node): readonly Obligation[] {
  const name = code.text(identifier);
  if (!/^[A-Z][A-Z0-9_]*$/.test(name) || !code.facts.ask("staticMut", code.place.scope.key, name)) return [];
  return [obligation(`\`${name}\``, "not be used by another thread meanwhile", "is not used by another thread meanwhile")];
}

function unionObligation(code: Code, node: Node): readonly Obligation[] {
  const value = node.childForFieldName("value");
  const field = node.childForFieldName("field");
  const up = code.parent(node);
  if (!value || !field || (up?.type === "call_expression" && calledMethod(up)?.id === field.id)) return [];
  if (up?.type === "assignment_expression" && up.childForFieldName("left")?.id === node.id) return [];
  const container = code.place.containers.at(-1);
  const type = value.type === "self" ? container?.name : value.type === "identifier" ? localType(code, code.text(value), value) : undefined;
  const name = type === undefined ? undefined : lastSegment(type.replace(/^&\s*(?:'\w+\s+)?(?:mut\s+)?/, ""));
  if (name === undefined) return [];
  const binding = code.facts.ask("binding", code.place.scope.key, name);
  if (binding?.kind !== "local" || binding.keyword !== "union") return [];
  return [obligation(`\`${code.text(node)}\``, "hold a valid value of that field's type", "holds a valid value of that field's type")];
}

/** True for a function or signature declared `unsafe`. */
export function isUnsafeFunction(node: Node): boolean {
  return (node.type === "function_item" || node.type === "function_signature_item") && hasModifier(node, "unsafe");
}
