/** What a file says about types and functions that other files declare: error impls, and calls of unsafe functions by safe ones. */
import { calledInUnsafe, isUnsafeFn } from "./bodyUses.js";
import { isTestOnlyCfg } from "./cfg.js";
import { lastSegment } from "./declarations.js";
import type { Meta } from "./meta.js";
import type { DeclarationCache, FileSummary, ModuleScope, Outline } from "./outline.js";
import type { Segment } from "./segment.js";

/** Derives that implement `std::error::Error`, by the last segment of their path. */
const errorDerives: ReadonlySet<string> = new Set(["Error", "Snafu", "Fail"]);
const typeName = /(?<![\w'])[A-Z]\w*/g;

/** True for attributes with a derive that implements `std::error::Error`. */
export function derivesError(metas: readonly Meta[]): boolean {
  return metas.some((meta) => meta.path === "derive" && meta.items.some((item) => errorDerives.has(item.name)));
}

/** Reads the parts of a file's summary that concern other files. */
export function crossFile(outline: Outline, segments: readonly Segment[], cache: DeclarationCache, testFeatures: ReadonlySet<string>): Pick<FileSummary, "errorTypes" | "unsafeFns" | "unsafeCalls"> {
  const errorTypes = new Set<string>();
  const unsafeFns = new Set<string>();
  const unsafeCalls = new Set<string>();
  segments.forEach((segment, index) => {
    if (segment.kind === "close") return;
    const scope = outline.places[index]?.scope;
    if (scope) for (const name of errorTypesIn(segment, scope, cache)) errorTypes.add(name);
    const { declares, called } = cache.of("unsafe", segment, unsafeIn);
    if (declares) unsafeFns.add(segment.name);
    if (called.length > 0 && !isTest(segment, scope, cache, testFeatures)) for (const name of called) unsafeCalls.add(name);
  });
  return { errorTypes: [...errorTypes], unsafeFns: [...unsafeFns], unsafeCalls: [...unsafeCalls] };
}

/** What a segment has to do with unsafe functions: it is a public one, and what its safe code calls in `unsafe` blocks. */
function unsafeIn(segment: Segment): { readonly declares: boolean; readonly called: readonly string[] } {
  if (!segment.text.includes("unsafe")) return nothingUnsafe;
  return { declares: segment.visibility === "public" && isUnsafeFn(segment), called: segment.kind === "item" ? calledInUnsafe(segment) : [] };
}

const nothingUnsafe = { declares: false, called: [] } as const;

function errorTypesIn(segment: Segment, scope: ModuleScope, cache: DeclarationCache): readonly string[] {
  switch (segment.keyword) {
    case "impl": {
      if (!/\bfor\b/.test(segment.text.slice(segment.head, segment.body))) return [];
      const { trait, type } = cache.implOf(segment);
      return isErrorTrait(trait, scope) ? [lastSegment(type.replace(/^&\s*(?:'\w+ )?(?:mut )?/, ""))] : [];
    }
    case "struct":
    case "enum":
      return segment.text.includes("derive") && derivesError(cache.metasOf(segment)) ? [segment.name] : [];
    case "macro-call":
      return segment.kind === "item" ? cache.of("error names", segment, ({ text }) => [...text.matchAll(typeName)].map(([name]) => name).filter((name) => /(?:Error|Failure)$/.test(name))) : [];
    default:
      return [];
  }
}

/** `Error` under any path, or a name that an import gives it; serde passes it on as `StdError`. */
function isErrorTrait(trait: string, scope: ModuleScope): boolean {
  const name = lastSegment(trait);
  return name === "Error" || name === "StdError" || scope.uses.some(({ leaf }) => leaf.name === name && leaf.path.endsWith("::Error"));
}

function isTest(segment: Segment, scope: ModuleScope | undefined, cache: DeclarationCache, testFeatures: ReadonlySet<string>): boolean {
  const only = (metas: readonly Meta[]): boolean => metas.some((meta) => meta.name === "test" || isTestOnlyCfg(meta, testFeatures));
  if (only(cache.metasOf(segment))) return true;
  for (let up = scope; up; up = up.parent) if (only(up.metas)) return true;
  return false;
}
