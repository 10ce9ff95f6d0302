/** Quick-fixes and fix-all, computed from the current text when they are asked for; nothing is stored. */
import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type TextEdit } from "vscode-languageserver";
import { inSourceOrder } from "../engine/applyWaivers.js";
import { FileAnalyzer, type AnalysisInput } from "../engine/analyze.js";
import { fixAll } from "../engine/fixAll.js";
import { fixesFor } from "../engine/fixes.js";
import type { Fix } from "../engine/finding.js";
import { mentionsOf, type Mention } from "../engine/mentions.js";
import type { RuleProblem } from "../engine/judge.js";
import { difference } from "../engine/difference.js";
import type { ExternalFinding, Range } from "../release/externalFinding.js";
import { toCodeAction, toDiagnostic, externalDiagnostic, rangeOf } from "./convert.js";
import type { OpenDocument } from "./documents.js";
import type { Host } from "./host.js";
import { fixAllOfRule } from "./fixRule.js";
import type { DiagnosticsHub } from "./hub.js";
import type { Shown } from "./shown.js";
import { lintActions, machineFixes, suggestionActions, withEdits, type ToolActionParts } from "./toolActions.js";

/** Kind of the action that applies every safe fix of a file. */
export const fixAllKind = "source.fixAll.covenant";

/** Kinds the server offers. */
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind];

/**
 * Answers a code-action request for a document whose analysis is current.
 * @param client what it can do: apply snippets by command; ask for an edit when an action is chosen
 * @param failed is told of a rule whose fixes could not be computed
 */
export function codeActions(host: Host, hub: DiagnosticsHub, shown: Shown, document: OpenDocument, params: CodeActionParams, client: { readonly snippets: boolean; readonly resolves: boolean }, failed: (problem: RuleProblem) => void): CodeAction[] {
  const only = params.context.only;
  const wants = (kind: string): boolean => only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  const context = host.workspace.contextOf(document.uri);
  const input = { ...context, file: document.file };
  const actions: CodeAction[] = [];
  // Fix-all is an answer only to those who ask for source actions: as part of every lightbulb it would cost a judgement of the file.
  if (only?.some((asked) => fixAllKind === asked || fixAllKind.startsWith(`${asked}.`))) {
    const action = fixAllAction(host, shown, document, input, hub.openToolsOf(document));
    if (action) actions.push(action);
  }
  if (!wants(CodeActionKind.QuickFix) && !wants(CodeActionKind.RefactorRewrite)) return actions;
  const start = document.file.offsetAt(params.range.start);
  const end = document.file.offsetAt(params.range.end);
  const external = hub.openToolsOf(document);
  // What is not shown has no lightbulb either: nobody could tell what it is about.
  const findings = shown.findings(document);
  const used = new Set<ExternalFinding>();
  const elsewhere = (identifier: string): readonly Mention[] | undefined => {
    const sources = host.workspace.sourcesBeside?.(document.uri);
    return sources && mentionsOf(identifier, sources);
  };
  const parts: ToolActionParts = { host, document, input, commands: client.snippets, findings: external };
  const offered = new Set<string>();
  for (const { finding, fixes, problem } of fixesFor(host.syntax, host.rules, document.analyzer, input, findings, start, end, { waivers: true, elsewhere })) {
    if (problem) failed(problem);
    const twin = hub.twinOf(document.file, finding, external);
    const diagnostics = [toDiagnostic(document.file, document.uri, finding, hub.links, undefined, hub.placesOf)];
    const own = (isWaiver: boolean): CodeAction[] =>
      fixes.filter((fix) => wants(fix.kind) && (fix.waives !== undefined) === isWaiver).map((fix) => toCodeAction(document.file, document.uri, document.version, fix, withPlaces(diagnostics, fix, host), client.snippets));
    actions.push(...own(false));
    // The waivers come last of all; what clippy suggests for the same finding before them.
    if (twin && wants(CodeActionKind.QuickFix)) {
      used.add(twin);
      actions.push(...suggestionActions(parts, twin, diagnostics, false), ...lintActions(parts, twin, diagnostics, fixes));
    }
    if (client.resolves && wants(CodeActionKind.QuickFix) && !offered.has(finding.rule) && findings.some((other) => other !== finding && other.rule === finding.rule)) {
      offered.add(finding.rule);
      const all = fixAllOfRule(document, finding.rule, fixes);
      actions.push(...all, ...(all.length > 0 && client.snippets ? [fixElsewhere(document.uri, finding.rule)] : []));
    }
    actions.push(...own(true));
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

/** The diagnostics of an action, with the places in other files that its edit leaves to be done. */
function withPlaces(diagnostics: readonly Diagnostic[], fix: Fix, host: Host): readonly Diagnostic[] {
  if (!fix.elsewhere || fix.elsewhere.length === 0) return diagnostics;
  const places = fix.elsewhere.map(({ path, line, character }) => ({ location: { uri: host.uriOf(path), range: { start: { line, character }, end: { line, character } } }, message: "to be adapted by hand" }));
  return diagnostics.map((diagnostic) => ({ ...diagnostic, relatedInformation: [...(diagnostic.relatedInformation ?? []), ...places] }));
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

/** @param external findings of tools that are shown, or folded into what is */
function fixAllAction(host: Host, shown: Shown, document: OpenDocument, input: AnalysisInput, external: readonly ExternalFinding[]): CodeAction | undefined {
  // The tools' fixes first: their places are those of the text as it is. Ours are found anew in what comes of it.
  const machine = machineFixes(host.syntax, document.file, external);
  // An analyzer of its own: the document's keeps what it knows of the text on the screen.
  const analyzer = new FileAnalyzer(host.syntax, host.rules);
  const fixed = fixAll(host.syntax, host.rules, analyzer, { ...input, file: withEdits(document.file, machine) }, (file, open) => inSourceOrder(shown.divide(document.uri, file, open).open));
  analyzer.dispose();
  if (fixed.applied + machine.count === 0) return undefined;
  const { start, end, newText } = difference(document.file.text, fixed.file.text);
  const edit: TextEdit = { range: rangeOf(document.file, start, end), newText };
  const title = machine.count === 0 ? `Apply all safe Covenant fixes (${fixed.applied})` : `Apply all safe fixes (${fixed.applied} of Covenant, ${machine.count} of cargo's tools)`;
  return { title, kind: fixAllKind, edit: { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: [edit] }] } };
}

/** In more files than this one: the client asks which, and shows the edits before it applies them. */
function fixElsewhere(uri: string, rule: string): CodeAction {
  const title = `Fix all \`${rule}\` in the package or workspace…`;
  return { title, kind: CodeActionKind.QuickFix, command: { title, command: "covenant.fixRule", arguments: [{ rule, uri }] } };
}

function overlaps(a: Range, b: Range): boolean {
  const before = (x: Range, y: Range): boolean => x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !before(a, b) && !before(b, a);
}
