/** Is the version bumped appropriately? (specification 2.10). Pure: tags, lockfile and manifests come in as data. */
import { parse as parseToml } from "smol-toml";
import { compare, eq, parse as parseVersion, satisfies, valid } from "semver";
import type { ChangelogSection } from "./changelog.js";

/** A tag of the repository. */
export interface GitTag {
  readonly name: string;
  /** Commit that the tag stands for. */
  readonly commit: string;
  /** True when HEAD contains it. */
  readonly merged: boolean;
}

/** How far a version moved, as Cargo reads it: left-most non-zero part is "major". */
export type Bump = "major" | "minor" | "patch" | "pre-release" | "none" | "backwards";

/** A tag that names a version of a package. */
export interface ReleaseTag extends GitTag {
  readonly version: string;
}

/**
 * The tags that name releases of `crate`: `{crate}-v1.2.3`, `{crate}/v1.2.3`, `{crate}@1.2.3`, and, only when the package has
 * none of its own, `v1.2.3` and `1.2.3`.
 */
export function releaseTags(tags: readonly GitTag[], crate: string): readonly ReleaseTag[] {
  const own: ReleaseTag[] = [];
  const plain: ReleaseTag[] = [];
  for (const tag of tags) {
    const match = /^(?:(.+?)(?:-v|\/v?|@v?|-(?=\d)))?v?(\d+\.\d+\.\d+\S*)$/.exec(tag.name);
    const version = match?.[2];
    if (version === undefined || valid(version) === null) continue;
    if (match?.[1] === crate) own.push({ ...tag, version });
    else if (match?.[1] === undefined) plain.push({ ...tag, version });
  }
  return own.length > 0 ? own : plain;
}

/** How far `next` is from `previous`: 0.y.z moves like y.z, 0.0.z breaks with every step (Cargo's rules). */
export function bumpBetween(previous: string, next: string): Bump {
  const from = parseVersion(previous);
  const to = parseVersion(next);
  if (from === null || to === null) return "none";
  const order = compare(from, to);
  if (order === 0) return "none";
  if (order > 0) return "backwards";
  if (from.major !== to.major) return "major";
  if (from.minor !== to.minor) return from.major === 0 ? "major" : "minor";
  if (from.patch !== to.patch) {
    if (from.major > 0) return "patch";
    return from.minor === 0 ? "major" : "minor";
  }
  // Same numbers, other pre-release part: from 1.0.0-rc.1 to 1.0.0 anything may change.
  return from.prerelease.length > 0 ? "pre-release" : "patch";
}

/**
 * The least bump that the entries of a changelog section ask for: Removed or a breaking change asks for major, Added and
 * Deprecated for minor, anything else for patch.
 */
export function bumpAskedFor(section: ChangelogSection): "major" | "minor" | "patch" {
  const has = (...types: string[]): boolean => section.groups.some((group) => group.type !== undefined && types.includes(group.type) && group.entries.length > 0);
  const breaking = section.groups.some((group) => /breaking/i.test(group.title) || group.entries.some((entry) => /^\W*breaking\b/i.test(entry)));
  if (breaking || has("Removed")) return "major";
  return has("Added", "Deprecated") ? "minor" : "patch";
}

/** True when `actual` is at least `asked`. */
export function isEnough(actual: Bump, asked: "major" | "minor" | "patch"): boolean {
  const rank: Readonly<Record<Bump, number>> = { major: 3, "pre-release": 3, minor: 2, patch: 1, none: 0, backwards: 0 };
  return rank[actual] >= rank[asked];
}

/** A member that depends on the package by path and version. */
export interface Dependent {
  readonly name: string;
  readonly requirement: string;
}

/** Members whose requirement does not admit `version`. Cargo's `>=1, <2` is npm's `>=1 <2`. */
export function notAdmitting(dependents: readonly Dependent[], version: string): readonly Dependent[] {
  return dependents.filter((entry) => entry.requirement !== "*" && !satisfies(version, entry.requirement.replaceAll(",", " "), { includePrerelease: true }));
}

/**
 * The version of `crate` in a `Cargo.lock`.
 * @returns Versions of entries without a source (workspace members); `undefined` when the text is no lockfile.
 */
export function lockedVersions(lockfile: string, crate: string): readonly string[] | undefined {
  let value: Readonly<Record<string, unknown>>;
  try {
    value = parseToml(lockfile);
  } catch {
    return undefined;
  }
  const packages = value["package"];
  if (!Array.isArray(packages)) return undefined;
  return packages.flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null) return [];
    const { name, version, source } = entry as Readonly<Record<string, unknown>>;
    return name === crate && source === undefined && typeof version === "string" ? [version] : [];
  });
}

/** What the version is measured against. */
export interface VersionFacts {
  readonly crate: string;
  readonly version: string;
  readonly tags: readonly GitTag[];
  /** Commit of HEAD. */
  readonly head: string;
  /** True for a shallow clone, whose tags prove nothing. */
  readonly shallow: boolean;
  /** Section of the changelog for this version, when there is one. */
  readonly section?: ChangelogSection;
  readonly locked?: readonly string[];
  readonly dependents: readonly Dependent[];
}

/** The verdict with its reasons. */
export interface VersionVerdict {
  readonly state: "passed" | "failed" | "inconclusive";
  readonly reasons: readonly string[];
  readonly previous?: string;
  readonly bump?: Bump;
  readonly asked?: "major" | "minor" | "patch";
}

/**
 * Judges the version in the manifest.
 *
 * What the API itself asks for (item `semver`, a later issue) is not known here; the level asked for is the one that the
 * changelog declares, and without a changelog section the item is inconclusive rather than passed.
 */
export function judgeVersion(facts: VersionFacts): VersionVerdict {
  const { version } = facts;
  if (valid(version) === null) return { state: "failed", reasons: [`\`${version}\` is not a SemVer version`] };
  const failures: string[] = [];
  const releases = releaseTags(facts.tags, facts.crate);
  const same = releases.find((tag) => eq(tag.version, version));
  if (same !== undefined && same.commit !== facts.head) failures.push(`${version} is released already (tag ${same.name}); choose a higher version`);
  if (facts.locked !== undefined && !facts.locked.includes(version)) failures.push(`Cargo.lock does not list ${facts.crate} ${version}`);
  for (const entry of notAdmitting(facts.dependents, version)) failures.push(`${entry.name} requires ${facts.crate} ${entry.requirement}, which does not admit ${version}`);

  const previous = releases.filter((tag) => tag.merged && !eq(tag.version, version)).toSorted((left, right) => compare(left.version, right.version)).at(-1);
  if (previous === undefined) {
    if (failures.length > 0) return { state: "failed", reasons: failures };
    const why = facts.shallow ? "this is a shallow clone: fetch the whole history and the tags (fetch-depth: 0)" : "no tag of an earlier release was found: fetch the tags, or tag the first release";
    return { state: "inconclusive", reasons: [why] };
  }
  const bump = bumpBetween(previous.version, version);
  const known = { previous: previous.version, bump };
  if (bump === "backwards" || bump === "none") failures.push(`${version} is not above the last release ${previous.version}`);
  if (facts.shallow && failures.length === 0) {
    return { state: "inconclusive", reasons: ["this is a shallow clone: a later release may be missing (fetch-depth: 0)"], ...known };
  }
  if (facts.section === undefined) {
    if (failures.length > 0) return { state: "failed", reasons: failures, ...known };
    return { state: "inconclusive", reasons: [`the changelog has no section for ${version} that says what changed since ${previous.version}`], ...known };
  }
  const asked = bumpAskedFor(facts.section);
  if (bump !== "backwards" && bump !== "none" && !isEnough(bump, asked)) {
    failures.push(`the changelog declares a ${asked} change, but ${previous.version} to ${version} is a ${bump} step`);
  }
  if (failures.length > 0) return { state: "failed", reasons: failures, ...known, asked };
  return { state: "passed", reasons: [`${previous.version} to ${version} (${bump}); the changelog asks for ${asked}`], ...known, asked };
}
