import { isTrivia, type Code } from "../../engine/code.js";
import type { Fix } from "../../engine/finding.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { expectedType } from "../shared/expectedType.js";
import { resolvedCall } from "../shared/resolvedCalls.js";
import { mayRewrite } from "../shared/transparentMacros.js";
import { snippetText } from "../../engine/snippet.js";

const transmute: ReadonlySet<string> = new Set(["std::mem::transmute"]);

export default defineRule({
  id: "unannotated-transmute",
  group: "unsafe",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::missing_transmute_annotations"],
  clause: "Mandatory Constraints: NEVER compromise on memory safety",
  scope: "file",
  regions: ["production", "example", "build-script"],
  looksFor: "presence",
  needs: ["transmute"],
  blocks: "with-words",
  summary: "Asks for both types on `transmute`.",
  why: "`transmute` turns anything into anything of the same size. With inferred types, a change far away changes what it does, and neither the reader nor the compiler notices.",
  remedy: "Write both types: `transmute::<From, To>(value)`. Often `from_ne_bytes`, `to_bits`, a pointer cast or `bytemuck` does the same without `transmute`.",
  limits: "Accepted where the result's type stands next to the call: a `let`, `const` or `static` with a type, or the tail of a function.",
  options: {},
  messages: {
    inferred: "`transmute` with inferred types; write both, `transmute::<From, To>`, so that a change elsewhere cannot change them",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      if (resolvedCall(code, node, transmute) === undefined) return;
      const target = node.childForFieldName("function");
      if (!target || isAnnotated(code, target) || expectedType(code, node)) return;
      cx.report(node, { message: "inferred", range: { start: code.start(target), end: code.end(target) }, fixes: () => annotateFixes(code, target) });
    },
  },
});

/** Two type arguments, neither of them with a `_` in it. */
function isAnnotated(code: Code, target: Node): boolean {
  const types = typesOf(target);
  return types?.length === 2 && types.every((type) => !/(?<![\w'])_(?!\w)/.test(code.text(type)));
}

function typesOf(target: Node): readonly Node[] | undefined {
  if (target.type !== "generic_function") return undefined;
  return target.childForFieldName("type_arguments")?.namedChildren.filter((child) => !isTrivia(child));
}

/** Both types as blanks, those that are written kept. */
function annotateFixes(code: Code, target: Node): readonly Fix[] {
  if (!mayRewrite(code, target)) return [];
  const written = typesOf(target)?.map((type) => code.text(type)) ?? [];
  const [from, to] = ["From", "To"].map((blank, index) => {
    const type = written[index];
    return type === undefined || type === "_" ? `\${${index + 1}:${blank}}` : snippetText(type);
  });
  const name = target.type === "generic_function" ? (target.childForFieldName("function") ?? target) : target;
  return [{ title: "Write both types", kind: "quickfix", applicability: "suggestion", preferred: true, snippet: true, edits: [{ start: code.end(name), end: code.end(target), newText: `::<${from ?? ""}, ${to ?? ""}>` }] }];
}
