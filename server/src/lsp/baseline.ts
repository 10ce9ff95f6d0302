/** The findings of an open document without those that the baseline holds. */
import { absolute, type FileFindings, type FindingPart } from "../engine/applyWaivers.js";
import type { Finding } from "../engine/finding.js";
import { lineExcerpt } from "../engine/lineExcerpt.js";
import type { RawFinding } from "../engine/judge.js";
import type { SourceFile } from "../engine/sourceFile.js";
import { contentOf, divide, type BaselineEntry } from "../project/baseline.js";

/** Contents of findings that need not be cut out of the text again at every keystroke. */
export type KeptContents = WeakMap<RawFinding, string>;

/**
 * Divides the findings of a file by its baseline, exactly as the command line does.
 * @param entries what the baseline holds of this file
 * @param kept contents from earlier calls; those of this one are added
 * @param isNew of equal findings, those of which this is false count as old before the others
 * @returns the findings to show, whose parts without an old finding are the very parts of before, and the old ones with offsets in the file
 */
export function withoutBaseline(file: SourceFile, open: FileFindings, entries: readonly BaselineEntry[], kept: KeptContents, isNew?: (start: number, end: number) => boolean): { readonly open: FileFindings; readonly old: readonly Finding[] } {
  if (entries.length === 0) return { open, old: [] };
  const rules = new Set(entries.map(({ rule }) => rule));
  // Only rules with an entry can match: the lines of all other findings need not be looked at.
  const candidates = open.parts.flatMap((part) => part.findings.filter(({ rule }) => rules.has(rule)).map((raw) => ({ raw, part })));
  const isLate = ({ raw, part }: (typeof candidates)[number]): boolean => isNew?.(raw.start + part.start, raw.end + part.start) ?? false;
  const ordered = isNew ? [...candidates.filter((one) => !isLate(one)), ...candidates.filter(isLate)] : candidates;
  const { old } = divide(entries, ordered, ({ raw, part }) => ({ rule: raw.rule, content: contentAt(file, raw, part, kept) }));
  if (old.length === 0) return { open, old: [] };
  // By part: equal segments may share the very findings.
  const muted = new Map<FindingPart, Set<RawFinding>>();
  for (const { raw, part } of old) muted.set(part, (muted.get(part) ?? new Set()).add(raw));
  const parts = open.parts.map((part) => {
    const own = muted.get(part);
    return own ? { ...part, findings: part.findings.filter((raw) => !own.has(raw)) } : part;
  });
  return { open: { ...open, parts }, old: old.map(({ raw, part }) => absolute(raw, part.start)) };
}

/** The content of a finding, kept where the whole line lies in its segment: then it depends on the text that the finding was made from. */
function contentAt(file: SourceFile, raw: RawFinding, part: FindingPart, kept: KeptContents): string {
  const known = kept.get(raw);
  if (known !== undefined) return known;
  const { line, character } = file.positionAt(raw.start + part.start);
  const content = contentOf(lineExcerpt(file, line, character).text);
  const text = file.segments[part.index]?.text ?? "";
  if (raw.start > 0 && text.lastIndexOf("\n", raw.start - 1) >= 0 && text.includes("\n", raw.start)) kept.set(raw, content);
  return content;
}
