/** Reads and judges the files of a job. One instance a thread; the same code runs in workers and without them. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { FileAnalyzer, type AnalysisInput, type RuleTimer } from "../engine/analyze.js";
import { defaultTestFeatures } from "../engine/cfg.js";
import type { CrateHelpers } from "../engine/blockingHelpers.js";
import { indexCrate, type FileInCrate } from "../engine/crateIndex.js";
import { summarize, type FileSummary } from "../engine/outline.js";
import type { SafetyContract } from "../engine/safetyContracts.js";
import { roleKey } from "../engine/role.js";
import type { Rule } from "../engine/rule.js";
import { RuleBook } from "../engine/ruleBook.js";
import { SourceFile } from "../engine/sourceFile.js";
import type { Syntax } from "../engine/syntax.js";
import { contentDigest } from "../node/cacheStore.js";
import { decodeSource } from "../node/workspaceFiles.js";
import { mend, type Mended } from "./fix.js";
import type { FileOutcome, FileTask, Job, JobResult, JudgeOptions } from "./jobs.js";
import { reportOf } from "./reportOf.js";
import { StepPlaces } from "./stepPlaces.js";

interface Held {
  readonly file: SourceFile;
  readonly analyzer: FileAnalyzer;
  readonly digest: string;
  readonly bom: boolean;
}

type Read = Held | { readonly reason: string; readonly digest?: string };

/** Judges files with a set of rules. Holds the texts of `summarize` jobs until they are judged. */
export class Judge {
  private readonly held = new Map<string, Read>();
  private readonly timer: RuleTimer | undefined;
  private readonly book: RuleBook;
  private readonly roleKeys = new WeakMap<object, string>();
  private readonly markKeys = new WeakMap<object, string>();

  constructor(
    private readonly syntax: Syntax,
    private readonly rules: readonly Rule[],
    private readonly options: JudgeOptions,
  ) {
    this.book = new RuleBook(rules);
    this.timer = options.timings ? { now: () => performance.now(), times: new Map() } : undefined;
  }

  /** Runs a job. Never throws for a file: what goes wrong with one is its outcome. */
  run(job: Job): JobResult {
    switch (job.kind) {
      case "package": {
        const reads = this.readAll(job.files);
        const summaries = job.roots.length === 0 && job.summarize !== true ? new Map<string, FileSummary>() : this.summaries(job.files, reads);
        const views = job.roots.length === 0 ? new Map<string, FileInCrate>() : indexCrate(summaries, job.roots);
        return this.result(this.judgeAll(job.files, reads, views), job.summarize === true ? summaries : undefined);
      }
      case "summarize": {
        const reads = this.readAll(job.files);
        for (const [path, read] of reads) this.held.set(path, read);
        return this.result(new Map(), this.summaries(job.files, reads));
      }
      case "judge": {
        // Another thread may have read the file for the index; then it is read again here.
        const reads = this.readAll(job.files.filter(({ path }) => !this.held.has(path)));
        for (const { path } of job.files) {
          const held = this.held.get(path);
          if (held) reads.set(path, held);
        }
        for (const path of reads.keys()) this.held.delete(path);
        return this.result(this.judgeAll(job.files, reads, job.views));
      }
    }
  }

  private readAll(files: readonly FileTask[]): Map<string, Read> {
    return new Map(files.flatMap((task) => (task.known ? [] : [[task.path, this.read(task)] as const])));
  }

  private result(outcomes: ReadonlyMap<string, FileOutcome>, summaries: ReadonlyMap<string, FileSummary> = new Map()): JobResult {
    const times = new Map(this.timer?.times);
    this.timer?.times.clear();
    return { outcomes, summaries, times };
  }

  private read(task: FileTask): Read {
    let bytes: Buffer;
    try {
      bytes = task.bytes === undefined ? readFileSync(task.path) : Buffer.from(task.bytes);
    } catch (error) {
      return { reason: error instanceof Error ? error.message : String(error) };
    }
    const digest = contentDigest(bytes);
    const decoded = decodeSource(bytes);
    if ("problem" in decoded) return { reason: decoded.problem, digest };
    return { file: SourceFile.of(decoded.text), analyzer: new FileAnalyzer(this.syntax, this.book, this.timer), digest, bom: decoded.bom };
  }

  private summaries(files: readonly FileTask[], reads: ReadonlyMap<string, Read>): ReadonlyMap<string, FileSummary> {
    const found = new Map<string, FileSummary>();
    for (const task of files) {
      const read = reads.get(task.path);
      if (task.known) found.set(task.name, task.known.summary);
      if (!read || !("file" in read)) continue;
      const { file, analyzer } = read;
      const features = new Set([...defaultTestFeatures, ...task.config.testFeatures]);
      found.set(task.name, summarize(analyzer.outlineFile(file), file.segments, analyzer.declarationCache, features, file));
    }
    return found;
  }

  private judgeAll(files: readonly FileTask[], reads: ReadonlyMap<string, Read>, views: ReadonlyMap<string, FileInCrate>): ReadonlyMap<string, FileOutcome> {
    return new Map(
      files.map((task) => {
        const { known } = task;
        if (known && !task.judged) return [task.path, { kind: "passive", digest: known.digest }];
        if (known && this.keyOf(task, known.digest, views.get(task.name)) === task.cachedKey) return [task.path, { kind: "cached", digest: known.digest }];
        const read = reads.get(task.path) ?? this.read(task);
        if (!("file" in read)) return [task.path, { kind: "unread", ...read }];
        if (!task.judged) return [task.path, { kind: "passive", digest: read.digest }];
        try {
          return [task.path, this.judgeFile(task, read, views.get(task.name))];
        } catch (error) {
          return [task.path, { kind: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) }];
        } finally {
          read.analyzer.dispose();
        }
      }),
    );
  }

  private judgeFile(task: FileTask, read: Held, crate: FileInCrate | undefined): FileOutcome {
    const key = this.keyOf(task, read.digest, crate);
    if (key === task.cachedKey) return { kind: "cached", digest: read.digest };
    const input: AnalysisInput = { file: read.file, role: task.role, config: task.config, crate, today: this.options.today };
    const { mended, failure } = this.mended(task, read, input);
    const last = mended?.input ?? input;
    const analysis = read.analyzer.analyze(last);
    if (!analysis) return { kind: "failed", message: "the analysis was stopped" };
    const fixing = this.options.fixes ? { syntax: this.syntax, rules: this.rules, analyzer: read.analyzer, input: last } : undefined;
    const digest = mended?.digest ?? read.digest;
    const places = new StepPlaces(last.file, read.analyzer, task);
    const report = reportOf(last.file, analysis, this.options.today, fixing, (step) => places.of(step));
    return { kind: "judged", report, key: digest === read.digest ? key : this.keyOf(task, digest, crate), digest, fixed: mended?.fixed ?? 0, ...(failure === undefined ? {} : { failure }) };
  }

  /** The findings are reported whether or not the file can be written. */
  private mended(task: FileTask, read: Held, input: AnalysisInput): { readonly mended?: Mended | undefined; readonly failure?: string } {
    if (!this.options.fix || task.bytes !== undefined) return {};
    try {
      return { mended: mend({ syntax: this.syntax, rules: this.rules, analyzer: read.analyzer, input, path: task.path, bom: read.bom, digest: read.digest }) };
    } catch (error) {
      return { failure: `its fixes could not be written: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  /** Everything that decides a file's report, but the program itself. */
  private keyOf(task: FileTask, digest: string, crate: FileInCrate | undefined): string {
    let role = this.roleKeys.get(task.role);
    if (role === undefined) this.roleKeys.set(task.role, (role = roleKey(task.role)));
    const hash = createHash("sha256").update(`${digest}\0${role}\0${task.config.key}\0${this.options.fixes}\0`);
    if (crate) hash.update(JSON.stringify([crate.known, crate.testOnly, sorted(crate.open), sorted(crate.reachable), sorted(crate.documentedFiles), [...crate.aliases], sorted(crate.allows), sorted(crate.errorTypes), sorted(crate.wrapped), this.marksKey(crate.marks), this.options.fixes ? this.contractsKey(crate.contracts) : "", this.helpersKey(crate.helpers.crate), [...crate.helpers.modules]]));
    return hash.digest("base64url").slice(0, 22);
  }

  /** The files of a package share one set of marks: it is read once. */
  private marksKey(marks: ReadonlySet<string>): string {
    let key = this.markKeys.get(marks);
    if (key === undefined) this.markKeys.set(marks, (key = createHash("sha256").update(JSON.stringify(sorted(marks))).digest("base64url")));
    return key;
  }

  private contractsKey(contracts: readonly SafetyContract[]): string {
    let key = this.markKeys.get(contracts);
    if (key === undefined) this.markKeys.set(contracts, (key = createHash("sha256").update(JSON.stringify(contracts)).digest("base64url")));
    return key;
  }

  /** The files of a package that have async code share one view of what blocks. */
  private helpersKey(helpers: CrateHelpers): string {
    if (helpers.functions.size === 0) return "";
    let key = this.markKeys.get(helpers);
    if (key === undefined) this.markKeys.set(helpers, (key = createHash("sha256").update(JSON.stringify([[...helpers.functions], [...helpers.aliases]])).digest("base64url")));
    return key;
  }
}

function sorted(set: ReadonlySet<string>): readonly string[] {
  return [...set].sort();
}
