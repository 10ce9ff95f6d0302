/**
 * The items of one file by module, read from the segments without a parse: what a file contributes to the questions that
 * rules ask about other places of the file and of the crate.
 */
import { defaultTestFeatures, isTestOnlyCfg } from "./cfg.js";
import { allowedLints } from "./attributes.js";
import { implHeader, lastSegment, typeAlias, useLeaves, type ImplHeader, type TypeAlias, type UseLeaf } from "./declarations.js";
import { crossFile } from "./crossFile.js";
import { functionsOf, type FunctionSummary, type Positions } from "./helperCalls.js";
import { marksOf } from "./marks.js";
import type { Meta } from "./meta.js";
import { safetyContracts, type SafetyContract } from "./safetyContracts.js";
import type { ItemKeyword, Segment, Visibility } from "./segment.js";
import { segmentMetas, triviaBetween, withoutComments } from "./trivia.js";

/** What encloses a segment: an inline module, impl, trait or extern block. */
export interface Container {
  readonly segment: Segment;
  readonly keyword: ItemKeyword;
  /** Module or trait name; for an impl the last segment of its type. */
  readonly name: string;
  readonly visibility: Visibility;
  /** Outer and inner attributes. */
  readonly metas: readonly Meta[];
  /** For an impl block. */
  readonly impl?: ImplHeader;
}

/** A declared item. */
export interface DeclaredItem {
  readonly name: string;
  readonly keyword: ItemKeyword;
  readonly visibility: Visibility;
  readonly segment: Segment;
  /** Last segment of the type of the enclosing impl, the name of the enclosing trait; empty for items of a module. */
  readonly owner: string;
}

/** One module of the file: the file itself (key empty) or an inline module. */
export interface ModuleScope {
  /** `a::b` for a module inside the file; another module of the same name gets a number after it, `b#2`. */
  readonly key: string;
  readonly name: string;
  readonly parent: ModuleScope | undefined;
  readonly visibility: Visibility;
  readonly metas: readonly Meta[];
  readonly items: DeclaredItem[];
  readonly uses: { readonly leaf: UseLeaf; readonly visibility: Visibility; readonly hidden: boolean }[];
  /** Types of the inherent impls, as paths without generics. */
  readonly impls: string[];
  readonly children: ModuleScope[];
}

/** Where a segment stands. */
export interface Place {
  readonly scope: ModuleScope;
  readonly containers: readonly Container[];
  /** Changes whenever something an ancestor says (attributes, header), or a renamed import, changes. */
  readonly context: string;
  /** Imports of the module under another name (`use std::process::exit as quit`), which few modules have. */
  readonly renames?: readonly UseLeaf[];
}

/** The outline of one version of a file. */
export interface Outline {
  readonly root: ModuleScope;
  readonly scopes: ReadonlyMap<string, ModuleScope>;
  /** One place for each segment, in order. */
  readonly places: readonly Place[];
  /** Attributes of the file itself (`#![…]`). */
  readonly fileMetas: readonly Meta[];
}

/** Remembers what was read of a segment; segments are immutable, so entries never go stale. */
export class DeclarationCache {
  private readonly metas = new WeakMap<Segment, readonly Meta[]>();
  private readonly leaves = new WeakMap<Segment, readonly UseLeaf[]>();
  private readonly impls = new WeakMap<Segment, ImplHeader>();
  private readonly contexts = new WeakMap<Segment, string>();

  private readonly read = new Map<string, WeakMap<Segment, unknown>>();

  /** Anything else that is read of a segment's text alone, once. `what` names it. */
  of<T>(what: string, segment: Segment, make: (segment: Segment) => T): T {
    let known = this.read.get(what);
    if (!known) this.read.set(what, (known = new WeakMap()));
    return remember(known as WeakMap<Segment, T>, segment, make);
  }

  metasOf(segment: Segment): readonly Meta[] {
    return remember(this.metas, segment, segmentMetas);
  }

  leavesOf(segment: Segment): readonly UseLeaf[] {
    return remember(this.leaves, segment, (own) => useLeaves(own.text.slice(own.head)));
  }

  implOf(segment: Segment): ImplHeader {
    return remember(this.impls, segment, implHeader);
  }

  /** Header and attributes without comments: what the items inside depend on. */
  contextOf(segment: Segment): string {
    return remember(this.contexts, segment, (own) => withoutComments(own.text).replace(/\s+/g, " "));
  }
}

function remember<T>(map: WeakMap<Segment, T>, segment: Segment, make: (segment: Segment) => T): T {
  const known = map.get(segment);
  if (known !== undefined) return known;
  const made = make(segment);
  map.set(segment, made);
  return made;
}

/** Builds the outline of a file from its segments. */
export function outlineOf(segments: readonly Segment[], cache: DeclarationCache): Outline {
  const first = segments[0];
  const fileMetas = first?.kind === "inner" ? innerMetas(first, cache) : [];
  const root: ModuleScope = { key: "", name: "", parent: undefined, visibility: "public", metas: fileMetas, items: [], uses: [], impls: [], children: [] };
  const scopes = new Map<string, ModuleScope>([["", root]]);
  const fileContext = first?.kind === "inner" ? cache.contextOf(first) : "";
  const top: Place = { scope: root, containers: [], context: fileContext };
  const stack: Place[] = [top];
  const places: Place[] = [];
  for (const segment of segments) {
    const place = stack[stack.length - 1] ?? top;
    places.push(place);
    if (segment.kind === "open") {
      stack.push(enter(segment, place, scopes, cache));
    } else if (segment.kind === "close") {
      if (stack.length > 1) stack.pop();
    } else if (segment.kind === "item") {
      declare(segment, place, cache);
    }
  }
  return { root, scopes, places: withRenames(places), fileMetas };
}

/** Adds to each place the renamed imports of its module: under them, words that a rule looks for stand for others. */
function withRenames(places: readonly Place[]): readonly Place[] {
  const known = new Map<Place, Place>();
  for (const place of places) {
    if (known.has(place)) continue;
    const renames = place.scope.uses.flatMap(({ leaf }) => (leaf.name !== "*" && leaf.name !== "_" && leaf.name !== lastSegment(leaf.path) ? [leaf] : []));
    if (renames.length > 0) known.set(place, { ...place, renames, context: `${place.context}\u0000${renames.map((leaf) => `${leaf.path} as ${leaf.name}`).join()}` });
    else known.set(place, place);
  }
  return [...known].every(([before, after]) => before === after) ? places : places.map((place) => known.get(place) ?? place);
}

function innerMetas(segment: Segment, cache: DeclarationCache): readonly Meta[] {
  // The header segment has no head: everything in it is inner.
  return cache.metasOf({ ...segment, kind: "item" });
}

function enter(segment: Segment, place: Place, scopes: Map<string, ModuleScope>, cache: DeclarationCache): Place {
  // A `cfg_…!` or `feature!` macro passes its items through: they stand where the macro stands.
  if (segment.keyword === "macro-call") return { ...place, context: `${place.context}\u0000${cache.contextOf(segment)}` };
  const metas = cache.metasOf(segment);
  const impl = segment.keyword === "impl" ? cache.implOf(segment) : undefined;
  const container: Container = {
    segment,
    keyword: segment.keyword,
    name: impl ? lastSegment(impl.type.replace(/^&(?:'\w+ )?(?:mut )?/, "")) : segment.name,
    visibility: segment.visibility,
    metas,
    ...(impl ? { impl } : {}),
  };
  let scope = place.scope;
  if (segment.keyword === "mod") {
    let key = scope.key === "" ? segment.name : `${scope.key}::${segment.name}`;
    // The number of a second module of the name is its place among its siblings: unique, and found without a search.
    if (scopes.has(key)) key = `${key}#${scope.children.length + 1}`;
    const inner: ModuleScope = { key, name: segment.name, parent: scope, visibility: segment.visibility, metas, items: [], uses: [], impls: [], children: [] };
    scope.children.push(inner);
    scopes.set(key, inner);
    scope = inner;
  } else if (impl?.trait === "") {
    scope.impls.push(/^(?:\w+::)*\w+/.exec(impl.type.replace(/\s/g, ""))?.[0] ?? "");
  } else if (segment.keyword === "trait") {
    scope.items.push({ name: segment.name, keyword: "trait", visibility: segment.visibility, segment, owner: "" });
  }
  return { scope, containers: [...place.containers, container], context: `${place.context}\u0000${cache.contextOf(segment)}` };
}

function declare(segment: Segment, place: Place, cache: DeclarationCache): void {
  if (segment.keyword === "use" || segment.keyword === "extern-crate") {
    const hidden = segment.text.includes("hidden") && isDocHidden(cache.metasOf(segment));
    for (const leaf of cache.leavesOf(segment)) place.scope.uses.push({ leaf, visibility: segment.visibility, hidden });
    return;
  }
  if (segment.name === "" && segment.keyword !== "macro-call") return;
  const container = place.containers[place.containers.length - 1];
  const owner = container && container.keyword !== "mod" && container.keyword !== "extern-block" ? container.name : "";
  place.scope.items.push({ name: segment.name, keyword: segment.keyword, visibility: segment.visibility, segment, owner });
}

/** True when the attributes make their item exist in test builds only. */
export function isTestOnly(metas: readonly Meta[], testFeatures: ReadonlySet<string>): boolean {
  return metas.some((meta) => isTestOnlyCfg(meta, testFeatures));
}

/** True when the attributes hide the item from documentation. */
export function isDocHidden(metas: readonly Meta[]): boolean {
  return metas.some((meta) => meta.path === "doc" && meta.items.some((item) => item.path === "hidden"));
}

/** One module of a file as the crate index keeps it: plain data without texts. */
export interface ModuleSummary {
  readonly key: string;
  readonly parent: string | undefined;
  readonly name: string;
  readonly visibility: Visibility;
  readonly hidden: boolean;
  readonly testOnly: boolean;
  readonly items: readonly { readonly name: string; readonly public: boolean }[];
  readonly uses: readonly { readonly name: string; readonly path: string; readonly public: boolean; readonly hidden: boolean }[];
  /** Types with inherent impls here that are declared elsewhere, as paths without generics. */
  readonly impls: readonly string[];
  /** Type aliases that may stand for a `Result`. */
  readonly aliases: readonly (TypeAlias & { readonly name: string })[];
  /** Lints that the module's own attributes allow. */
  readonly allows: readonly string[];
  /** `mod name;` declarations. */
  readonly files: readonly { readonly name: string; readonly public: boolean; readonly hidden: boolean; readonly testOnly: boolean; readonly allows: readonly string[]; readonly path?: string }[];
}

/** What the crate index keeps of a file. */
export interface FileSummary {
  readonly modules: readonly ModuleSummary[];
  /** Has inner docs (`//!`) or an inner `doc` attribute. */
  readonly documented: boolean;
  /** Whole file is test-only by an inner `cfg`. */
  readonly testOnly: boolean;
  /** Names of the types that have an `impl … Error for`, derive one, or stand in a macro call that may write one. */
  readonly errorTypes: readonly string[];
  /** Names of public `unsafe` functions and methods. */
  readonly unsafeFns: readonly string[];
  /** Names of what safe code outside tests calls in `unsafe` blocks. */
  readonly unsafeCalls: readonly string[];
  /** What the file says to rules all over the crate (`marks.ts`). */
  readonly marks: readonly string[];
  /** Synchronous functions that block, or call what may (`helperCalls.ts`). */
  readonly functions: readonly FunctionSummary[];
  /** What its unsafe functions ask of their callers. */
  readonly contracts: readonly SafetyContract[];
  /** The file has async code, as far as words tell. */
  readonly hasAsync: boolean;
}

/**
 * Summarises an outline for the crate index.
 * @param positions the file the segments are of, for a summary that says where calls stand
 */
export function summarize(outline: Outline, segments: readonly Segment[], cache: DeclarationCache, testFeatures: ReadonlySet<string> = new Set(defaultTestFeatures), positions?: Positions): FileSummary {
  const modules: ModuleSummary[] = [];
  for (const scope of outline.scopes.values()) {
    const own = scope.items.filter((item) => item.owner === "");
    modules.push({
      key: scope.key,
      parent: scope.parent?.key,
      name: scope.name,
      visibility: scope.visibility,
      hidden: isDocHidden(scope.metas),
      testOnly: isTestOnly(scope.metas, testFeatures),
      items: own.filter((item) => item.keyword !== "mod" && item.keyword !== "macro-call").map((item) => ({ name: item.name, public: item.visibility === "public" })),
      uses: scope.uses.map(({ leaf, visibility, hidden }) => ({ name: leaf.name, path: leaf.path, public: visibility === "public", hidden })),
      impls: [...new Set(scope.impls)].filter((path) => !own.some((item) => item.name === path)),
      aliases: own.flatMap((item) => {
        const alias = item.keyword === "type" && item.segment.text.includes("Result") ? typeAlias(item.segment) : undefined;
        return alias ? [{ ...alias, name: item.name }] : [];
      }),
      allows: allowedLints(scope.metas),
      files: own
        .filter((item) => item.keyword === "mod")
        .map((item) => {
          const metas = cache.metasOf(item.segment);
          const path = metas.find((meta) => meta.path === "path" && meta.kind === "value")?.value;
          return {
            name: item.name,
            public: item.visibility === "public",
            hidden: isDocHidden(metas),
            testOnly: isTestOnly(metas, testFeatures),
            allows: allowedLints(metas),
            ...(path === undefined ? {} : { path }),
          };
        }),
    });
  }
  const first = segments[0];
  const documented = first?.kind === "inner" && (triviaBetween(first.text, 0, first.text.length).some((trivia) => trivia.doc && trivia.inner) || outline.fileMetas.some((meta) => meta.path === "doc" && meta.kind === "value"));
  return { modules, documented: documented === true, testOnly: isTestOnly(outline.fileMetas, testFeatures), marks: marksOf(outline, segments, cache), functions: functionsOf(outline, segments, cache, testFeatures, positions), hasAsync: segments.some(({ text }) => text.includes("async")), contracts: safetyContracts(outline, cache), ...crossFile(outline, segments, cache, testFeatures) };
}
