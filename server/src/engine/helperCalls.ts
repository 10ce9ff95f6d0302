/**
 * What the synchronous functions of a file say to async code anywhere in the crate: which call of theirs blocks, and
 * which functions of the crate they call. Read from the tokens of their bodies (`bodyCalls.ts`) and the file's imports.
 */
import { blockingByOrigin, blockingByName, blockingPaths, channels, receiving } from "./blockingTable.js";
import { bodyCalls, type BodyCall, type BodyCalls } from "./bodyCalls.js";
import { isTestOnlyCfg } from "./cfg.js";
import type { UseLeaf } from "./declarations.js";
import type { CallStep, PlacedRange } from "./finding.js";
import { difference } from "./difference.js";
import type { Meta } from "./meta.js";
import type { Container, DeclarationCache, ModuleScope, Outline } from "./outline.js";
import type { Segment } from "./segment.js";

/** A call as the crate index keeps it. */
export interface SummarizedCall {
  /** As written: a path, a method's name; `self::name` for a method of the function's own type. */
  readonly call: string;
  /** Present where the summary was asked for places. */
  readonly at?: PlacedRange;
}

/** A synchronous function of the file that blocks, or calls something that may. */
export interface FunctionSummary {
  /** Key of its module. */
  readonly module: string;
  /** The type of its impl as a path without generics; empty for a free function. */
  readonly owner: string;
  readonly name: string;
  /** Its first call that blocks. */
  readonly blocks?: SummarizedCall;
  /** Calls that may be of functions of the crate, each path once. */
  readonly calls: readonly SummarizedCall[];
}

/** The file as a host knows it, where places are wanted. */
export interface Positions {
  readonly starts: readonly number[];
  positionAt(offset: number): { readonly line: number; readonly character: number };
}

const maxDepth = 4;
const localRoots: ReadonlySet<string> = new Set(["crate", "self", "super", "Self"]);
const blockingNames: ReadonlySet<string> = new Set([...blockingPaths.keys()].map((path) => path.slice(path.lastIndexOf(":") + 1)));

/** True for names that calls of blocking functions end with. */
export function isBlockingName(name: string): boolean {
  return blockingNames.has(name);
}

/** The calls of a segment's body, read once. */
export function callsOf(segment: Segment, cache: DeclarationCache): BodyCalls {
  return cache.of("body calls", segment, bodyCalls);
}

/**
 * True when two versions of a function's segment with the same header say the same about blocking.
 * @param mayBlock tells whether a function of that name may block; calls of others change nothing
 */
export function sameCalls(before: Segment, after: Segment, cache: DeclarationCache, mayBlock: (name: string) => boolean): boolean {
  if (before.text.includes("async") !== after.text.includes("async")) return false;
  if (isOtherWord(before.text, after.text)) return true;
  const said = (segment: Segment): string => {
    const { calls, uses } = callsOf(segment, cache);
    const own = calls.filter(({ kind, path }) => kind === "origin" || kind === "name" || mayBlock(path.slice(path.lastIndexOf(":") + 1)));
    return JSON.stringify([own.map(({ kind, path, method }) => [kind, path, method]), uses]);
  };
  return said(before) === said(after);
}

/** Words that change what stands behind them. */
const reserved: ReadonlySet<string> = new Set(
  "as async await break const continue crate dyn else enum extern fn for if impl in let loop macro_rules match mod move mut pub ref return self static struct super trait type union unsafe use where while yield".split(" "),
);

/** A word that calls nothing, is called on nothing and declares nothing: before it stands neither a word nor a bar, behind it nothing that makes it more. */
const plainBefore = /[.(,=&{};+*/![<>?-]\s*$/;
const plainAfter = /^\s*(?:[)\],;}?+*/>-]|[A-Za-z_]\w*\b(?!\s*[!:]))/;

/**
 * True when one plain word was typed, changed or deleted, as with most keystrokes: reading all calls of a long body to find
 * that they are the same costs more than anything else such a keystroke does.
 */
function isOtherWord(before: string, after: string): boolean {
  const { start, end, newText } = difference(before, after);
  if (/\W/.test(newText) || /\W/.test(before.slice(start, end))) return false;
  let from = start;
  while (from > 0 && /\w/.test(before[from - 1] ?? "")) from--;
  let to = start + newText.length;
  while (/\w/.test(after[to] ?? "")) to++;
  const left = before.slice(Math.max(0, from - 80), from);
  const right = after.slice(to, to + 80);
  const words = [before.slice(from, end + (to - start - newText.length)), after.slice(from, to)];
  // Without it, what stood apart may be one: `a/b*c` becomes `a/*c`.
  if (words.includes("") && !/\s$/.test(left) && !/^\s/.test(right)) return false;
  return plainBefore.test(left) && plainAfter.test(right) && !words.some((word) => reserved.has(word));
}

/** The functions of a file that matter to async code, in source order; those of tests and of traits are left out. */
export function functionsOf(outline: Outline, segments: readonly Segment[], cache: DeclarationCache, testFeatures: ReadonlySet<string>, positions?: Positions): readonly FunctionSummary[] {
  const found: FunctionSummary[] = [];
  const names = new Map<ModuleScope, Names>();
  segments.forEach((segment, index) => {
    if (segment.keyword !== "fn" || segment.kind !== "item") return;
    const body = callsOf(segment, cache);
    const place = outline.places[index];
    if (body.calls.length === 0 || !place) return;
    const container = place.containers.at(-1);
    // Which body of a trait's function runs is not known where it is called, nor what is called on a type without a name.
    if (container?.keyword === "trait" || container?.keyword === "extern-block" || (container?.impl && typePath(container.impl.type) === "") || isTest(segment, place.scope, place.containers, cache, testFeatures)) return;
    let known = names.get(place.scope);
    if (!known) names.set(place.scope, (known = new Names(place.scope)));
    const at = ({ start, end }: BodyCall): { at?: PlacedRange } => (positions ? { at: placed(positions, (positions.starts[index] ?? 0) + start, (positions.starts[index] ?? 0) + end) } : {});
    const own = summarized(body, known, at);
    if (own) found.push({ module: place.scope.key, owner: ownerOf(container), name: segment.name, ...own });
  });
  return found;
}

function summarized(body: BodyCalls, names: Names, at: (call: BodyCall) => { at?: PlacedRange }): Pick<FunctionSummary, "blocks" | "calls"> | undefined {
  let blocks: SummarizedCall | undefined;
  const calls = new Map<string, SummarizedCall>();
  for (const call of body.calls) {
    if (!blocks && names.blocks(call, body.uses)) blocks = { call: call.method || call.path, ...at(call) };
    else if ((call.kind === "self" || call.kind === "path") && !calls.has(call.path) && names.mayBeOwn(call, body.uses)) calls.set(call.path, { call: call.path, ...at(call) });
  }
  if (blocks) return { blocks, calls: [] };
  return calls.size > 0 ? { calls: [...calls.values()] } : undefined;
}

function placed(positions: Positions, start: number, end: number): PlacedRange {
  return { start: { offset: start, ...positions.positionAt(start) }, end: { offset: end, ...positions.positionAt(end) } };
}

function ownerOf(container: Container | undefined): string {
  return container?.impl ? typePath(container.impl.type) : "";
}

/** A type as a path: references and generics left out; empty for one that is no path. */
export function typePath(type: string): string {
  return /^(?:\w+::)*\w+/.exec(type.replace(/\s/g, ""))?.[0] ?? "";
}

function isTest(segment: Segment, scope: ModuleScope, containers: readonly Container[], cache: DeclarationCache, testFeatures: ReadonlySet<string>): boolean {
  const only = (metas: readonly Meta[]): boolean => metas.some((meta) => meta.name === "test" || isTestOnlyCfg(meta, testFeatures));
  if (only(cache.metasOf(segment)) || containers.some(({ metas }) => only(metas))) return true;
  for (let up: ModuleScope | undefined = scope; up; up = up.parent) if (only(up.metas)) return true;
  return false;
}

/** What names mean in a module, as far as its file says. */
class Names {
  private readonly uses = new Map<string, string>();
  private readonly globs: string[] = [];
  private readonly items: ReadonlySet<string>;

  constructor(scope: ModuleScope) {
    for (const { leaf } of scope.uses) {
      if (leaf.name === "*") this.globs.push(leaf.path);
      else if (!this.uses.has(leaf.name)) this.uses.set(leaf.name, leaf.path);
    }
    this.items = new Set([...scope.items.filter((item) => item.owner === "").map((item) => item.name), ...scope.children.map((child) => child.name)]);
  }

  /** The call blocks by what std and well-known crates say. */
  blocks({ kind, path, method }: BodyCall, own: readonly UseLeaf[]): boolean {
    switch (kind) {
      case "self":
        return false;
      case "name":
        return blockingByName.has(method);
      case "path": {
        const full = this.resolve(path, own, 0);
        return full !== undefined && (blockingPaths.has(full) || full.startsWith("reqwest::blocking::"));
      }
      case "origin": {
        const full = this.resolve(path, own, 0);
        if (full === undefined) return false;
        return receiving.has(method) ? channels.has(full) : blockingByOrigin.some(({ methods, origins }) => methods.includes(method) && origins.includes(full));
      }
    }
  }

  /** The call may be one of a function of the crate. */
  mayBeOwn({ kind, path }: BodyCall, own: readonly UseLeaf[]): boolean {
    const head = path.split("::")[0] ?? "";
    if (kind === "self" || localRoots.has(head) || this.items.has(head) || this.globs.length > 0) return true;
    // An import inside the body is not known to the crate index.
    return this.uses.has(head) && !own.some((leaf) => leaf.name === head);
  }

  /** The full path of something of another crate, `core` and `alloc` read as `std`; undefined for the crate's own. */
  private resolve(path: string, own: readonly UseLeaf[], depth: number): string | undefined {
    const [head = "", ...rest] = path.split("::");
    if (localRoots.has(head) || depth > maxDepth) return undefined;
    const imported = own.find((leaf) => leaf.name === head)?.path ?? this.uses.get(head);
    if (imported !== undefined) {
      const full = [imported, ...rest].join("::");
      return full.split("::")[0] === head ? canonical(full) : this.resolve(full, own, depth + 1);
    }
    if (this.items.has(head)) return undefined;
    for (const glob of [...own.filter((leaf) => leaf.name === "*").map((leaf) => leaf.path), ...this.globs]) {
      const full = canonical(`${glob}::${path}`);
      if (blockingPaths.has(full) || channels.has(full)) return full;
    }
    return rest.length === 0 ? undefined : canonical(path);
  }
}

function canonical(path: string): string {
  return path.replace(/^::/, "").replace(/^(?:core|alloc)::/, "std::");
}

/** A version of a file with its outline. */
export interface OutlinedFile {
  readonly segments: readonly Segment[];
  readonly starts: readonly number[];
  readonly places: Outline["places"];
}

/**
 * Where the call of a step stands in a version of its file.
 * @returns offsets in the file; undefined where no such function makes such a call any more
 */
export function findStep({ segments, starts, places }: OutlinedFile, step: Pick<CallStep, "module" | "owner" | "name" | "call">): { readonly start: number; readonly end: number } | undefined {
  for (const [index, segment] of segments.entries()) {
    if (segment.keyword !== "fn" || segment.name !== step.name) continue;
    const place = places[index];
    const owner = ownerOf(place?.containers.at(-1));
    if (place?.scope.key !== step.module || owner.slice(owner.lastIndexOf(":") + 1) !== step.owner) continue;
    const call = bodyCalls(segment).calls.find(({ method, path }) => (method || path) === step.call);
    if (call) return { start: (starts[index] ?? 0) + call.start, end: (starts[index] ?? 0) + call.end };
  }
  return undefined;
}

/** What a step says to a reader. */
export function stepMessage({ owner, name, call }: CallStep, isLast: boolean): string {
  return `\`${owner === "" ? name : `${owner}::${name}`}\` calls \`${call.replace(/^self::/, "Self::")}\`${isLast ? ", which blocks" : ""}`;
}
