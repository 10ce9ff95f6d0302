/** The verdict on a changelog for one release (specification 2.9). */
import { compare, eq, valid } from "semver";
import type { Changelog, ChangelogSection } from "./changelog.js";

/** What the changelog is measured against. */
export interface ReleaseFacts {
  /** Package name, to find its sections in a shared changelog. */
  readonly crate: string;
  /** Version in the manifest. */
  readonly version: string;
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  /** Versions of this package that have a tag in git; absent when git was not there to ask. */
  readonly taggedVersions?: readonly string[];
  /** Names of all tags, to resolve links; absent when git was not there to ask. */
  readonly tagNames?: readonly string[];
  /** True when the tag of `version` exists and something was committed after it: the next release is being prepared. */
  readonly afterRelease?: boolean;
}

/** Something that is wrong, with the line (from 0) to show it on. */
export interface ChangelogProblem {
  readonly line: number;
  readonly message: string;
}

/** Result of the check. */
export interface ChangelogVerdict {
  readonly problems: readonly ChangelogProblem[];
  /** The section that describes the release: the version's, or Unreleased when the version is out already. */
  readonly section?: ChangelogSection;
}

/**
 * Checks a changelog for the release in the manifest.
 * @returns No problems when the release is described as Keep a Changelog asks.
 */
export function checkChangelog(changelog: Changelog, facts: ReleaseFacts): ChangelogVerdict {
  const problems: ChangelogProblem[] = [];
  const report = (line: number, message: string): void => { problems.push({ line, message }); };
  const sections = changelog.sections.filter((entry) => entry.crate === undefined || entry.crate === facts.crate);
  const unreleased = sections.find((entry) => entry.unreleased);
  const versions = sections.flatMap((entry) => (entry.version === undefined ? [] : [{ ...entry, version: entry.version }]));

  const known = new Set<ChangelogSection | undefined>(sections.filter((entry) => entry.unreleased || entry.version !== undefined));
  for (const entry of changelog.sections) {
    if (entry.crate === undefined && !known.has(entry)) report(entry.line, `\`${entry.title}\` names neither a version nor Unreleased`);
  }
  const own = versions.find((entry) => valid(facts.version) !== null && eq(entry.version, facts.version));
  if (own === undefined) {
    const hint = unreleased === undefined ? "" : "; move the entries of Unreleased into it";
    report(unreleased?.line ?? 0, `there is no section for version ${facts.version}${hint}`);
  }
  if (own !== undefined && versions[0]?.line !== own.line) report(own.line, `the section for ${facts.version} is not the first release in the file`);
  const first = sections[0];
  if (unreleased !== undefined && first !== unreleased) report(unreleased.line, "Unreleased is not at the top");

  checkOrder(versions, facts.today, report);
  const subject = facts.afterRelease === true ? unreleased : own;
  if (facts.afterRelease === true && unreleased === undefined) {
    report(0, `version ${facts.version} is released and there are commits after it, but there is no Unreleased section`);
  }
  if (facts.afterRelease !== true && unreleased !== undefined && unreleased.groups.some((group) => group.entries.length > 0)) {
    report(unreleased.line, `Unreleased still has entries; move them into the section for ${facts.version}`);
  }
  if (subject !== undefined && !subject.groups.some((group) => group.type !== undefined && group.entries.length > 0)) {
    report(subject.line, `\`${subject.title}\` has no entry under Added, Changed, Deprecated, Removed, Fixed or Security`);
  }
  checkTags(versions, facts, report);
  checkLinks(changelog, facts, report);
  return { problems, ...(subject === undefined ? {} : { section: subject }) };
}

type Report = (line: number, message: string) => void;
type VersionSection = ChangelogSection & { readonly version: string };

function checkOrder(versions: readonly VersionSection[], today: string, report: Report): void {
  for (const [index, entry] of versions.entries()) {
    if (entry.date === undefined) report(entry.line, `the section for ${entry.version} has no date`);
    else if (!isDate(entry.date)) report(entry.line, `\`${entry.date}\` is not a date of the form YYYY-MM-DD`);
    else if (entry.date > today) report(entry.line, `the section for ${entry.version} is dated ${entry.date}, which is in the future`);
    const older = versions[index + 1];
    if (older === undefined) continue;
    if (compare(entry.version, older.version) <= 0) report(older.line, `${older.version} stands below ${entry.version}, but versions must descend`);
    if (entry.date !== undefined && older.date !== undefined && isDate(entry.date) && isDate(older.date) && entry.date < older.date) {
      report(entry.line, `${entry.version} is dated before ${older.version}`);
    }
  }
}

/** The release before this one must be described; older gaps are history that nobody can mend. */
function checkTags(versions: readonly VersionSection[], facts: ReleaseFacts, report: Report): void {
  const previous = (facts.taggedVersions ?? [])
    .filter((version) => valid(version) !== null && valid(facts.version) !== null && compare(version, facts.version) < 0)
    .toSorted(compare)
    .at(-1);
  if (previous !== undefined && !versions.some((entry) => eq(entry.version, previous))) {
    report(0, `the release ${previous} is tagged but has no section`);
  }
}

function checkLinks(changelog: Changelog, facts: ReleaseFacts, report: Report): void {
  if (facts.tagNames === undefined) return;
  const tags = new Set(facts.tagNames);
  for (const [label, href] of changelog.links) {
    const range = /\/compare\/(.+?)\.\.\.?([^/?#]+)$/.exec(href);
    for (const name of range === null ? [] : [range[1] ?? "", range[2] ?? ""]) {
      const tag = decodeURIComponent(name);
      // The release's own tag is made after the changelog; `HEAD` and branch names are no versions.
      if (!/\d+\.\d+\.\d+/.test(tag) || tag.endsWith(facts.version) || tags.has(tag)) continue;
      report(0, `the link of [${label}] names the tag ${tag}, which does not exist`);
    }
  }
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
