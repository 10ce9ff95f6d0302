/** `covenant check` over a workspace: what the cache knows is taken from it, the rest is judged package by package. */
import { indexCrate } from "../engine/crateIndex.js";
import type { FileSummary } from "../engine/outline.js";
import type { CachedPackage } from "../node/cacheStore.js";
import type { PackageIndex } from "../node/packageIndex.js";
import type { Executor } from "./executor.js";
import type { FileOutcome, FileTask, Job, JobResult } from "./jobs.js";
import type { KeptSummaries } from "./keptSummaries.js";
import { planPackage, storedPackage, type PackagePlan } from "./plan.js";
import type { FileReport } from "./report.js";
import type { Group } from "./targets.js";

/** What a scan is given. */
export interface ScanRequest {
  readonly groups: readonly Group[];
  readonly index: PackageIndex;
  /** Packages of the last run by folder. */
  readonly cached: ReadonlyMap<string, CachedPackage<FileReport>>;
  /** Tells reports of other output formats apart in the cache. */
  readonly variant: string;
  /** What the files said about their crates in the last run; it is told what they say in this one. Without it they are all read. */
  readonly summaries?: KeptSummaries | undefined;
  /** Content that replaces a file's. */
  readonly overrides: ReadonlyMap<string, Uint8Array>;
  /** Number of threads the work is cut for. */
  readonly jobs: number;
  /** Called once when something has to be judged, with its size in bytes. */
  readonly execute: (bytes: number) => Promise<Executor>;
  /** Milliseconds since the epoch, for the age of files. */
  readonly now: number;
  /** The date, `YYYY-MM-DD`: reports that depend on it are of use on that day only. */
  readonly today: string;
}

/** What a scan found. */
export interface ScanResult {
  readonly reports: ReadonlyMap<string, FileReport>;
  /** Files that are no source text, with the reason. */
  readonly unread: ReadonlyMap<string, string>;
  /** Files that could not be judged or written, with what went wrong. */
  readonly failed: ReadonlyMap<string, string>;
  readonly excluded: number;
  readonly fixed: number;
  /** Groups in which a file was mended. */
  readonly changed: readonly Group[];
  /** Packages to store in the cache. */
  readonly stored: ReadonlyMap<string, CachedPackage<FileReport>>;
  /** Milliseconds by rule. */
  readonly times: ReadonlyMap<string, number>;
}

/** Packages above this share of a thread's work are cut into parts. */
const partsPerThread = 3;

/** Fewer bytes than this are not worth a part of their own. */
const leastPart = 400_000;

/** Scans the groups. Never throws for a file. */
export async function scan(request: ScanRequest): Promise<ScanResult> {
  const tally = new Tally();
  const open: PackagePlan[] = [];
  for (const group of request.groups) {
    const plan = planPackage(group, request);
    if (plan.hits) tally.add(plan, plan.hits);
    else open.push(plan);
  }
  if (open.length > 0) {
    const bytes = open.reduce((sum, plan) => sum + plan.bytes, 0);
    const executor = await request.execute(bytes);
    const part = Math.max(leastPart, bytes / (request.jobs * partsPerThread));
    open.sort((a, b) => b.bytes - a.bytes);
    try {
      await Promise.all(
        open.map(async (plan) => {
          const found = new Map<string, FileSummary>();
          const outcomes = await judgePackage(plan, executor, part, tally, request.summaries && found);
          tally.add(plan, outcomes);
          if (request.summaries) keep(plan, outcomes, found, request.summaries);
        }),
      );
    } finally {
      await executor.close();
    }
  }
  return tally.result();
}

/** Keeps what the files said about their crate. */
function keep(plan: PackagePlan, outcomes: ReadonlyMap<string, FileOutcome>, found: ReadonlyMap<string, FileSummary>, summaries: KeptSummaries): void {
  for (const task of plan.tasks) {
    const outcome = outcomes.get(task.path);
    const summary = found.get(task.name);
    if (task.known || !summary || !outcome || outcome.kind === "failed" || outcome.kind === "unread") continue;
    const stamp = task.bytes === undefined ? plan.stamps.get(task.path) : undefined;
    summaries.put(plan.name, task.name, { ...(stamp ? { stamp } : {}), digest: outcome.digest, features: task.config.testFeatures.join(), summary });
  }
  summaries.keepOnly(plan.name, new Set(plan.tasks.map(({ name }) => name)));
}

/** @param found gets the summaries of the files; without it, those of a small package are not asked for */
async function judgePackage(plan: PackagePlan, executor: Executor, part: number, tally: Tally, found?: Map<string, FileSummary>): Promise<ReadonlyMap<string, FileOutcome>> {
  const roots = plan.group.facts?.roots ?? [];
  if (plan.bytes <= part * 1.5) return runJob({ kind: "package", files: plan.tasks, roots, ...(found ? { summarize: true } : {}) }, executor, tally, undefined, found);
  const parts = cut(plan, part);
  if (roots.length === 0) return merged(await Promise.all(parts.map((files) => runJob({ kind: "package", files, roots }, executor, tally))));
  const summaries = new Map<string, FileSummary>();
  const owners = await Promise.all(
    parts.map(async (files) => {
      try {
        const { result, worker } = await executor.run({ kind: "summarize", files });
        for (const [name, summary] of result.summaries) summaries.set(name, summary);
        return worker;
      } catch {
        // The judging job reads the part again and tells what is wrong with it.
        return undefined;
      }
    }),
  );
  for (const [name, summary] of summaries) found?.set(name, summary);
  const views = indexCrate(summaries, roots);
  return merged(
    await Promise.all(
      parts.map((files, index) => {
        const own = new Map(files.flatMap(({ name }) => [[name, views.get(name)] as const]).flatMap(([name, view]) => (view ? [[name, view] as const] : [])));
        return runJob({ kind: "judge", files, views: own }, executor, tally, owners[index]);
      }),
    ),
  );
}

/** A job whose thread dies fails its files, not the scan. */
async function runJob(job: Job, executor: Executor, tally: Tally, prefers?: number, found?: Map<string, FileSummary>): Promise<ReadonlyMap<string, FileOutcome>> {
  try {
    const { result } = await executor.run(job, prefers);
    for (const [name, summary] of result.summaries) found?.set(name, summary);
    tally.addTimes(result);
    return result.outcomes;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return new Map(job.files.map(({ path }) => [path, { kind: "failed", message }]));
  }
}

/** Cuts a package's files into parts of about `part` bytes; a large file makes a part of its own. */
function cut(plan: PackagePlan, part: number): readonly (readonly FileTask[])[] {
  const parts: FileTask[][] = [];
  let current: FileTask[] = [];
  let bytes = 0;
  for (const task of plan.tasks) {
    const size = plan.sizes.get(task.path) ?? 0;
    if (current.length > 0 && bytes + size > part) {
      parts.push(current);
      current = [];
      bytes = 0;
    }
    current.push(task);
    bytes += size;
  }
  if (current.length > 0) parts.push(current);
  return parts;
}

function merged(maps: readonly ReadonlyMap<string, FileOutcome>[]): ReadonlyMap<string, FileOutcome> {
  return new Map(maps.flatMap((map) => [...map]));
}

/** Collects outcomes. */
class Tally {
  private readonly reports = new Map<string, FileReport>();
  private readonly unread = new Map<string, string>();
  private readonly failed = new Map<string, string>();
  private readonly changed: Group[] = [];
  private readonly stored = new Map<string, CachedPackage<FileReport>>();
  private readonly times = new Map<string, number>();
  private fixed = 0;
  private excluded = 0;

  add(plan: PackagePlan, outcomes: ReadonlyMap<string, FileOutcome>): void {
    let fixed = 0;
    for (const path of plan.group.selected) {
      const outcome = outcomes.get(path);
      switch (outcome?.kind) {
        case "judged":
          this.reports.set(path, outcome.report);
          fixed += outcome.fixed;
          if (outcome.failure !== undefined) this.failed.set(path, outcome.failure);
          break;
        case "cached":
          this.reports.set(path, plan.cachedReport(path));
          break;
        case "unread":
          // Bytes that are no text have a digest; without one the file could not be read at all.
          (outcome.digest === undefined ? this.failed : this.unread).set(path, outcome.reason);
          break;
        case "passive":
          this.excluded++;
          break;
        case "failed":
          this.failed.set(path, outcome.message);
          break;
        case undefined:
          this.failed.set(path, "there was no answer about this file");
      }
    }
    if (fixed > 0) this.changed.push(plan.group);
    this.fixed += fixed;
    const stored = storedPackage(plan, outcomes);
    if (stored) this.stored.set(plan.name, stored);
  }

  addTimes(result: JobResult): void {
    for (const [rule, time] of result.times) this.times.set(rule, (this.times.get(rule) ?? 0) + time);
  }

  result(): ScanResult {
    return { reports: this.reports, unread: this.unread, failed: this.failed, excluded: this.excluded, fixed: this.fixed, changed: this.changed, stored: this.stored, times: this.times };
  }
}
