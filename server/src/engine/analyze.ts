/**
 * Judges a file segment by segment. What was found for a segment is kept as long as its text, its context, the
 * configuration and the answers to the questions asked about other segments are the same; so the result after any
 * sequence of edits is the result from scratch, and a keystroke costs the segment it falls into.
 */
import { Code, type CodeLists } from "./code.js";
import type { FileInCrate } from "./crateIndex.js";
import type { RuleSet } from "./dispatch.js";
import { Facts, FileFacts, type Recorded } from "./facts.js";
import { judgeSegment, type RawFinding, type RuleProblem } from "./judge.js";
import { sameCalls } from "./helperCalls.js";
import { HotTree } from "./hotTree.js";
import { KeptResults, type AlignedResults } from "./keptResults.js";
import { mask } from "./mask.js";
import { extractFor, parsable } from "./parsable.js";
import { DeclarationCache, isTestOnly, outlineOf, type Outline, type Place } from "./outline.js";
import { fileRegion, roleKey, type Region, type RoleFacts } from "./role.js";
import type { Rule } from "./rule.js";
import { RuleBook, type InForce } from "./ruleBook.js";
import type { ActiveRule, EngineConfig } from "./rules.js";
import { contributionOf, type Segment } from "./segment.js";
import type { SourceFile } from "./sourceFile.js";
import type { StopSignal, Syntax } from "./syntax.js";
import { mayBeReached } from "./visibility.js";
import { Analysis } from "./analysis.js";
import { applyWaivers, type SegmentOutcome } from "./applyWaivers.js";
import { waiverMarker, waiversOf, type Waiver } from "./waivers.js";

/** What the file is judged with. */
export interface AnalysisInput {
  readonly file: SourceFile;
  readonly role: RoleFacts;
  readonly config: EngineConfig;
  /** The crate index's view of the file; undefined when it is judged alone. */
  readonly crate: FileInCrate | undefined;
  /** The date, `YYYY-MM-DD`, for waivers with a last day; without it none has run out. */
  readonly today?: string | undefined;
}

/** Collects time by rule id, in milliseconds; the clock comes from the host. */
export interface RuleTimer {
  readonly now: () => number;
  readonly times: Map<string, number>;
}

/** What a result depends on besides the segment's text and the recorded answers. Strings are shared, so comparing is cheap. */
interface EntryContext {
  readonly environment: string;
  readonly context: string;
  readonly first: boolean;
  readonly isFileHeader: boolean;
}

interface Entry {
  readonly about: EntryContext;
  readonly recorded: readonly Recorded[];
  readonly findings: readonly RawFinding[];
  readonly waivers: readonly Waiver[];
  readonly problems: readonly RuleProblem[];
  readonly broken: boolean;
  /** The facts the recorded answers were last found true for. */
  facts: FileFacts;
}

/** The entry of a segment in which no rule is interested. */
function quietEntry(about: EntryContext, recorded: readonly Recorded[], broken: boolean, facts: FileFacts): Entry {
  return { about, recorded, findings: [], waivers: [], problems: [], broken, facts };
}

/** True when the entry adds anything to the result of its file. */
function isLoud(entry: Entry): boolean {
  return entry.broken || entry.findings.length > 0 || entry.waivers.length > 0 || entry.problems.length > 0;
}

/** Segments whose place in the file is part of their context: the header and the first items. */
const firstFew = 3;

/** One analysis under way. */
interface Run {
  readonly file: SourceFile;
  readonly role: RoleFacts;
  readonly facts: FileFacts;
  readonly lists: CodeLists;
  readonly region: Region;
  /** Index of the first segment that is no file header. */
  readonly firstItem: number;
  readonly places: readonly Place[];
  readonly kept: AlignedResults<Entry>;
  readonly active: readonly ActiveRule[];
  readonly byRegion: InForce["byRegion"];
  readonly environment: string;
  readonly today: string | undefined;
  judged: number;
}

/** Analyses the versions of one file. Owns the trees it keeps; `dispose` frees them. */
export class FileAnalyzer {
  private readonly kept = new KeptResults<Entry>(isLoud);
  /** What the last finished run was judged with; every entry was valid for it. */
  private settled: { readonly facts: FileFacts; readonly places: readonly Place[]; readonly environment: string } | undefined;
  private environment = "";
  private readonly declarations = new DeclarationCache();
  private outline: Outline | undefined;
  private outlineFor: readonly Segment[] = [];
  private facts: FileFacts | undefined;
  private factsCrate: FileInCrate | undefined;
  private readonly hot: HotTree;
  private readonly book: RuleBook;

  constructor(
    private readonly syntax: Syntax,
    rules: readonly Rule[] | RuleBook,
    private readonly timer?: RuleTimer,
  ) {
    this.book = rules instanceof RuleBook ? rules : new RuleBook(rules);
    this.hot = new HotTree(syntax);
  }

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
    const run = this.begin(input);
    // The loops over all segments are plain functions: generators run them many times slower.
    for (const index of this.stale(run)) {
      this.judgeAt(run, index);
      yield;
    }
    return this.assemble(run);
  }

  private begin(input: AnalysisInput): Run {
    const { file, config, role } = input;
    const facts = this.factsOf(input);
    const { active, byRegion, lists } = this.book.of(config);
    const region = input.crate?.testOnly && fileRegion(role) === "production" ? "test" : fileRegion(role);
    const environment = `${config.key}\0${roleKey(role)}\0${region}`;
    // The same string object, so that comparing it for every segment compares pointers.
    if (environment !== this.environment) this.environment = environment;
    const firstItem = file.segments[0]?.kind === "inner" ? 1 : 0;
    return { file, role, facts, lists, region, firstItem, kept: this.kept.align(file.segments), places: this.outline?.places ?? [], active, byRegion, environment: this.environment, today: input.today, judged: 0 };
  }

  /** Indexes of the segments whose kept result does not hold any more. */
  private stale(run: Run): readonly number[] {
    const count = run.file.segments.length;
    // Where nothing around the segments changed since a finished run, only the new ones can be stale.
    const settled = this.settled?.facts === run.facts && this.settled.places === run.places && this.settled.environment === run.environment;
    const stale: number[] = [];
    const check = (index: number): void => {
      const entry = run.kept.entries[index];
      if (!entry || !this.sameContext(entry.about, run, index) || !this.valid(entry, run.facts)) stale.push(index);
    };
    const from = settled ? run.kept.head : 0;
    const to = settled ? count - run.kept.tail : count;
    for (let index = 0; index < Math.min(from, firstFew); index++) check(index);
    for (let index = from; index < to; index++) check(index);
    for (let index = Math.max(to, from); index < Math.min(firstFew, count); index++) check(index);
    this.settled = undefined;
    return stale;
  }

  private sameContext(about: EntryContext, run: Run, index: number): boolean {
    return about.first === (index === 0) && about.isFileHeader === (index <= run.firstItem) && about.context === run.places[index]?.context && about.environment === run.environment;
  }

  private judgeAt(run: Run, index: number): void {
    const segment = run.file.segments[index];
    const place = run.places[index];
    if (!segment || !place) return;
    const facts = new Facts(run.facts);
    const wanted = run.byRegion[regionOfPlace(place, run.region, run.lists)].rulesFor(segment, place, index === 0, facts, run.role);
    // The file's own documentation is judged with its first segment, whatever item that is.
    const unreached = index > 0 && wanted.aboutPublicApi && !mayBeReached({ segment, place, facts, role: run.role });
    const own = unreached ? wanted.elsewhere : wanted;
    const about = { environment: run.environment, context: place.context, first: index === 0, isFileHeader: index <= run.firstItem };
    run.kept.set(index, this.judge(segment, about, own, run, place, facts));
    run.judged++;
  }

  /** Frees the tree kept for incremental parsing. */
  dispose(): void {
    this.hot.dispose();
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
    const code = new Code(this.syntax, segment, masked.text, tree, place, new Facts(facts), input.role, this.book.of(input.config).lists);
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
    if (!this.outline || (this.outlineFor !== segments && !sameContributions(this.outlineFor, segments, this.declarations, this.facts))) {
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

  private judge(segment: Segment, about: EntryContext, own: RuleSet, run: Run, place: Place, facts: Facts): Entry {
    const hasWaiver = segment.text.includes(waiverMarker);
    if (own.rules.length === 0 && !hasWaiver) return quietEntry(about, facts.recorded, segment.recovered, run.facts);
    // Waivers are about statements anywhere.
    const { rules, text, headerOnly } = hasWaiver ? { rules: own, text: parsable(segment), headerOnly: false } : extractFor(segment, own);
    if (rules.rules.length === 0 && !hasWaiver) return quietEntry(about, facts.recorded, segment.recovered, run.facts);
    const masked = mask(text);
    const tree = headerOnly ? this.syntax.parse(masked.text) : this.hot.parse(segment, masked);
    if (!tree) return { about, recorded: facts.recorded, findings: [], waivers: waiversOf(segment, undefined, about.isFileHeader), problems: [], broken: true, facts: run.facts };
    const code = new Code(this.syntax, segment, masked.text, tree, place, facts, run.role, run.lists);
    try {
      const outcome = judgeSegment(code, rules, about.first, this.timer);
      const waivers = hasWaiver ? waiversOf(segment, code, about.isFileHeader) : [];
        return { about, recorded: facts.recorded, findings: outcome.findings, waivers, problems: outcome.problems, broken: segment.recovered || tree.rootNode.hasError, facts: run.facts };
    } finally {
      code.dispose();
      this.hot.release(tree);
    }
  }

  private assemble(run: Run): Analysis {
    const { segments, starts } = run.file;
    const outcomes: SegmentOutcome[] = [];
    const problems: RuleProblem[] = [];
    let broken = run.file.recovery;
    for (let index = 0; index < segments.length; index++) {
      if (run.kept.loud[index] === 0) continue;
      const entry = run.kept.entries[index];
      if (!entry) continue;
      broken ||= entry.broken;
      if (entry.problems.length > 0) problems.push(...entry.problems);
      if (entry.findings.length > 0 || entry.waivers.length > 0) outcomes.push({ findings: entry.findings, waivers: entry.waivers, start: starts[index] ?? 0, index });
    }
    this.settled = { facts: run.facts, places: run.places, environment: run.environment };
    return new Analysis(applyWaivers(outcomes, run.file, this.book.rules, run.active, broken, run.today), problems, broken, run.judged);
  }
}

/** The region a segment as a whole is in by what encloses it. */
function regionOfPlace(place: Place, file: Region, lists: CodeLists): Region {
  if (file !== "production") return file;
  for (let scope: Outline["root"] | undefined = place.scope; scope; scope = scope.parent) if (isTestOnly(scope.metas, lists.testFeatures)) return "test";
  return "production";
}

function sameContributions(before: readonly Segment[], after: readonly Segment[], cache: DeclarationCache, facts: FileFacts | undefined): boolean {
  if (before.length !== after.length) return false;
  for (let index = 0; index < after.length; index++) {
    const a = before[index];
    const b = after[index];
    if (a !== b && (!a || !b || a.kind !== b.kind || cache.of("contribution", a, contributionOf) !== cache.of("contribution", b, contributionOf) || (a.keyword === "fn" && !sameCalls(a, b, cache, (name) => facts?.mayBlock(name) ?? true)))) return false;
  }
  return true;
}
