import type { Code } from "../../engine/code.js";
import { hasModifier } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { isStdType, resolvePath } from "../../engine/resolve.js";
import { defineRule, type FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf, visibilityOf } from "../../engine/visibility.js";
import { pathMethods, sliceMethods, textMethods, usesOf, type Use } from "../shared/parameterUses.js";
import { isTraitImplMember } from "../shared/signatures.js";

/** A std type behind whose reference stands a simpler one. */
interface Owner {
  readonly path: string;
  /** Methods that the borrowed form has too; undefined where the form of the body does not matter. */
  readonly methods: ReadonlySet<string> | undefined;
  /** Replaces `.clone()`. */
  readonly clone: string;
  /** Method that gives the borrowed form and falls away. */
  readonly borrow: string;
}

const owners: ReadonlyMap<string, Owner> = new Map(Object.entries({
  Vec: { path: "std::vec::Vec", methods: sliceMethods, clone: "to_vec", borrow: "as_slice" },
  String: { path: "std::string::String", methods: textMethods, clone: "to_owned", borrow: "as_str" },
  PathBuf: { path: "std::path::PathBuf", methods: pathMethods, clone: "to_path_buf", borrow: "as_path" },
  Box: { path: "std::boxed::Box", methods: undefined, clone: "clone", borrow: "as_ref" },
}));

const borrowedOwner = /&\s*(?:'\w+\s+)?(?:\w+\s*::\s*)*(?:Vec|String|PathBuf|Box)\b/;

export default defineRule({
  id: "ptr-arg",
  group: "performance",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::ptr_arg", "clippy::borrowed_box"],
  clause: "Optimization Guidelines: PREFER zero-copy operations",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["Vec", "String", "PathBuf", "Box"],
  clues: [["Vec", "String", "PathBuf", "Box"]],
  wants: ({ text, keyword, body }) => borrowedOwner.test(keyword === "fn" && !/\bfn\b/.test(text.slice(body)) ? text.slice(0, body) : text),
  summary: "Finds parameters of type `&Vec<T>`, `&String`, `&PathBuf` or `&Box<T>` where the borrowed form would do.",
  why: "`&Vec<T>` asks the caller for a `Vec`; who has an array, a slice or a literal must allocate one to call the function, and every access goes through two pointers.",
  remedy: "Take `&[T]`, `&str`, `&Path` or `&T`; callers that have the owner keep compiling, because `&owner` becomes the borrowed form by itself.",
  limits:
    "Reported only where every use in the body is one that the borrowed form has too: what is passed on, returned, or calls a method that is not known to exist there, is left alone, and so are `&mut`, `Cow` and aliases, unlike in clippy. Of boxes only parameters are looked at.",
  options: {},
  messages: {
    borrowed: "`{written}` makes callers own a `{owner}`; take `{borrowed}`",
    box: "`{written}` borrows twice and makes callers own a `Box`; take `{borrowed}`",
  },
  on: {
    reference_type(node, cx) {
      const { code } = cx;
      const parameter = node.parent;
      if (parameter?.type !== "parameter" || parameter.childForFieldName("type")?.id !== node.id) return;
      const inner = node.childForFieldName("type");
      const owner = inner && ownerOf(code, inner);
      if (!inner || !owner || node.children.some((child) => child.type === "mutable_specifier")) return;
      const fn = parameter.parent?.parent;
      const pattern = parameter.childForFieldName("pattern");
      if (!pattern || (fn?.type !== "function_item" && fn?.type !== "function_signature_item")) return;
      const borrowed = borrowedForm(code, inner, owner);
      if (borrowed === undefined || hasModifier(fn, "extern") || isTraitImplMember(code, fn) || code.place.containers.at(-1)?.keyword === "extern-block") return;
      if (!isStdType(code, code.text(inner), owner.path, node)) return;
      const uses = usesIn(code, fn, pattern, parameter, owner);
      if (uses === undefined) return;
      const lifetime = node.namedChildren.find((child) => child.type === "lifetime");
      const prefix = lifetime ? `&${code.text(lifetime)} ` : "&";
      const data = { written: oneLine(code.text(node)), owner: nameFor(owner), borrowed: oneLine(prefix + borrowed) };
      const fixes = (fix: FixContext): readonly Fix[] => rewrite(code, fix, fn, inner, owner, borrowed, uses);
      if (owner.methods) cx.report(parameter, { message: "borrowed", data, fixes });
      else cx.report(parameter, { message: "box", data: { written: data.written, borrowed: data.borrowed }, fixes });
    },
  },
});

function nameFor(owner: Owner): string {
  return owner.path.slice(owner.path.lastIndexOf(":") + 1);
}

/** The owner a type names, by its last segment; whether it is std's is asked later. */
function ownerOf(code: Code, type: Node): Owner | undefined {
  const named = type.type === "generic_type" ? type.childForFieldName("type") : type;
  if (named?.type !== "type_identifier" && named?.type !== "scoped_type_identifier") return undefined;
  const name = named.type === "type_identifier" ? named : named.childForFieldName("name");
  const owner = name ? owners.get(code.text(name)) : undefined;
  const isGeneric = type.type === "generic_type";
  return owner && isGeneric === (owner.path.endsWith("Vec") || owner.path.endsWith("Box")) ? owner : undefined;
}

/** The type behind the reference; undefined with an allocator, and for a box whose content is found out at run time. */
function borrowedForm(code: Code, type: Node, owner: Owner): string | undefined {
  if (owner.path === "std::string::String") return "str";
  if (owner.path === "std::path::PathBuf") {
    const written = code.text(type);
    if (written.includes("::")) return written.replace(/PathBuf$/, "Path");
    return resolvePath(code, "Path", type, new Set(["std::path::Path"])) === "std::path::Path" ? "Path" : "std::path::Path";
  }
  const [only, ...more] = type.childForFieldName("type_arguments")?.namedChildren.filter((child) => !child.type.endsWith("comment")) ?? [];
  if (!only || more.length > 0) return undefined;
  const content = code.text(only);
  if (owner.path === "std::vec::Vec") return `[${content}]`;
  if (/^dyn\b/.test(content)) return /\bAny\b/.test(content) ? undefined : content.includes("+") ? `(${content})` : content;
  return content;
}

/** The uses of the parameter where all of them fit the borrowed form; undefined where one does not, or nothing is known. */
function usesIn(code: Code, fn: Node, pattern: Node, parameter: Node, owner: Owner): readonly Use[] | undefined {
  const body = fn.childForFieldName("body");
  if (!owner.methods) return pattern.type === "identifier" && body ? (usesOf(code, body, code.text(pattern)) ?? []) : [];
  if (pattern.type !== "identifier" || code.text(pattern).startsWith("_") || parameter.children.some((child) => child.type === "mutable_specifier")) return undefined;
  if (!body) return [];
  const uses = usesOf(code, body, code.text(pattern));
  if (!uses || uses.length === 0) return undefined;
  const fits = (use: Use): boolean => {
    if (use.how === "method") return use.method !== undefined && owner.methods?.has(code.text(use.method)) === true;
    return use.how === "read" || use.how === "iterate";
  };
  return uses.every(fits) ? uses : undefined;
}

function rewrite(code: Code, fix: FixContext, fn: Node, inner: Node, owner: Owner, borrowed: string, uses: readonly Use[]): readonly Fix[] {
  const name = nameOf(code, fn);
  // Without a body it is a trait's method: its implementations would have to follow.
  if (!fn.childForFieldName("body") || code.place.containers.at(-1)?.keyword === "trait" || isUsedAsValue(fix, name)) return [];
  // A box that is dereferenced, passed on or cloned is needed as a box.
  if (!owner.methods && uses.some((use) => use.how === "consumed" || use.how === "reference" || (use.method && /^(?:clone|as_ref|deref|borrow)$/.test(code.text(use.method))))) return [];
  // `&mut text.as_str()` advances a copy of the reference; without the call there is none.
  if (uses.some(({ call }) => call && code.parent(call)?.type === "reference_expression" && code.parent(call)?.children.some((child) => child.type === "mutable_specifier"))) return [];
  const edits = [{ start: code.start(inner), end: code.end(inner), newText: borrowed }];
  for (const { method, call } of uses) {
    if (!method || !call) continue;
    if (code.text(method) === owner.borrow) edits.push({ start: dotBefore(code, method), end: code.end(call), newText: "" });
    else if (code.text(method) === "clone") edits.push({ start: code.start(method), end: code.end(method), newText: owner.clone });
  }
  const preferred = visibilityOf(code, fn) === "private";
  return [{ title: `Take \`&${oneLine(borrowed)}\``, kind: "refactor.rewrite", applicability: "suggestion", ...(preferred ? { preferred } : {}), edits }];
}

/** Offset of the `.` before a method's name. */
function dotBefore(code: Code, method: Node): number {
  return code.segment.text.lastIndexOf(".", code.start(method));
}

/** The function's name stands somewhere in the file without a call: a function value has to keep its exact type. */
function isUsedAsValue(fix: FixContext, name: string): boolean {
  return new RegExp(`(?<!\\bfn\\s+)(?<!\\.)\\b${name}\\b(?!\\s*(?:\\(|::\\s*<|\\.|[\`"]))`).test(fix.file.text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
