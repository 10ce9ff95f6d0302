/** Fields of error types that hold another error, as thiserror sees them (rules-core specification 5.2). */
import { isTrivia, type Code } from "../../engine/code.js";
import { lastSegment, splitTopLevel } from "../../engine/declarations.js";
import { parseAttribute, type Meta } from "../../engine/meta.js";
import { resolvePath } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";

/** One field of a struct or variant. */
export interface ErrorField {
  /** Empty for a field of a tuple. */
  readonly name: string;
  readonly type: Node;
  /** The whole field without attributes: what to underline, and where an attribute goes. */
  readonly start: number;
  readonly end: number;
  readonly metas: readonly Meta[];
}

/** Fields of a struct item or enum variant, in order; empty for a unit. */
export function fieldsOf(code: Code, owner: Node): readonly ErrorField[] {
  const list = owner.childForFieldName("body");
  const fields: ErrorField[] = [];
  let metas: Meta[] = [];
  let start: number | undefined;
  for (const child of list?.namedChildren ?? []) {
    if (child.type === "attribute_item") metas.push(...parseAttribute(code.text(child)));
    else if (isTrivia(child)) continue;
    else if (child.type === "visibility_modifier") start = code.start(child);
    else {
      const type = child.type === "field_declaration" ? child.childForFieldName("type") : child;
      const name = child.type === "field_declaration" ? child.childForFieldName("name") : undefined;
      if (type) fields.push({ name: name ? code.text(name) : "", type, start: start ?? code.start(child), end: code.end(child), metas });
      metas = [];
      start = undefined;
    }
  }
  return fields;
}

const pointers: ReadonlySet<string> = new Set(["Box", "Arc", "Rc"]);

/**
 * The error type in a field's type: one whose name ends in `Error`, also behind `Box`, `Arc` or `Rc`, or `dyn Error`.
 * @returns the type as written on one line; undefined for other types and for those that borrow
 */
export function errorIn(code: Code, type: Node): string | undefined {
  const text = code.text(type).replace(/\s+/g, " ").trim();
  return !/'(?!static\b)\w/.test(text) && isError(text) ? text : undefined;
}

function isError(text: string): boolean {
  const object = /^dyn (.*)$/.exec(text.replace(/^\((.*)\)$/, "$1"));
  if (object) return splitTopLevel(object[1] ?? "", "+").some((bound) => lastSegment(bound.trim()) === "Error");
  const path = /^((?:::)?[\w:]+?)(?:<(.*)>)?$/.exec(text);
  if (!path) return false;
  const name = lastSegment(path[1] ?? "");
  if (pointers.has(name)) return path[2] !== undefined && isError(path[2].trim());
  return name.endsWith("Error");
}

/** True when an item derives thiserror's `Error`, under any import. */
export function derivesThiserror(code: Code, item: Node, metas: readonly Meta[]): boolean {
  const paths = metas.flatMap((meta) => (meta.path === "derive" ? meta.items.map((derive) => derive.path) : []));
  return paths.some((path) => /(?:^|::)\w+$/.test(path) && resolvePath(code, path, item, thiserror) === "thiserror::Error");
}

const thiserror: ReadonlySet<string> = new Set(["thiserror::Error"]);
