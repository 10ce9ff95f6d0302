/** All findings of one rule mended at once: in a file as a code action, elsewhere as edits that the client shows before it applies them. */
import type { CancellationToken, CodeAction } from "vscode-languageserver";
import { FileAnalyzer } from "../engine/analyze.js";
import { inSourceOrder } from "../engine/applyWaivers.js";
import { fixAll, isSafe, togetherFor } from "../engine/fixAll.js";
import type { Fix } from "../engine/finding.js";
import { difference } from "../engine/difference.js";
import { SourceFile } from "../engine/sourceFile.js";
import type { FileFixes, FixScope, RuleFix, RuleFixes } from "../protocol/ruleFixes.js";
import { rangeOf } from "./convert.js";
import type { Documents, OpenDocument } from "./documents.js";
import { eachSource } from "./eachSource.js";
import type { Host } from "./host.js";
import type { DiagnosticsHub } from "./hub.js";
import type { Shown } from "./shown.js";
import { machineFixes } from "./toolActions.js";

/** What a "fix all of a rule" action of a file carries until somebody wants its edit. */
export interface FixAllData {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
  /** Apply what is no safe fix too. */
  readonly suggestions: boolean;
}

/** True for what the server put into an action; it comes back from the client. */
export function isFixAllData(data: unknown): data is FixAllData {
  return typeof data === "object" && data !== null && "uri" in data && typeof data.uri === "string" && "version" in data && typeof data.version === "number" && "rule" in data && typeof data.rule === "string" && "suggestions" in data && typeof data.suggestions === "boolean";
}

/**
 * The actions for all findings of a rule in a file, without their edits.
 * @param fixes the fixes of one of the findings: they say what there is to be had
 */
export function fixAllOfRule(document: OpenDocument, rule: string, fixes: readonly Fix[]): readonly CodeAction[] {
  const action = (title: string, suggestions: boolean): CodeAction => ({ title, kind: "quickfix", data: { uri: document.uri, version: document.version, rule, suggestions } satisfies FixAllData });
  const own = fixes.filter((fix) => fix.snippet !== true && fix.waives === undefined);
  return [
    ...(own.some(isSafe) ? [action(`Fix all \`${rule}\` in this file`, false)] : []),
    ...(own.some((fix) => !isSafe(fix)) ? [action(`Fix all \`${rule}\` in this file, suggestions included`, true)] : []),
  ];
}

/** Adds its edit to an action of `fixAllOfRule`; the action as it is where the text is another one by now, or nothing can be mended. */
export function withFixAllEdit(host: Host, shown: Shown, documents: Documents, action: CodeAction): CodeAction {
  const data: unknown = action.data;
  const document = isFixAllData(data) ? documents.get(data.uri) : undefined;
  if (!isFixAllData(data) || document?.version !== data.version) return action;
  const { excluded: _excluded, ...context } = host.workspace.contextOf(data.uri);
  const analyzer = new FileAnalyzer(host.syntax, host.rules);
  try {
    const choose: Parameters<typeof fixAll>[4] = (file, open) => inSourceOrder(shown.divide(data.uri, file, open).open).filter(({ rule }) => rule === data.rule);
    const fixed = fixAll(host.syntax, host.rules, analyzer, { ...context, file: document.file }, choose, data.suggestions ? () => true : isSafe);
    if (fixed.applied === 0) return action;
    const { start, end, newText } = difference(document.file.text, fixed.file.text);
    const edits = [{ range: rangeOf(document.file, start, end), newText }];
    return { ...action, edit: { documentChanges: [{ textDocument: { uri: data.uri, version: data.version }, edits }] } };
  } finally {
    analyzer.dispose();
  }
}

/** What `fixRule` works with. */
export interface FixRuleParts {
  readonly host: Host;
  readonly documents: Documents;
  readonly hub: DiagnosticsHub;
  readonly shown: Shown;
}

/**
 * The fixes of all findings of a rule, shown ones only. Of a finding the first fix that leaves no blanks counts.
 * @throws Error for an unknown rule, and when the request was cancelled
 */
export async function fixRule(parts: FixRuleParts, request: { readonly rule: string; readonly scope: FixScope; readonly uri?: string }, token: CancellationToken, progress: (files: number) => void): Promise<RuleFixes> {
  const { host, documents, shown } = parts;
  const packageOf = request.scope === "package" ? request.uri : undefined;
  if (request.scope === "package" && packageOf === undefined) throw new Error("open a Rust file first: its package is the one that is meant");
  if (request.rule.startsWith("clippy::")) return fixLint(parts, request.rule.slice("clippy::".length), packageOf);
  const rule = host.rules.find(({ id }) => id === request.rule);
  if (!rule) throw new Error(`there is no rule \`${request.rule}\``);
  const files: FileFixes[] = [];
  let left = 0;
  const isOpen = (uri: string): boolean => documents.get(uri) !== undefined;
  await eachSource(host, documents, { packageOf, rules: [rule], wants: () => true, token, progress }, ({ uri, version, input, analyzer }) => {
    const open = analyzer.analyze(input)?.open;
    const findings = open ? inSourceOrder(shown.divide(uri, input.file, open).open).filter((finding) => finding.rule === rule.id) : [];
    if (!isOpen(uri)) shown.newCode.closed(uri);
    if (findings.length === 0) return;
    const fixes = togetherFor(host.syntax, [rule], analyzer, input, findings, () => true);
    left += findings.length - fixes.length;
    if (fixes.length > 0) files.push({ uri, ...(version === undefined ? {} : { version }), fixes: placed(input.file, fixes) });
  });
  return { files, left };
}

/**
 * Fixes as the preview shows them: one edit for each box to tick, so that nobody can accept half of a fix. Fixes that reach
 * into each other (one adds an import above the other) share a box.
 */
function placed(file: SourceFile, fixes: readonly Fix[]): readonly RuleFix[] {
  const spans = fixes
    .filter(({ edits }) => edits.length > 0)
    .map((fix) => ({ start: Math.min(...fix.edits.map((edit) => edit.start)), end: Math.max(...fix.edits.map((edit) => edit.end)), fixes: [fix] }))
    .sort((one, other) => one.start - other.start);
  const joined: typeof spans = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end), fixes: [...last.fixes, ...span.fixes] };
    else joined.push(span);
  }
  return joined.map(({ start, end, fixes: own }) => {
    const oldText = file.slice(start, end);
    const edits = own.flatMap((fix) => [...fix.edits]).sort((one, other) => other.start - one.start || other.end - one.end);
    const newText = edits.reduce((text, edit) => text.slice(0, edit.start - start) + edit.newText + text.slice(edit.end - start), oldText);
    const title = own.length === 1 ? (own[0]?.title ?? "") : `${own[0]?.title ?? ""} (${own.length} fixes)`;
    return { title, safe: own.every(isSafe), fixes: own.length, range: rangeOf(file, start, end), newText, oldText };
  });
}

/** What clippy said last about a lint, where one suggestion of it is sure and the text is the one that it is for. */
function fixLint({ host, documents, hub }: FixRuleParts, lint: string, packageOf: string | undefined): RuleFixes {
  const wanted = packageOf === undefined ? undefined : new Set(host.workspace.sources(packageOf));
  const files: FileFixes[] = [];
  let left = 0;
  for (const uri of hub.tools.uris.filter((one) => wanted?.has(one) ?? true)) {
    const open = documents.get(uri);
    const text = open?.file.text ?? host.workspace.textOf(uri);
    const findings = hub.toolsOf(uri, open?.file).filter((finding) => finding.source === "clippy" && finding.code === lint);
    if (text === undefined || findings.length === 0) continue;
    const file = open?.file ?? SourceFile.of(text);
    const { fixes } = machineFixes(host.syntax, file, findings);
    left += findings.length - fixes.length;
    if (fixes.length > 0) files.push({ uri, ...(open ? { version: open.version } : {}), fixes: placed(file, fixes) });
  }
  return { files, left };
}
