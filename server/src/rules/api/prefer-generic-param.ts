import type { Code } from "../../engine/code.js";
import { hasModifier } from "../../engine/context.js";
import { lastSegment, splitTopLevel } from "../../engine/declarations.js";
import type { Fix } from "../../engine/finding.js";
import { isStdType } from "../../engine/resolve.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { mayBePublic } from "../shared/publicItems.js";
import { hasForeignAttribute, isTraitImplMember, isTraitMember } from "../shared/signatures.js";

/** Names of texts that are paths. */
const pathName = /(?:^|_)(?:path|file|filename|file_name|dir|directory|folder)$/;

export default defineRule({
  id: "prefer-generic-param",
  group: "api",
  since: "0.1.0",
  severity: "hint",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Public API Rules 4, Flexibility: generic where appropriate",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "presence",
  needs: ["Path", "PathBuf", "String", "str"],
  clues: [["Path", "PathBuf", "String", "str"]],
  wants: (segment, place) => {
    const container = place.containers.at(-1)?.keyword;
    if (segment.keyword !== "fn" || !mayBePublic(segment, place) || container === "trait" || container === "extern-block") return false;
    return /:\s*&?\s*(?:\w+\s*::\s*)*(?:Path|PathBuf|String|str)\b/.test(segment.text.slice(segment.head, segment.body));
  },
  summary: "Suggests `impl AsRef<Path>` and `impl Into<String>` for parameters of public functions that take one concrete path or string type.",
  why: "A caller with a `&str`, a `String`, a `PathBuf` or an `OsStr` can pass it as it is to `impl AsRef<Path>`; for `&Path` each writes a conversion of its own. std's file functions take it for this reason.",
  remedy: "Take `impl AsRef<Path>` and begin with `let path = path.as_ref();`; for a text that is stored, `impl Into<String>` and `let name = name.into();`.",
  limits: "A text counts as a path where its name says so and the body hands it to a function of `Path`, `File` or `fs`. Functions that may return a part of their argument keep its reference and are left alone.",
  options: {},
  messages: {
    path: "`{name}: {type}` takes one form of path; `{generic}` takes them all",
    text: "`{name}: String` makes callers with a literal convert it; take `impl Into<String>`",
  },
  on: {
    parameter(node, cx) {
      const { code } = cx;
      const type = node.childForFieldName("type");
      const pattern = node.childForFieldName("pattern");
      const fn = node.parent?.parent;
      if (!type || pattern?.type !== "identifier" || fn?.type !== "function_item" || code.text(pattern).startsWith("_")) return;
      const kind = kindOf(code, fn, type, code.text(pattern));
      if (!kind || !isFree(code, fn) || !isPublicApi(code, fn)) return;
      const name = code.text(pattern);
      const generic = kind === "text" ? "impl Into<String>" : isOwned(code, type) ? "impl Into<PathBuf>" : "impl AsRef<Path>";
      const fixes = (): readonly Fix[] => rewrite(code, fn, type, name, kind);
      if (kind === "text") cx.report(node, { message: "text", data: { name }, fixes });
      else cx.report(node, { message: "path", data: { name, type: code.text(type).replace(/\s+/g, " "), generic }, fixes });
    },
  },
});

/** Functions whose name says that they take this very type, or take it unseen. */
const byType = /(?:^|_)string(?:_|$)|_unchecked$/;

type Kind = "text" | "path" | "named";

/** What a parameter could be generic over: `path` by its type, `named` a text by its name, `text` a text that is stored. */
function kindOf(code: Code, fn: Node, type: Node, name: string): Kind | undefined {
  const written = code.text(type).replace(/\s+/g, " ");
  const match = /^(&?) ?((?:\w+ ?:: ?)*(Path|PathBuf|String|str))$/.exec(written);
  const base = match?.[3];
  if (!match?.[2] || (base === "Path" && match[1] === "") || (base === "str" && (match[1] === "" || match[2] !== "str"))) return undefined;
  const mayReturnPart = match[1] === "&" && returnsBorrow(code, fn);
  if (base === "Path" || base === "PathBuf") return !mayReturnPart && isStdType(code, match[2], `std::path::${base}`, type) ? "path" : undefined;
  if (base === "String" && !isStdType(code, match[2], "std::string::String", type)) return undefined;
  if (pathName.test(name) && opensPath(code, name)) return mayReturnPart ? undefined : "named";
  return base === "String" && match[1] === "" && isStep(code, fn) && !byType.test(nameOf(code, fn)) ? "text" : undefined;
}

function isOwned(code: Code, type: Node): boolean {
  return /PathBuf$/.test(code.text(type)) && !code.text(type).startsWith("&");
}

/** Where no trait, ABI, attribute or constant evaluation fixes the types. */
function isFree(code: Code, fn: Node): boolean {
  if (hasModifier(fn, "const") || hasModifier(fn, "extern") || isTraitImplMember(code, fn) || isTraitMember(code, fn) || hasForeignAttribute(code, fn)) return false;
  return code.role.target !== "none" || nameOf(code, fn) !== "main";
}

/** Without a `self` to borrow from, a reference in the result comes from the arguments. */
function returnsBorrow(code: Code, fn: Node): boolean {
  const returned = fn.childForFieldName("return_type");
  if (!returned || fn.childForFieldName("parameters")?.namedChildren.some((child) => child.type === "self_parameter")) return false;
  return /[&']|\bimpl\b|\bCow\b|\b(?:Components|Ancestors|Display|Chars|Lines|Split)\b/.test(code.text(returned));
}

/** The body hands the text to a function that takes paths. */
function opensPath(code: Code, name: string): boolean {
  const { text, body } = code.segment;
  return new RegExp(`\\b(?:Path::new|PathBuf::from|File::(?:open|create|create_new)|fs::\\w+|(?:\\.|::)(?:open|join|push))\\s*\\(\\s*&?\\s*${name}\\s*[,)]`).test(text.slice(body));
}

/** A constructor, or a step of a builder: it returns the type itself, `&mut Self`, or a `Result` or `Option` of it. */
function isStep(code: Code, fn: Node): boolean {
  const container = code.place.containers.at(-1);
  const returned = fn.childForFieldName("return_type");
  if (container?.keyword !== "impl" || !returned) return false;
  const text = code.text(returned).replace(/\s+/g, " ").replace(/^& ?(?:'\w+ )?mut /, "");
  const wrapped = /^(?:\w+ ?:: ?)*\w*(?:Result|Option) ?<(.*)>$/.exec(text);
  const name = lastSegment((wrapped?.[1] === undefined ? text : (splitTopLevel(wrapped[1], ",")[0] ?? "")).trim());
  return name === "Self" || name === container.name;
}

/** The generic type, and a first statement that gives the body what it had. */
function rewrite(code: Code, fn: Node, type: Node, name: string, kind: Kind): readonly Fix[] {
  const written = code.text(type);
  const { text, body } = code.segment;
  if (kind === "named" || written.replace(/\s/g, "").startsWith("&PathBuf") || text[body] !== "{" || code.inMacro(fn)) return [];
  const owned = isOwned(code, type);
  // The path is written as the parameter writes it, so that it means the same.
  const generic = kind === "text" ? `impl Into<${written}>` : owned ? `impl Into<${written}>` : `impl AsRef<${written.replace(/^&\s*/, "")}>`;
  const mutable = type.parent?.children.find((child) => child.type === "mutable_specifier");
  const pattern = type.parent?.childForFieldName("pattern");
  const line = text.lastIndexOf("\n", code.start(fn) - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? "";
  const bound = kind === "text" || owned ? `let ${mutable ? "mut " : ""}${name}: ${written} = ${name}.into();` : `let ${mutable ? "mut " : ""}${name} = ${name}.as_ref();`;
  const rest = /^[ \t]*\r?\n/.test(text.slice(body + 1)) ? "" : `\n${indent}   `;
  return [
    {
      title: `Take \`${generic}\``,
      kind: "refactor.rewrite",
      applicability: "suggestion",
      edits: [
        ...(mutable && pattern ? [{ start: code.start(mutable), end: code.start(pattern), newText: "" }] : []),
        { start: code.start(type), end: code.end(type), newText: generic },
        { start: body + 1, end: body + 1, newText: `\n${indent}    ${bound}${rest}` },
      ],
    },
  ];
}
