/**
 * All fixes for a value that is unwrapped (rules-core specification 5.1, 6.2), best first: let the error out, leave the
 * function by `let … else`, fall back to a default, or at least say why the value is there.
 */
import type { Code } from "../../engine/code.js";
import { calledMethod } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import type { FixContext } from "../../engine/rule.js";
import { letElseFixes } from "./letElse.js";
import { propagationFixes } from "./questionMark.js";
import type { UnwrapCall } from "./questionMarkCalls.js";
import { mayRewrite } from "./transparentMacros.js";
import { defaultFixes } from "./unwrapDefault.js";

/** Fixes for an `unwrap` or `expect`; none of them is safe, because each changes what happens where there is no value. */
export function unwrapFixes(code: Code, unwrap: UnwrapCall, fix: FixContext): readonly Fix[] {
  return [...propagationFixes(code, unwrap, fix), ...letElseFixes(code, unwrap, fix), ...defaultFixes(code, unwrap, fix), ...invariantFix(code, unwrap)];
}

/** `unwrap()` → `expect("…")` with the invariant that rules the panic out; the finding becomes one of `expect-in-production`, to be waived. */
function invariantFix(code: Code, unwrap: UnwrapCall): readonly Fix[] {
  const method = calledMethod(unwrap.call);
  if (!method || unwrap.path || unwrap.message || !mayRewrite(code, unwrap.call)) return [];
  const name = unwrap.name === "unwrap_err" ? "expect_err" : "expect";
  const start = code.start(method);
  const end = code.end(unwrap.call);
  if (/\/[/*]/.test(code.segment.text.slice(start, end))) return [];
  return [{ title: `State the invariant: \`.${name}("…")\``, kind: "quickfix", applicability: "suggestion", snippet: true, edits: [{ start, end, newText: `${name}("\${1:why this holds}")` }] }];
}
