/** New-code mode: which findings stand on lines that are new, in the text as it is, saved or not. */
import type { FileFindings, FindingPart } from "../engine/applyWaivers.js";
import type { RawFinding } from "../engine/judge.js";
import { SourceFile } from "../engine/sourceFile.js";
import { everyLine, touchesOrdered, type LineRange } from "../project/changedLines.js";
import { newLinesOf } from "../project/newLines.js";
import type { ExternalFinding } from "../release/externalFinding.js";
import type { NewCodeService } from "./host.js";

/** The text that git spoke about, and what followed from it last. */
interface Known {
  readonly saved: SourceFile;
  readonly lines: readonly LineRange[];
  last: { readonly file: SourceFile; readonly lines: readonly LineRange[] };
}

export class NewCode {
  private readonly known = new Map<string, Known>();
  /** Findings of a segment by those of them that are new: the same array for the same ones, so that what is made of it can be kept. */
  private readonly kept = new WeakMap<readonly RawFinding[], readonly RawFinding[]>();

  /**
   * @param service undefined as long as there is none
   * @param pathOf absolute path of a URI; a document without one has no old code
   */
  constructor(
    private readonly service: () => NewCodeService | undefined,
    private readonly pathOf: (uri: string) => string | undefined,
  ) {}

  /** Git answered: what was known about the texts on the disk holds no more. */
  answered(): void {
    this.known.clear();
  }

  /** A document was closed. */
  closed(uri: string): void {
    this.known.delete(uri);
  }

  /**
   * New lines of a document, ascending.
   * @param file its text, or any other that was made from it; without it, what is on the disk
   * @returns undefined where all code counts
   */
  linesOf(uri: string, file?: SourceFile): readonly LineRange[] | undefined {
    const service = this.service();
    const path = this.pathOf(uri);
    const lines = path === undefined ? undefined : service?.linesOf(path);
    if (path === undefined || !lines || !file || !service) return lines;
    let known = this.known.get(uri);
    if (known?.lines !== lines) {
      const text = service.textOf(path);
      // What is not on the disk yet is all new.
      if (text === undefined) return [everyLine];
      const saved = text === file.text ? file : SourceFile.of(text);
      known = { saved, lines, last: { file: saved, lines } };
      this.known.set(uri, known);
    }
    if (known.last.file !== file) known.last = { file, lines: newLinesOf(known.saved, file, lines) };
    return known.last.lines;
  }

  /** The findings that touch a new line. */
  only(file: SourceFile, open: FileFindings, lines: readonly LineRange[]): FileFindings {
    return { ...open, parts: open.parts.flatMap((part) => this.onlyOf(file, part, lines) ?? []) };
  }

  private onlyOf(file: SourceFile, part: FindingPart, lines: readonly LineRange[]): FindingPart | undefined {
    const first = file.lineOfSegment(part.index) + 1;
    const last = first + (file.segments[part.index]?.lines.length ?? 0);
    // Most segments are old as a whole.
    if (!touchesOrdered(lines, first, last)) return undefined;
    const findings = part.findings.filter((raw) => isNewAt(file, raw.start + part.start, raw.end + part.start, lines));
    if (findings.length === 0) return undefined;
    if (findings.length === part.findings.length) return part;
    const before = this.kept.get(part.findings);
    const same = before?.length === findings.length && findings.every((raw, index) => raw === before[index]);
    const own = same ? before : findings;
    if (!same) this.kept.set(part.findings, findings);
    return { ...part, findings: own };
  }
}

/** A tool's finding touches a new line; all do without lines. */
export function isNewOfTool({ range, fullRange }: ExternalFinding, lines: readonly LineRange[] | undefined): boolean {
  if (!lines) return true;
  const { start, end } = fullRange ?? range;
  return touchesOrdered(lines, start.line + 1, lastLine(start, end));
}

/** A range of offsets touches a new line. */
export function isNewAt(file: SourceFile, start: number, end: number, lines: readonly LineRange[]): boolean {
  const from = file.positionAt(start);
  return touchesOrdered(lines, from.line + 1, lastLine(from, file.positionAt(end)));
}

/** Last line, from 1, of a range: one that ends before the first character of a line does not touch that line. */
function lastLine(start: { readonly line: number }, end: { readonly line: number; readonly character: number }): number {
  return end.character === 0 && end.line > start.line ? end.line : end.line + 1;
}
