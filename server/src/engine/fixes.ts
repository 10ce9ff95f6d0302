/**
 * Fixes, computed on the current text when somebody asks (rules-core specification 6.1). A fix whose result has more
 * syntax errors than the text it starts from is not offered.
 */
import type { AnalysisInput, FileAnalyzer } from "./analyze.js";
import { waiverRules } from "./applyWaivers.js";
import type { Code } from "./code.js";
import type { Edit, Finding, Fix } from "./finding.js";
import { generatedHeader, saysGenerated } from "./generated.js";
import { RuleSet } from "./dispatch.js";
import { judgeSegment, type Mendable, type RuleProblem } from "./judge.js";
import { nearest } from "./nearest.js";
import type { FixContext, Rule } from "./rule.js";
import { activeRules } from "./rules.js";
import { SourceFile } from "./sourceFile.js";
import type { Syntax } from "./syntax.js";
import { waiverEdit, waiverVerb, type WaivedBy } from "./waive.js";
import { waiversOf } from "./waivers.js";

/** A finding with the ways to mend it, best first. Edits are offsets in the file. */
export interface MendedFinding {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
  /** Computing the rule's fixes failed; the finding can still be waived. */
  readonly problem?: RuleProblem;
}

/** What fixes are computed with, and what is offered besides them. */
export interface Also {
  readonly waivers: boolean;
  readonly elsewhere?: FixContext["elsewhere"];
}

/**
 * Fixes for the findings that touch `[start, end]`.
 * @param findings findings of the analysis of this very version of the file
 * @param also what else to give: waivers, behind what mends (who looks for mends alone need not pay for them), and how to find an identifier in the other files of the package
 */
export function fixesFor(syntax: Syntax, rules: readonly Rule[], analyzer: FileAnalyzer, input: AnalysisInput, findings: readonly Finding[], start: number, end: number, also: Also = { waivers: true }): readonly MendedFinding[] {
  const touched = findings.filter((finding) => finding.start <= end && finding.end >= start);
  const bySegment = new Map<number, Finding[]>();
  for (const finding of touched) {
    const index = input.file.segmentAt(finding.start);
    bySegment.set(index, [...(bySegment.get(index) ?? []), finding]);
  }
  const mended: MendedFinding[] = [];
  for (const [index, own] of bySegment) {
    const found = analyzer.withCode(input, index, (code) => segmentFixes(code, rules, analyzer, input, index, own, also));
    mended.push(...(found ?? own.map((finding) => ({ finding, fixes: [] }))));
  }
  const eol = usesCrlf(input.file) ? "\r\n" : "\n";
  return mended.map(({ finding, fixes, ...rest }) => ({ finding, ...rest, fixes: fixes.map((fix) => withLineEnding(fix, eol)).filter((fix) => stillParses(syntax, input.file, fix)) }));
}

function segmentFixes(code: Code, rules: readonly Rule[], analyzer: FileAnalyzer, input: AnalysisInput, index: number, findings: readonly Finding[], also: Also): readonly MendedFinding[] {
  const segmentStart = input.file.starts[index] ?? 0;
  const active = activeRules(rules, input.config).filter(({ rule }) => findings.some((finding) => finding.rule === rule.id));
  const { mendable } = judgeSegment(code, new RuleSet(active), index === 0);
  const context: FixContext = {
    file: input.file,
    segmentStart,
    segmentIndex: index,
    withCode: (other, use) => (other === index ? use(code) : analyzer.withCode(input, other, use)),
    ...(also.elsewhere ? { elsewhere: also.elsewhere } : {}),
  };
  return findings.map((finding) => {
    const own = mendable.find((candidate) => candidate.finding.rule === finding.rule && candidate.finding.start + segmentStart === finding.start && candidate.finding.end + segmentStart === finding.end);
    const { fixes, problem } = own ? attempt(finding.rule, () => ownFixes(code, own, context)) : { fixes: waiverFixes(code, finding, segmentStart, rules) };
    const waivers = also.waivers && isWaivable(finding) ? waiverFixesFor(code, finding, input, index, twinOf(rules, finding.rule)) : [];
    return { finding, fixes: [...fixes.map((fix) => shifted(fix, segmentStart)), ...waivers], ...(problem ? { problem } : {}) };
  });
}

/** A rule that throws loses its own fixes and nobody else's. */
function attempt(rule: string, compute: () => readonly Fix[]): { readonly fixes: readonly Fix[]; readonly problem?: RuleProblem } {
  try {
    return { fixes: compute() };
  } catch (error) {
    return { fixes: [], problem: { rule, message: error instanceof Error ? (error.stack ?? error.message) : String(error) } };
  }
}

/** Fixes are refused inside `macro_rules!` templates and generated files. */
function ownFixes(code: Code, own: Mendable, context: FixContext): readonly Fix[] {
  for (let up = code.parent(own.node); up; up = code.parent(up)) if (up.type === "macro_definition") return [];
  if (isGenerated(context.file)) return [];
  return own.fixes(context);
}

/** A file that says it is generated, in its first lines. */
export function isGenerated(file: SourceFile): boolean {
  return saysGenerated(file.slice(0, generatedHeader));
}

function shifted(fix: Fix, by: number): Fix {
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })) };
}

function isWaivable(finding: Finding): boolean {
  return !Object.values(waiverRules).some((id) => id === finding.rule);
}

/** The lint that says the same as a rule. Of several, which one speaks at a place is not known. */
function twinOf(rules: readonly Rule[], id: string): string | undefined {
  const lints = rules.find((rule) => rule.id === id)?.lints ?? [];
  return lints.length === 1 ? lints[0] : undefined;
}

/**
 * The waivers of a finding, narrowest first: by comment at its statement; for the whole item, by the attribute of the lint that
 * says the same where there is one, so that clippy is silent too; for the file, by comment, because an inner attribute of a
 * crate's root would reach every other file.
 */
function waiverFixesFor(code: Code, finding: Finding, input: AnalysisInput, index: number, lint: string | undefined): readonly Fix[] {
  const { file } = input;
  const comment: WaivedBy = { kind: "comment", rule: finding.rule };
  const base = { kind: "quickfix", applicability: "suggestion", snippet: true } as const;
  // What is said at the very first character, about the header or an opening comment, is about the file.
  const isWholeFile = index === 0 && finding.start === 0 && (code.segment.kind === "inner" || /^\/(?:\/(?!\/)|\*(?!\*))/.test(code.segment.text));
  const here = isWholeFile ? undefined : waiverEdit(code, file, index, finding.start, comment, "statement");
  const attribute: WaivedBy | undefined = lint === undefined ? undefined : { kind: "attribute", lint, verb: waiverVerb(input.role) };
  const item = isWholeFile ? undefined : waiverEdit(code, file, index, finding.start, attribute ?? comment, "item");
  const whole = waiverEdit(code, file, index, finding.start, comment, "file");
  const isSame = attribute === undefined && item?.edit.start === here?.edit.start;
  return [
    ...(here ? [{ ...base, title: `Waive \`${finding.rule}\` here with a reason`, waives: "statement", edits: [here.edit] } as const] : []),
    ...(item && !isSame ? [{ ...base, title: `Waive \`${finding.rule}\` for this ${item.covers} ${attribute ? `by \`#[${attribute.verb}]\`` : "with a reason"}`, waives: "item", edits: [item.edit] } as const] : []),
    ...(whole ? [{ ...base, title: `Waive \`${finding.rule}\` for this file with a reason`, waives: "file", edits: [whole.edit] } as const] : []),
  ];
}

/** Fixes of the findings about waivers. */
function waiverFixes(code: Code, finding: Finding, segmentStart: number, rules: readonly Rule[]): readonly Fix[] {
  if (isWaivable(finding)) return [];
  const start = finding.start - segmentStart;
  for (const waiver of waiversOf(code.segment, code, true)) {
    if (finding.rule === waiverRules.reason && waiver.start === start) {
      return [{ title: "Give the waiver a reason", kind: "quickfix", applicability: "suggestion", preferred: true, snippet: true, edits: [{ start: waiver.afterTerms, end: commentEnd(code.segment.text, waiver.end), newText: " -- ${1:reason}" }] }];
    }
    if (finding.rule === waiverRules.expired && waiver.until?.start === start) {
      return [{ title: "Remove the expired waiver", kind: "quickfix", applicability: "suggestion", preferred: true, edits: [wholeRemoval(code.segment.text, waiver)] }];
    }
    const named = waiver.ids.find((id) => id.start === start);
    if (!named) continue;
    if (finding.rule === waiverRules.unknown) {
      const near = nearest(named.id, rules.map((rule) => rule.id));
      return near === undefined ? [] : [{ title: `Replace by \`${near}\``, kind: "quickfix", applicability: "suggestion", preferred: true, edits: [{ start: named.start, end: named.end, newText: near }] }];
    }
    if (finding.rule === waiverRules.unused) return [{ title: "Remove the unused waiver", kind: "quickfix", applicability: "suggestion", preferred: true, edits: [removal(code.segment.text, waiver, named)] }];
  }
  return [];
}

function commentEnd(text: string, end: number): number {
  return text.slice(0, end).endsWith("*/") ? end - 2 : end;
}

/** Removes one id, or the whole comment (with its line, when it stands alone) if it was the last. */
function removal(text: string, waiver: { readonly start: number; readonly end: number; readonly ids: readonly { readonly start: number; readonly end: number }[] }, id: { readonly start: number; readonly end: number }): Edit {
  if (waiver.ids.length > 1) {
    const position = waiver.ids.findIndex((other) => other.start === id.start);
    const next = waiver.ids[position + 1];
    const previous = waiver.ids[position - 1];
    return next ? { start: id.start, end: next.start, newText: "" } : { start: previous?.end ?? id.start, end: id.end, newText: "" };
  }
  return wholeRemoval(text, waiver);
}

/** Removes a comment, with its line when it stands alone there. */
function wholeRemoval(text: string, comment: { readonly start: number; readonly end: number }): Edit {
  let { start, end } = comment;
  const line = text.lastIndexOf("\n", start - 1) + 1;
  if (text.slice(line, start).trim() === "") {
    start = line;
    const next = text.indexOf("\n", end);
    end = next < 0 ? end : next + 1;
  } else {
    while (start > line && (text[start - 1] === " " || text[start - 1] === "\t")) start--;
  }
  return { start, end, newText: "" };
}

/** True where the file's lines end with a carriage return and a line feed. */
export function usesCrlf(file: SourceFile): boolean {
  const first = file.segments[0]?.text ?? "";
  return first.includes("\r\n") || file.slice(0, 4000).includes("\r\n");
}

function withLineEnding(fix: Fix, eol: string): Fix {
  if (eol === "\n") return fix;
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/\r?\n/g, eol) })) };
}

/** An escaped character, a placeholder with text, one with choices, or a bare one: read in one pass, so that an escaped `$` starts nothing. */
const snippetToken = /\\([$}\\])|\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\{\d+\|([^,|]*)[^|]*\|\}|\$\d+/gs;

/** The text of a snippet with its placeholders' own texts. */
export function plainText(newText: string): string {
  return newText.replace(snippetToken, (_, escaped?: string, text?: string, choice?: string) => escaped ?? text?.replace(/\\([$}\\])/g, "$1") ?? choice ?? "");
}

/** Edits as plain text, last first; undefined when they overlap. */
export function orderedEdits(fix: Fix): readonly Edit[] | undefined {
  const edits = [...fix.edits].sort((a, b) => b.start - a.start || b.end - a.end);
  for (let index = 1; index < edits.length; index++) if ((edits[index]?.end ?? 0) > (edits[index - 1]?.start ?? 0)) return undefined;
  return edits.map((edit) => (fix.snippet ? { ...edit, newText: plainText(edit.newText) } : edit));
}

/** Applies a fix; undefined when its edits overlap. */
export function applyFix(file: SourceFile, fix: Fix): SourceFile | undefined {
  const edits = orderedEdits(fix);
  return edits?.reduce((current, edit) => current.edit(edit), file);
}

/** True when a fix can be applied and leaves no more segments with syntax errors than there are. */
export function stillParses(syntax: Syntax, file: SourceFile, fix: Fix): boolean {
  const after = applyFix(file, fix);
  return after !== undefined && errorsIn(syntax, after, file) <= errorsIn(syntax, file, after);
}

/** Number of segments with syntax errors among those that the other version does not have. */
function errorsIn(syntax: Syntax, file: SourceFile, other: SourceFile): number {
  const known = new Set(other.segments);
  let errors = file.recovery ? 1 : 0;
  for (const segment of file.segments) {
    if (known.has(segment) || segment.kind === "close") continue;
    const tree = syntax.parse(syntax.prepared(segment.kind === "open" ? `${segment.text}\n}` : segment.text));
    if (!tree) {
      errors++;
      continue;
    }
    if (tree.rootNode.hasError || segment.recovered) errors++;
    syntax.free(tree);
  }
  return errors;
}

/** Whole text after a fix, for tests and for the CLI. */
export function textAfter(text: string, fix: Fix): string | undefined {
  return applyFix(SourceFile.of(text), fix)?.text;
}
