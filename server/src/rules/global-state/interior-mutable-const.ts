import { isTrivia, type Code } from "../../engine/code.js";
import { lastSegment } from "../../engine/declarations.js";
import type { Fix } from "../../engine/finding.js";
import { stripArguments } from "../../engine/pathText.js";
import { resolvePath } from "../../engine/resolve.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";

const atomic = /^Atomic(?:Bool|Ptr|[IU](?:8|16|32|64|128|size))$/;
const cells: readonly string[] = "Cell RefCell UnsafeCell OnceCell OnceLock LazyCell LazyLock Lazy Mutex RwLock".split(" ");
/** Those that threads may share, whatever crate they come from. */
const shared: ReadonlySet<string> = new Set(["OnceLock", "LazyLock", "Mutex", "RwLock"]);
/** What a glob import may bring in. */
const candidates: ReadonlySet<string> = new Set([
  ...["Cell", "RefCell", "UnsafeCell", "OnceCell", "LazyCell"].map((name) => `std::cell::${name}`),
  ...["OnceLock", "LazyLock", "Mutex", "RwLock"].map((name) => `std::sync::${name}`),
  ...["Bool", "Ptr", ...["8", "16", "32", "64", "size"].flatMap((size) => [`I${size}`, `U${size}`])].map((name) => `std::sync::atomic::Atomic${name}`),
]);
const deepest = 4;

/** A constant whose type begins with a name in capital letters, or is an array or tuple with one. */
const declaration = /\bconst\s+\w+\s*:\s*(?:[[(][^=]*[A-Z]|(?:::\s*)?(?:[a-z]\w*\s*::\s*)*[A-Z])/;

export default defineRule({
  id: "interior-mutable-const",
  group: "global-state",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::declare_interior_mutable_const"],
  clause: "Forbidden Practices: mutable global state",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["const"],
  blocks: "with-words",
  atWords: true,
  clues: [["const"]],
  wants: (segment) => declaration.test(segment.text),
  summary: "Forbids constants whose value can change: cells, locks and atomics.",
  why: "A `const` is copied at every use. What is written to one copy is gone with it, so the counter never counts and the lock never locks; nothing warns.",
  remedy: "Make it a `static`, or better a value that is passed to its users. `const` is right only for the element of an array repeat, `[EMPTY; 4]`.",
  limits: "Types are known by name, directly or in an array or tuple; a struct that holds a cell is not seen. Constants of trait impls are left alone: the trait decides.",
  options: {},
  messages: {
    copied: "`{name}` is copied at every use, so what one use writes into its `{type}` no other sees; make it a `static`",
    associated: "`{name}` is copied at every use, so what one use writes into its `{type}` no other sees; hold it in a field or a `static`",
  },
  on: {
    const_item(node, cx) {
      const { code } = cx;
      const name = node.childForFieldName("name");
      const type = node.childForFieldName("type");
      if (!name || !type || code.text(name) === "_") return;
      const parts = cellsIn(code, type, 0);
      const [first] = parts;
      if (first === undefined) return;
      const member = membership(code, node);
      if (member === "trait impl" || code.facts.ask("onlyRepeated", nameOf(code, node))) return;
      const keyword = node.children.find((child) => child.type === "const") ?? node;
      cx.report(node, {
        message: member === "free" ? "copied" : "associated",
        data: { name: nameOf(code, node), type: first },
        range: { start: code.start(keyword), end: code.end(name) },
        fixes: () => (member === "free" && !code.inMacro(node) && parts.every((part) => shared.has(part) || atomic.test(part)) ? [staticFix(code, keyword)] : []),
      });
    },
  },
});

/** Names of the types with interior mutability that a type is, or is an array or tuple of. */
function cellsIn(code: Code, type: Node, depth: number): readonly string[] {
  switch (type.type) {
    case "array_type": {
      const element = type.childForFieldName("element");
      return element ? cellsIn(code, element, depth) : [];
    }
    case "tuple_type":
      return type.namedChildren.filter((child) => !isTrivia(child)).flatMap((child) => cellsIn(code, child, depth));
    case "generic_type":
    case "type_identifier":
    case "scoped_type_identifier": {
      const path = stripArguments(code.text(type)).replace(/\s/g, "");
      return cellNamed(code, path, type, depth);
    }
    default:
      return [];
  }
}

function cellNamed(code: Code, path: string, at: Node, depth: number): readonly string[] {
  const full = resolvePath(code, path, at, candidates);
  const name = full === undefined ? "" : lastSegment(full);
  if (cells.includes(name) || atomic.test(name)) return [name];
  const alias = full === undefined && depth < deepest && /^\w+$/.test(path) ? code.facts.ask("alias", code.place.scope.key, path) : null;
  const target = alias ? stripArguments(alias.target).replace(/\s/g, "") : "";
  return alias && /^[\w:]+$/.test(target) ? cellNamed(code, target, at, depth + 1) : [];
}

/** Where a constant stands: by itself, in an inherent impl or trait, or in the impl of a trait. */
function membership(code: Code, node: Node): "free" | "member" | "trait impl" {
  for (const up of code.ancestors(node)) {
    if (up.type === "block") return "free";
    if (up.type === "impl_item") return up.childForFieldName("trait") ? "trait impl" : "member";
    if (up.type === "trait_item") return "member";
  }
  const container = code.place.containers.at(-1);
  if (container?.keyword === "trait") return "member";
  return container?.impl ? (container.impl.trait === "" ? "member" : "trait impl") : "free";
}

function staticFix(code: Code, keyword: Node): Fix {
  return { title: "Make it a `static`", kind: "quickfix", applicability: "suggestion", preferred: true, edits: [{ start: code.start(keyword), end: code.end(keyword), newText: "static" }] };
}
