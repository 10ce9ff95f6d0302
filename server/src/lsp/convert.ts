/** Engine and tool data → LSP data: the only place where offsets become lines and columns. */
import { DiagnosticSeverity, DiagnosticTag, type CodeAction, type Diagnostic, type DiagnosticRelatedInformation, type TextEdit } from "vscode-languageserver";
import type { CallStep, Finding, Fix, Severity } from "../engine/finding.js";
import { plainText } from "../engine/fixes.js";
import type { SourceFile } from "../engine/sourceFile.js";
import { lintPages, rulePages, type SnippetFix } from "../protocol/index.js";
import type { ExternalFinding } from "../release/externalFinding.js";

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Source of the live rules' diagnostics. */
export const covenantSource = "covenant";

/** The places of the calls that lead to a finding in a file. */
export type PlacesOf = (uri: string, steps: readonly CallStep[]) => readonly DiagnosticRelatedInformation[];

/** Range of two offsets. */
export function rangeOf(file: SourceFile, start: number, end: number): Diagnostic["range"] {
  return { start: file.positionAt(start), end: file.positionAt(end) };
}

/**
 * A finding as a diagnostic.
 * @param links the client shows rule pages (protocol, `rulePages`)
 * @param confirmed lint of a tool that says the same here
 * @param placesOf where the calls stand that lead to the finding
 */
export function toDiagnostic(file: SourceFile, uri: string, finding: Finding, links: boolean, confirmed: string | undefined, placesOf: PlacesOf): Diagnostic {
  const related: DiagnosticRelatedInformation[] = finding.related?.map((place) => ({ location: { uri, range: rangeOf(file, place.start, place.end) }, message: place.message })) ?? [];
  if (finding.through) related.push(...placesOf(uri, finding.through));
  const range = rangeOf(file, finding.start, finding.end);
  if (confirmed !== undefined) related.push({ location: { uri, range }, message: `confirmed by ${confirmed}` });
  return {
    range,
    severity: severityNumbers[finding.severity],
    source: covenantSource,
    code: finding.rule,
    ...(links ? { codeDescription: { href: `${rulePages}${finding.rule}.md` } } : {}),
    message: finding.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/**
 * A finding of clippy or rustc as a diagnostic.
 * @param uriOf turns absolute paths into URIs
 * @param links the client shows lint pages (protocol, `lintPages`): they are there without a network
 */
export function externalDiagnostic(finding: ExternalFinding, uriOf: (path: string) => string, links: boolean): Diagnostic {
  const href = links && hasLintPage(finding) ? `${lintPages}${finding.code ?? ""}.md` : finding.href;
  const tags = finding.tags.map((tag) => (tag === "deprecated" ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary));
  const related = finding.related.map((place) => ({ location: { uri: uriOf(place.path), range: place.range }, message: place.message }));
  return {
    range: finding.range,
    severity: severityNumbers[finding.severity],
    source: finding.source,
    ...(finding.code === undefined ? {} : { code: finding.code }),
    ...(href === undefined ? {} : { codeDescription: { href } }),
    message: finding.message,
    ...(tags.length > 0 ? { tags } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** True where the toolchain explains the finding's code: `cargo clippy --explain` or `rustc --explain`. */
export function hasLintPage({ source, code }: Pick<ExternalFinding, "source" | "code">): boolean {
  return code !== undefined && (source === "clippy" || /^E\d{4}$/.test(code));
}

/**
 * A fix as a code action with versioned edits.
 * @param snippets the client applies snippets by command; otherwise placeholders become plain text
 */
export function toCodeAction(file: SourceFile, uri: string, version: number, fix: Fix, diagnostics: readonly Diagnostic[], snippets: boolean): CodeAction {
  const base = { title: fix.title, kind: fix.kind, diagnostics: [...diagnostics], ...(fix.preferred === true ? { isPreferred: true } : {}) };
  if (fix.snippet === true && snippets) {
    const argument: SnippetFix = { uri, version, edits: fix.edits.map((edit) => ({ range: rangeOf(file, edit.start, edit.end), snippet: edit.newText })) };
    return { ...base, command: { title: fix.title, command: "covenant.applySnippetFix", arguments: [argument] } };
  }
  const edits: TextEdit[] = fix.edits.map((edit) => ({ range: rangeOf(file, edit.start, edit.end), newText: fix.snippet === true ? plainText(edit.newText) : edit.newText }));
  return { ...base, edit: { documentChanges: [{ textDocument: { uri, version }, edits }] } };
}
