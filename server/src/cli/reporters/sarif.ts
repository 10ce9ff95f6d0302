/** `--format sarif`: SARIF 2.1.0 (OASIS standard, 27 March 2020) with rule help, fixes, suppressions and fingerprints. */
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import type { Severity } from "../../engine/finding.js";
import { rulePage, twinPage } from "../../engine/rulePage.js";
import type { Rule } from "../../engine/rule.js";
import { baselineName } from "../../project/baseline.js";
import type { Extent, ReportedFinding, ReportedFix, ReportedWaiver } from "../report.js";
import type { CheckedFile, CheckResult } from "../result.js";
import { shownPath } from "../targets.js";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "note", hint: "note" };

/** Identifier of the folder that relative addresses count from. */
const base = "SRCROOT";

/** Why an old finding is none to act on. */
const inBaseline = { kind: "external", status: "accepted", justification: `this finding is older than the adoption of the covenant and stands in ${baselineName}` } as const;

/** Renders one log with one run. */
export function* sarifReport(result: CheckResult): Iterable<string> {
  const rules = [...result.rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indices = new Map(rules.map((rule, index) => [rule.id, index]));
  // All results of a run have a state or none has: a viewer could not tell a result without one from an old one.
  const compared = result.files.some(({ baselined }) => baselined !== undefined);
  const results = result.files.flatMap((file) => fileResults(file, indices, compared, result.cwd));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "covenant", fullName: "Rust Covenant", semanticVersion: result.version, rules: rules.map((rule) => descriptor(rule, result)) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [base]: { uri: `${pathToFileURL(result.cwd).href.replace(/\/$/, "")}/` } },
        invocations: [invocation(result)],
        results,
      },
    ],
  };
  yield `${JSON.stringify(log, undefined, 1)}\n`;
}

function descriptor(rule: Rule, result: CheckResult): object {
  const helpUri = twinPage(rule);
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)(\w)/g, (_whole, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    help: { text: rule.remedy, markdown: rulePage(rule, result.examples[rule.id]) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: [rule.group], profiles: [...rule.profiles, "strict"] },
  };
}

function fileResults(file: CheckedFile, indices: ReadonlyMap<string, number>, compared: boolean, cwd: string): readonly object[] {
  const seen = new Map<string, number>();
  const make = (finding: ReportedFinding, state: "new" | "unchanged", suppressions: readonly object[]): object => {
    const fixes = finding.fixes ?? [];
    return {
      ruleId: finding.rule,
      ruleIndex: indices.get(finding.rule) ?? -1,
      level: levels[finding.severity],
      message: { text: finding.message },
      locations: [location(file, finding, snippetOf(finding))],
      partialFingerprints: { "covenantFinding/v1": fingerprint(finding, seen) },
      ...(finding.related.length > 0 ? { relatedLocations: finding.related.map((place, id) => ({ id, ...location(place.path === undefined ? file : { path: place.path, shown: shownPath(place.path, cwd) }, place), message: { text: place.message } })) } : {}),
      ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fixOf(file, fix)) } : {}),
      ...(compared ? { baselineState: state } : {}),
      ...(suppressions.length > 0 ? { suppressions } : {}),
    };
  };
  const waived = ({ reason, until, issue, waiver }: ReportedWaiver): object => ({
    kind: "inSource",
    status: "accepted",
    justification: reason,
    location: location(file, waiver),
    ...(until === undefined && issue === undefined ? {} : { properties: { ...(until === undefined ? {} : { until }), ...(issue === undefined ? {} : { issue }) } }),
  });
  return [
    ...inSourceOrder(file).map(({ finding, old }) => (old ? make(finding, "unchanged", [inBaseline]) : make(finding, "new", []))),
    ...file.report.waived.map((waiver) => make(waiver.finding, "new", [waived(waiver)])),
  ];
}

/** New and old findings together: fingerprints count likes, so they must not depend on which of them the baseline holds. */
function inSourceOrder(file: CheckedFile): readonly { readonly finding: ReportedFinding; readonly old: boolean }[] {
  const fresh = file.report.findings.map((finding) => ({ finding, old: false }));
  if (file.baselined === undefined || file.baselined.length === 0) return fresh;
  const all = [...fresh, ...file.baselined.map((finding) => ({ finding, old: true }))];
  return all.sort((a, b) => a.finding.start.offset - b.finding.start.offset || a.finding.end.offset - b.finding.end.offset);
}

/** The same finding has the same fingerprint when lines above it come and go: rule, source line, count of its likes. */
function fingerprint(finding: ReportedFinding, seen: Map<string, number>): string {
  const line = finding.lines.find((one) => one.line === finding.start.line)?.text.trim() ?? "";
  const same = `${finding.rule}\0${line}`;
  const count = seen.get(same) ?? 0;
  seen.set(same, count + 1);
  return createHash("sha256").update(`${same}\0${count}`).digest("hex").slice(0, 32);
}

function snippetOf(finding: ReportedFinding): string | undefined {
  const line = finding.start.line === finding.end.line ? finding.lines.find((one) => one.line === finding.start.line) : undefined;
  const from = finding.start.column - 1 - (line?.from ?? 0);
  const length = finding.end.offset - finding.start.offset;
  return line && from >= 0 && from + length <= line.text.length ? line.text.slice(from, from + length) : undefined;
}

function location(file: Pick<CheckedFile, "path" | "shown">, extent: Extent, snippet?: string): object {
  return { physicalLocation: { artifactLocation: artifact(file), region: { ...region(extent), ...(snippet === undefined ? {} : { snippet: { text: snippet } }) } } };
}

function artifact(file: Pick<CheckedFile, "path" | "shown">): object {
  if (file.shown === file.path) return { uri: pathToFileURL(file.path).href };
  return { uri: file.shown.split("/").map(encodeURIComponent).join("/"), uriBaseId: base };
}

function region({ start, end }: Extent): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column, charOffset: start.offset, charLength: end.offset - start.offset };
}

function fixOf(file: CheckedFile, fix: ReportedFix): object {
  const replacements = fix.edits.map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.newText } }));
  return { description: { text: fix.safe ? fix.title : `${fix.title} (a suggestion: check the result)` }, artifactChanges: [{ artifactLocation: artifact(file), replacements }] };
}

function invocation(result: CheckResult): object {
  const notifications = [
    ...result.files.flatMap((file) => file.report.problems.map((problem) => ({ level: "error", message: { text: `the rule ${problem.rule} failed: ${problem.message}` }, locations: [{ physicalLocation: { artifactLocation: artifact(file) } }] }))),
    ...result.failed.map(({ shown, message }) => ({ level: "error", message: { text: `${shown}: ${message}` } })),
    ...result.unread.map(({ shown, reason }) => ({ level: "warning", message: { text: `${shown}: skipped, it is ${reason}` } })),
  ];
  const isComplete = result.failed.length === 0 && result.files.every(({ report }) => report.problems.length === 0);
  return { executionSuccessful: isComplete, exitCode: result.exitCode, ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}) };
}
