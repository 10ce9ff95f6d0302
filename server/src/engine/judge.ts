/** Runs the rules over one parsed segment in a single dispatch pass. */
import type { Code, Search } from "./code.js";
import { inError, regionOf } from "./context.js";
import type { CallStep, Fix, RelatedPlace, Severity } from "./finding.js";
import { formatMessage, type FixContext, type Report, type RuleContext } from "./rule.js";
import { containsAny, placesOf, type ActiveRule } from "./rules.js";
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

type Visit = { readonly active: ActiveRule; readonly visitor: (node: Node, cx: RuleContext) => void; readonly cx: RuleContext };

/**
 * Judges a segment.
 * @param active rules that may find something here
 * @param first the segment is the first of its file
 */
export function judgeSegment(code: Code, active: readonly ActiveRule[], first: boolean, timer?: RuleTimer): Judgement {
  const findings: RawFinding[] = [];
  const mendable: Mendable[] = [];
  const problems: RuleProblem[] = [];
  if (active.length === 0) return { findings, problems, mendable };
  const broken = code.segment.recovered || code.root.hasError;
  const headerBroken = broken && (code.segment.keyword !== "fn" || hasHeaderError(code));
  const visitors = new Map<string, Visit[]>();
  for (const own of active) {
    if (own.rule.looksFor === "absence" && (own.rule.reads === "header" ? headerBroken : broken)) continue;
    const cx = contextFor(code, own, first, findings, mendable, broken);
    for (const [kind, visitor] of Object.entries(own.rule.on)) {
      const list = visitors.get(kind) ?? [];
      list.push({ active: own, visitor, cx });
      visitors.set(kind, list);
    }
  }
  const words = [...new Set(active.flatMap(({ needs }) => needs ?? []))];
  const failed = new Set<string>();
  const run = (node: Node, list: readonly Visit[]): void => {
    for (const { active: own, visitor, cx } of list) {
      if (failed.has(own.rule.id)) continue;
      const started = timer?.now() ?? 0;
      try {
        visitor(node, cx);
      } catch (error) {
        failed.add(own.rule.id);
        problems.push({ rule: own.rule.id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
      if (timer) timer.times.set(own.rule.id, (timer.times.get(own.rule.id) ?? 0) + timer.now() - started);
    }
  };
  if (visitors.size > 0) {
    for (const node of code.find(searchFor(code, visitors, words), (text) => containsAny(text, words))) run(node, visitors.get(node.type) ?? []);
  }
  const kept = failed.size > 0 ? findings.filter((finding) => !failed.has(finding.rule)) : findings;
  return { findings: kept.sort(inOrder), problems, mendable };
}

/** Words that stand more often than this in a segment: all its nodes of the kinds are looked at. */
const mostPlaces = 24;

/** Where the rules want to look: at every node of their kinds, or only around the words they need. */
function searchFor(code: Code, visitors: ReadonlyMap<string, readonly Visit[]>, words: readonly string[]): Search {
  const kinds = [...visitors.keys()];
  const atWords = kinds.filter((kind) => visitors.get(kind)?.every(({ active }) => active.rule.atWords === true && active.needs !== undefined));
  const offsets = atWords.length > 0 ? placesOf(code.segment.text, words, mostPlaces) : undefined;
  return offsets ? { everywhere: kinds.filter((kind) => !atWords.includes(kind)), around: { kinds: atWords, offsets } } : { everywhere: kinds };
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
