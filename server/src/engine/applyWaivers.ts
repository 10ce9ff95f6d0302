/** Matches findings with waivers and adds the findings about the waivers themselves (rules-core specification 4.2, 4.3). */
import type { Finding, StatedWaiver, WaivedFinding } from "./finding.js";
import { inOrder, type RawFinding } from "./judge.js";
import { nearest } from "./nearest.js";
import { formatMessage, type Rule } from "./rule.js";
import type { ActiveRule } from "./rules.js";
import type { SourceFile } from "./sourceFile.js";
import type { Waiver } from "./waivers.js";

/** The rules about waivers; they cannot be waived. */
export const waiverRules = { reason: "waiver-without-reason", unknown: "unknown-waiver-rule", unused: "unused-waiver", expired: "expired-waiver", malformed: "malformed-waiver" } as const;

/** Raw findings and waivers of one segment. */
export interface SegmentOutcome {
  readonly findings: readonly RawFinding[];
  readonly waivers: readonly Waiver[];
  readonly start: number;
  readonly index: number;
}

interface PlacedWaiver {
  readonly waiver: Waiver;
  readonly offset: number;
  /** Index of its segment. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** Its last day is over. */
  readonly expired: boolean;
  readonly used: Set<string>;
}

/** The open findings of one segment. Offsets of `findings` count from `start`. */
export interface FindingPart {
  /** The very array the segment's judgement made, as long as no waiver covers any of it: what is derived from it can be kept. */
  readonly findings: readonly RawFinding[];
  readonly start: number;
  /** Index of the segment. */
  readonly index: number;
}

/** Open and waived findings of a file. */
export interface FileFindings {
  /** In source order, those about waivers included. */
  readonly parts: readonly FindingPart[];
  readonly waived: readonly WaivedFinding[];
  /** Every waiver of the file in source order, those without effect included. */
  readonly waivers: readonly StatedWaiver[];
}

/**
 * Splits findings into open and waived ones and adds the meta findings.
 * @param broken the file has syntax errors: unused waivers are not reported
 * @param today `YYYY-MM-DD`; without it no waiver has run out
 */
export function applyWaivers(segments: readonly SegmentOutcome[], file: SourceFile, rules: readonly Rule[], active: readonly ActiveRule[], broken: boolean, today?: string): FileFindings {
  const waivers = segments.flatMap((segment) => segment.waivers.map((waiver) => placed(waiver, segment, file, today)));
  if (waivers.length === 0) return { parts: segments, waived: [], waivers: [] };
  const waived: WaivedFinding[] = [];
  const open = segments.map(({ findings, start }) => openOf(findings, start, waivers, waived));
  const meta = metaFindings(waivers, rules, active, broken);
  const parts = segments.map(({ start, index }, at): FindingPart => {
    const own = meta.get(index) ?? [];
    const findings = open[at] ?? [];
    return { findings: own.length === 0 ? findings : [...findings, ...own].sort(inOrder), start, index };
  });
  return { parts, waived, waivers: waivers.map(stated) };
}

/** The findings that no waiver covers; the others go to `waived`. The same array where none is covered. */
function openOf(findings: readonly RawFinding[], start: number, waivers: readonly PlacedWaiver[], waived: WaivedFinding[]): readonly RawFinding[] {
  const open = findings.filter((raw) => {
    const at = raw.start + start;
    const cover = waivers.find((candidate) => isInForce(candidate) && candidate.waiver.ids.some(({ id }) => id === raw.rule) && at >= candidate.from && at < candidate.to);
    if (!cover) return true;
    cover.used.add(raw.rule);
    waived.push({ finding: absolute(raw, start), ...termsOf(cover.waiver), start: cover.waiver.start + cover.offset, end: cover.waiver.end + cover.offset });
    return false;
  });
  return open.length === findings.length ? findings : open;
}

/** A waiver without a reason, with terms that cannot be read or past its day waives nothing. */
function isInForce({ waiver, expired }: PlacedWaiver): boolean {
  return waiver.valid && waiver.problems.length === 0 && !expired;
}

function termsOf({ reason, until, issue }: Waiver): Pick<StatedWaiver, "reason" | "until" | "issue"> {
  return { reason, ...(until ? { until: until.date } : {}), ...(issue === undefined ? {} : { issue }) };
}

function stated(placed: PlacedWaiver): StatedWaiver {
  const { waiver, offset, expired, used } = placed;
  const effect = expired ? "expired" : !isInForce(placed) ? "invalid" : used.size > 0 ? "used" : "unused";
  return { rules: waiver.ids.map(({ id }) => id), ...termsOf(waiver), effect, start: waiver.start + offset, end: waiver.end + offset };
}

/** All open findings in source order, with offsets in the file. */
export function inSourceOrder({ parts }: FileFindings): readonly Finding[] {
  return parts.flatMap((part) => part.findings.map((raw) => absolute(raw, part.start)));
}

/** A finding with offsets in the file. `start` is where its segment begins. */
export function absolute(raw: RawFinding, start: number): Finding {
  const moved = { rule: raw.rule, severity: raw.severity, message: raw.message, start: raw.start + start, end: raw.end + start, ...(raw.through ? { through: raw.through } : {}) };
  return raw.related ? { ...moved, related: raw.related.map((place) => ({ ...place, start: place.start + start, end: place.end + start })) } : moved;
}

function placed(waiver: Waiver, segment: SegmentOutcome, file: SourceFile, today: string | undefined): PlacedWaiver {
  const offset = segment.start;
  const base = { waiver, offset, index: segment.index, expired: today !== undefined && waiver.until !== undefined && waiver.until.date < today, used: new Set<string>() };
  switch (waiver.reach.kind) {
    case "file":
      return { ...base, from: 0, to: file.length + 1 };
    case "range":
      return { ...base, from: offset + waiver.reach.start, to: offset + waiver.reach.end };
    case "container": {
      let depth = 1;
      let index = segment.index + 1;
      for (; index < file.segments.length && depth > 0; index++) {
        const kind = file.segments[index]?.kind;
        if (kind === "open") depth++;
        else if (kind === "close") depth--;
      }
      return { ...base, from: offset + waiver.start, to: index < file.segments.length ? (file.starts[index] ?? file.length) : file.length + 1 };
    }
  }
}

function hintFor(id: string, known: ReadonlySet<string>): string {
  const near = nearest(id, known);
  return near === undefined ? "" : `; did you mean \`${near}\`?`;
}

/** The findings about waivers by the index of their segment, with offsets in it. */
function metaFindings(waivers: readonly PlacedWaiver[], rules: readonly Rule[], active: readonly ActiveRule[], broken: boolean): ReadonlyMap<number, readonly RawFinding[]> {
  const found = new Map<number, RawFinding[]>();
  const on = new Set(active.map(({ rule }) => rule.id));
  const known = new Set(rules.map((rule) => rule.id));
  for (const placed of waivers) {
    const { waiver, index, used, expired } = placed;
    const add = (id: string, { start, end }: { readonly start: number; readonly end: number }, data: Record<string, string>, name = "waiver"): void => {
      const own = active.find(({ rule }) => rule.id === id);
      const message = own?.rule.messages[name];
      if (own && message !== undefined) found.set(index, [...(found.get(index) ?? []), { rule: id, severity: own.severity, message: formatMessage(message, data), start, end }]);
    };
    if (!waiver.valid) add(waiverRules.reason, waiver, {});
    for (const problem of waiver.problems) add(waiverRules.malformed, problem, { text: problem.text }, problem.kind);
    if (expired && waiver.until) add(waiverRules.expired, waiver.until, { until: waiver.until.date });
    for (const place of waiver.ids) {
      if (!known.has(place.id)) add(waiverRules.unknown, place, { id: place.id, hint: hintFor(place.id, known) });
      else if (isInForce(placed) && !broken && on.has(place.id) && !used.has(place.id)) add(waiverRules.unused, place, { id: place.id });
    }
  }
  return found;
}
