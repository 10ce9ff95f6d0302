/**
 * The ways to write a propagation, by what the callable returns and what the value is (rules-core specification 6.2,
 * third table).
 */
import type { Code } from "../../engine/code.js";
import { calledMethod } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import type { Edit } from "../../engine/finding.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { replaceUnwrap, type UnwrapCall } from "./questionMarkCalls.js";
import { conversion, errorType, variantsOf, type ErrorType } from "./questionMarkErrors.js";
import { importEdit } from "./questionMarkImport.js";
import { errorText, type ErrorText } from "./questionMarkMessage.js";
import type { ValueKind } from "./questionMarkReceiver.js";

/** A way to write the propagation: what follows the value, and what else it needs. */
export interface PropagationForm {
  readonly title: string;
  /** What stands before the value, where more than a suffix is needed. */
  readonly prefix?: string;
  readonly suffix: string;
  readonly preferred?: boolean;
  readonly snippet?: boolean;
  /** Path of a trait the form calls. */
  readonly needs?: string;
}

/** The edits of a form; undefined where a comment would be lost. */
export function formEdits(code: Code, fix: FixContext, unwrap: UnwrapCall, form: PropagationForm): readonly Edit[] | undefined {
  const edits = replaceUnwrap(code, unwrap, form.suffix, form.prefix);
  return edits && [...edits, ...(form.needs ? importEdit(code, fix, form.needs) : [])];
}

/** Recovery of a lock whose holder panicked; `?` cannot carry an error that borrows the guard. */
export function poisonForm(code: Code): PropagationForm {
  const imported = code.place.scope.uses.some(({ leaf }) => leaf.name === "PoisonError" && leaf.path === "std::sync::PoisonError");
  return { title: "Take the value even if a thread panicked while it held the lock", suffix: `.unwrap_or_else(${imported ? "" : "std::sync::"}PoisonError::into_inner)`, preferred: true };
}

/** Conversions named so give a value back with their error: a Result. */
const convertingNames = /^(?:try|into)_/;

/** Forms for a function that returns an Option. */
export function optionForms(code: Code, unwrap: UnwrapCall, value: ValueKind): readonly PropagationForm[] {
  if (value.kind === "Result") return [{ title: "Turn the error into `None` and propagate it: `.ok()?`", suffix: ".ok()?" }];
  if (value.kind === "Option") return [{ title: "Propagate `None` with `?`", suffix: "?", preferred: true }];
  const method = unwrap.value.type === "call_expression" ? calledMethod(unwrap.value) : undefined;
  if (method && convertingNames.test(code.text(method))) return [];
  return [{ title: "Propagate `None` with `?` (if this is an `Option`)", suffix: "?" }];
}

/** Forms for a function that returns a Result with the given error. */
export function resultForms(code: Code, fix: FixContext, unwrap: UnwrapCall, value: ValueKind, error: ErrorType, at: Node): readonly PropagationForm[] {
  const reports = error.family === "anyhow" || error.family === "eyre";
  if (value.kind === "Option") return absentForms(code, fix, unwrap, errorText(code, unwrap, "Option"), error);
  if (value.stuck) return [];
  const text = errorText(code, unwrap, "Result");
  const context = reports ? [contextForm(code, text, error, value.kind)].filter((form) => form !== undefined) : [];
  // `?` alone would be a guess: on real crates most values whose kind does not show turn out to be an Option.
  if (value.kind === "unknown") return [...context, ...(yieldsResult(code, unwrap.value) && error.family !== "unit" && error.family !== "text" ? [{ title: "Propagate the error with `?` (if this is a `Result`)", suffix: "?" }] : [])];
  const goes = conversion(code, fix, value.error, error, at);
  const mapped = mappedForms(code, fix, value.error, error);
  const written = mapped.length > 0 || reports ? mapped : matchForms(code, unwrap, "Err(_)", "Ok");
  if (goes === "no") return reports && value.error.name === "String" ? [{ title: "Convert the error and propagate it: `.map_err(…)?`", suffix: `.map_err(${reportRoot(code, error)}::${error.family === "anyhow" ? "Error" : "Report"}::msg)?` }] : written;
  const preferred = goes === "same" || error.family === "boxed" || reports;
  const condition = preferred || goes === "yes" ? "" : " (if the error converts)";
  const plain: PropagationForm = { title: `Propagate the error with \`?\`${condition}`, suffix: "?", ...(preferred ? { preferred: true } : {}) };
  if (goes !== "unknown") return [plain, ...context];
  return unlikely(code, unwrap, value.error, error) ? written : [plain, ...context, ...written];
}

/** A future that is unwrapped right after its `.await` fails with an error, unless it is named like one that runs out of values. */
function yieldsResult(code: Code, value: Node): boolean {
  if (value.type !== "await_expression") return false;
  const inner = value.firstNamedChild;
  const method = inner?.type === "call_expression" ? calledMethod(inner) : undefined;
  return method === undefined || !/^(?:recv|next|get|take|pop|peek|first|last|find|as_\w+)$/.test(code.text(method));
}

/** Errors of std about numbers and arrays that do not fit: few types have a `From` for them. */
const seldomConverted: ReadonlySet<string> = new Set(["std::num::TryFromIntError", "std::array::TryFromSliceError", "std::char::CharTryFromError"]);

/**
 * Nothing shows that the error converts, and what does show speaks against it: it comes from `try_into` or `try_from` into a
 * type that is no box, or it would have to become an `io::Error` or a `String`, which hardly any error does by itself.
 */
function unlikely(code: Code, unwrap: UnwrapCall, from: ErrorType, into: ErrorType): boolean {
  if (into.family === "io" || into.family === "string") return true;
  if (into.family !== "named") return false;
  const method = unwrap.value.type === "call_expression" ? calledMethod(unwrap.value) : undefined;
  return seldomConverted.has(from.name ?? "") || (method !== undefined && code.text(method) === "try_into");
}

/** Expressions whose operand is put into parentheses when it becomes a `match`. */
const operands: ReadonlySet<string> = new Set(["field_expression", "binary_expression", "unary_expression", "reference_expression", "type_cast_expression", "try_expression", "await_expression", "index_expression", "range_expression", "call_expression"]);

/**
 * `match value { Some(value) => value, None => return Err(…) }`: the way out that needs no name for the error. What is
 * returned is for the user to say; until then it is a `todo!`, which compiles and is a finding of its own.
 */
function matchForms(code: Code, unwrap: UnwrapCall, absent: "None" | "Err(_)", present: "Some" | "Ok"): readonly PropagationForm[] {
  const parent = code.parent(unwrap.call);
  // `return` leaves a `try` block's function, and a struct literal would be taken for the body.
  if (!parent || unwrap.value.type === "struct_expression" || [...code.ancestors(unwrap.call)].some((up) => up.type === "try_block")) return [];
  const wrap = operands.has(parent.type) || (parent.type === "let_declaration" && parent.childForFieldName("alternative") !== null);
  const title = absent === "None" ? "Return an error where there is no value: `None => return Err(…)`" : "Return another error: `Err(_) => return Err(…)`";
  const suffix = ` { ${present}(value) => value, ${absent} => return Err(\${1:${unsaidError}}) \\}${wrap ? ")" : ""}`;
  return [{ title, prefix: `${wrap ? "(" : ""}match `, suffix, snippet: true }];
}

/** An absent value becomes an error. */
function absentForms(code: Code, fix: FixContext, unwrap: UnwrapCall, text: ErrorText, error: ErrorType): readonly PropagationForm[] {
  const title = "Report the missing value as an error: `.ok_or(…)?`";
  const lazily = (expression: string): PropagationForm => ({ title: "Report the missing value as an error: `.ok_or_else(…)?`", suffix: `.ok_or_else(|| ${expression})?`, snippet: text.snippet });
  switch (error.family) {
    case "anyhow": {
      const form = contextForm(code, text, error, "Option");
      return form ? [{ ...form, preferred: true }] : [];
    }
    case "eyre":
      return [{ ...lazily(`${reportRoot(code, error)}::eyre!(${text.snippet || /^"[^{}]*"$/.test(text.source) ? text.source : `"{}", ${text.source}`})`), preferred: true }];
    case "boxed":
      return [text.kind === "literal" ? { title, suffix: `.ok_or(${text.source})?`, preferred: true, snippet: text.snippet } : { ...lazily(text.source), preferred: true }];
    case "string":
      return [lazily(text.kind === "literal" ? `String::from(${text.source})` : text.source)];
    case "text":
      return text.kind === "literal" ? [{ title, suffix: `.ok_or(${text.source})?`, snippet: text.snippet }] : [];
    case "unit":
      return [{ title, suffix: ".ok_or(())?" }];
    case "io":
      return [lazily(`std::io::Error::other(${text.source})`)];
    default: {
      const value = errorValue(fix, error);
      return value === undefined ? matchForms(code, unwrap, "None", "Some") : [{ title, suffix: `.ok_or(${value})?`, snippet: true }];
    }
  }
}

/** What stands for an error that only the user can name; it compiles wherever an expression may stand. */
export const unsaidError = 'todo!("say which error this is")';

/** A snippet for a value of a named error type: its unit variants to choose from; undefined where none is visible. */
export function errorValue(fix: FixContext, error: ErrorType): string | undefined {
  if (error.name === "std::fmt::Error") return "${1:std::fmt::Error}";
  const path = error.written.replace(/<.*$/s, "");
  const units = variantsOf(fix, error).filter((variant) => variant.shape === "unit").map((variant) => `${path}::${variant.name}`);
  return units.length > 0 ? `\${1|${units.join(",")}|}` : undefined;
}

/** `.context("…")?` of anyhow, `.wrap_err("…")?` of eyre. */
function contextForm(code: Code, text: ErrorText, error: ErrorType, kind: ValueKind["kind"]): PropagationForm | undefined {
  const root = reportRoot(code, error);
  if (error.family === "eyre" && kind !== "Result") return undefined;
  const [trait, eager, lazy] = error.family === "anyhow" ? (["Context", "context", "with_context"] as const) : (["WrapErr", "wrap_err", "wrap_err_with"] as const);
  const name = text.kind === "literal" ? eager : lazy;
  const suffix = text.kind === "literal" ? `.${eager}(${text.source})?` : `.${lazy}(|| ${text.source})?`;
  // A local item of the trait's name would clash; the method is found with an anonymous import as well.
  const binding = code.facts.ask("binding", code.place.scope.key, trait);
  const clash = binding !== null && !(binding.kind === "import" && binding.path === `${root}::${trait}`);
  return { title: `Add context and propagate: \`.${name}(…)?\``, suffix, needs: `${root}::${trait}${clash ? " as _" : ""}`, snippet: text.snippet };
}

/** The crate through which anyhow or eyre is reached here. */
export function reportRoot(code: Code, error: ErrorType): string {
  if (error.family === "anyhow") return "anyhow";
  const known = code.role.dependencies;
  return known.has("color_eyre") && !known.has("eyre") ? "color_eyre::eyre" : "eyre";
}

/** Conversions written out where `?` has none. */
function mappedForms(code: Code, fix: FixContext, from: ErrorType, into: ErrorType): readonly PropagationForm[] {
  const title = "Convert the error and propagate it: `.map_err(…)?`";
  if (into.family === "string") return from.family === "unit" ? [] : [{ title, suffix: ".map_err(|error| error.to_string())?" }];
  if (into.family === "unit") return [{ title, suffix: ".map_err(|_| ())?" }];
  if (into.family === "io" && from.name !== undefined && from.family !== "unit" && from.family !== "unknown") return [{ title, suffix: ".map_err(std::io::Error::other)?" }];
  if (from.name === undefined || from.family === "unknown") return [];
  const path = into.written.replace(/<.*$/s, "");
  return variantsOf(fix, into)
    .filter((variant) => variant.shape === "tuple" && variant.types.length === 1 && errorType(code, variant.types[0] ?? "", code.root).name === from.name)
    .map((variant) => ({ title: `Convert the error to \`${lastSegment(path)}::${variant.name}\` and propagate it`, suffix: `.map_err(${path}::${variant.name})?` }));
}
