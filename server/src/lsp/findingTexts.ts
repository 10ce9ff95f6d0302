/** The live findings of a file as JSON, kept for each segment as long as it is where it was. */
import { absolute, type FindingPart, type FileFindings } from "../engine/applyWaivers.js";
import type { Finding } from "../engine/finding.js";
import type { RawFinding } from "../engine/judge.js";
import type { SourceFile } from "../engine/sourceFile.js";
import { rangeOf, toDiagnostic, type PlacesOf } from "./convert.js";
import { asciiJson } from "./publication.js";

/** Text of a part, for its segment at a line; the column counts only where a finding reaches into that line. */
interface Kept {
  readonly line: number;
  readonly column: number | undefined;
  readonly text: string;
}

/** The texts of one document. They depend on the document's URI and on whether the client follows links. */
export class FindingTexts {
  private readonly kept = new WeakMap<readonly RawFinding[], Kept>();
  /** All of a finding's text but its range. */
  private readonly rests = new WeakMap<RawFinding, string>();

  constructor(
    private readonly uri: string,
    readonly links: boolean,
    private readonly placesOf: PlacesOf,
  ) {}

  /**
   * Diagnostics in source order as JSON texts of one or several, separated by commas.
   * @param most findings beyond this number are left out
   * @param twinOf the lint of a tool that says the same as a finding; undefined where no tool speaks about the file
   * @returns the texts and how many findings were left out
   */
  of(file: SourceFile, open: FileFindings, most: number, twinOf: ((finding: Finding) => string | undefined) | undefined): { readonly texts: readonly string[]; readonly left: number } {
    const texts: string[] = [];
    let room = most;
    let left = 0;
    for (const part of open.parts) {
      const { length } = part.findings;
      if (length > 0 && room > 0) texts.push(this.textOf(file, part, Math.min(length, room), twinOf));
      left += Math.max(0, length - room);
      room = Math.max(0, room - length);
    }
    return { texts, left };
  }

  private textOf(file: SourceFile, part: FindingPart, count: number, twinOf: ((finding: Finding) => string | undefined) | undefined): string {
    const { findings, start, index } = part;
    const whole = count === findings.length && twinOf === undefined;
    const line = file.lineOfSegment(index);
    const known = whole ? this.kept.get(findings) : undefined;
    if (known?.line === line && (known.column === undefined || known.column === file.positionAt(start).character)) return known.text;
    const text = findings.slice(0, count).map((raw) => this.one(file, raw, start, twinOf)).join(",");
    const { length } = file.segments[index]?.text ?? "";
    // A place in another segment moves on its own.
    const isOwn = findings.every(({ related, through }) => through === undefined && (related ?? []).every((place) => place.start >= 0 && place.end <= length));
    if (whole && isOwn) this.kept.set(findings, { line, column: findings.some((raw) => reachesFirstLine(file, start, line, raw)) ? file.positionAt(start).character : undefined, text });
    return text;
  }

  private one(file: SourceFile, raw: RawFinding, start: number, twinOf: ((finding: Finding) => string | undefined) | undefined): string {
    const finding = absolute(raw, start);
    const twin = twinOf?.(finding);
    if (twin !== undefined || raw.related || raw.through) return asciiJson(toDiagnostic(file, this.uri, finding, this.links, twin, this.placesOf));
    let rest = this.rests.get(raw);
    if (rest === undefined) {
      const { range: _range, ...others } = toDiagnostic(file, this.uri, finding, this.links, undefined, this.placesOf);
      rest = asciiJson(others).slice(1);
      this.rests.set(raw, rest);
    }
    // When lines are added or taken away above, only these numbers change.
    const { start: from, end: to } = rangeOf(file, finding.start, finding.end);
    return `{"range":{"start":{"line":${from.line},"character":${from.character}},"end":{"line":${to.line},"character":${to.character}}},${rest}`;
  }
}

/** Some place of the finding lies on the line where its segment begins. */
function reachesFirstLine(file: SourceFile, start: number, line: number, raw: RawFinding): boolean {
  return file.positionAt(start + raw.start).line <= line || (raw.related ?? []).some((place) => file.positionAt(start + place.start).line <= line);
}
