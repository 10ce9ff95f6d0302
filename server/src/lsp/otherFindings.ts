/**
 * What other extensions of the editor publish about files. Only the client can see it. A finding of a tool that another
 * extension (rust-analyzer, mostly) shows as well is not shown a second time.
 */
import type { OtherDiagnostic } from "../protocol/index.js";
import type { ExternalFinding } from "../release/externalFinding.js";

export class OtherFindings {
  private readonly files = new Map<string, ReadonlyMap<string, readonly OtherDiagnostic[]>>();

  /** Replaces what others say about a file. */
  set(uri: string, diagnostics: readonly OtherDiagnostic[]): void {
    if (diagnostics.length === 0) this.files.delete(uri);
    else {
      const byCode = new Map<string, OtherDiagnostic[]>();
      for (const diagnostic of diagnostics) byCode.set(diagnostic.code, [...(byCode.get(diagnostic.code) ?? []), diagnostic]);
      this.files.set(uri, byCode);
    }
  }

  /** Findings that nobody else shows: of none another extension has the same code at the same line, reaching into it. */
  without(uri: string, findings: readonly ExternalFinding[]): readonly ExternalFinding[] {
    const others = this.files.get(uri);
    return others === undefined ? findings : findings.filter((finding) => !(others.get(finding.code ?? "") ?? []).some((other) => isSame(other, finding)));
  }
}

/** Their messages differ in wording, and ranges of many lines are cut differently: code, first line and an overlap decide. */
function isSame({ source, range }: OtherDiagnostic, finding: ExternalFinding): boolean {
  if (source !== finding.source || range.start.line !== finding.range.start.line) return false;
  const onOneLine = finding.range.end.line === range.start.line && range.end.line === range.start.line;
  return !onOneLine || (range.start.character <= finding.range.end.character && finding.range.start.character <= range.end.character);
}
