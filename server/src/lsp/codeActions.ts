/** Quick-fixes and fix-all, computed from the current text when they are asked for; nothing is stored. */
import { CodeActionKind, type CodeAction, type CodeActionParams, type TextEdit } from "vscode-languageserver";
import { FileAnalyzer, type AnalysisInput } from "../engine/analyze.js";
import { fixAll } from "../engine/fixAll.js";
import { fixesFor } from "../engine/fixes.js";
import type { RuleProblem } from "../engine/judge.js";
import { difference } from "../engine/hotTree.js";
import type { ExternalFinding, Range } from "../release/externalFinding.js";
import { toCodeAction, toDiagnostic, externalDiagnostic, rangeOf } from "./convert.js";
import type { OpenDocument } from "./documents.js";
import type { Host } from "./host.js";
import type { DiagnosticsHub } from "./hub.js";
import { lintActions, machineFixes, suggestionActions, withEdits, type ToolActionParts } from "./toolActions.js";

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
    const action = fixAllAction(host, document, input, hub.tools.of(document.uri));
    if (action) actions.push(action);
  }
  if (!wants(CodeActionKind.QuickFix) && !wants(CodeActionKind.RefactorRewrite)) return actions;
  const start = document.file.offsetAt(params.range.start);
  const end = document.file.offsetAt(params.range.end);
  const external = hub.tools.of(document.uri);
  const findings = document.analysis?.result.findings ?? [];
  const used = new Set<ExternalFinding>();
  const parts: ToolActionParts = { host, document, input, commands: snippets, findings: external };
  for (const { finding, fixes, problem } of fixesFor(host.syntax, host.rules, document.analyzer, input, findings, start, end)) {
    if (problem) failed(problem);
    const twin = hub.twinOf(document.file, finding, external);
    const diagnostics = [toDiagnostic(document.file, document.uri, finding, hub.links, undefined)];
    const own = fixes.filter((fix) => wants(fix.kind)).map((fix) => toCodeAction(document.file, document.uri, document.version, fix, diagnostics, snippets));
    // The waiver comes last of all; what clippy suggests for the same finding before it.
    const waive = own.at(-1);
    actions.push(...own.slice(0, -1));
    if (twin && wants(CodeActionKind.QuickFix)) {
      used.add(twin);
      actions.push(...suggestionActions(parts, twin, diagnostics, false), ...lintActions(parts, twin, diagnostics, fixes));
    }
    if (waive) actions.push(waive);
  }
  if (!wants(CodeActionKind.QuickFix)) return actions;
  const here = external.filter((finding) => !used.has(finding) && overlaps(finding.range, params.range));
  const own = new Set(hub.others.without(document.uri, here));
  for (const finding of here) {
    const diagnostics = [externalDiagnostic(finding, (path) => host.uriOf(path), hub.links)];
    actions.push(...suggestionActions(parts, finding, diagnostics, !own.has(finding)), ...lintActions(parts, finding, diagnostics));
  }
  return [...actions, ...foreignActions(parts, params, [...used, ...here])];
}

/** The lints that only another extension shows: it has their suggestions, but no way to waive them with a reason. */
function foreignActions(parts: ToolActionParts, params: CodeActionParams, known: readonly ExternalFinding[]): CodeAction[] {
  return params.context.diagnostics.flatMap((diagnostic) => {
    const { source, code, range } = diagnostic;
    if ((source !== "clippy" && source !== "rustc") || typeof code !== "string") return [];
    if (known.some((finding) => finding.code === code && finding.range.start.line === range.start.line)) return [];
    return lintActions(parts, { source, code, range }, [diagnostic]);
  });
}

function fixAllAction(host: Host, document: OpenDocument, input: AnalysisInput, external: readonly ExternalFinding[]): CodeAction | undefined {
  // The tools' fixes first: their places are those of the text as it is. Ours are found anew in what comes of it.
  const machine = machineFixes(host.syntax, document.file, external);
  // An analyzer of its own: the document's keeps what it knows of the text on the screen.
  const analyzer = new FileAnalyzer(host.syntax, host.rules);
  const fixed = fixAll(host.syntax, host.rules, analyzer, { ...input, file: withEdits(document.file, machine) });
  analyzer.dispose();
  if (fixed.applied + machine.count === 0) return undefined;
  const { start, end, newText } = difference(document.file.text, fixed.file.text);
  const edit: TextEdit = { range: rangeOf(document.file, start, end), newText };
  const title = machine.count === 0 ? `Apply all safe Covenant fixes (${fixed.applied})` : `Apply all safe fixes (${fixed.applied} of Covenant, ${machine.count} of cargo's tools)`;
  return { title, kind: fixAllKind, edit: { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: [edit] }] } };
}

function overlaps(a: Range, b: Range): boolean {
  const before = (x: Range, y: Range): boolean => x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !before(a, b) && !before(b, a);
}
