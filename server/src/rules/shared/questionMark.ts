/**
 * The fixes that let an error out instead of panicking (rules-core specification 6.2): `?` where the enclosing callable
 * carries the value's kind, the converting forms where they differ, poison recovery for locks, and the larger
 * "make this function return a Result" where nothing can be propagated yet.
 */
import type { Code } from "../../engine/code.js";
import type { Fix } from "../../engine/finding.js";
import type { FixContext } from "../../engine/rule.js";
import type { UnwrapCall } from "./questionMarkCalls.js";
import { unknownError } from "./questionMarkErrors.js";
import { formEdits, optionForms, poisonForm, resultForms, type PropagationForm } from "./questionMarkForms.js";
import { valueKind, type ValueKind } from "./questionMarkReceiver.js";
import { tryTarget } from "./questionMarkTarget.js";
import { returnResultFix } from "./returnResult.js";
import { mayRewrite } from "./transparentMacros.js";

/**
 * Fixes for an `unwrap` or `expect`, best first; empty where no form compiles. None is safe: a caller sees an error where
 * there was a panic. `unwrap_err` and `expect_err` have none.
 */
export function propagationFixes(code: Code, unwrap: UnwrapCall, fix: FixContext): readonly Fix[] {
  if (unwrap.name.endsWith("_err") || !mayRewrite(code, unwrap.call)) return [];
  const value = unwrappedKind(code, unwrap);
  if (value.kind === "reference") return [];
  if (value.stuck === "poison") return asFixes(code, fix, unwrap, [poisonForm(code)]);
  const target = tryTarget(code, unwrap.call);
  if (!target) {
    const rewrite = returnResultFix(code, unwrap, value, fix);
    return rewrite ? [rewrite] : [];
  }
  const forms = target.kind === "Option" ? optionForms(code, unwrap, value) : resultForms(code, fix, unwrap, value, target.error, unwrap.call);
  return asFixes(code, fix, unwrap, forms);
}

/** What is unwrapped; the function form says it itself. */
function unwrappedKind(code: Code, unwrap: UnwrapCall): ValueKind {
  const value = valueKind(code, unwrap.value);
  if (!unwrap.path || value.kind === unwrap.path || value.kind === "reference") return value;
  return { kind: unwrap.path, error: unknownError };
}

function asFixes(code: Code, fix: FixContext, unwrap: UnwrapCall, forms: readonly PropagationForm[]): readonly Fix[] {
  return forms.flatMap((form): Fix[] => {
    const edits = formEdits(code, fix, unwrap, form);
    if (!edits) return [];
    return [{ title: form.title, kind: "quickfix", applicability: "suggestion", ...(form.preferred ? { preferred: true } : {}), ...(form.snippet ? { snippet: true } : {}), edits }];
  });
}
