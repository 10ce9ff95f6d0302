/**
 * What can be done about a tool's finding: its own suggestions, an attribute that silences the lint, the compiler's words
 * and the lint's page. A suggestion is offered only while the text it replaces stands where it should, and only if the
 * file parses with it as well as without.
 */
import { CodeActionKind, type CodeAction, type Diagnostic } from "vscode-languageserver";
import type { AnalysisInput } from "../engine/analyze.js";
import type { Edit, Fix } from "../engine/finding.js";
import { applyFix, orderedEdits, stillParses, usesCrlf } from "../engine/fixes.js";
import { lintAttributes } from "../engine/lintAttribute.js";
import type { SourceFile } from "../engine/sourceFile.js";
import type { Syntax } from "../engine/syntax.js";
import type { ToolPlace } from "../protocol/index.js";
import type { Applicability, ExternalFinding, ExternalFix } from "../release/externalFinding.js";
import { snippetsOf } from "../release/placeholders.js";
import { canApply } from "../release/shownText.js";
import { hasLintPage, toCodeAction } from "./convert.js";
import { viewOfFile, type OpenDocument } from "./documents.js";
import type { Host } from "./host.js";

/** What the title says of a suggestion beside the tool's name: how sure the tool is of it. */
const labels: Readonly<Record<Applicability, string>> = {
  MachineApplicable: "",
  MaybeIncorrect: ", may be wrong",
  HasPlaceholders: ", to fill in",
  Unspecified: ", unchecked",
};

/** The tool's suggestions as fixes of the present text; empty where that text is not the one they are for. */
export function toolFixes(syntax: Syntax, file: SourceFile, finding: ExternalFinding): readonly Fix[] {
  const view = viewOfFile(file);
  const sole = finding.fixes.length === 1;
  return finding.fixes.flatMap((suggestion) => {
    if (!canApply(suggestion, view)) return [];
    const fix = asFix(file, suggestion, `${suggestion.title} (${finding.source}${labels[suggestion.applicability]})`, sole);
    return stillParses(syntax, file, fix) ? [fix] : [];
  });
}

function asFix(file: SourceFile, { edits, applicability }: ExternalFix, title: string, sole: boolean): Fix {
  const snippet = applicability === "HasPlaceholders";
  const texts = snippet ? snippetsOf(edits.map((edit) => edit.newText)) : edits.map((edit) => edit.newText);
  const eol = usesCrlf(file) ? "\r\n" : "\n";
  return {
    title,
    kind: "quickfix",
    applicability: applicability === "MachineApplicable" ? "safe" : "suggestion",
    ...(applicability === "MachineApplicable" && sole ? { preferred: true } : {}),
    ...(snippet ? { snippet: true } : {}),
    edits: edits.map(({ range }, index) => ({ start: file.offsetAt(range.start), end: file.offsetAt(range.end), newText: (texts[index] ?? "").replace(/\r?\n/g, eol) })),
  };
}

/** Machine-applicable suggestions of a file that go together, each whole or not at all, as one fix. */
export interface FixOfMany {
  readonly edits: readonly Edit[];
  /** What the edits come from, one for each finding that is mended. */
  readonly fixes: readonly Fix[];
  /** Findings that it mends. */
  readonly count: number;
}

/**
 * All machine-applicable suggestions together (specification 3.7.5). Where two want to change the same text the first one
 * wins; the other is for the next run of the tool.
 * @param findings those to mend
 */
export function machineFixes(syntax: Syntax, file: SourceFile, findings: readonly ExternalFinding[]): FixOfMany {
  const view = viewOfFile(file);
  const sure = findings.flatMap((finding) => {
    const [only, ...others] = finding.fixes.filter((fix) => fix.applicability === "MachineApplicable");
    return only && others.length === 0 && canApply(only, view) ? [asFix(file, only, only.title, true)] : [];
  });
  const all = together(sure);
  // Nearly always all of them parse; one by one only where something does not.
  if (stillParses(syntax, file, manyFix("", all.edits))) return all;
  const some = together(sure.filter((fix) => stillParses(syntax, file, fix)));
  return stillParses(syntax, file, manyFix("", some.edits)) ? some : together([]);
}

/** The edits of those fixes that touch nothing of the ones before them. */
function together(fixes: readonly Fix[]): FixOfMany {
  let edits: readonly Edit[] = [];
  const taken: Fix[] = [];
  for (const fix of fixes) {
    const more = [...edits, ...fix.edits];
    if (!isDisjoint(more)) continue;
    edits = more;
    taken.push(fix);
  }
  return { edits, fixes: taken, count: taken.length };
}

/** No two edits touch the same text or insert at the same place: what each was judged on stays as it is. */
function isDisjoint(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.every((edit, index) => {
    const before = sorted[index - 1];
    return !before || (before.end <= edit.start && before.start < edit.start);
  });
}

/** Many edits as one safe fix. */
export function manyFix(title: string, edits: readonly Edit[]): Fix {
  return { title, kind: "quickfix", applicability: "safe", edits };
}

/** The file with many edits applied. */
export function withEdits(file: SourceFile, { edits }: FixOfMany): SourceFile {
  const fix = manyFix("", edits);
  return orderedEdits(fix) === undefined ? file : (applyFix(file, fix) ?? file);
}

/** The actions for one finding, the suggestions first. */
export interface ToolActionParts {
  readonly host: Host;
  readonly document: OpenDocument;
  readonly input: AnalysisInput;
  /** The client knows the commands of `protocol`. */
  readonly commands: boolean;
  /** All findings of tools in the document. */
  readonly findings: readonly ExternalFinding[];
}

/**
 * Suggestions as code actions, and one for all machine-applicable ones of the file where there are more.
 * @param shownByOther another extension shows the finding and with it the suggestions that need nothing filled in
 */
export function suggestionActions({ host, document, findings, commands }: ToolActionParts, finding: ExternalFinding, diagnostics: readonly Diagnostic[], shownByOther: boolean): CodeAction[] {
  const { file, uri, version } = document;
  const fixes = toolFixes(host.syntax, file, finding);
  const actions = fixes.filter((fix) => !shownByOther || fix.snippet === true).map((fix) => toCodeAction(file, uri, version, fix, diagnostics, commands));
  if (!fixes.some((fix) => fix.applicability === "safe")) return actions;
  const alike = machineFixes(host.syntax, file, findings.filter((other) => other.source === finding.source && other.code === finding.code));
  if (alike.count > 1) actions.push(toCodeAction(file, uri, version, manyFix(`Fix all ${alike.count} \`${finding.code ?? finding.source}\` in this file (${finding.source})`, alike.edits), diagnostics, commands));
  const all = machineFixes(host.syntax, file, findings);
  if (all.count > Math.max(1, alike.count)) actions.push(toCodeAction(file, uri, version, manyFix(`Apply all ${all.count} machine-applicable fixes of cargo's tools in this file`, all.edits), diagnostics, commands));
  return actions;
}

/**
 * What is left to do about a lint of a tool, whoever shows it: silence it with a reason, read about it.
 * @param offered fixes of ours for the same finding: where one of them mends how the lint is silenced, no more attributes are
 *   offered; where one waives it by an attribute, all but the same one
 */
export function lintActions({ host, document, input, commands }: ToolActionParts, place: Pick<ExternalFinding, "source" | "code" | "range" | "rendered">, diagnostics: readonly Diagnostic[], offered: readonly Fix[] = []): CodeAction[] {
  const { file, uri, version } = document;
  const { source, code } = place;
  const actions: CodeAction[] = [];
  if (code !== undefined && !/^E\d{4}$/.test(code) && source !== "cargo") {
    const lint = source === "rustc" ? code : `${source}::${code}`;
    const same = offered.filter((fix) => fix.edits.some((edit) => edit.newText.includes(`(${lint}`)));
    const attributes = same.every((fix) => fix.waives !== undefined) ? lintAttributes(document.analyzer, input, { lint, offset: file.offsetAt(place.range.start) }) : [];
    const lines = new Set(same.flatMap((fix) => fix.edits.map((edit) => file.positionAt(edit.start).line)));
    const others = attributes.filter((fix) => !fix.edits.some((edit) => lines.has(file.positionAt(edit.start).line)));
    actions.push(...others.filter((fix) => stillParses(host.syntax, file, fix)).map((fix) => toCodeAction(file, uri, version, fix, diagnostics, commands)));
  }
  if (!commands) return actions;
  const argument: ToolPlace = { uri, line: place.range.start.line, code: code ?? "" };
  const command = (title: string, id: string): CodeAction => ({ title, kind: CodeActionKind.QuickFix, diagnostics: [...diagnostics], command: { title, command: id, arguments: [argument] } });
  if (place.rendered !== undefined) actions.push(command("Show the compiler's full message", "covenant.showCompilerOutput"));
  if (code !== undefined && hasLintPage({ source, code })) actions.push(command(`Explain \`${code}\``, "covenant.explainLint"));
  return actions;
}
