/** What has to be judged of one package, by what the cache knows about its files. */
import { readFileSync } from "node:fs";
import { roleKey, type RoleFacts } from "../engine/role.js";
import { contentDigest, sameStamp, stampOf, type CacheEntry, type CachedPackage, type FileStamp } from "../node/cacheStore.js";
import { joinPath, pathBelow } from "../node/workspaceFiles.js";
import type { FileOutcome, FileTask } from "./jobs.js";
import { isNothing, nothingFound, type FileReport } from "./report.js";
import type { ScanRequest } from "./scan.js";
import { statOf, type Group } from "./targets.js";

/** The work on one group. */
export interface PackagePlan {
  readonly group: Group;
  /** Key of the package in the cache; empty for files outside any package. */
  readonly name: string;
  readonly tasks: readonly FileTask[];
  readonly sizes: ReadonlyMap<string, number>;
  readonly stamps: ReadonlyMap<string, FileStamp>;
  /** Size of the work: the bytes to judge, and a share of those that are read for their outline only. */
  readonly bytes: number;
  /** Outcomes for every selected file when the package is as it was. */
  readonly hits: ReadonlyMap<string, FileOutcome> | undefined;
  /** The package's entry of the last run. */
  readonly before: CachedPackage<FileReport> | undefined;
  /** The report the cache has for a file. */
  cachedReport(path: string): FileReport;
  /** The package's key with the given digests, or undefined when one is missing. */
  packageKey(digests: ReadonlyMap<string, string>): string | undefined;
}

/** What reading a file and its outline costs of what judging it costs; measured on tokio. */
const outlineShare = 0.1;

/** Plans a group. Reads files only to compare the content of those whose stamp changed. */
export function planPackage(group: Group, request: ScanRequest): PackagePlan {
  const name = group.facts?.folder ?? "";
  const before = request.cached.get(name);
  const tasks: FileTask[] = [];
  const excluded = new Set<string>();
  const sizes = new Map<string, number>();
  const stamps = new Map<string, FileStamp>();
  const digests = new Map<string, string>();
  let total = 0;
  for (const path of group.files) {
    const input = { role: request.index.roleOf(path), config: request.index.configs.configOf(path) };
    const own = nameIn(name, path);
    const entry = before?.files[own];
    const bytes = request.overrides.get(path);
    const stats = bytes === undefined ? statOf(path) : undefined;
    const stamp = stats && stampOf(stats, request.now);
    if (stamp) stamps.set(path, stamp);
    const size = bytes?.length ?? stats?.size ?? 0;
    sizes.set(path, size);
    if (entry) {
      const digest = bytes === undefined && sameStamp(entry.stamp, stamp) ? entry.digest : digestOf(path, bytes);
      if (digest !== undefined) digests.set(path, digest);
    }
    if (input.config.excluded) excluded.add(path);
    const features = input.config.engine.testFeatures.join();
    const known = bytes === undefined ? request.summaries?.known(name, own, stamp, features, () => digests.get(path) ?? digestOf(path, undefined)) : undefined;
    const judged = group.selected.has(path) && !input.config.excluded;
    total += judged ? size : known ? 0 : size * outlineShare;
    const cachedKey = isOfAnotherDay(entry, request.today) ? undefined : entry?.key;
    tasks.push({
      path,
      name: own,
      role: input.role,
      config: input.config.engine,
      judged,
      ...(cachedKey === undefined ? {} : { cachedKey }),
      ...(known ? { known } : {}),
      ...(bytes === undefined ? {} : { bytes }),
    });
  }
  const roleKeys = new Map<RoleFacts, string>();
  const keyOfRole = (role: RoleFacts): string => {
    let key = roleKeys.get(role);
    if (key === undefined) roleKeys.set(role, (key = roleKey(role)));
    return key;
  };
  const packageKey = (known: ReadonlyMap<string, string>): string | undefined => {
    if (tasks.some(({ path }) => !known.has(path))) return undefined;
    const facts = tasks.map((task) => `${task.name}\0${known.get(task.path) ?? ""}\0${keyOfRole(task.role)}\0${task.config.key}\0${excluded.has(task.path)}`);
    return contentDigest(Buffer.from([request.variant, ...(group.facts?.roots ?? []), "", ...facts].join("\n")));
  };
  const cachedReport = (path: string): FileReport => before?.files[nameIn(name, path)]?.report ?? nothingFound;
  const plan = { group, name, tasks, sizes, stamps, bytes: total, before, cachedReport, packageKey };
  return { ...plan, hits: before && hitsOf(plan, before, packageKey(digests), request.today) };
}

/** A report that depends on the date, and was made on another one. */
function isOfAnotherDay(entry: CacheEntry<FileReport> | undefined, today: string): boolean {
  return entry?.report?.judgedOn !== undefined && entry.report.judgedOn !== today;
}

/** Outcomes from the cache; undefined when the package changed or a selected file was not judged under this key. */
function hitsOf(plan: Omit<PackagePlan, "hits">, before: CachedPackage<FileReport>, key: string | undefined, today: string): ReadonlyMap<string, FileOutcome> | undefined {
  if (key === undefined || key !== before.key) return undefined;
  const hits = new Map<string, FileOutcome>();
  for (const task of plan.tasks) {
    const entry = before.files[task.name];
    if (!entry) return undefined;
    if (entry.unread !== undefined) hits.set(task.path, { kind: "unread", reason: entry.unread, digest: entry.digest });
    else if (!task.judged) hits.set(task.path, { kind: "passive", digest: entry.digest });
    else if (entry.under !== key || isOfAnotherDay(entry, today)) return undefined;
    else hits.set(task.path, { kind: "cached", digest: entry.digest });
  }
  return hits;
}

/** What the cache keeps of a package after a run; undefined when the run says too little about it. */
export function storedPackage(plan: PackagePlan, outcomes: ReadonlyMap<string, FileOutcome>): CachedPackage<FileReport> | undefined {
  const digests = new Map<string, string>();
  for (const [path, outcome] of outcomes) if (outcome.kind !== "failed" && outcome.digest !== undefined) digests.set(path, outcome.digest);
  const key = plan.packageKey(digests);
  if (key === undefined || plan.tasks.some((task) => task.bytes !== undefined)) return undefined;
  const files: Record<string, CacheEntry<FileReport>> = {};
  for (const task of plan.tasks) {
    const outcome = outcomes.get(task.path);
    if (!outcome || outcome.kind === "failed" || outcome.digest === undefined) continue;
    const stamp = plan.stamps.get(task.path);
    const base = { ...(stamp ? { stamp } : {}), digest: outcome.digest };
    files[task.name] = entryOf(outcome, plan.before?.files[task.name], base, key);
  }
  return { key, files };
}

function entryOf(outcome: FileOutcome, before: CacheEntry<FileReport> | undefined, base: Pick<CacheEntry<FileReport>, "stamp" | "digest">, key: string): CacheEntry<FileReport> {
  switch (outcome.kind) {
    case "judged":
      // A file that was just written has the stamp of its old content; a rule that threw may do better next time.
      return { ...(outcome.fixed > 0 ? { digest: base.digest } : base), ...(outcome.report.problems.length > 0 ? {} : { key: outcome.key, under: key }), ...(isNothing(outcome.report) ? {} : { report: outcome.report }) };
    case "unread":
      return { ...base, unread: outcome.reason };
    case "cached":
      return { ...base, ...kept(before), under: key };
    default:
      // Not judged now: an older report stays usable where its key is computed to be the same.
      return { ...base, ...kept(before), ...(before?.under === key ? { under: key } : {}) };
  }
}

function kept(before: CacheEntry<FileReport> | undefined): Pick<CacheEntry<FileReport>, "key" | "report"> {
  return { ...(before?.key === undefined ? {} : { key: before.key }), ...(before?.report === undefined ? {} : { report: before.report }) };
}

function digestOf(path: string, bytes: Uint8Array | undefined): string | undefined {
  if (bytes !== undefined) return contentDigest(bytes);
  try {
    return contentDigest(readFileSync(path));
  } catch {
    // Whoever judges the file tells that it cannot be read.
    return undefined;
  }
}

function nameIn(folder: string, path: string): string {
  return folder === "" ? path : (pathBelow(folder, path) ?? joinPath("", path));
}
