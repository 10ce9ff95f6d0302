/** Runs the rules over one parsed segment in a single dispatch pass. */
import type { Code } from "./code.js";
import { inError, regionOf } from "./context.js";
import { dispatchOf, searchIn, type RuleSet } from "./dispatch.js";
import type { CallStep, Fix, RelatedPlace, Severity } from "./finding.js";
import { formatMessage, type FixContext, type Report, type RuleContext } from "./rule.js";
import { containsAny, type ActiveRule } from "./rules.js";
import { isSuppressed } from "./suppression.js";
import type { Node } from "./syntax.js";
import type { RuleTimer } from "./analyze.js";

/** A finding with offsets in its segment. */
export interface RawFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly related?: readonly RelatedPlace[];
  readonly through?: readonly CallStep[];
}

/** A rule that threw: it is skipped for the segment, everything else goes on. */
export interface RuleProblem {
  readonly rule: string;
  readonly message: string;
}

/** Computes the fixes of a finding; valid while the segment's code lives. */
export interface Mendable {
  readonly finding: RawFinding;
  readonly node: Node;
  readonly fixes: (fix: FixContext) => readonly Fix[];
}

export interface Judgement {
  readonly findings: readonly RawFinding[];
  readonly problems: readonly RuleProblem[];
  readonly mendable: readonly Mendable[];
}

/**
 * Judges a segment.
 * @param set rules that may find something here
 * @param first the segment is the first of its file
 */
export function judgeSegment(code: Code, set: RuleSet, first: boolean, timer?: RuleTimer): Judgement {
  const findings: RawFinding[] = [];
  const mendable: Mendable[] = [];
  const problems: RuleProblem[] = [];
  if (set.rules.length === 0) return { findings, problems, mendable };
  const broken = code.segment.recovered || code.root.hasError;
  const dispatch = broken ? dispatchOf(whenBroken(code, set.rules)) : set.dispatch;
  const { rules, visitors, words } = dispatch;
  if (visitors.size === 0) return { findings, problems, mendable };
  const contexts = rules.map((own) => contextFor(code, own, first, findings, mendable, broken));
  const failed = new Set<string>();
  for (const node of code.find(searchIn(code.segment.text, dispatch), (text) => containsAny(text, words))) {
    for (const { rule: index, visit } of visitors.get(node.type) ?? []) {
      const cx = contexts[index];
      const own = rules[index];
      if (!cx || !own || failed.has(own.rule.id)) continue;
      const started = timer?.now() ?? 0;
      try {
        visit(node, cx);
      } catch (error) {
        failed.add(own.rule.id);
        problems.push({ rule: own.rule.id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
      if (timer) timer.times.set(own.rule.id, (timer.times.get(own.rule.id) ?? 0) + timer.now() - started);
    }
  }
  const kept = failed.size > 0 ? findings.filter((finding) => !failed.has(finding.rule)) : findings;
  return { findings: kept.sort(inOrder), problems, mendable };
}

/** Rules that report what is missing are silent where it may be in what does not parse. */
function whenBroken(code: Code, active: readonly ActiveRule[]): readonly ActiveRule[] {
  const headerBroken = code.segment.keyword !== "fn" || hasHeaderError(code);
  return active.filter(({ rule }) => rule.looksFor !== "absence" || (rule.reads === "header" && !headerBroken));
}

/** Source order; findings at one place by rule. */
export function inOrder(a: Pick<RawFinding, "start" | "end" | "rule">, b: Pick<RawFinding, "start" | "end" | "rule">): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** A function's syntax error outside its body. */
function hasHeaderError(code: Code): boolean {
  const item = code.item;
  return code.root.children.some((node) => node.hasError && (node.id !== item?.id || node.type !== "function_item" || node.children.some((child) => child.hasError && child.type !== "block")));
}

function contextFor(code: Code, own: ActiveRule, first: boolean, findings: RawFinding[], mendable: Mendable[], broken: boolean): RuleContext {
  const { rule, severity } = own;
  const exempt = (node: Node): boolean => !rule.regions.includes(regionOf(code, node));
  return {
    code,
    options: own.options as RuleContext["options"],
    first,
    exempt,
    report(node: Node, report: Report<Record<string, string>>) {
      if (broken && inError(code, node)) return;
      if (exempt(node) || isSuppressed(code, node, rule.lints)) return;
      const range = report.range ?? { start: code.start(node), end: code.end(node) };
      const finding: RawFinding = {
        rule: rule.id,
        severity,
        message: formatMessage(rule.messages[report.message] ?? "", report.data),
        start: range.start,
        end: Math.max(range.start, Math.min(range.end, code.segment.text.length)),
        ...(report.related && report.related.length > 0 ? { related: report.related } : {}),
        ...(report.through ? { through: report.through } : {}),
      };
      findings.push(finding);
      if (report.fixes) mendable.push({ finding, node, fixes: report.fixes });
    },
  };
}
