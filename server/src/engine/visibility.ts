/** Visibility and reachability from the crate's public API (rules-core specification 2.4). */
import { outerAttributes } from "./attributes.js";
import type { Code } from "./code.js";
import { lastSegment } from "./declarations.js";
import { isHidden } from "./docs.js";
import type { Facts } from "./facts.js";
import { isDocHidden } from "./outline.js";
import type { Visibility } from "./segment.js";
import type { Node } from "./syntax.js";

/** Visibility written on a node. */
export function visibilityOf(code: Code, node: Node): Visibility {
  const modifier = node.children.find((child) => child.type === "visibility_modifier");
  if (!modifier) return "private";
  return code.text(modifier) === "pub" ? "public" : "restricted";
}

/** True for targets that have a public API: libraries, and files outside any package. */
export function hasPublicApi({ role }: Pick<Code, "role">): boolean {
  return role.target === "library" || role.target === "none";
}

/**
 * True when a node is part of the crate's documented public API: an item of a module, a member of a type or trait, an
 * enum variant or a field. Always false outside library targets and for items inside function bodies.
 */
export function isPublicApi(code: Code, node: Node): boolean {
  return code.memo("isPublicApi", node, () => hasPublicApi(code) && !code.inMacro(node) && reachable(code, node));
}

function reachable(code: Code, node: Node): boolean {
  // What costs nothing first: most nodes are decided before their attributes are read.
  return reachableByName(code, node) && !isHidden(code, node);
}

function reachableByName(code: Code, node: Node): boolean {
  switch (node.type) {
    case "enum_variant": {
      const owner = ownerItem(code, node, "enum_item");
      return owner !== undefined && isPublicApi(code, owner);
    }
    case "field_declaration": {
      const variant = ownerItem(code, node, "enum_variant");
      if (variant) return isPublicApi(code, variant);
      if (visibilityOf(code, node) !== "public") return false;
      const owner = ownerItem(code, node, "struct_item") ?? ownerItem(code, node, "union_item");
      return owner !== undefined && isPublicApi(code, owner);
    }
    default:
  }
  // Only the segment's own item is an item of the API; what stands in bodies is not.
  if (!isOwnItem(code, node)) return false;
  if (node.type === "macro_definition") return mayBeReached(code) && outerAttributes(code, node).some((use) => use.metas.some((meta) => meta.path === "macro_export"));
  return mayBeReached(code);
}

/** What is known of a segment before it is parsed. */
export type Unparsed = Pick<Code, "segment" | "place" | "facts" | "role">;

/** False when the segment's own item is no part of the public API for certain; needs no tree. Attributes of the item are not looked at. */
export function mayBeReached({ segment, place, facts, role }: Unparsed): boolean {
  if (!hasPublicApi({ role })) return false;
  if (place.containers.some((container) => isDocHidden(container.metas))) return false;
  if (segment.keyword === "macro-rules") return true;
  const isPublic = segment.visibility === "public";
  const container = place.containers[place.containers.length - 1];
  const scope = place.scope.key;
  switch (container?.keyword) {
    case "impl":
      if (!container.impl || container.impl.trait !== "") return false;
      return isPublic && (facts.ask("reachable", scope, container.name) || reachableByAlias(facts, scope, container.name));
    case "trait":
      return container.visibility === "public" && facts.ask("reachable", scope, container.name);
    case "extern-block":
      return isPublic && facts.ask("open", scope);
    default:
      if (!isPublic) return false;
      return (segment.keyword === "mod" && facts.ask("open", scope)) || facts.ask("reachable", scope, segment.name);
  }
}

/** The segment's own item: it starts where the segment's head is, behind a masked qualifier at most. */
function isOwnItem(code: Code, node: Node): boolean {
  const { head, text } = code.segment;
  const start = code.start(node);
  return start === head || (start > head && start < head + 64 && /^(?:pub|safe|unsafe)?\s*$/.test(text.slice(head, start)));
}

/** `impl Owned { … }` with `type Owned = Dfa<Vec<u32>>;` of the file: the type behind the alias counts. */
function reachableByAlias(facts: Facts, scope: string, name: string): boolean {
  const alias = facts.ask("alias", scope, name);
  return alias !== null && facts.ask("reachable", scope, lastSegment(alias.target));
}

function ownerItem(code: Code, node: Node, type: string): Node | undefined {
  let steps = 0;
  for (const up of code.ancestors(node)) {
    if (up.type === type) return up;
    if (++steps > 3) return undefined;
  }
  return undefined;
}

/** Name of an item node; empty where it has none. */
export function nameOf(code: Code, node: Node): string {
  const name = node.childForFieldName("name");
  return name ? code.text(name) : "";
}
