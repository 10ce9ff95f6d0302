/** Answers about the bodies of other functions of the file, as far as their summaries say (`bodySummary.ts`). */
import { calls, codeOnly, failingOf, wipesMemory, type Failing } from "./bodySummary.js";
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
      found.push({ testOnly: inTests(scope) || isTestOnly(cache.metasOf(item.segment), features), failing: asksForBound(item.segment) ? "asserts" : failingOf(item.segment) });
    }
  }
  return found;
}

/** A function that does nothing, or takes anything with a bound and calls nothing: the compiler is the judge of what it is given. */
function asksForBound(segment: Segment): boolean {
  if (/^\{\s*\}\s*$/.test(segment.text.slice(segment.body))) return true;
  if (!/<[^>]*:|\bimpl\b/.test(segment.text.slice(segment.head, segment.body))) return false;
  const body = codeOnly(segment.text.slice(segment.body));
  return body.length < 200 && calls(body).every(({ name }) => name === "drop") && !body.includes("!");
}

/** Calls that build or copy what a test works with. */
const everyday: ReadonlySet<string> = new Set("new default from into clone iter iter_mut into_iter collect push len to_string to_vec to_owned as_ref drop with unwrap map spawn build".split(" "));

/** What a piece of code calls, each as `Type::name`, `name` or `.name`; everyday calls only where there is no other. */
export function tellingCalls(code: string): readonly string[] {
  const all = calls(code.replace(/::\s*<[^<>()]*>/g, ""));
  const telling = all.filter(({ name }) => !everyday.has(name));
  return [...new Set((telling.length > 0 ? telling : all).map(({ kind, path, name }) => (kind === "method" ? `.${name}` : [...path.slice(-1), name].join("::"))))];
}

/** What the `#[should_panic]` tests of a file call (`tellingCalls`), in order of the names: panicking is how these say that something is wrong. */
export function callsExpectedToPanic(segments: readonly Segment[]): readonly string[] {
  const tests = segments.filter(({ keyword, text, head }) => keyword === "fn" && text.lastIndexOf("should_panic", head) >= 0);
  return [...new Set(tests.flatMap(({ text, body }) => tellingCalls(codeOnly(text.slice(body)))))].sort();
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
