/** Quick-fixes and fix-all, computed from the current text when they are asked for; nothing is stored. */
import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type TextEdit } from "vscode-languageserver";
import { FileAnalyzer, type AnalysisInput } from "../engine/analyze.js";
import { fixAll } from "../engine/fixAll.js";
import { fixesFor } from "../engine/fixes.js";
import type { RuleProblem } from "../engine/judge.js";
import { difference } from "../engine/hotTree.js";
import type { ExternalFinding, ExternalFix, Range } from "../release/externalFinding.js";
import { toCodeAction, toDiagnostic, externalDiagnostic, rangeOf } from "./convert.js";
import type { OpenDocument } from "./documents.js";
import type { Host } from "./host.js";
import type { DiagnosticsHub } from "./hub.js";

/** Kind of the action that applies every safe fix of a file. */
export const fixAllKind = "source.fixAll.covenant";

/** Kinds the server offers. */
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind];

/**
 * Answers a code-action request for a document whose analysis is current.
 * @param snippets the client applies snippets by command
 * @param failed is told of a rule whose fixes could not be computed
 */
export function codeActions(host: Host, hub: DiagnosticsHub, document: OpenDocument, params: CodeActionParams, snippets: boolean, failed: (problem: RuleProblem) => void): CodeAction[] {
  const only = params.context.only;
  const wants = (kind: string): boolean => only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const context = host.workspace.contextOf(document.uri);
  const input = { ...context, file: document.file };
  const actions: CodeAction[] = [];
  // Fix-all is an answer only to those who ask for source actions: as part of every lightbulb it would cost a judgement of the file.
  if (only?.some((asked) => fixAllKind === asked || fixAllKind.startsWith(`${asked}.`))) {
    const action = fixAllAction(host, document, input);
    if (action) actions.push(action);
  }
  if (!wants(CodeActionKind.QuickFix) && !wants(CodeActionKind.RefactorRewrite)) return actions;
  const start = document.file.offsetAt(params.range.start);
  const end = document.file.offsetAt(params.range.end);
  const external = hub.tools.of(document.uri);
  const findings = document.analysis?.result.findings ?? [];
  const used = new Set<ExternalFinding>();
  for (const { finding, fixes, problem } of fixesFor(host.syntax, host.rules, document.analyzer, input, findings, start, end)) {
    if (problem) failed(problem);
    const twin = hub.twinOf(document.file, finding, external);
    const diagnostics = [toDiagnostic(document.file, document.uri, finding, hub.links, undefined, hub.placesOf)];
    const own = fixes.filter((fix) => wants(fix.kind)).map((fix) => toCodeAction(document.file, document.uri, document.version, fix, diagnostics, snippets));
    // The waiver comes last of all; what clippy suggests for the same finding before it.
    const waive = own.at(-1);
    actions.push(...own.slice(0, -1));
    if (twin) {
      used.add(twin);
      actions.push(...externalActions(document, twin, diagnostics));
    }
    if (waive) actions.push(waive);
  }
  if (!wants(CodeActionKind.QuickFix)) return actions;
  for (const finding of external) {
    if (used.has(finding) || !overlaps(finding.range, params.range)) continue;
    actions.push(...externalActions(document, finding, [externalDiagnostic(finding, (path) => host.uriOf(path))]));
  }
  return actions;
}

function fixAllAction(host: Host, document: OpenDocument, input: AnalysisInput): CodeAction | undefined {
  // An analyzer of its own: the document's keeps what it knows of the text on the screen.
  const analyzer = new FileAnalyzer(host.syntax, host.rules);
  const fixed = fixAll(host.syntax, host.rules, analyzer, input);
  analyzer.dispose();
  if (fixed.applied === 0) return undefined;
  const { start, end, newText } = difference(document.file.text, fixed.file.text);
  const edit: TextEdit = { range: rangeOf(document.file, start, end), newText };
  const title = `Apply all safe Covenant fixes (${fixed.applied})`;
  return { title, kind: fixAllKind, edit: { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: [edit] }] } };
}

function externalActions(document: OpenDocument, finding: ExternalFinding, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return finding.fixes.map((fix) => ({
    title: `${fix.title} (${finding.source})`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [...diagnostics],
    ...(fix.applicability === "MachineApplicable" && finding.fixes.length === 1 ? { isPreferred: true } : {}),
    edit: { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: externalEdits(document, fix) }] },
  }));
}

function externalEdits(document: OpenDocument, fix: ExternalFix): TextEdit[] {
  const crlf = document.file.slice(0, 4000).includes("\r\n");
  return fix.edits.map((edit) => ({ range: edit.range, newText: crlf ? edit.newText.replace(/\r?\n/g, "\r\n") : edit.newText }));
}

function overlaps(a: Range, b: Range): boolean {
  const before = (x: Range, y: Range): boolean => x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !before(a, b) && !before(b, a);
}
