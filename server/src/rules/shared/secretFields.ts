/** Fields that hold a secret in the open, and what keeps them from leaking (rules-core specification 5.9). */
import { outerAttributes } from "../../engine/attributes.js";
import type { Code } from "../../engine/code.js";
import type { Meta } from "../../engine/meta.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { isHarmless, isSecretName, type SecretLists } from "./secretNames.js";

/** A field of a struct, or of a struct-like variant. */
export interface SecretField {
  /** The field's declaration; for a tuple struct the type. */
  readonly node: Node;
  /** The field's name; for a tuple struct its number. */
  readonly name: string;
  readonly type: string;
}

/** Names of the field that is the secret in a type whose own name tells one. */
const carriers: ReadonlySet<string> = new Set(["bytes", "inner", "value", "data", "key", "raw"]);

/** What goes with a secret and is none. */
const beside = /^(?:salt|nonce|iv|user|username|login|scope|realm)$/;

/** A buffer that owns its bytes and leaves them in memory: `String`, `Vec<u8>`, `[u8; N]`, `Box<[u8]>`, `Box<str>`, or an `Option` of one. */
export function isRawBuffer(type: string): boolean {
  const clean = type.replace(/\s/g, "").replace(/\b(?:std|alloc|core)::(?:\w+::)+/g, "");
  const option = /^Option<(.*)>$/.exec(clean)?.[1];
  return option === undefined ? /^(?:String|Vec<u8>|\[u8;.+\]|Box<(?:\[u8\]|str)>)$/.test(clean) : isRawBuffer(option);
}

/** `Zeroizing<…>`: wiped on drop, but printed by `{:?}`. */
export function isZeroizing(type: string): boolean {
  return /^(?:Option<)?(?:zeroize::)?Zeroizing</.test(type.replace(/\s/g, ""));
}

/**
 * Fields of a type that hold a secret: by their own name, or because the type's name tells one.
 * @param declaration struct, enum or union
 * @param holds tells from a field's type as written whether it matters
 */
export function secretFields(code: Code, declaration: Node, lists: SecretLists, holds: (type: string) => boolean): readonly SecretField[] {
  const typeIsSecret = declaration.type === "struct_item" && isSecretName(code, nameOf(code, declaration), lists);
  const found: SecretField[] = [];
  const tuple = declaration.namedChildren.find((child) => child.type === "ordered_field_declaration_list");
  const named = declaration.descendantsOfType(["field_declaration"]);
  if (tuple) {
    const types = tupleTypes(tuple);
    const [only] = types;
    if (typeIsSecret && types.length === 1 && only && holds(code.text(only))) found.push({ node: only, name: "0", type: code.text(only) });
  }
  for (const field of named) {
    const name = nameOf(code, field);
    const type = field.childForFieldName("type");
    if (!type) continue;
    const byType = typeIsSecret && (carriers.has(name) || (named.length === 1 && !beside.test(name) && !isHarmless(`_${name}`, [])));
    if ((byType || isSecretName(code, name, lists)) && holds(code.text(type))) found.push({ node: field, name, type: code.text(type) });
  }
  return found;
}

/** Types of a tuple struct, attributes and visibilities left out. */
export function tupleTypes(list: Node): readonly Node[] {
  return list.namedChildren.filter((child) => !["attribute_item", "visibility_modifier", "line_comment", "block_comment"].includes(child.type));
}

/** The `derive` attribute of a declaration that derives a trait, with the derive's own item. */
export function deriveOf(code: Code, declaration: Node, trait: string): { readonly attribute: Node; readonly list: Meta; readonly item: Meta } | undefined {
  for (const { node, metas } of outerAttributes(code, declaration)) {
    for (const list of metas) {
      const item = list.path === "derive" ? list.items.find((candidate) => candidate.name === trait) : undefined;
      if (item) return { attribute: node, list, item };
    }
  }
  return undefined;
}

/** True when the declaration itself says that it is wiped on drop. */
export function derivesWipe(code: Code, declaration: Node): boolean {
  if (deriveOf(code, declaration, "ZeroizeOnDrop")) return true;
  if (!deriveOf(code, declaration, "Zeroize")) return false;
  return outerAttributes(code, declaration).some(({ metas }) => metas.some((meta) => meta.path === "zeroize" && meta.items.some((item) => item.path === "drop")));
}

/** True when an attribute of the field says what happens to it (`#[zeroize(skip)]`, `#[debug(skip)]`, `#[redact]`). */
export function hasAttribute(code: Code, field: Node, names: RegExp): boolean {
  return outerAttributes(code, field).some(({ metas }) => metas.some((meta) => names.test(meta.path)));
}

/** `repr(C)` or `Copy`: the layout is a foreign one, or nothing can happen on drop. */
export function cannotWipe(code: Code, declaration: Node): boolean {
  if (deriveOf(code, declaration, "Copy")) return true;
  return outerAttributes(code, declaration).some(({ metas }) => metas.some((meta) => meta.path === "repr" && meta.items.some((item) => item.path === "C" || item.path === "packed")));
}
