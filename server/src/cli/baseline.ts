/** The commands `covenant baseline create`, `prune` and `check`. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Severity } from "../engine/finding.js";
import { BaselineIndex, type PlacedBaseline } from "../node/baselineIndex.js";
import { contentDigest } from "../node/cacheStore.js";
import { absolutePath, decodeSource, diskReader, folderOf, joinPath, pathBelow } from "../node/workspaceFiles.js";
import { baselineName, divide, entriesFor, writeBaseline, type BaselineEntry } from "../project/baseline.js";
import { baselinesIn, keyOfFinding, readBaselines } from "./baselines.js";
import { checkResult, judge, type CheckOptions, type Judged } from "./check.js";
import { replaceFile } from "./fix.js";
import { exitCode, UsageError, type CliHost } from "./host.js";
import { tellProblems, writeReport } from "./output.js";
import type { CheckResult } from "./result.js";
import { shownPath, type Targets } from "./targets.js";

/** Options of the three commands, checked. */
export interface BaselineOptions {
  readonly paths: readonly string[];
  readonly profile: string | undefined;
  readonly cache: boolean;
  readonly jobs: number | undefined;
}

/** Entries of a baseline, sorted out by what was found. */
interface Sorted {
  /** Entries that a finding matches, and those of files that were not looked at. */
  readonly kept: readonly BaselineEntry[];
  readonly stale: readonly BaselineEntry[];
}

/**
 * Writes a baseline of all findings in the current folder.
 * @param force write an existing one anew; its entries for files outside the paths are kept
 * @returns the exit code; nothing is written when the verdict is not complete
 * @throws UsageError when a baseline is there already or one above covers the folder, for paths outside the current folder,
 *   and as `judge` does
 */
export async function createBaseline(options: BaselineOptions, force: boolean, host: CliHost): Promise<number> {
  const reader = diskReader();
  const folder = absolutePath(".", host.cwd);
  const path = joinPath(folder, baselineName);
  const before = bytesOf(path, host);
  if (before && !force) throw new UsageError(`${baselineName} exists already, and a baseline only shrinks: \`covenant baseline prune\` takes out what is mended, \`--force\` writes it anew`);
  const above = new BaselineIndex(reader).ofFolder(folderOf(folder));
  if (above && above.folder !== folder && !force) throw new UsageError(`${above.path} is in force for this folder already; \`--force\` writes one here in its place`);
  const judged = await judge(judging(options, false), host);
  const checked = tellIncomplete(judged, host);
  if (checked) return checked.exitCode;
  const outside = selectedIn(judged.targets).find((file) => pathBelow(folder, file) === undefined);
  if (outside !== undefined) throw new UsageError(`${outside} is not in the current folder, where the baseline is written`);

  const whole = judged.targets.roots.some((root) => lies(folder, root));
  // Read only where something of it is kept, so that a baseline that is broken can be written anew.
  const baselines = whole ? new BaselineIndex(reader) : readBaselines(reader, judged.targets, host.cwd);
  const own = before && !whole ? baselines.ofFolder(folder) : undefined;
  const kept = own ? [...own.byFile].flatMap(([file, entries]) => (isLookedAt(joinPath(folder, file), judged.targets) ? [] : entries)) : [];
  const found: BaselineEntry[] = [];
  let elsewhere = 0;
  for (const [file, report] of judged.result.reports) {
    const nearest = baselines.ofFile(file)?.baseline.folder;
    const relative = pathBelow(folder, file);
    // A baseline in a folder below speaks for its files.
    if (nearest !== undefined && pathBelow(folder, nearest) !== undefined) elsewhere += report.findings.length;
    else if (relative !== undefined) found.push(...entriesFor(relative, report.findings.map(keyOfFinding)));
  }
  const text = Buffer.from(writeBaseline([...kept, ...found]));
  const isWritten = write(host, path, () => (before ? replaceFile(path, contentDigest(before), text) : writeFileSync(path, text, { flag: "wx" })));
  if (!isWritten) return exitCode.failure;
  host.stdout.write(`wrote ${baselineName} with ${many(kept.length + found.length)}; commit it, \`covenant check\` reports only what is new from now on\n`);
  if (elsewhere > 0) host.stderr.write(`note: ${elsewhere} findings are left out; a baseline in a folder below is in force for their files\n`);
  const broken = [...judged.result.reports.values()].filter((report) => report.broken).length;
  if (broken > 0) host.stderr.write(`note: ${broken} ${broken === 1 ? "file has" : "files have"} syntax errors, behind which more may be found later\n`);
  return exitCode.clean;
}

/**
 * Takes the entries that no finding matches any more out of the baselines in force for the paths.
 * @returns the exit code; nothing is written when the verdict is not complete
 * @throws UsageError when there is no baseline, and as `judge` does
 */
export async function pruneBaseline(options: BaselineOptions, host: CliHost): Promise<number> {
  const { judged, inForce } = await judgeWithBaseline(options, host);
  const incomplete = tellIncomplete(judged, host);
  if (incomplete) return incomplete.exitCode;
  for (const baseline of inForce) {
    const shown = shownPath(baseline.path, host.cwd);
    const { kept, stale } = sortOut(baseline, judged);
    if (stale.length > 0 && !write(host, baseline.path, () => replaceBaseline(baseline, kept))) return exitCode.failure;
    const rest = kept.length > 0 ? `${many(kept.length)} left` : "none is left, the file can be deleted";
    host.stdout.write(stale.length > 0 ? `took ${many(stale.length)} out of ${shown}; ${rest}\n` : `nothing to take out of ${shown}; ${rest}\n`);
  }
  return exitCode.clean;
}

/**
 * Reports the findings that the baseline does not hold, and how many of its entries are stale.
 * @param failOn lowest level of new findings that gives the exit code `findings`
 * @returns the exit code
 * @throws UsageError when there is no baseline, and as `judge` does
 */
export async function checkBaseline(options: BaselineOptions, failOn: Severity, host: CliHost): Promise<number> {
  const { judged, inForce } = await judgeWithBaseline(options, host);
  const checked = resultOf(judged, failOn, host);
  writeReport("human", checked, host);
  tellProblems(checked, host);
  for (const baseline of inForce) {
    const { kept, stale } = sortOut(baseline, judged);
    const advice = stale.length > 0 ? "; `covenant baseline prune` takes them out" : "";
    host.stdout.write(`${shownPath(baseline.path, host.cwd)}: ${many(kept.length + stale.length)}, ${stale.length} stale${advice}\n`);
  }
  return checked.exitCode;
}

async function judgeWithBaseline(options: BaselineOptions, host: CliHost): Promise<{ readonly judged: Judged; readonly inForce: readonly PlacedBaseline[] }> {
  const judged = await judge(judging(options, true), host);
  const inForce = judged.baselines ? baselinesIn(judged.baselines, judged.targets) : [];
  if (inForce.length === 0) throw new UsageError(`there is no ${baselineName} here or in a folder above; \`covenant baseline create\` writes one`);
  return { judged, inForce };
}

/** Stale is what a complete look at a file does not find; entries of files that were not looked at are none of them. */
function sortOut(baseline: PlacedBaseline, { result, targets, baselines }: Judged): Sorted {
  const kept: BaselineEntry[] = [];
  const stale: BaselineEntry[] = [];
  for (const [file, entries] of baseline.byFile) {
    const path = joinPath(baseline.folder, file);
    const isGoverned = baselines?.ofFile(path)?.baseline === baseline;
    const report = isGoverned ? result.reports.get(path) : undefined;
    // Behind a syntax error a finding may be hidden; it comes back when the error is mended.
    const isUncertain = !isLookedAt(path, targets) || result.unread.has(path) || result.failed.has(path) || report?.broken === true || (report?.problems.length ?? 0) > 0;
    const division = divide(entries, report?.findings ?? [], keyOfFinding);
    kept.push(...division.used, ...(isUncertain ? division.stale : []));
    stale.push(...(isUncertain ? [] : division.stale));
  }
  return { kept, stale };
}

/** True for a file that was judged or would have been, were it still there. */
function isLookedAt(path: string, targets: Targets): boolean {
  if (targets.unlisted.some((folder) => lies(path, folder))) return false;
  return targets.roots.some((root) => lies(path, root)) || targets.groups.some(({ selected }) => selected.has(path));
}

function lies(path: string, root: string): boolean {
  return path === root || pathBelow(root, path) !== undefined;
}

function selectedIn(targets: Targets): readonly string[] {
  return targets.groups.flatMap(({ selected }) => [...selected]);
}

function judging(options: BaselineOptions, baseline: boolean): CheckOptions {
  return { ...options, format: "human", rules: undefined, failOn: "warning", fix: false, stdinFilename: undefined, timings: false, newCode: undefined, baseline };
}

function resultOf(judged: Judged, failOn: Severity, host: CliHost): CheckResult {
  return checkResult(judged, failOn, host, judged.phases["find files"] + judged.phases.judge);
}

/** Tells why the verdict is not complete; undefined when it is. A baseline of half the findings would lie both ways. */
function tellIncomplete(judged: Judged, host: CliHost): CheckResult | undefined {
  const checked = resultOf(judged, "error", host);
  if (checked.exitCode !== exitCode.failure) return undefined;
  tellProblems(checked, host);
  host.stderr.write("error: the verdict is not complete, so no baseline was written\n");
  return checked;
}

/** Bytes of the file; undefined when there is none. */
function bytesOf(path: string, host: CliHost): Buffer | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`${shownPath(path, host.cwd)} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

/** Writes other entries into a baseline that is still what was read. */
function replaceBaseline(baseline: PlacedBaseline, entries: readonly BaselineEntry[]): void {
  const bytes = readFileSync(baseline.path);
  const decoded = decodeSource(bytes);
  if (!("text" in decoded) || decoded.text !== baseline.text) throw new Error("it changed meanwhile");
  replaceFile(baseline.path, contentDigest(bytes), Buffer.from(writeBaseline(entries)));
}

/** Writes, or tells why it could not be done. */
function write(host: CliHost, path: string, action: () => void): boolean {
  try {
    action();
    return true;
  } catch (error) {
    host.stderr.write(`error: ${shownPath(path, host.cwd)} was left as it is: ${messageOf(error)}\n`);
    return false;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function many(entries: number): string {
  return `${entries} ${entries === 1 ? "entry" : "entries"}`;
}
