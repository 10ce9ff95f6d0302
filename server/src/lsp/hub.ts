/**
 * All findings by file and source, merged for publishing. The live layer is current at every keystroke; findings of
 * tools stay where their text goes (shift or drop) until their tool speaks again. A tool's finding that says what a live
 * one says at the same place is folded into it.
 */
import type { Connection, Diagnostic } from "vscode-languageserver";
import type { Analysis } from "../engine/analysis.js";
import { severities, type Finding } from "../engine/finding.js";
import type { Rule } from "../engine/rule.js";
import type { SourceFile } from "../engine/sourceFile.js";
import type { ExternalFinding } from "../release/externalFinding.js";
import { callPlaces } from "./callPlaces.js";
import { covenantSource, externalDiagnostic, type PlacesOf } from "./convert.js";
import type { Documents, OpenDocument } from "./documents.js";
import { FindingTexts } from "./findingTexts.js";
import type { ConfigProblem, Host } from "./host.js";
import { isNewOfTool } from "./newCode.js";
import { OtherFindings } from "./otherFindings.js";
import { asciiJson, Publication } from "./publication.js";
import type { Shown } from "./shown.js";
import { ToolFindings } from "./toolFindings.js";
import type { TextView } from "../release/shownText.js";

/** Findings of tools that are shown for one file (specification 3.12). */
const mostOfTools = 200;

export class DiagnosticsHub {
  readonly tools: ToolFindings;
  readonly others = new OtherFindings();
  /** JSON of what tools found: a keystroke leaves most of it where it was. */
  private readonly externals = new WeakMap<ExternalFinding, string>();
  private readonly published = new Set<string>();
  private readonly texts = new Map<string, FindingTexts>();
  /** Lints by rule, without tool prefix. */
  private readonly twins: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly allTwins: ReadonlySet<string>;
  private readonly byCode = new WeakMap<readonly ExternalFinding[], ReadonlyMap<string, readonly ExternalFinding[]>>();
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
    viewOf: (uri: string) => TextView | undefined,
  ) {
    this.placesOf = callPlaces(documents, host.workspace);
    this.tools = new ToolFindings({ pathOf: (uri) => host.pathOf(uri), viewOf });
    this.twins = new Map(rules.map((rule) => [rule.id, new Set(rule.lints.map((lint) => lint.replace(/^clippy::/, "")))]));
    this.allTwins = new Set([...this.twins.values()].flatMap((lints) => [...lints]));
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
    const mayFold = this.foldable(external).size > 0;
    if (mayFold) old.forEach(twinOf);
    const { texts, left } = open ? this.textsOf(uri).of(file, open, this.limit, mayFold ? twinOf : undefined) : { texts: [], left: 0 };
    const items = [...texts];
    const add = (diagnostic: Diagnostic): number => items.push(asciiJson(diagnostic));
    if (left > 0) {
      add({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, severity: 3, source: covenantSource, message: `${left} more findings are not shown (setting covenant.maxFindingsPerFile)` });
    }
    items.push(...this.externalTexts(uri, external.filter((finding) => !folded.has(finding))));
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
    const items = [...diagnostics.map(asciiJson), ...this.externalTexts(uri, this.toolsOf(uri, undefined))];
    if (items.length > 0 || this.published.has(uri)) this.send(uri, undefined, items);
  }

  /** What tools found as JSON, without what other extensions show; the gravest first where there is too much. */
  private externalTexts(uri: string, findings: readonly ExternalFinding[]): readonly string[] {
    const own = this.others.without(uri, findings);
    const shown = own.length <= mostOfTools ? own : gravest(own, mostOfTools);
    const texts = shown.map((finding) => {
      let text = this.externals.get(finding);
      if (text === undefined) {
        text = asciiJson(externalDiagnostic(finding, (path) => this.host.uriOf(path), this.links));
        this.externals.set(finding, text);
      }
      return text;
    });
    if (own.length > shown.length) texts.push(asciiJson({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, severity: 3, source: covenantSource, message: `${own.length - shown.length} more findings of cargo's tools are not shown` }));
    return texts;
  }

  /** The tool's finding that says the same as a live one: a lint of its rule, on an overlapping line. Of several, the one that fits best. */
  twinOf(file: SourceFile, finding: Finding, external: readonly ExternalFinding[]): ExternalFinding | undefined {
    const lints = this.twins.get(finding.rule);
    if (!lints || lints.size === 0) return undefined;
    const start = file.positionAt(finding.start);
    const end = file.positionAt(finding.end);
    const byCode = this.foldable(external);
    const near = [...lints].flatMap((lint) => byCode.get(lint) ?? []).filter((other) => other.range.start.line <= end.line && (other.fullRange ?? other.range).end.line >= start.line);
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

  /** What the tools say about a judged document, without what they say about findings that the baseline holds: those are as old. */
  openToolsOf({ uri, file, analysis }: OpenDocument): readonly ExternalFinding[] {
    const external = this.toolsOf(uri, file);
    if (!analysis || this.foldable(external).size === 0) return external;
    const held = new Set(this.shown.divide(uri, file, analysis.result.open).old.map((finding) => this.twinOf(file, finding, external)));
    return held.size === 0 ? external : external.filter((finding) => !held.has(finding));
  }

  /** Those of the tools' findings that some rule names as its own, by code; kept for as long as they stand where they are. */
  private foldable(external: readonly ExternalFinding[]): ReadonlyMap<string, readonly ExternalFinding[]> {
    let byCode = this.byCode.get(external);
    if (!byCode) {
      const made = new Map<string, ExternalFinding[]>();
      for (const finding of external) {
        const { code } = finding;
        if (code === undefined || !this.allTwins.has(code)) continue;
        const known = made.get(code);
        if (known) known.push(finding);
        else made.set(code, [finding]);
      }
      byCode = made;
      this.byCode.set(external, byCode);
    }
    return byCode;
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

/** The first findings of the gravest severities, as many as asked for. */
function gravest(findings: readonly ExternalFinding[], count: number): readonly ExternalFinding[] {
  const chosen: ExternalFinding[] = [];
  for (const severity of severities.toReversed()) {
    for (const finding of findings) {
      if (chosen.length === count) return chosen;
      if (finding.severity === severity) chosen.push(finding);
    }
  }
  return chosen;
}

function isBefore(a: ExternalFinding["range"]["start"], b: ExternalFinding["range"]["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
