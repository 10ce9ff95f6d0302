/** Answers about the bodies of other functions of the file, as far as their summaries say (`bodySummary.ts`). */
import { failingOf, wipesMemory, type Failing } from "./bodySummary.js";
import { defaultTestFeatures } from "./cfg.js";
import { lastSegment } from "./declarations.js";
import { isTestOnly, type DeclarationCache, type DeclaredItem, type ModuleScope, type Outline } from "./outline.js";
import type { Segment } from "./segment.js";

/** A function or method of the file as something a test may call. */
export interface HelperFact {
  /** It exists in test builds only, as far as the file tells. */
  readonly testOnly: boolean;
  readonly failing: Failing;
}

type ByName = ReadonlyMap<string, readonly DeclaredItem[]>;

/** Functions and methods of the file with a name; for the name of a type, its methods. */
export function helperFacts(outline: Outline, cache: DeclarationCache, byName: ByName, name: string): readonly HelperFact[] {
  if (!byName.has(name)) return [];
  const features = new Set(defaultTestFeatures);
  const inTests = (scope: ModuleScope | undefined): boolean => scope !== undefined && (isTestOnly(scope.metas, features) || inTests(scope.parent));
  const found: HelperFact[] = [];
  for (const scope of outline.scopes.values()) {
    for (const item of scope.items) {
      if ((item.name !== name && item.owner !== name) || item.keyword !== "fn") continue;
      found.push({ testOnly: inTests(scope) || isTestOnly(cache.metasOf(item.segment), features), failing: failingOf(item.segment) });
    }
  }
  return found;
}

/** True when a `Drop` of the file overwrites the memory of a type, or an impl says that it is. */
export function wipesOnDrop(segments: readonly Segment[], cache: DeclarationCache, byName: ByName, type: string): boolean {
  if (byName.get("drop")?.some((item) => item.owner === type && wipesMemory(item.segment))) return true;
  return segments.some((segment) => {
    if (segment.keyword !== "impl" || !segment.text.includes("ZeroizeOnDrop")) return false;
    const { trait, type: target } = cache.implOf(segment);
    return lastSegment(trait) === "ZeroizeOnDrop" && lastSegment(target) === type;
  });
}
