/**
 * The refactoring "make this function return a `Result`" as one edit: signature, tail, every `return`, the unwrap itself
 * and the callers in the file (rules-core specification 6.3). Refused wherever something it cannot see would break.
 */
import { outerAttributes } from "../../engine/attributes.js";
import type { Code } from "../../engine/code.js";
import { enclosingCallable, hasModifier } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import type { Edit, Fix } from "../../engine/finding.js";
import type { Mention } from "../../engine/mentions.js";
import { returnKind } from "../../engine/resolve.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf, visibilityOf } from "../../engine/visibility.js";
import { formEdits, resultForms } from "./questionMarkForms.js";
import { preludeName } from "./preludeName.js";
import type { UnwrapCall } from "./questionMarkCalls.js";
import type { ErrorType } from "./questionMarkErrors.js";
import type { ValueKind } from "./questionMarkReceiver.js";
import { bodyEdits } from "./returnResultBody.js";
import { callerEdits } from "./returnResultCallers.js";
import { mayLackStd } from "./withoutStd.js";
import { snippetText } from "../../engine/snippet.js";

const boxedError: ErrorType = { family: "boxed", written: "Box<dyn std::error::Error>", name: "Box<dyn Error>" };
const anyhowError: ErrorType = { family: "anyhow", written: "anyhow::Error", name: "anyhow::Error" };

/**
 * The rewrite of the function around an unwrap whose function returns neither Result nor Option.
 * @returns undefined when the specification refuses it or something outside the file may depend on the signature
 */
export function returnResultFix(code: Code, unwrap: UnwrapCall, value: ValueKind, fix: FixContext): Fix | undefined {
  const fn = enclosingCallable(code, unwrap.call);
  // `?` would have to be right about what is not visible.
  if (fn?.type !== "function_item" || code.inMacro(fn) || value.stuck || value.kind === "unknown") return undefined;
  const others = mayChangeSignature(code, fn) ? usesElsewhere(code, fn, fix) : undefined;
  if (!others) return undefined;
  const returnType = fn.childForFieldName("return_type") ?? undefined;
  const type = returnType ? code.text(returnType) : "";
  if (!isPlainReturn(code, type, fn)) return undefined;
  const error = code.role.dependencies.has("anyhow") && code.role.target === "binary" ? anyhowError : boxedError;
  if (error === boxedError && mayLackStd(fix)) return undefined;
  const [form] = resultForms(code, fix, unwrap, value, error, unwrap.call);
  // A whole function is not rewritten for an error that nobody has named yet.
  const unwrapped = form && form.prefix === undefined ? formEdits(code, fix, unwrap, form) : undefined;
  const body = bodyEdits(code, fn, type === "" || type.trim() === "()");
  if (!form || !unwrapped || !body) return undefined;
  const callers = isEntryPoint(code, fn) ? [] : callerEdits(code, fn, error, fix);
  if (!callers) return undefined;
  const edits = [...signatureEdits(code, fn, returnType, error), ...body, ...unwrapped, ...callers];
  const panicking = callers.filter((edit) => edit.newText.startsWith(".expect")).length;
  const moved = panicking === 0 ? "" : ` (the panic moves to ${panicking} ${panicking === 1 ? "call" : "calls"})`;
  return {
    title: `Make \`${nameOf(code, fn)}\` return a \`Result\`${moved}${placesTitle(others)}`,
    kind: "refactor.rewrite",
    applicability: "suggestion",
    ...(others.length > 0 ? { elsewhere: others } : {}),
    ...(form.snippet ? { snippet: true } : {}),
    edits: form.snippet ? edits.map((edit) => (unwrapped.includes(edit) ? edit : { ...edit, newText: snippetText(edit.newText) })) : edits,
  };
}

/** The places that are left to be done, as a part of a title. */
function placesTitle(places: readonly Mention[]): string {
  return places.length === 0 ? "" : `; adapt ${places.map(({ name, line }) => `${name}:${line + 1}`).join(", ")}`;
}

function signatureEdits(code: Code, fn: Node, returnType: Node | undefined, error: ErrorType): readonly Edit[] {
  const open = error.family === "anyhow" ? "anyhow::Result<" : `${preludeName(code, "Result")}<`;
  const close = error.family === "anyhow" ? ">" : `, ${error.written}>`;
  if (returnType) {
    return [
      { start: code.start(returnType), end: code.start(returnType), newText: open },
      { start: code.end(returnType), end: code.end(returnType), newText: close },
    ];
  }
  const parameters = fn.childForFieldName("parameters");
  const at = parameters ? code.end(parameters) : code.start(fn);
  return [{ start: at, end: at, newText: ` -> ${open}()${close}` }];
}

/** `fn main` of a binary, which nobody calls. */
function isEntryPoint(code: Code, fn: Node): boolean {
  return nameOf(code, fn) === "main" && code.role.crateRoot && code.role.target === "binary" && code.place.scope.key === "" && code.place.containers.length === 0 && code.parent(fn) === undefined;
}

/** Attributes that neither read nor rewrite the function they stand on. */
const harmlessAttributes: ReadonlySet<string> = new Set("inline cold must_use allow warn deny expect forbid doc cfg deprecated track_caller target_feature".split(" "));

/** True when nothing on a function or around it may read or rewrite its signature (`#[async_trait]`, `#[pymethods]`). */
export function hasHarmlessAttributes(code: Code, fn: Node): boolean {
  const metas = outerAttributes(code, fn).flatMap((use) => use.metas);
  if (metas.some((meta) => !harmlessAttributes.has(meta.path) && !/^(?:clippy|rustfmt|diagnostic)::/.test(meta.path))) return false;
  return !code.place.containers.some((container) => container.metas.some((meta) => !harmlessAttributes.has(meta.path) && !/^(?:clippy|rustfmt)::/.test(meta.path)));
}

function mayChangeSignature(code: Code, fn: Node): boolean {
  if (hasModifier(fn, "const") || hasModifier(fn, "extern") || !hasHarmlessAttributes(code, fn)) return false;
  if (isEntryPoint(code, fn)) return true;
  const nested = code.parent(fn) !== undefined;
  const container = code.place.containers[code.place.containers.length - 1];
  if (!nested && (container?.keyword === "trait" || container?.keyword === "extern-block" || (container?.impl && container.impl.trait !== ""))) return false;
  return nested || !isPublicApi(code, fn);
}

/** More places than this in other files are no small thing to do by hand. */
const mostElsewhere = 8;

/**
 * The places in other files that name a function they can see; callers there must be adapted by hand.
 * @returns undefined where there may be some that cannot be told, or too many
 */
function usesElsewhere(code: Code, fn: Node, fix: FixContext): readonly Mention[] | undefined {
  // A private item is visible in the child modules of its module, which may be other files.
  const local = code.parent(fn) !== undefined || isEntryPoint(code, fn) || (visibilityOf(code, fn) === "private" && !hasModuleFiles(code.place.scope));
  if (local) return [];
  const found = fix.elsewhere?.(nameOf(code, fn));
  return found && found.length <= mostElsewhere ? found : undefined;
}

function hasModuleFiles(scope: Code["place"]["scope"]): boolean {
  return scope.items.some((item) => item.keyword === "mod") || scope.children.some((child) => hasModuleFiles(child));
}

/** A type that can be put into a Result: none, or one that is no carrier of errors or futures itself, under any name. */
function isPlainReturn(code: Code, type: string, fn: Node): boolean {
  const kind = returnKind(code, type, fn);
  if (kind.kind !== "Unit" && kind.kind !== "Other") return false;
  return type.trim() !== "!" && !/\w*Future\b/.test(type) && !/^(?:\w*Result|\w*Option|Poll|ControlFlow|ExitCode)$/.test(lastSegment(type));
}
