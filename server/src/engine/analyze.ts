/**
 * Judges a file segment by segment. What was found for a segment is kept as long as its text, its context, the
 * configuration and the answers to the questions asked about other segments are the same; so the result after any
 * sequence of edits is the result from scratch, and a keystroke costs the segment it falls into.
 */
import { defaultTestFeatures } from "./cfg.js";
import { Code, type CodeLists } from "./code.js";
import { defaultTestAttributes, defaultTestMacros } from "./context.js";
import type { FileInCrate } from "./crateIndex.js";
import { Facts, FileFacts, type Recorded } from "./facts.js";
import type { Finding, WaivedFinding } from "./finding.js";
import { judgeSegment, type RawFinding, type RuleProblem } from "./judge.js";
import { defaultQuotingMacros } from "./macroRegions.js";
import { mask, sameMask, type MaskedText } from "./mask.js";
import { DeclarationCache, outlineOf, type Outline } from "./outline.js";
import { isTestOnly } from "./outline.js";
import { fileRegion, roleKey, type Region, type RoleFacts } from "./role.js";
import type { Rule } from "./rule.js";
import { activeRules, rulesFor, type ActiveRule, type EngineConfig } from "./rules.js";
import { contributionOf, type Segment } from "./segment.js";
import type { SourceFile } from "./sourceFile.js";
import type { StopSignal, Syntax, Tree } from "./syntax.js";
import { applyWaivers } from "./applyWaivers.js";
import { waiverMarker, waiversOf, type Waiver } from "./waivers.js";

/** The outcome of one analysis. Findings are in source order with offsets in the file. */
export interface Analysis {
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  readonly problems: readonly RuleProblem[];
  /** The text has syntax errors somewhere. */
  readonly broken: boolean;
  /** Segments that had to be judged anew. */
  readonly judged: number;
}

/** What the file is judged with. */
export interface AnalysisInput {
  readonly file: SourceFile;
  readonly role: RoleFacts;
  readonly config: EngineConfig;
  /** The crate index's view of the file; undefined when it is judged alone. */
  readonly crate: FileInCrate | undefined;
}

/** Collects time by rule id, in milliseconds; the clock comes from the host. */
export interface RuleTimer {
  readonly now: () => number;
  readonly times: Map<string, number>;
}

interface Entry {
  readonly key: string;
  readonly recorded: readonly Recorded[];
  readonly findings: readonly RawFinding[];
  readonly waivers: readonly Waiver[];
  readonly problems: readonly RuleProblem[];
  readonly broken: boolean;
  /** The facts the recorded answers were last found true for. */
  facts: FileFacts;
}

/** Texts shorter than this are parsed afresh; longer ones keep their last tree for an incremental parse. */
const hotLength = 6000;

/** Analyses the versions of one file. Owns the trees it keeps; `dispose` frees them. */
export class FileAnalyzer {
  private entries = new WeakMap<Segment, Entry>();
  private readonly declarations = new DeclarationCache();
  private outline: Outline | undefined;
  private outlineFor: readonly Segment[] = [];
  private facts: FileFacts | undefined;
  private factsCrate: FileInCrate | undefined;
  private hot: { readonly segment: Segment; readonly masked: MaskedText; tree: Tree } | undefined;

  constructor(
    private readonly syntax: Syntax,
    private readonly rules: readonly Rule[],
    private readonly timer?: RuleTimer,
  ) {}

  /**
   * Judges a version of the file.
   * @param stop asked between segments; when it says true nothing is returned and what was judged so far is kept
   */
  analyze(input: AnalysisInput, stop?: StopSignal): Analysis | undefined {
    const steps = this.steps(input);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (stop?.()) return undefined;
    }
  }

  /** As `analyze`, one step for each segment judged anew, so that a host can yield between them. */
  *steps(input: AnalysisInput): Generator<void, Analysis> {
    const { file, config, role } = input;
    const segments = file.segments;
    const facts = this.factsOf(input);
    const outline = this.outline;
    const active = activeRules(this.rules, config);
    const lists = listsOf(config);
    const region = input.crate?.testOnly && fileRegion(role) === "production" ? "test" : fileRegion(role);
    const environment = `${config.key}\0${roleKey(role)}\0${region}`;
    const collected: { entry: Entry; start: number; index: number }[] = [];
    let judged = 0;
    let firstItem = true;
    for (let index = 0; index < segments.length; index++) {
      const segment = segments[index];
      const place = outline?.places[index];
      if (!segment || !place) continue;
      const isFileHeader = firstItem;
      if (segment.kind !== "inner") firstItem = false;
      const key = `${index === 0 ? 1 : 0}${isFileHeader ? 1 : 0}\0${environment}\0${place.context}`;
      let entry = this.entries.get(segment);
      if (!entry || entry.key !== key || !this.valid(entry, facts)) {
        const own = rulesFor(active, segment, place, index === 0, regionOfPlace(place, region, lists));
        entry = this.judge(segment, place, { key, first: index === 0, isFileHeader, facts, own, lists, role });
        this.entries.set(segment, entry);
        judged++;
        if (own.length > 0) yield;
      }
      if (entry.findings.length > 0 || entry.waivers.length > 0 || entry.problems.length > 0 || entry.broken) collected.push({ entry, start: file.starts[index] ?? 0, index });
    }
    return this.assemble(collected, file, active, judged);
  }

  /** Frees the tree kept for incremental parsing. */
  dispose(): void {
    if (this.hot) this.syntax.free(this.hot.tree);
    this.hot = undefined;
  }

  /** Parses a segment and hands its code to `use`; everything parsed is freed afterwards. Undefined when it is unparsable. */
  withCode<T>(input: AnalysisInput, index: number, use: (code: Code) => T): T | undefined {
    const facts = this.factsOf(input);
    const segment = input.file.segments[index];
    const place = this.outline?.places[index];
    if (!segment || !place) return undefined;
    const masked = mask(parsable(segment));
    const tree = this.syntax.parse(masked.text);
    if (!tree) return undefined;
    const code = new Code(this.syntax, segment, masked.text, tree, place, new Facts(facts), input.role, listsOf(input.config));
    try {
      return use(code);
    } finally {
      code.dispose();
      this.syntax.free(tree);
    }
  }

  /** The outline of a version, for the crate index and for fixes; the same object while no edit changes what segments say about each other. */
  outlineFile(file: SourceFile): Outline {
    const segments = file.segments;
    if (!this.outline || (this.outlineFor !== segments && !sameContributions(this.outlineFor, segments))) {
      this.outline = outlineOf(segments, this.declarations);
      this.facts = undefined;
    }
    this.outlineFor = segments;
    return this.outline;
  }

  /** What was read of the segments' declarations so far. */
  get declarationCache(): DeclarationCache {
    return this.declarations;
  }

  private factsOf(input: AnalysisInput): FileFacts {
    const outline = this.outlineFile(input.file);
    if (!this.facts || this.factsCrate !== input.crate) {
      this.facts = new FileFacts(outline, input.file.segments, this.declarations, input.crate);
      this.factsCrate = input.crate;
    }
    return this.facts;
  }

  private valid(entry: Entry, facts: FileFacts): boolean {
    if (entry.facts === facts) return true;
    if (!facts.stillTrue(entry.recorded)) return false;
    entry.facts = facts;
    return true;
  }

  private judge(segment: Segment, place: Outline["places"][number], about: { key: string; first: boolean; isFileHeader: boolean; facts: FileFacts; own: readonly ActiveRule[]; lists: CodeLists; role: RoleFacts }): Entry {
    const base = { key: about.key, facts: about.facts, broken: segment.recovered };
    const hasWaiver = segment.text.includes(waiverMarker);
    if (about.own.length === 0 && !hasWaiver) return { ...base, recorded: [], findings: [], waivers: [], problems: [] };
    const masked = mask(parsable(segment));
    const tree = this.parse(segment, masked);
    if (!tree) return { ...base, broken: true, recorded: [], findings: [], waivers: waiversOf(segment, undefined, about.isFileHeader), problems: [] };
    const facts = new Facts(about.facts);
    const code = new Code(this.syntax, segment, masked.text, tree, place, facts, about.role, about.lists);
    try {
      const outcome = judgeSegment(code, about.own, about.first, this.timer);
      const waivers = hasWaiver ? waiversOf(segment, code, about.isFileHeader) : [];
      return { ...base, broken: segment.recovered || tree.rootNode.hasError, recorded: facts.recorded, findings: outcome.findings, waivers, problems: outcome.problems };
    } finally {
      code.dispose();
      if (this.hot?.tree !== tree) this.syntax.free(tree);
    }
  }

  private parse(segment: Segment, masked: MaskedText): Tree | undefined {
    if (segment.text.length < hotLength) return this.syntax.parse(masked.text);
    const hot = this.hot;
    this.hot = undefined;
    const tree = hot && sameMask(hot.masked, masked) ? this.syntax.reparse(hot.tree, hot.masked.text, masked.text, difference(hot.masked.text, masked.text)) : this.syntax.parse(masked.text);
    if (hot && !sameMask(hot.masked, masked)) this.syntax.free(hot.tree);
    if (tree) this.hot = { segment, masked, tree };
    return tree;
  }

  private assemble(collected: readonly { entry: Entry; start: number; index: number }[], file: SourceFile, active: readonly ActiveRule[], judged: number): Analysis {
    const broken = file.recovery || collected.some(({ entry }) => entry.broken);
    const raw = collected.map(({ entry, start, index }) => ({ findings: entry.findings, waivers: entry.waivers, start, index }));
    const { findings, waived } = applyWaivers(raw, file, this.rules, active, broken);
    return { findings, waived, problems: collected.flatMap(({ entry }) => entry.problems), broken, judged };
  }
}

/** A header is parsed as an item with an empty block. */
function parsable(segment: Segment): string {
  return segment.kind === "open" ? `${segment.text}\n}` : segment.kind === "close" ? segment.text.slice(0, segment.head) : segment.text;
}

/** The region a segment as a whole is in by what encloses it. */
function regionOfPlace(place: Outline["places"][number], file: Region, lists: CodeLists): Region {
  if (file !== "production") return file;
  for (let scope: Outline["root"] | undefined = place.scope; scope; scope = scope.parent) if (isTestOnly(scope.metas, lists.testFeatures)) return "test";
  return "production";
}

function listsOf(config: EngineConfig): CodeLists {
  return {
    testAttributes: new Set([...defaultTestAttributes, ...config.testAttributes]),
    testFeatures: new Set([...defaultTestFeatures, ...config.testFeatures]),
    testMacros: new Set([...defaultTestMacros, ...config.testMacros]),
    quotingMacros: new Set([...defaultQuotingMacros, ...config.quotingMacros]),
  };
}

function sameContributions(before: readonly Segment[], after: readonly Segment[]): boolean {
  if (before.length !== after.length) return false;
  for (let index = 0; index < after.length; index++) {
    const a = before[index];
    const b = after[index];
    if (a !== b && (!a || !b || a.kind !== b.kind || contributionOf(a) !== contributionOf(b))) return false;
  }
  return true;
}

/** The smallest edit that makes `after` of `before`. */
function difference(before: string, after: string): { start: number; end: number; newText: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < most - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}
