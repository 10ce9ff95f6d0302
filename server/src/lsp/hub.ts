/**
 * All findings by file and source, merged for publishing. The live layer is current at every keystroke; findings of
 * tools stay where their text goes (shift or drop) until their tool speaks again. A tool's finding that says what a live
 * one says at the same place is folded into it.
 */
import type { Connection, Diagnostic } from "vscode-languageserver";
import type { Analysis } from "../engine/analysis.js";
import type { Finding } from "../engine/finding.js";
import type { Rule } from "../engine/rule.js";
import type { SourceFile } from "../engine/sourceFile.js";
import type { ExternalFinding } from "../release/externalFinding.js";
import { callPlaces } from "./callPlaces.js";
import { covenantSource, externalDiagnostic, type PlacesOf } from "./convert.js";
import type { Documents } from "./documents.js";
import { FindingTexts } from "./findingTexts.js";
import type { ConfigProblem, Host } from "./host.js";
import { isNewOfTool } from "./newCode.js";
import { asciiJson, Publication } from "./publication.js";
import type { Shown } from "./shown.js";
import { ToolFindings } from "./toolFindings.js";

export class DiagnosticsHub {
  readonly tools: ToolFindings;
  private readonly published = new Set<string>();
  private readonly texts = new Map<string, FindingTexts>();
  /** Lints by rule, without tool prefix. */
  private readonly twins: ReadonlyMap<string, ReadonlySet<string>>;
  /** Places of the calls that lead to a finding. */
  readonly placesOf: PlacesOf;
  links = false;
  limit = 1000;

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly shown: Shown,
    rules: readonly Rule[],
    documents: Documents,
  ) {
    this.placesOf = callPlaces(documents, host.workspace);
    this.tools = new ToolFindings((uri) => host.pathOf(uri));
    this.twins = new Map(rules.map((rule) => [rule.id, new Set(rule.lints.map((lint) => lint.replace(/^clippy::/, "")))]));
  }

  /** Publishes an open document's findings for a version. */
  publish(uri: string, version: number, file: SourceFile, result: Analysis | undefined): void {
    const external = this.toolsOf(uri, file);
    const folded = new Set<ExternalFinding>();
    const twinOf = (finding: Finding): string | undefined => {
      const twin = this.twinOf(file, finding, external);
      if (!twin) return undefined;
      folded.add(twin);
      return `${twin.source}::${twin.code ?? ""}`;
    };
    const { open, old } = result ? this.shown.divide(uri, file, result.open) : { open: undefined, old: [] };
    // What clippy says about an old finding is as old.
    if (external.length > 0) old.forEach(twinOf);
    const { texts, left } = open ? this.textsOf(uri).of(file, open, this.limit, external.length > 0 ? twinOf : undefined) : { texts: [], left: 0 };
    const items = [...texts];
    const add = (diagnostic: Diagnostic): number => items.push(asciiJson(diagnostic));
    if (left > 0) {
      add({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, severity: 3, source: covenantSource, message: `${left} more findings are not shown (setting covenant.maxFindingsPerFile)` });
    }
    for (const finding of external) if (!folded.has(finding)) add(externalDiagnostic(finding, (path) => this.host.uriOf(path)));
    this.send(uri, version, items);
  }

  /** A document was closed: its kept texts are of no more use. */
  closed(uri: string): void {
    this.texts.delete(uri);
    this.tools.closed(uri);
  }

  /** Publishes what tools and the configuration say about a file that is not judged live. */
  publishClosed(uri: string, problems: readonly ConfigProblem[] = []): void {
    const diagnostics: Diagnostic[] = problems.map((problem) => ({
      range: { start: { line: problem.line, character: problem.column }, end: { line: problem.line, character: problem.endColumn } },
      severity: 1,
      source: covenantSource,
      code: "configuration",
      message: problem.message,
    }));
    for (const finding of this.toolsOf(uri, undefined)) diagnostics.push(externalDiagnostic(finding, (path) => this.host.uriOf(path)));
    if (diagnostics.length > 0 || this.published.has(uri)) this.send(uri, undefined, diagnostics.map(asciiJson));
  }

  /** The tool's finding that says the same as a live one: a lint of its rule, on an overlapping line. Of several, the one that fits best. */
  twinOf(file: SourceFile, finding: Finding, external: readonly ExternalFinding[]): ExternalFinding | undefined {
    const lints = this.twins.get(finding.rule);
    if (!lints || lints.size === 0) return undefined;
    const start = file.positionAt(finding.start);
    const end = file.positionAt(finding.end);
    const near = external.filter((other) => other.code !== undefined && lints.has(other.code) && other.range.start.line <= end.line && (other.fullRange ?? other.range).end.line >= start.line);
    // Several on one line: the one that ends where ours ends, as both end with the call they are about; else the smallest around ours.
    const around = near.filter(({ range }) => !isBefore(range.end, end) && !isBefore(start, range.start));
    return around.reduce<ExternalFinding | undefined>((least, other) => (least && !isBefore(other.range.end, least.range.end) ? least : other), undefined) ?? near[0];
  }

  /**
   * What the tools say about a file, in new code alone where only that counts.
   * @param file the text of an open document
   */
  toolsOf(uri: string, file: SourceFile | undefined): readonly ExternalFinding[] {
    const all = this.tools.of(uri);
    const lines = all.length === 0 ? undefined : this.shown.newCode.linesOf(uri, file);
    return lines ? all.filter((finding) => isNewOfTool(finding, lines)) : all;
  }

  private textsOf(uri: string): FindingTexts {
    let texts = this.texts.get(uri);
    if (texts?.links !== this.links) {
      texts = new FindingTexts(uri, this.links, this.placesOf);
      this.texts.set(uri, texts);
    }
    return texts;
  }

  private send(uri: string, version: number | undefined, items: readonly string[]): void {
    if (items.length > 0) this.published.add(uri);
    else this.published.delete(uri);
    void this.connection.sendDiagnostics(new Publication(uri, version, items));
  }
}

function isBefore(a: ExternalFinding["range"]["start"], b: ExternalFinding["range"]["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
