import type { Code } from "../../engine/code.js";
import { lastSegment } from "../../engine/declarations.js";
import { isStdType } from "../../engine/resolve.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isTraitImplMember } from "../shared/signatures.js";

const outer: ReadonlyMap<string, string> = new Map(Object.entries({ Box: "std::boxed::Box", Rc: "std::rc::Rc", Arc: "std::sync::Arc" }));

const collections: ReadonlyMap<string, string> = new Map(Object.entries({
  Vec: "std::vec::Vec",
  String: "std::string::String",
  VecDeque: "std::collections::VecDeque",
  HashMap: "std::collections::HashMap",
  HashSet: "std::collections::HashSet",
  BTreeMap: "std::collections::BTreeMap",
  BTreeSet: "std::collections::BTreeSet",
  BinaryHeap: "std::collections::BinaryHeap",
  LinkedList: "std::collections::LinkedList",
}));

export default defineRule({
  id: "redundant-allocation",
  group: "performance",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::redundant_allocation", "clippy::box_collection"],
  clause: "Optimization Guidelines: AVOID unnecessary allocations",
  scope: "file",
  regions: ["production"],
  looksFor: "presence",
  needs: ["Box", "Rc", "Arc"],
  clues: [["Box", "Rc", "Arc"]],
  wants: (segment) => /\b(?:Box|Rc|Arc)\s*<\s*(?:&|(?:\w+\s*::\s*)*(?:Vec|String|VecDeque|HashMap|HashSet|BTreeMap|BTreeSet|BinaryHeap|LinkedList|Box|Rc|Arc)\b)/.test(segment.text),
  summary: "Finds types that put a heap allocation inside another one: `Box<Vec<T>>`, `Rc<Box<T>>`, `Arc<&T>`.",
  why: "The content lives behind a pointer already. The outer one costs a second allocation and a second jump at every access, and gives nothing for it.",
  remedy: "Leave out one of the two: `Vec<T>` for `Box<Vec<T>>`, `Rc<T>` for `Rc<Box<T>>`, `&T` for `Box<&T>`.",
  limits:
    "Looked at are the types of fields, parameters, results, constants and statics. A box around what is unsized (`Rc<Box<dyn Fn()>>`) makes a fat pointer thin and is left alone, as is `Option<Box<Vec<T>>>`, which keeps an absent collection as small as a pointer; clippy reports the latter. Unsized types that are defined in another file are not known.",
  options: {},
  messages: {
    collection: "`{inner}` keeps its content on the heap already; `Box` only adds a second allocation",
    nested: "`{inner}` is a heap allocation already; use `{instead}`",
    reference: "`{outer}` around a reference allocates to hold a pointer; use `{inner}`",
  },
  on: {
    generic_type(node, cx) {
      const { code } = cx;
      const name = outerName(code, node);
      if (!name) return;
      const [inner, ...more] = node.childForFieldName("type_arguments")?.namedChildren.filter((child) => !child.type.endsWith("comment")) ?? [];
      if (!inner || more.length > 0 || !isDeclared(code, node) || !isStdType(code, code.text(node), outer.get(name) ?? "", node)) return;
      const innerText = oneLine(code.text(inner));
      if (inner.type === "reference_type") {
        const target = inner.childForFieldName("type");
        if (target && !inner.children.some((child) => child.type === "mutable_specifier") && isSized(code, target)) cx.report(node, { message: "reference", data: { outer: name, inner: innerText } });
        return;
      }
      const last = lastSegment(innerText);
      const collection = name === "Box" ? collections.get(last) : undefined;
      if (collection !== undefined && isStdType(code, innerText, collection, inner)) {
        if (!isOptional(code, node)) cx.report(node, { message: "collection", data: { inner: innerText } });
        return;
      }
      const pointer = outer.get(last);
      const content = inner.childForFieldName("type_arguments")?.namedChildren.filter((child) => !child.type.endsWith("comment")) ?? [];
      const [only] = content;
      if (pointer === undefined || !only || content.length > 1 || !isSized(code, only) || !isStdType(code, innerText, pointer, inner)) return;
      const instead = name === "Box" ? innerText : `${name}<${oneLine(code.text(only))}>`;
      cx.report(node, { message: "nested", data: { inner: innerText, instead } });
    },
  },
});

/** `Box`, `Rc` or `Arc`, by the last segment of the type's path. */
function outerName(code: Code, node: Node): string | undefined {
  const type = node.childForFieldName("type");
  const name = type?.type === "scoped_type_identifier" ? type.childForFieldName("name") : type;
  const text = name ? code.text(name) : "";
  return outer.has(text) ? text : undefined;
}

/** The type of a field, parameter, result, constant or static; not in the impl of a trait, which says what its types are. */
function isDeclared(code: Code, node: Node): boolean {
  let below = node;
  for (const up of code.ancestors(node)) {
    switch (up.type) {
      case "field_declaration":
      case "ordered_field_declaration_list":
        return true;
      case "const_item":
      case "static_item":
      case "function_item":
      case "function_signature_item": {
        const isSignature = up.childForFieldName("type")?.id === below.id || up.childForFieldName("return_type")?.id === below.id || up.childForFieldName("parameters")?.id === below.id;
        return isSignature && !isTraitImplMember(code, up);
      }
      case "closure_parameters":
      case "block":
      case "let_declaration":
      case "type_item":
      case "associated_type":
      case "impl_item":
      case "trait_item":
      case "where_clause":
      case "type_parameters":
        return false;
      default:
    }
    below = up;
  }
  return false;
}

const unsizedNames: ReadonlySet<string> = new Set(["str", "Path", "OsStr", "CStr", "Self"]);

/** False for trait objects, slices, `str` and its like, and parameters that may stand for one. */
function isSized(code: Code, type: Node): boolean {
  switch (type.type) {
    case "dynamic_type":
    case "abstract_type":
    case "bounded_type":
      return false;
    case "array_type":
      return type.childForFieldName("element") === null || type.childForFieldName("length") !== null;
    default: {
      const text = code.text(type);
      const name = lastSegment(text);
      const alias = text.includes("::") ? null : code.facts.ask("alias", code.place.scope.key, name);
      if (alias && /^(?:dyn\b|str$|\[[^;]*\]$)/.test(alias.target)) return false;
      return !/^\(?\s*dyn\b/.test(text) && !unsizedNames.has(name) && !mayBeUnsized(code, name);
    }
  }
}

/** `T: ?Sized` in the header of the item or of what encloses it. */
function mayBeUnsized(code: Code, name: string): boolean {
  const bound = new RegExp(`\\b${name}\\s*:[^,>{]*\\?\\s*Sized`);
  return bound.test(code.segment.text.slice(code.segment.head)) || code.place.containers.some(({ segment }) => bound.test(segment.text.slice(segment.head)));
}

function isOptional(code: Code, node: Node): boolean {
  const parent = code.parent(node);
  const generic = parent?.type === "type_arguments" ? code.parent(parent) : undefined;
  const type = generic?.childForFieldName("type");
  return type !== null && type !== undefined && lastSegment(code.text(type)) === "Option";
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
