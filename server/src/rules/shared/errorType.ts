/** The error types of public signatures: where they are written, and what an alias hides (rules-core specification 5.2). */
import type { Code } from "../../engine/code.js";
import { genericsEnd, lastSegment, splitTopLevel } from "../../engine/declarations.js";
import { stripArguments } from "../../engine/pathText.js";
import { isStdType, resolvePath, returnKind } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";

/** Tells whether an error type, given as text, is one to report. */
export type ErrorTest = (error: string) => boolean;

/** An error type to report. */
export interface ReportedError {
  /** The type as the signature means it, aliases resolved, on one line. */
  readonly error: string;
  /** The error type itself where it is written out, else the whole type of which an alias hides it. */
  readonly node: Node;
  /** `node` is the error type itself, so replacing it replaces the error. */
  readonly written: boolean;
}

/**
 * The error type in a function's return type, when it is one to report.
 * @param fn a function item or signature
 * @returns undefined too when a public alias of the file brings the error in: it is reported at the alias
 */
export function reportedReturn(code: Code, fn: Node, test: ErrorTest): ReportedError | undefined {
  const type = fn.childForFieldName("return_type");
  const found = type ? reportedType(code, type, fn, test) : undefined;
  return found && type && !publicAliasHolds(code, code.text(outputOf(code, type)), fn, test, 0) ? found : undefined;
}

/** The error type in the target of a `Result` alias, or in the default of its error parameter, when it is one to report. */
export function reportedAlias(code: Code, alias: Node, test: ErrorTest): ReportedError | undefined {
  const name = alias.childForFieldName("name");
  const target = alias.childForFieldName("type");
  if (!name || !target) return undefined;
  const direct = reportedType(code, target, alias, test);
  if (direct) return direct;
  const kind = returnKind(code, code.text(name), alias);
  if (kind.kind !== "Result" || kind.error === undefined || !test(kind.error)) return undefined;
  const parameters = alias.childForFieldName("type_parameters")?.namedChildren ?? [];
  const standard = parameters.map((parameter) => parameter.childForFieldName("default_type")).find((type) => type && test(oneLine(code.text(type))));
  return { error: oneLine(kind.error), node: standard ?? target, written: standard !== undefined && standard !== null };
}

function reportedType(code: Code, type: Node, at: Node, test: ErrorTest): ReportedError | undefined {
  const kind = returnKind(code, code.text(type), at);
  if (kind.kind !== "Result" || kind.error === undefined || !test(kind.error)) return undefined;
  const node = writtenError(code, type);
  const written = node !== undefined && test(oneLine(code.text(node)));
  return { error: oneLine(kind.error), node: written ? node : type, written };
}

/** The second argument of a `Result` that is no alias of the file. */
function writtenError(code: Code, type: Node): Node | undefined {
  const result = outputOf(code, type);
  if (result.type !== "generic_type") return undefined;
  const path = stripArguments(code.text(result)).trim();
  if (lastSegment(path) !== "Result" || (!path.includes("::") && code.facts.ask("alias", code.place.scope.key, path))) return undefined;
  return result.childForFieldName("type_arguments")?.namedChildren.filter((child) => child.type !== "lifetime" && !child.type.endsWith("comment"))[1];
}

/** What an `impl Future<Output = …>` yields; any other type itself. */
function outputOf(code: Code, type: Node): Node {
  if (type.type !== "abstract_type" && type.type !== "bounded_type") return type;
  const binding = type.descendantsOfType("type_binding").find((candidate) => candidate.childForFieldName("name") && code.text(candidate.childForFieldName("name") ?? candidate) === "Output");
  return binding?.childForFieldName("type") ?? type;
}

/** True when the error comes out of a reachable alias of the file and not out of the arguments given to it. */
function publicAliasHolds(code: Code, written: string, at: Node, test: ErrorTest, depth: number): boolean {
  const text = oneLine(written);
  const name = stripArguments(text);
  if (depth > 3 || !/^\w+$/.test(name)) return false;
  const scope = code.place.scope.key;
  const alias = code.facts.ask("alias", scope, name);
  if (!alias) return false;
  const open = text.indexOf("<");
  const given = open < 0 ? 0 : splitTopLevel(text.slice(open + 1, genericsEnd(text, open) - 1), ",").filter((part) => !part.trim().startsWith("'")).length;
  const unknowns = Array.from({ length: given }, (_, index) => `Unknown${index}`);
  const kind = returnKind(code, given === 0 ? name : `${name}<${unknowns.join(", ")}>`, at);
  if (kind.kind !== "Result" || kind.error === undefined || !test(kind.error)) return false;
  return (alias.isPublic && (alias.elsewhere || code.facts.ask("reachable", scope, name))) || publicAliasHolds(code, alias.target, at, test, depth + 1);
}

/** An error type with the aliases of the file that name it replaced by what they stand for. */
export function withoutAlias(code: Code, error: string): string {
  let text = oneLine(error);
  for (let depth = 0; depth < 4 && /^\w+$/.test(text); depth++) {
    const alias = code.facts.ask("alias", code.place.scope.key, text);
    if (!alias || alias.parameters.length > 0) break;
    text = oneLine(alias.target);
  }
  return text;
}

/** `Box<dyn Error>` with any further bounds. */
export function isBoxedError(code: Code, error: string, at: Node): boolean {
  const text = withoutAlias(code, error);
  const inside = /^([\w:\s]*?)<(.*)>$/s.exec(text);
  if (!inside?.[1] || !isStdType(code, inside[1], "std::boxed::Box", at)) return false;
  const object = (inside[2] ?? "").trim().replace(/^\((.*)\)$/s, "$1").trim();
  if (!/^dyn\b/.test(object)) return false;
  return splitTopLevel(object.slice(3), "+").some((bound) => {
    const path = stripArguments(bound.trim().replace(/^for\s*<[^>]*>\s*/, "")).replace(/\s/g, "");
    return lastSegment(path) === "Error" || resolvePath(code, path, at) === "std::error::Error";
  });
}

/** A text or `()` in the place of an error: `String`, `&str`, `Cow<str>`, `Box<str>`, `()`. */
export function isTextError(code: Code, error: string, at: Node): boolean {
  const text = withoutAlias(code, error).replace(/\s/g, "");
  if (text === "()" || /^&(?:'\w+?)?str$/.test(text)) return true;
  if (/^[\w:]+$/.test(text)) return isStdType(code, text, "std::string::String", at);
  const generic = /^([\w:]+)<(?:'\w+,)?str>$/.exec(text);
  return generic?.[1] !== undefined && (isStdType(code, generic[1], "std::borrow::Cow", at) || isStdType(code, generic[1], "std::boxed::Box", at));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
