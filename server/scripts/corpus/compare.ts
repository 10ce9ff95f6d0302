// Which findings of ours and of clippy's are the same. Pure.
import { comparePoints, type Finding } from "./finding.js";
import type { Meeting, Twin } from "./twins.js";

/** Two findings about the same thing. */
export interface Agreement {
  readonly ours: Finding;
  readonly theirs: Finding;
}

/** The findings of one crate, matched. */
export interface Comparison {
  readonly agreed: readonly Agreement[];
  readonly onlyOurs: readonly Finding[];
  readonly onlyTheirs: readonly Finding[];
}

/**
 * Pairs findings of the same rule in the same file that meet as the rule's findings do; each is in one pair at most. Where
 * several of clippy's would do, the shortest is taken: a span of a whole module must not answer for an item in it.
 *
 * @param ours our findings about one crate
 * @param theirs clippy's; equal places count once, since a macro's template is judged at each of its uses
 */
export function compare(twins: readonly Twin[], ours: readonly Finding[], theirs: readonly Finding[]): Comparison {
  const agreed: Agreement[] = [];
  const onlyOurs: Finding[] = [];
  const onlyTheirs: Finding[] = [];
  for (const { rule, meeting } of twins) {
    const open = new Map<string, Finding[]>();
    for (const finding of distinct(theirs.filter((candidate) => candidate.rule === rule)).sort(byLength)) open.set(finding.file, [...(open.get(finding.file) ?? []), finding]);
    for (const finding of distinct(ours.filter((candidate) => candidate.rule === rule))) {
      const candidates = open.get(finding.file) ?? [];
      const at = candidates.findIndex((candidate) => meet(meeting, finding, candidate));
      const [found] = at < 0 ? [] : candidates.splice(at, 1);
      if (found) agreed.push({ ours: finding, theirs: found });
      else onlyOurs.push(finding);
    }
    onlyTheirs.push(...[...open.values()].flat());
  }
  return { agreed, onlyOurs: onlyOurs.sort(byPlace), onlyTheirs: onlyTheirs.sort(byPlace) };
}

function meet(meeting: Meeting, ours: Finding, theirs: Finding): boolean {
  switch (meeting) {
    case "end":
      return comparePoints(ours.end, theirs.end) === 0;
    case "start":
      return comparePoints(ours.start, theirs.start) === 0;
    case "inside":
      return comparePoints(theirs.start, ours.start) <= 0 && comparePoints(ours.end, theirs.end) <= 0;
    case "overlap":
      return comparePoints(theirs.start, ours.end) < 0 && comparePoints(ours.start, theirs.end) < 0;
  }
}

function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((finding) => [`${finding.file}\0${finding.start.line}:${finding.start.character}-${finding.end.line}:${finding.end.character}`, finding]));
  return [...seen.values()];
}

function byLength(a: Finding, b: Finding): number {
  return a.end.line - a.start.line - (b.end.line - b.start.line) || a.end.character - a.start.character - (b.end.character - b.start.character) || byPlace(a, b);
}

function byPlace(a: Finding, b: Finding): number {
  return a.rule.localeCompare(b.rule, "en") || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || comparePoints(a.start, b.start);
}
