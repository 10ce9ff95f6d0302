/** Error types by name: which conversions `?` finds for them, as far as the syntax shows (rules-core specification 6.2). */
import type { Code } from "../../engine/code.js";
import { enumVariants, implHeader, lastSegment, splitTopLevel, typeAlias, type EnumVariant } from "../../engine/declarations.js";
import { stripArguments } from "../../engine/pathText.js";
import { resolvePath, type ReturnKind } from "../../engine/resolve.js";
import type { FixContext } from "../../engine/rule.js";
import type { Segment } from "../../engine/segment.js";
import type { Node } from "../../engine/syntax.js";

/** What an error type is for the choice of a fix. */
export type ErrorFamily =
  /** `Box<dyn Error>` and `Box<dyn Error + Send + Sync>`: the boxes std converts every error and text into. */
  | "boxed"
  | "anyhow"
  | "eyre"
  | "string"
  | "text"
  | "unit"
  | "io"
  /** A type with a name. */
  | "named"
  | "unknown";

/** The error of a Result. */
export interface ErrorType {
  readonly family: ErrorFamily;
  /** As written; empty where the type does not say it. */
  readonly written: string;
  /** The full path of a named type, or its text without blanks: equal names are equal types. Undefined when not visible. */
  readonly name: string | undefined;
}

export const unknownError: ErrorType = { family: "unknown", written: "", name: undefined };

const anyhowPaths: ReadonlySet<string> = new Set(["anyhow::Error", "anyhow::Result"]);
const eyrePaths: ReadonlySet<string> = new Set(["eyre::Report", "eyre::Result", "eyre::Error", "color_eyre::Report", "color_eyre::Result", "color_eyre::eyre::Report", "color_eyre::eyre::Result", "color_eyre::eyre::Error"]);
const ioPaths: ReadonlySet<string> = new Set(["std::io::Error", "std::io::Result"]);
const known: ReadonlySet<string> = new Set([...anyhowPaths, ...eyrePaths, ...ioPaths, "std::fmt::Result", "std::fmt::Error"]);

/** The error type of a Result as `returnKind` read it. */
export function errorOf(code: Code, result: Extract<ReturnKind, { kind: "Result" }>, at: Node): ErrorType {
  if (result.error !== undefined) return errorType(code, associatedType(code, result.error) ?? result.error, at);
  const path = resolvePath(code, result.path, at, known) ?? result.path;
  if (anyhowPaths.has(path)) return { family: "anyhow", written: "anyhow::Error", name: "anyhow::Error" };
  if (eyrePaths.has(path)) return { family: "eyre", written: "eyre::Report", name: "eyre::Report" };
  if (path === "std::io::Result") return { family: "io", written: "std::io::Error", name: "std::io::Error" };
  if (path === "std::fmt::Result") return { family: "named", written: "std::fmt::Error", name: "std::fmt::Error" };
  // One alias from elsewhere has one error: two functions that return it agree, whatever it is.
  return path === "Result" && code.facts.ask("binding", code.place.scope.key, "Result") === null ? unknownError : { family: "unknown", written: "", name: `error of ${path}` };
}

/** `Self::Err` where exactly one impl of the type declares it; only fixes depend on it, so it is read without a recorded question. */
function associatedType(code: Code, type: string): string | undefined {
  const name = /^\s*Self::(\w+)\s*$/.exec(type)?.[1];
  const container = code.place.containers[code.place.containers.length - 1];
  if (name === undefined || container?.keyword !== "impl") return undefined;
  const declared = code.place.scope.items.filter((item) => item.keyword === "type" && item.name === name && item.owner === container.name);
  return declared.length === 1 && declared[0] ? typeAlias(declared[0].segment)?.target : undefined;
}

/** Reads an error type as written. */
export function errorType(code: Code, type: string, at: Node): ErrorType {
  const written = type.trim();
  const compact = written.replace(/\s+/g, "");
  if (compact === "()") return { family: "unit", written, name: "()" };
  if (/^&(?:'\w+)?str$/.test(compact)) return { family: "text", written, name: "&str" };
  const box = /^(?:\w+::)*Box<(.*)>$/s.exec(written.replace(/\s+/g, " "));
  if (box?.[1] !== undefined) {
    const boxed = isConvertingBox(box[1]);
    return boxed ? { family: "boxed", written, name: boxed } : { family: "named", written, name: compact };
  }
  if (!/^[\w:]+$/.test(compact)) return { family: "named", written, name: compact };
  const path = resolvePath(code, compact, at, known) ?? compact;
  if (path === "String" || path === "std::string::String") return { family: "string", written, name: "String" };
  if (anyhowPaths.has(path)) return { family: "anyhow", written, name: "anyhow::Error" };
  if (eyrePaths.has(path)) return { family: "eyre", written, name: "eyre::Report" };
  return { family: ioPaths.has(path) ? "io" : "named", written, name: path };
}

/** `dyn Error` alone or with both `Send` and `Sync`: only for these has std the conversions from errors and texts. */
function isConvertingBox(inside: string): string | undefined {
  const match = /^\s*dyn (.*)$/.exec(inside);
  if (match?.[1] === undefined) return undefined;
  const bounds = splitTopLevel(match[1], "+").map((bound) => bound.trim());
  if (!bounds.some((bound) => lastSegment(bound) === "Error")) return undefined;
  const markers = bounds.filter((bound) => bound === "Send" || bound === "Sync").length;
  return markers === 0 ? "Box<dyn Error>" : markers === 2 ? "Box<dyn Error+Send+Sync>" : undefined;
}

/** Whether `?` turns an error of `from` into one of `into`. */
export type Conversion = "same" | "yes" | "no" | "unknown";

/** Types that are no `std::error::Error`, and so go into no box of errors. */
const noErrors: ReadonlySet<string> = new Set(["()", "String", "&str", "Box<dyn Error>", "Box<dyn Error+Send+Sync>", "std::boxed::Box<dyn Any+Send>"]);
const textual: ReadonlySet<string> = new Set(["String", "&str"]);

/** Tells by names, declarations of the file and std's own conversions whether `?` compiles. */
export function conversion(code: Code, fix: FixContext, from: ErrorType, into: ErrorType, at: Node): Conversion {
  if (from.name === undefined || into.name === undefined) {
    return from.family === "unit" && into.family === "boxed" ? "no" : "unknown";
  }
  if (from.name === into.name) return "same";
  switch (into.family) {
    case "boxed":
      if (textual.has(from.name)) return "yes";
      if (from.family === "anyhow") return "yes";
      return isNoError(from) ? "no" : "yes";
    case "anyhow":
    case "eyre":
      return isNoError(from) || from.family === "anyhow" || from.family === "eyre" ? "no" : "yes";
    case "string":
      return from.family === "text" ? "yes" : "no";
    case "text":
    case "unit":
      return "no";
    default:
  }
  if (from.name.startsWith("std::") && into.name.startsWith("std::")) return from.name === "std::ffi::NulError" && into.family === "io" ? "yes" : "no";
  if (lastSegment(from.name) === lastSegment(into.name)) return "unknown";
  const declared = declarationOf(fix, into);
  return declared ? declaredConversion(code, fix, declared, from, at) : "unknown";
}

function isNoError(type: ErrorType): boolean {
  return type.name !== undefined && (noErrors.has(type.name) || /^(?:&|\(|\[)|^(?:u|i)(?:8|16|32|64|128|size)$|^Box<dyn|^Vec</.test(type.name));
}

/** The enum or struct of the file that an error type names; undefined where it is declared elsewhere, or twice. */
export function declarationOf(fix: FixContext, type: ErrorType): Segment | undefined {
  if (type.family !== "named") return undefined;
  const name = lastSegment(stripArguments(type.written));
  const found = fix.file.segments.filter((segment) => segment.name === name && (segment.keyword === "enum" || segment.keyword === "struct"));
  return found.length === 1 ? found[0] : undefined;
}

function declaredConversion(code: Code, fix: FixContext, declared: Segment, from: ErrorType, at: Node): Conversion {
  if (/\bderive\s*\([^)]*\b(?:From|Snafu)\b/.test(declared.text)) return "unknown";
  for (const [, type = ""] of declared.text.matchAll(/#\[from\]\s*(?:pub(?:\([^)]*\))?\s+)?(?:\w+\s*:\s*)?([^,)}]+)/g)) {
    if (errorType(code, type, at).name === from.name) return "yes";
  }
  for (const segment of fix.file.segments) {
    if (segment.keyword !== "impl") continue;
    const header = implHeader(segment);
    const source = /^(?:\w+::)*From\s*<(.*)>$/s.exec(header.trait)?.[1];
    if (source === undefined || lastSegment(header.type) !== declared.name) continue;
    if (/^[A-Z]$/.test(source.trim()) || errorType(code, source, at).name === from.name) return "yes";
  }
  // A macro of the file may write the conversion.
  return fix.file.segments.some((segment) => segment.keyword === "macro-call" && segment.text.includes(declared.name)) ? "unknown" : "no";
}

/** Variants of the error enum of the file; empty where there is none. */
export function variantsOf(fix: FixContext, type: ErrorType): readonly EnumVariant[] {
  const declared = declarationOf(fix, type);
  return declared?.keyword === "enum" ? enumVariants(declared) : [];
}
