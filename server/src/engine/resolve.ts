/** Paths and types by name, without type information (rules-core specification 2.5, 2.6). */
import type { Code } from "./code.js";
import { instantiate, lastSegment, splitTopLevel, useLeaves, type UseLeaf } from "./declarations.js";
import { balanced, stripArguments } from "./pathText.js";
import type { Node } from "./syntax.js";

const localRoots: ReadonlySet<string> = new Set(["crate", "self", "super", "Self"]);
const maxDepth = 6;

/**
 * Resolves a path as written at a node to the path it stands for, `core` and `alloc` read as `std`.
 * @param candidates full paths a glob import may bring in; without them globs are not followed
 * @returns undefined for a path to something of this crate, or for a single name nothing binds
 */
export function resolvePath(code: Code, path: string, at: Node, candidates?: ReadonlySet<string>): string | undefined {
  const clean = stripArguments(path).replace(/\s/g, "");
  const absolute = clean.startsWith("::");
  return resolve(code, absolute ? clean.slice(2) : clean, at, candidates, absolute ? maxDepth : 0);
}

function resolve(code: Code, path: string, at: Node | undefined, candidates: ReadonlySet<string> | undefined, depth: number): string | undefined {
  const segments = path.split("::");
  const first = segments[0] ?? "";
  if (localRoots.has(first)) return undefined;
  const rest = segments.slice(1);
  if (depth < maxDepth) {
    const globs: string[] = [];
    for (const block of at ? blocksAround(code, at) : []) {
      const scope = blockScope(code, block);
      const use = scope.uses.find((leaf) => leaf.name === first);
      if (use) return resolveImport(code, use.path, first, rest, candidates, depth);
      if (scope.locals.has(first)) return undefined;
      globs.push(...scope.uses.filter((leaf) => leaf.name === "*").map((leaf) => leaf.path));
    }
    const scope = code.place.scope.key;
    const binding = code.facts.ask("binding", scope, first);
    if (binding?.kind === "import") return resolveImport(code, binding.path, first, rest, candidates, depth);
    if (binding?.kind === "local") return undefined;
    if (candidates) {
      globs.push(...code.facts.ask("globs", scope));
      for (const glob of globs) {
        const base = resolve(code, glob, undefined, undefined, depth + 1);
        const full = base && canonical(`${base}::${path}`);
        if (full && candidates.has(full)) return full;
      }
    }
  }
  if (segments.length === 1 && depth === 0) return undefined;
  return canonical(path);
}

function resolveImport(code: Code, imported: string, name: string, rest: readonly string[], candidates: ReadonlySet<string> | undefined, depth: number): string | undefined {
  const full = [imported, ...rest].join("::");
  const clean = full.replace(/^::/, "");
  // `use fs;` or `use tokio::fs;` — the head of the import is looked up at the module, but never as itself.
  if (clean.split("::")[0] === name) return localRoots.has(name) ? undefined : canonical(clean);
  return resolve(code, clean, undefined, candidates, depth + 1) ?? (localRoots.has(clean.split("::")[0] ?? "") ? undefined : resolvedExternally(code, clean));
}

function resolvedExternally(code: Code, path: string): string | undefined {
  const head = path.split("::")[0] ?? "";
  return code.facts.ask("binding", code.place.scope.key, head)?.kind === "local" ? undefined : canonical(path);
}

function canonical(path: string): string {
  return path.replace(/^(?:core|alloc)::/, "std::");
}

function* blocksAround(code: Code, at: Node): Generator<Node> {
  for (const up of code.ancestors(at)) if (up.type === "block") yield up;
}

interface BlockScope {
  readonly uses: readonly UseLeaf[];
  readonly locals: ReadonlySet<string>;
}

function blockScope(code: Code, block: Node): BlockScope {
  return code.memo("blockScope", block, () => {
    const uses: UseLeaf[] = [];
    const locals = new Set<string>();
    for (const child of block.namedChildren) {
      if (child.type === "use_declaration" || child.type === "extern_crate_declaration") uses.push(...useLeaves(code.text(child)));
      else if (child.type.endsWith("_item")) {
        const name = child.childForFieldName("name");
        if (name) locals.add(code.text(name));
      }
    }
    return { uses, locals };
  });
}

/** Text of a call's function as a path, without type arguments; undefined for method calls and other expressions. */
export function calledPath(code: Code, call: Node): string | undefined {
  let target = call.childForFieldName("function");
  if (target?.type === "generic_function") target = target.childForFieldName("function");
  if (target?.type !== "scoped_identifier" && target?.type !== "identifier") return undefined;
  return stripArguments(code.text(target)).replace(/\s/g, "");
}

const prelude: ReadonlySet<string> = new Set(["Vec", "String", "Box", "Option", "Result"]);

/**
 * True when a type node names the given type of std. Prelude names need no import but can be shadowed; others resolve.
 * @param full path below std, for example `std::sync::Mutex`; its last segment is the name
 */
export function isStdType(code: Code, written: string, full: string, at: Node): boolean {
  const path = stripArguments(written).replace(/\s/g, "");
  const name = lastSegment(full);
  if (path === name && prelude.has(name)) {
    const binding = code.facts.ask("binding", code.place.scope.key, name);
    return binding === null || (binding.kind === "import" && canonical(binding.path).startsWith("std::"));
  }
  return resolvePath(code, path, at, new Set([full])) === full;
}

/** What a function's return type means for `?`. */
export type ReturnKind =
  | { readonly kind: "Result"; readonly ok: string; readonly error: string | undefined; readonly path: string; readonly future: boolean }
  | { readonly kind: "Option"; readonly future: boolean }
  | { readonly kind: "Unit" }
  | { readonly kind: "Other" };

/** Aliases followed from a type; beyond it names are taken as they stand. */
const maxAliases = 4;
const stdKind = /^(?:std|core)::(?:result::Result|option::Option)$/;

/**
 * Reads a return type (rules-core specification 2.7).
 * @param type the type as written; empty for none
 * @returns for a Result, `error` is undefined when the type does not say it (an alias from elsewhere, named by `path`)
 */
export function returnKind(code: Code, type: string, at: Node, depth = 0): ReturnKind {
  const text = type.replace(/\s+/g, " ").trim();
  if (text === "" || text === "()") return { kind: "Unit" };
  const future = /^impl (?:\w+ \+ )*(?:\w+::)*Future ?< ?Output ?= ?(.*)>/.exec(text);
  if (future?.[1] !== undefined) {
    const inner = returnKind(code, balanced(future[1]), at, depth);
    return inner.kind === "Result" || inner.kind === "Option" ? { ...inner, future: true } : { kind: "Other" };
  }
  if (/^(?:&|\*|impl |dyn |\(|\[|fn|<)/.test(text)) return { kind: "Other" };
  const base = lastSegment(text);
  const open = text.indexOf("<");
  const parts = open < 0 ? [] : splitTopLevel(text.slice(open + 1, text.lastIndexOf(">")), ",").map((part) => part.trim());
  const qualified = stripArguments(text).includes("::");
  const scope = code.place.scope.key;
  if (!qualified && depth < maxAliases) {
    const alias = code.facts.ask("alias", scope, base);
    if (alias) {
      const target = instantiate(alias, parts);
      return alias.elsewhere ? ofElsewhere(returnKind(code, target, at, maxAliases), parts, base) : returnKind(code, target, at, depth + 1);
    }
    const binding = code.facts.ask("binding", scope, base);
    if (binding?.kind === "local" && (base === "Result" || base === "Option")) return { kind: "Other" };
    // `use std::result::Result as StdResult`
    if (binding?.kind === "import" && stdKind.test(binding.path)) return returnKind(code, binding.path + (open < 0 ? "" : text.slice(open)), at, maxAliases);
  }
  if (base === "Option") return { kind: "Option", future: false };
  if (base !== "Result") return { kind: "Other" };
  return { kind: "Result", ok: parts[0] ?? "()", error: parts[1], path: stripArguments(text).replace(/\s/g, ""), future: false };
}

/** Error types that mean the same in every module. */
const sameEverywhere = /^(?:\(\)|String|&\s*(?:'\w+ )?str|Box<.*>|(?:::)?(?:std|core|alloc)::.*)$/s;

/** The error in an alias of another module is known where it comes from the arguments, or has the same name everywhere. */
function ofElsewhere(kind: ReturnKind, given: readonly string[], path: string): ReturnKind {
  if (kind.kind !== "Result" || kind.error === undefined || given.includes(kind.error) || sameEverywhere.test(kind.error)) return kind;
  return { ...kind, error: undefined, path };
}

/** Declared type of a simple local as text: parameter, `let` with a type, or the obvious constructor; else undefined. */
export function localType(code: Code, name: string, at: Node): string | undefined {
  let below: Node = at;
  for (const up of code.ancestors(at)) {
    if (up.type === "block") {
      const found = letBefore(code, up, below, name);
      if (found) {
        const type = found.childForFieldName("type");
        if (type) return code.text(type);
        const value = found.childForFieldName("value");
        return value ? constructedType(code, value) : undefined;
      }
    } else if (up.type === "closure_expression" || up.type === "function_item") {
      const parameters = up.childForFieldName("parameters");
      for (const parameter of parameters?.namedChildren ?? []) {
        const pattern = parameter.type === "parameter" ? parameter.childForFieldName("pattern") : undefined;
        if (pattern && code.text(pattern).replace(/^(?:mut|ref)\s+/, "") === name) {
          const type = parameter.childForFieldName("type");
          return type ? code.text(type) : undefined;
        }
      }
      if (up.type === "function_item") return undefined;
    }
    below = up;
  }
  return undefined;
}

/** The last `let` of a name before a child of a block. */
export function letBefore(code: Code, block: Node, before: Node, name: string): Node | undefined {
  const start = code.start(before);
  return letsOf(code, block).get(name)?.findLast((statement) => code.start(statement) < start);
}

/** The `let` statements of a block by the name they bind. */
function letsOf(code: Code, block: Node): ReadonlyMap<string, readonly Node[]> {
  return code.memo("lets", block, () => {
    const lets = new Map<string, Node[]>();
    for (const statement of block.namedChildren) {
      const pattern = statement.type === "let_declaration" ? statement.childForFieldName("pattern") : undefined;
      if (!pattern) continue;
      const name = code.text(pattern).replace(/^(?:mut|ref)\s+/, "");
      lets.set(name, [...(lets.get(name) ?? []), statement]);
    }
    return lets;
  });
}

/** `T { … }`, `T::new(…)`, `T(…)` → `T`. */
function constructedType(code: Code, value: Node): string | undefined {
  if (value.type === "struct_expression") {
    const name = value.childForFieldName("name");
    return name ? code.text(name) : undefined;
  }
  if (value.type !== "call_expression") return undefined;
  const path = calledPath(code, value);
  if (path === undefined) return undefined;
  const segments = path.split("::");
  const last = segments[segments.length - 1] ?? "";
  if (segments.length > 1 && /^[A-Z]/.test(segments[segments.length - 2] ?? "")) return segments.slice(0, -1).join("::");
  return segments.length === 1 && /^[A-Z]/.test(last) ? last : undefined;
}

/** Root expression of a receiver: method calls, `?`, `.await`, parentheses and references stripped, locals followed. */
export function originOf(code: Code, receiver: Node, depth = 0): Node {
  let node = receiver;
  for (;;) {
    switch (node.type) {
      case "call_expression": {
        let target = node.childForFieldName("function");
        if (target?.type === "generic_function") target = target.childForFieldName("function");
        const value = target?.type === "field_expression" ? target.childForFieldName("value") : null;
        if (!value) return node;
        node = value;
        continue;
      }
      case "try_expression":
      case "await_expression":
      case "parenthesized_expression": {
        const inner = node.firstNamedChild;
        if (!inner) return node;
        node = inner;
        continue;
      }
      case "reference_expression": {
        const inner = node.childForFieldName("value");
        if (!inner) return node;
        node = inner;
        continue;
      }
      case "identifier": {
        const initial = depth < 4 ? initialiser(code, code.text(node), node) : undefined;
        return initial ? originOf(code, initial, depth + 1) : node;
      }
      default:
        return node;
    }
  }
}

/** What the last `let` of a name before a node gives it; undefined for parameters, patterns and what a loop binds. */
export function initialiser(code: Code, name: string, at: Node): Node | undefined {
  let below: Node = at;
  for (const up of code.ancestors(at)) {
    if (up.type === "block") {
      const found = letBefore(code, up, below, name);
      if (found) return found.childForFieldName("value") ?? undefined;
    }
    if (up.type === "function_item") return undefined;
    below = up;
  }
  return undefined;
}
