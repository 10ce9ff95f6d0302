/** Matches findings with waivers and adds the findings about the waivers themselves (rules-core specification 4.2, 4.3). */
import type { Finding, WaivedFinding } from "./finding.js";
import type { RawFinding } from "./judge.js";
import { nearest } from "./nearest.js";
import { formatMessage, type Rule } from "./rule.js";
import type { ActiveRule } from "./rules.js";
import type { SourceFile } from "./sourceFile.js";
import type { Waiver } from "./waivers.js";

/** The rules about waivers; they cannot be waived. */
export const waiverRules = { reason: "waiver-without-reason", unknown: "unknown-waiver-rule", unused: "unused-waiver" } as const;

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
  readonly from: number;
  readonly to: number;
  readonly used: Set<string>;
}

/**
 * Splits findings into open and waived ones and adds the meta findings.
 * @param broken the file has syntax errors: unused waivers are not reported
 */
export function applyWaivers(
  segments: readonly SegmentOutcome[],
  file: SourceFile,
  rules: readonly Rule[],
  active: readonly ActiveRule[],
  broken: boolean,
): { readonly findings: readonly Finding[]; readonly waived: readonly WaivedFinding[] } {
  const waivers = segments.flatMap((segment) => segment.waivers.map((waiver) => placed(waiver, segment, file)));
  const findings: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const segment of segments) {
    for (const raw of segment.findings) {
      const finding = absolute(raw, segment.start);
      const cover = waivers.length === 0 ? undefined : waivers.find((candidate) => candidate.waiver.valid && candidate.waiver.ids.some(({ id }) => id === finding.rule) && finding.start >= candidate.from && finding.start < candidate.to);
      if (!cover) {
        findings.push(finding);
        continue;
      }
      cover.used.add(finding.rule);
      waived.push({ finding, reason: cover.waiver.reason, start: cover.waiver.start + cover.offset, end: cover.waiver.end + cover.offset });
    }
  }
  if (waivers.length > 0) findings.push(...metaFindings(waivers, rules, active, broken));
  if (!isSorted(findings)) findings.sort(compare);
  return { findings, waived };
}

function isSorted(findings: readonly Finding[]): boolean {
  for (let index = 1; index < findings.length; index++) if (compare(findings[index - 1], findings[index]) > 0) return false;
  return true;
}

function compare(a: Finding | undefined, b: Finding | undefined): number {
  if (!a || !b) return 0;
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function absolute(raw: RawFinding, start: number): Finding {
  const moved = { rule: raw.rule, severity: raw.severity, message: raw.message, start: raw.start + start, end: raw.end + start };
  return raw.related ? { ...moved, related: raw.related.map((place) => ({ ...place, start: place.start + start, end: place.end + start })) } : moved;
}

function placed(waiver: Waiver, segment: SegmentOutcome, file: SourceFile): PlacedWaiver {
  const offset = segment.start;
  const base = { waiver, offset, used: new Set<string>() };
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

function metaFindings(waivers: readonly PlacedWaiver[], rules: readonly Rule[], active: readonly ActiveRule[], broken: boolean): readonly Finding[] {
  const found: Finding[] = [];
  const on = new Set(active.map(({ rule }) => rule.id));
  const known = new Set(rules.map((rule) => rule.id));
  const add = (id: string, start: number, end: number, data: Record<string, string>): void => {
    const own = active.find(({ rule }) => rule.id === id);
    const message = own && Object.values(own.rule.messages)[0];
    if (own && message !== undefined) found.push({ rule: id, severity: own.severity, message: formatMessage(message, data), start, end });
  };
  for (const { waiver, offset, used } of waivers) {
    if (!waiver.valid) add(waiverRules.reason, offset + waiver.start, offset + waiver.end, {});
    for (const { id, start, end } of waiver.ids) {
      if (!known.has(id)) add(waiverRules.unknown, offset + start, offset + end, { id, hint: hintFor(id, known) });
      else if (waiver.valid && !broken && on.has(id) && !used.has(id)) add(waiverRules.unused, offset + start, offset + end, { id });
    }
  }
  return found;
}
