import type { Code } from "../../engine/code.js";
import { hasModifier } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import { calledPath, isStdType, resolvePath } from "../../engine/resolve.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { borrowFixes } from "../shared/borrowParameter.js";
import { osTextMethods, pathMethods, sliceMethods, textMethods, usesOf, type Use } from "../shared/parameterUses.js";
import { hasForeignAttribute, isTraitImplMember, isTraitMember } from "../shared/signatures.js";

/** A buffer type and what a function that only reads it should take. */
interface Buffer {
  readonly path: string;
  readonly methods: ReadonlySet<string>;
}

const buffers: ReadonlyMap<string, Buffer> = new Map(Object.entries({
  String: { path: "std::string::String", methods: textMethods },
  Vec: { path: "std::vec::Vec", methods: sliceMethods },
  PathBuf: { path: "std::path::PathBuf", methods: pathMethods },
  OsString: { path: "std::ffi::OsString", methods: osTextMethods },
}));

/** Methods that take the value although slices have one of the name. */
const consuming: ReadonlySet<string> = new Set(["into_iter", "join", "concat", "repeat"]);

/** Methods that make the value again: what is copied was to be kept, and moving it would do. */
const copying: ReadonlySet<string> = new Set(["clone", "to_owned", "to_vec", "to_string", "to_path_buf", "to_os_string"]);

export default defineRule({
  id: "owned-param-could-borrow",
  group: "performance",
  since: "0.1.0",
  severity: "information",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::needless_pass_by_value"],
  clause: "Optimization Guidelines: AVOID unnecessary allocations",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["String", "Vec", "PathBuf", "OsString", "Box"],
  clues: [["String", "Vec", "PathBuf", "OsString", "Box"]],
  wants: (segment) => segment.keyword === "fn" && /:\s*(?:\w+\s*::\s*)*(?:String|Vec|PathBuf|OsString|Box)\b/.test(segment.text.slice(segment.head, segment.body)),
  summary: "Finds parameters that are taken by value, as `String`, `Vec<T>` or another buffer, but only read.",
  why: "A caller that needs its value afterwards must clone it, and one that has a slice must allocate, for a function that only looks at it.",
  remedy: "Take `&str`, `&[T]`, `&Path` or `&OsStr`; callers put an `&` before what they pass.",
  limits: "Only the buffer types of std are looked at, and only where every use is known to read; clippy knows the types and finds more. Async functions, functions with attributes of frameworks, and members of traits keep their types for other reasons.",
  options: {},
  messages: {
    read: "`{name}: {type}` is only read; take `{borrowed}`, so that callers need not give up or clone theirs",
    decoded: "`{name}: {type}` is taken only to be decoded; take `&[u8]` and use `str::from_utf8`, which copies nothing",
  },
  on: {
    parameter(node, cx) {
      const { code } = cx;
      const type = node.childForFieldName("type");
      const pattern = node.childForFieldName("pattern");
      if (!type || pattern?.type !== "identifier" || node.children.some((child) => child.type === "mutable_specifier")) return;
      const borrowed = borrowedForm(code, type);
      const fn = node.parent?.parent;
      const body = fn?.type === "function_item" ? fn.childForFieldName("body") : undefined;
      const name = code.text(pattern);
      if (!borrowed || !fn || !body || name.startsWith("_") || !isFree(code, fn)) return;
      const uses = usesOf(code, body, name);
      if (!uses || uses.length === 0) return;
      const data = { name, type: code.text(type).replace(/\s+/g, " ") };
      if (uses.every((use) => isRead(code, use, borrowed.methods))) {
        cx.report(node, { message: "read", data: { ...data, borrowed: borrowed.text }, fixes: (fix) => borrowFixes(code, fix, fn, node, type, borrowed.text, uses) });
      } else if (borrowed.bytes && isPublicApi(code, fn) && isDecodedOnly(code, uses, borrowed.methods)) cx.report(node, { message: "decoded", data });
    },
  },
});

/** The borrowed form of a buffer type, with the methods both have. */
function borrowedForm(code: Code, type: Node): { readonly text: string; readonly methods: ReadonlySet<string>; readonly bytes: boolean } | undefined {
  const written = code.text(type).replace(/\s+/g, " ");
  const name = lastSegment(written);
  const content = type.type === "generic_type" ? type.childForFieldName("type_arguments")?.namedChildren.filter((child) => !child.type.endsWith("comment")) : [];
  const [only] = content ?? [];
  if (name === "Box") {
    if (!only || content?.length !== 1 || !isStdType(code, written, "std::boxed::Box", type)) return undefined;
    if (code.text(only) === "str") return { text: "&str", methods: textMethods, bytes: false };
    return only.type === "array_type" && only.childForFieldName("length") === null ? { text: `&${code.text(only).replace(/\s+/g, " ")}`, methods: sliceMethods, bytes: false } : undefined;
  }
  const buffer = buffers.get(name);
  if (!buffer || content?.length !== (name === "Vec" ? 1 : 0) || !isStdType(code, written, buffer.path, type)) return undefined;
  if (name === "Vec") return only ? { text: `&[${code.text(only).replace(/\s+/g, " ")}]`, methods: buffer.methods, bytes: code.text(only) === "u8" } : undefined;
  if (name === "String") return { text: "&str", methods: buffer.methods, bytes: false };
  const short = name === "PathBuf" ? "Path" : "OsStr";
  const full = buffer.path.replace(name, short);
  return { text: `&${resolvePath(code, short, type, new Set([full])) === full ? short : full}`, methods: buffer.methods, bytes: false };
}

/** The signature is the function's own: no trait, no attribute, no foreign caller asks for it. */
function isFree(code: Code, fn: Node): boolean {
  if (hasModifier(fn, "async") || hasModifier(fn, "const") || hasModifier(fn, "extern") || nameOf(code, fn) === "main") return false;
  return !isTraitImplMember(code, fn) && !isTraitMember(code, fn) && !hasForeignAttribute(code, fn);
}

function isRead(code: Code, use: Use, methods: ReadonlySet<string>): boolean {
  if (use.captured) return false;
  if (use.how !== "method") return use.how === "read" || use.how === "reference";
  const name = use.method ? code.text(use.method) : "";
  return methods.has(name) && !copying.has(name) && (!consuming.has(name) || methods !== sliceMethods);
}

/** The one use that takes the value is `String::from_utf8(value)`. */
function isDecodedOnly(code: Code, uses: readonly Use[], methods: ReadonlySet<string>): boolean {
  const [taken, ...more] = uses.filter((use) => !isRead(code, use, methods));
  const list = taken && code.parent(taken.node);
  const call = list?.type === "arguments" ? code.parent(list) : undefined;
  if (more.length > 0 || call?.type !== "call_expression" || taken?.captured) return false;
  const path = calledPath(code, call);
  return path === "String::from_utf8" || path === "std::string::String::from_utf8";
}
