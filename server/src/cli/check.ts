/** The command `covenant check`. */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { severities, type Severity } from "../engine/finding.js";
import type { BaselineIndex } from "../node/baselineIndex.js";
import { ruleSummaries } from "../node/catalogue.js";
import { CacheStore, cacheFolder, contentDigest, type CachedPackage } from "../node/cacheStore.js";
import { isoDate } from "../node/isoDate.js";
import { PackageIndex } from "../node/packageIndex.js";
import type { ConfigPreferences } from "../node/packageIndexConfig.js";
import { absolutePath, diskReader, folderOf, pathBelow, type FileReader } from "../node/workspaceFiles.js";
import { mute, readBaselines } from "./baselines.js";
import { inPlace, threads } from "./executor.js";
import { exitCode, UsageError, type CliHost } from "./host.js";
import { KeptSummaries, type KeptPackage } from "./keptSummaries.js";
import { isNothing, type FileReport } from "./report.js";
import { tellProblems, tellTimings, writeReport, type Format } from "./output.js";
import { newCodeOf, oldFirst, onlyChanged, onlyNew, type NewCode, type NewCodeMode } from "./newCode.js";
import type { CheckResult } from "./result.js";
import { scan, type ScanRequest, type ScanResult } from "./scan.js";
import { findTargets, PathError, shownPath, workspaceOf, type Group, type Targets } from "./targets.js";

/** Options as the command line gives them, checked. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly profile: string | undefined;
  readonly rules: readonly string[] | undefined;
  readonly failOn: Severity;
  readonly fix: boolean;
  readonly cache: boolean;
  readonly jobs: number | undefined;
  readonly stdinFilename: string | undefined;
  readonly timings: boolean;
  /** Report new code only; undefined for all of it. */
  readonly newCode: NewCodeMode | undefined;
  /** Findings that the baseline holds are muted. */
  readonly baseline: boolean;
}

/** What was judged and what came of it, before the baseline is held against it. */
export interface Judged {
  readonly result: ScanResult;
  readonly targets: Targets;
  /** The baselines in force; undefined when none shall count. */
  readonly baselines: BaselineIndex | undefined;
  /** The code that counts as new; undefined when all of it does. */
  readonly newCode: NewCode | undefined;
  /** Milliseconds of each phase. */
  readonly phases: { readonly "find files": number; readonly judge: number };
}

/** Below this many bytes, starting threads costs more than it saves. */
const worthThreads = 500_000;

/** Mending one file can let a rule find something in another; more rounds than this mean fixes that undo each other. */
const mostRounds = 10;

/**
 * Checks files and reports on standard output.
 * @returns the exit code (`exitCode`)
 * @throws UsageError as `judge` does
 */
export async function check(options: CheckOptions, host: CliHost): Promise<number> {
  const started = performance.now();
  const judged = await judge(options, host);
  const shown = performance.now();
  const checked = checkResult(judged, options.failOn, host, shown - started);
  writeReport(options.format, checked, host);
  tellProblems(checked, host);
  if (options.timings) tellTimings(host, { ...judged.phases, report: performance.now() - shown }, judged.result.times);
  return checked.exitCode;
}

/**
 * Judges files. Tells of unusual paths and manifests on standard error.
 * @throws UsageError for paths that do not exist, and for configuration files and baselines with problems; nothing is judged then
 */
export async function judge(options: CheckOptions, host: CliHost): Promise<Judged> {
  const started = performance.now();
  const preferences: ConfigPreferences = {
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.rules === undefined ? {} : { only: options.rules }),
  };
  const reader = diskReader();
  const index = new PackageIndex(reader, ruleSummaries(host.rules), preferences);
  const fresh = options.newCode && (await newCodeOf(options.newCode, options.paths, host.cwd));
  const overrides = fresh?.contents ?? (await stdinOf(options, host));
  const named = targetsOf(reader, index, options, host, overrides);
  const targets = fresh ? onlyChanged(named, fresh) : named;
  for (const note of targets.notes) host.stderr.write(`note: ${note}\n`);
  refuseBadConfiguration(index, targets, host);
  const baselines = options.baseline ? readBaselines(reader, targets, host.cwd) : undefined;
  for (const [path, problems] of index.manifestProblems) {
    for (const { message, line } of problems) host.stderr.write(`note: ${shownPath(path, host.cwd)}${line === undefined ? "" : `:${line + 1}`}: ${message}\n`);
  }
  const found = performance.now();

  const store = options.cache && options.stdinFilename === undefined ? cacheOf<CachedPackage<FileReport>>(host, reader, named, "check") : undefined;
  // Of all files the new code's packages have, few are judged: what the others say about their crate is worth keeping.
  const kept = store && fresh && targets.groups.length > 0 ? cacheOf<KeptPackage>(host, reader, named, "index") : undefined;
  const summaries = kept && new KeptSummaries(kept);
  const cached = store?.read() ?? new Map<string, CachedPackage<FileReport>>();
  const today = isoDate(host.now());
  const request: Omit<ScanRequest, "groups" | "cached"> = {
    index,
    variant: options.format,
    summaries,
    overrides: overrides ?? new Map<string, Uint8Array>(),
    jobs: options.jobs ?? host.threads,
    execute: (bytes) => {
      const judging = { wasm: host.files.wasm, fix: options.fix, fixes: options.format === "sarif", timings: options.timings, today };
      const size = options.jobs ?? host.threads;
      return size > 1 && bytes > worthThreads ? Promise.resolve(threads(host.files.worker, size, judging)) : inPlace(host.rules, judging);
    },
    now: host.now(),
    today,
  };
  // A cached report says that there is something to mend, not how: mending judges everything anew.
  let result = await scan({ ...request, groups: targets.groups, cached: options.fix ? new Map() : cached });
  for (let round = 1; options.fix && result.changed.length > 0 && round < mostRounds; round++) {
    result = again(result, await scan({ ...request, now: host.now(), groups: result.changed, cached: new Map() }));
  }
  const judged = performance.now();
  if (store && result.stored.size > 0) store.write(storedPackages(cached, result, targets));
  summaries?.write();
  return { result, targets, baselines, newCode: fresh, phases: { "find files": found - started, judge: judged - found } };
}

/** Standard input as the content of the file it stands for. */
async function stdinOf(options: CheckOptions, host: CliHost): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  return options.stdinFilename === undefined ? undefined : new Map([[absolutePath(options.stdinFilename, host.cwd), Buffer.from(await host.stdin())]]);
}

/** With contents given, the files they are of and no others. */
function targetsOf(reader: FileReader, index: PackageIndex, options: CheckOptions, host: CliHost, overrides: ReadonlyMap<string, Uint8Array> | undefined): Targets {
  try {
    return overrides ? findTargets(reader, index, [], host.cwd, [...overrides.keys()]) : findTargets(reader, index, options.paths, host.cwd);
  } catch (error) {
    throw error instanceof PathError ? new UsageError(error.message, { cause: error }) : error;
  }
}

/** A configuration with a slip in it must not silently judge by other rules: everything wrong is told, nothing is judged. */
function refuseBadConfiguration(index: PackageIndex, targets: Targets, host: CliHost): void {
  const folders = new Set<string>();
  for (const { files } of targets.groups) {
    for (const path of files) {
      const folder = folderOf(path);
      if (folders.has(folder)) continue;
      folders.add(folder);
      index.configs.configOf(path);
    }
  }
  const problems = [...index.configs.problems].flatMap(([path, own]) => own.map(({ line, column, message }) => `${shownPath(path, host.cwd)}:${line + 1}:${column + 1}: ${message}`));
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
}

function cacheOf<Package>(host: CliHost, reader: FileReader, targets: Targets, kind: "check" | "index"): CacheStore<Package> | undefined {
  let program: string;
  try {
    // The program's own bytes: a version number alone would keep reports of an older build of the rules.
    program = contentDigest(readFileSync(host.files.worker));
  } catch {
    return undefined;
  }
  return new CacheStore(cacheFolder(host.env, host.platform, host.home), workspaceOf(reader, targets), `${host.version} ${program}`, kind);
}

/** The packages of this run and those of earlier runs that it did not look at. */
function storedPackages(cached: ReadonlyMap<string, CachedPackage<FileReport>>, result: ScanResult, targets: Targets): ReadonlyMap<string, CachedPackage<FileReport>> {
  const untouched = [...cached].filter(([folder]) => !targets.roots.some((root) => folder === root || pathBelow(root, folder) !== undefined));
  return new Map([...untouched, ...result.stored]);
}

/** The first scan's result with what a later one says about some of its groups. */
function again(before: ScanResult, after: ScanResult): ScanResult {
  const stale = new Set(before.changed.flatMap(({ selected }) => [...selected]));
  const merge = <T>(old: ReadonlyMap<string, T>, fresh: ReadonlyMap<string, T>): ReadonlyMap<string, T> => new Map([...[...old].filter(([path]) => !stale.has(path)), ...fresh]);
  return {
    ...after,
    reports: merge(before.reports, after.reports),
    unread: merge(before.unread, after.unread),
    failed: merge(before.failed, after.failed),
    // Files left out by configuration are the same in each round.
    excluded: before.excluded,
    fixed: before.fixed + after.fixed,
    stored: new Map([...before.stored, ...after.stored]),
    times: new Map([...before.times, ...[...after.times].map(([rule, time]) => [rule, time + (before.times.get(rule) ?? 0)] as const)]),
  };
}

/**
 * What the reporters get. The baseline comes before anything else leaves findings out: which of equal findings are the old
 * ones can be told only where all of them are there.
 * @param failOn lowest level of findings that gives the exit code `findings`; those in the baseline do not count
 * @param milliseconds time it took
 */
export function checkResult({ result, targets, baselines, newCode }: Judged, failOn: Severity, host: CliHost, milliseconds: number): CheckResult {
  const files = [...result.reports]
    .filter(([, report]) => !isNothing(report))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, report]) => ({ path, shown: shownPath(path, host.cwd), ...mute(newCode ? oldFirst(path, report, newCode) : report, baselines?.ofFile(path)) }))
    .map((file) => (newCode ? { ...file, report: onlyNew(file.path, file.report, newCode) } : file));
  const least = severities.indexOf(failOn);
  const isIncomplete = result.failed.size > 0 || files.some(({ report }) => report.problems.length > 0);
  const isFound = files.some(({ report }) => report.findings.some(({ severity }) => severities.indexOf(severity) >= least));
  return {
    version: host.version,
    cwd: absolutePath(".", host.cwd),
    rules: host.rules,
    examples: host.examples,
    files,
    checked: result.reports.size,
    packages: packagesOf(targets.groups),
    excluded: result.excluded,
    unread: listed(result.unread, host).map(([shown, reason]) => ({ shown, reason })),
    failed: listed(result.failed, host).map(([shown, message]) => ({ shown, message })),
    fixed: result.fixed,
    milliseconds,
    exitCode: isIncomplete ? exitCode.failure : isFound ? exitCode.findings : exitCode.clean,
  };
}

function packagesOf(groups: readonly Group[]): number {
  return groups.filter(({ facts }) => facts !== undefined).length;
}

function listed(paths: ReadonlyMap<string, string>, host: CliHost): readonly (readonly [string, string])[] {
  return [...paths].map(([path, text]) => [shownPath(path, host.cwd), text] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}
