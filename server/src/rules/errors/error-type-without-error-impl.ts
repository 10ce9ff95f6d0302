import { metasOf } from "../../engine/attributes.js";
import type { Code } from "../../engine/code.js";
import { derivesError } from "../../engine/crossFile.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { fieldsOf } from "../shared/errorFields.js";
import { implementErrorFixes } from "../shared/errorImplFix.js";

const errorName = /(?:Error|Failure)$/;

const messages = {
  missing: "`{name}` does not implement `std::error::Error`, so it fits neither `?` into a boxed error nor `source()`; implement or derive it",
} as const;

export default defineRule({
  id: "error-type-without-error-impl",
  group: "errors",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Code Requirements: REQUIRED: Explicit error types, `#[derive(Debug, thiserror::Error)]`",
  scope: "crate",
  regions: ["production"],
  looksFor: "absence",
  needs: ["struct", "enum"],
  about: "public-api",
  wants: (segment) => (segment.keyword === "struct" || segment.keyword === "enum") && segment.visibility === "public" && errorName.test(segment.name),
  summary: "Asks every public type that is named like an error to implement `std::error::Error`.",
  why: "Without the trait a caller cannot put it into a `Box<dyn Error>` or `anyhow::Error`, no report follows its source, and it need not even be printable.",
  remedy: "Derive `thiserror::Error`, or write `Display` and `impl std::error::Error for …`.",
  limits: "Known by name: an impl anywhere in the package counts, and so does a macro call that names the type. Types with the layout of C, and markers that hold nothing but `PhantomData`, are left alone. While the other files of the crate are not known the rule is silent.",
  options: {},
  messages,
  on: { struct_item: visit, enum_item: visit },
});

function visit(node: Node, cx: RuleContext<typeof messages>): void {
  const { code } = cx;
  const name = node.childForFieldName("name");
  if (!name || !errorName.test(nameOf(code, node)) || !isPublicApi(code, node) || derivesError(metasOf(code, node)) || isNoError(code, node)) return;
  // Of a module alone one cannot tell what its crate implements elsewhere.
  if (!code.role.crateRoot && !code.facts.ask("indexed")) return;
  if (code.facts.ask("errorImpl", nameOf(code, node)) !== false) return;
  cx.report(node, { message: "missing", data: { name: nameOf(code, node) }, range: { start: code.start(name), end: code.end(name) }, fixes: (fix) => implementErrorFixes(code, fix, node) });
}

/** A C type laid out for the foreign side, or a marker that only carries types: `DefaultOnError<T>(PhantomData<T>)`. */
function isNoError(code: Code, node: Node): boolean {
  if (metasOf(code, node).some((meta) => meta.path === "repr" && meta.items.some((item) => item.path === "C" || item.path === "transparent"))) return true;
  const fields = node.type === "struct_item" ? fieldsOf(code, node) : [];
  return fields.length > 0 && fields.every((field) => /\bPhantomData\b/.test(code.text(field.type)));
}
