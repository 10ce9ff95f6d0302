/** What fixes the signature of a function from outside: a trait, an attribute that reads it. */
import { outerAttributes } from "../../engine/attributes.js";
import type { Code } from "../../engine/code.js";
import type { Node } from "../../engine/syntax.js";

/** True for a function in the impl of a trait: the trait says what its parameters are. */
export function isTraitImplMember(code: Code, fn: Node): boolean {
  const container = containerOf(code, fn);
  return container?.keyword === "impl" && container.trait;
}

/** True for a function that a trait declares. */
export function isTraitMember(code: Code, fn: Node): boolean {
  return containerOf(code, fn)?.keyword === "trait";
}

/** The impl or trait a function is a member of; it may stand in the body of another function. */
function containerOf(code: Code, fn: Node): { readonly keyword: "impl" | "trait"; readonly trait: boolean } | undefined {
  const list = code.parent(fn);
  if (list) {
    const owner = list.type === "declaration_list" ? code.parent(list) : undefined;
    if (owner?.type === "impl_item") return { keyword: "impl", trait: owner.childForFieldName("trait") !== null };
    return owner?.type === "trait_item" ? { keyword: "trait", trait: false } : undefined;
  }
  const container = code.place.containers.at(-1);
  if (container?.keyword === "impl") return { keyword: "impl", trait: container.impl?.trait !== "" };
  return container?.keyword === "trait" ? { keyword: "trait", trait: false } : undefined;
}

/** Attributes of the language and of its tools: they read no signature (Rust reference, "Built-in attributes index"). */
const builtin: ReadonlySet<string> = new Set(
  "allow expect warn deny forbid cfg cfg_attr inline must_use doc deprecated cold track_caller no_mangle export_name link_section target_feature test ignore should_panic bench optimize coverage stable unstable rustc_const_stable instruction_set".split(" "),
);

/** True when an attribute that is not built in stands on a function: handlers, commands and bindings depend on its exact types. */
export function hasForeignAttribute(code: Code, fn: Node): boolean {
  return outerAttributes(code, fn).some((use) => use.metas.some((meta) => !builtin.has(meta.path) && !/^(?:rustfmt|clippy|rustdoc|diagnostic|rust_analyzer)::/.test(meta.path)));
}
