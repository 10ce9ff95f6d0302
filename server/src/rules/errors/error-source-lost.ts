import { metasOf } from "../../engine/attributes.js";
import type { Code } from "../../engine/code.js";
import { implHeader, lastSegment } from "../../engine/declarations.js";
import type { Fix } from "../../engine/finding.js";
import type { Meta } from "../../engine/meta.js";
import { resolvePath } from "../../engine/resolve.js";
import { defineRule, type FixContext, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { derivesThiserror, errorIn, fieldsOf, type ErrorField } from "../shared/errorFields.js";

const messages = {
  lost: "`{owner}` wraps a `{type}` that `source()` does not show; mark it `#[source]` or `#[from]`",
} as const;

export default defineRule({
  id: "error-source-lost",
  group: "errors",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Code Requirements: REQUIRED: Explicit error types, `#[from]`",
  scope: "crate",
  regions: ["production"],
  looksFor: "absence",
  needs: ["derive"],
  clues: [["derive"], ["error"]],
  wants: (segment) => (segment.keyword === "enum" || segment.keyword === "struct") && /\berror\s*\(/.test(segment.text),
  summary: "Asks errors derived with thiserror to show the error they wrap as their source.",
  why: "Loggers and error reports follow `source()` from error to error. An error that is only stored, or only printed into the message, ends that chain, and nobody can downcast to it.",
  remedy: "Mark the field `#[source]`, or `#[from]` where `?` should convert it, or name it `source`.",
  limits: "Types are known by name: a field counts when its type's name ends in `Error`, also behind `Box`, `Arc` and `Rc`. Errors that implement the trait by hand are not looked at.",
  options: {},
  messages,
  on: {
    enum_item(node, cx) {
      if (!derivesThiserror(cx.code, node, metasOf(cx.code, node))) return;
      const variants = node.childForFieldName("body")?.namedChildren.filter((child) => child.type === "enum_variant") ?? [];
      const owners = variants.map((variant) => ({ node: variant, metas: metasOf(cx.code, variant), name: `${nameOf(cx.code, node)}::${nameOf(cx.code, variant)}` }));
      for (const owner of owners) visit(cx, owner, owners.map((other) => other.node));
    },
    struct_item(node, cx) {
      const metas = metasOf(cx.code, node);
      if (derivesThiserror(cx.code, node, metas)) visit(cx, { node, metas, name: nameOf(cx.code, node) }, [node]);
    },
  },
});

interface Owner {
  readonly node: Node;
  readonly metas: readonly Meta[];
  readonly name: string;
}

/** @param all the variants of the enum, or the struct alone */
function visit(cx: RuleContext<typeof messages>, owner: Owner, all: readonly Node[]): void {
  const { code } = cx;
  if (owner.metas.some((meta) => meta.path === "error" && meta.items.some((item) => item.path === "transparent"))) return;
  const fields = fieldsOf(code, owner.node);
  if (fields.some((field) => field.name === "source" || field.metas.some((meta) => meta.path === "source" || meta.path === "from"))) return;
  for (const [index, field] of fields.entries()) {
    const type = errorIn(code, field.type);
    if (type === undefined || !mayBeError(code, type) || isOnlyDebugged(code, owner, field, index)) continue;
    cx.report(field.type, {
      message: "lost",
      data: { owner: owner.name, type },
      range: { start: field.start, end: field.end },
      fixes: (fix) => sourceFixes(code, fix, field, fields, all),
    });
    return;
  }
}

/** A type of this file that is called an error and implements no error trait is no source. */
function mayBeError(code: Code, type: string): boolean {
  if (!/^\w+$/.test(type)) return true;
  const binding = code.facts.ask("binding", code.place.scope.key, type);
  return binding?.kind !== "local" || (binding.keyword !== "struct" && binding.keyword !== "enum") || code.facts.ask("errorImpl", lastSegment(type)) !== false;
}

/** The message shows the field with `{:?}` and not with `{}`: a type that is no error, as far as one can see, unless it is std's. */
function isOnlyDebugged(code: Code, owner: Owner, field: ErrorField, index: number): boolean {
  const text = owner.metas.flatMap((meta) => (meta.path === "error" ? meta.items.filter((item) => item.literal).map((item) => item.value) : [])).join();
  const name = field.name === "" ? String(index) : field.name;
  if (!new RegExp(`\\{${name}:#?\\?\\}`).test(text) || text.includes(`{${name}}`)) return false;
  return resolvePath(code, code.text(field.type), field.type)?.startsWith("std::") !== true;
}

function sourceFixes(code: Code, fix: FixContext, field: ErrorField, fields: readonly ErrorField[], all: readonly Node[]): readonly Fix[] {
  const before = code.segment.text.slice(code.segment.text.lastIndexOf("\n", field.start - 1) + 1, field.start);
  const gap = field.name !== "" && before.trim() === "" ? `\n${before}` : " ";
  const mark = (attribute: string): Pick<Fix, "edits"> => ({ edits: [{ start: field.start, end: field.start, newText: `#[${attribute}]${gap}` }] });
  const source: Fix = { title: "Mark the field as the source: `#[source]`", kind: "quickfix", applicability: "safe", preferred: true, ...mark("source") };
  const alone = fields.every((other) => other === field || /\bBacktrace$/.test(code.text(other.type)));
  const type = plain(code.text(field.type));
  const taken = all.some((owner) => fieldsOf(code, owner).some((other) => other.metas.some((meta) => meta.path === "from") && plain(code.text(other.type)) === type));
  if (!alone || taken || convertsByHand(code, fix, type)) return [source];
  return [source, { title: "Convert from it with `?` too: `#[from]`", kind: "quickfix", applicability: "suggestion", ...mark("from") }];
}

/** The file has an `impl From<type>` for the error already. */
function convertsByHand(code: Code, fix: FixContext, type: string): boolean {
  return fix.file.segments.some((segment) => {
    if (segment.keyword !== "impl" || !segment.text.includes("From")) return false;
    const header = implHeader(segment);
    const from = /^(?:\w+::)*From\s*<(.*)>$/s.exec(header.trait)?.[1];
    return from !== undefined && lastSegment(header.type) === code.segment.name && lastSegment(plain(from)) === lastSegment(type);
  });
}

function plain(type: string): string {
  return type.replace(/\s/g, "");
}
