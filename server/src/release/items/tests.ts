/** "All tests passing": three runs, each judged by its own output (specification 2.1). */
import { CARGO, defineItem, packageArguments, withoutAnswer, type EvidenceFinding, type ItemCommand, type ItemContext, type ProofHost, type Verdict } from "../item.js";
import { isClosed, parseTestList, parseTestOutput, type TestReport } from "../libtest.js";

const TIMEOUT_MS = 30 * 60_000;
const IDLE_MS = 10 * 60_000;

/** The covenant's three pipeline runs. */
const RUNS = [
  { id: "all-features", flags: ["--all-features"] },
  { id: "no-default-features", flags: ["--no-default-features"] },
  { id: "doc", flags: ["--all-features", "--doc"] },
] as const;

type Run = (typeof RUNS)[number];

/** One run after judgement. */
interface RunVerdict {
  readonly state: Verdict["state"];
  readonly summary: string;
  readonly passed: number;
  readonly failed: number;
  readonly ignored: number;
  readonly findings: readonly EvidenceFinding[];
  readonly install?: string;
}

export const tests = defineItem({
  id: "tests",
  title: "All tests passing",
  clause: "Release Checklist; CI/CD Requirements: pipeline.test",
  proves:
    "Unit, integration and documentation tests pass with all features and without default features, and every test that was announced reported its end. It does not say how much of the code they reach.",
  parser: "libtest-text@1",
  inputs: ["package", "manifests", "configuration", "environment", "tools"],
  timeoutMs: TIMEOUT_MS,
  needs: [CARGO],
  commands: (context) => applicable(context).map((run) => command(context, run)),
  prove: async (context, host) => {
    const results: { readonly run: Run; readonly verdict: RunVerdict }[] = [];
    for (const run of applicable(context)) {
      const verdict = await judgeRun(context, run, host);
      results.push({ run, verdict });
      // Nothing that follows a cancelled run or a missing cargo could say more.
      if (verdict.state === "cancelled" || verdict.state === "tool-missing") break;
    }
    return combine(results);
  },
});

/** `cargo test --doc` fails for a package without a library, so it is not asked there. */
function applicable(context: ItemContext): readonly Run[] {
  const documented = context.package.targets.some((target) => target.doctest);
  return RUNS.filter((run) => run.id !== "doc" || documented);
}

function command(context: ItemContext, run: Run): ItemCommand {
  return {
    argv: [context.cargo, "test", ...packageArguments(context), ...run.flags, "--no-fail-fast"],
    cwd: context.workspace.root,
    timeoutMs: TIMEOUT_MS,
    idleTimeoutMs: IDLE_MS,
    output: "merged",
  };
}

async function judgeRun(context: ItemContext, run: Run, host: ProofHost): Promise<RunVerdict> {
  const main = command(context, run);
  // The expected set comes first: a binary that ends before it announces its tests would otherwise go unnoticed.
  const listing: ItemCommand = { ...main, argv: [...main.argv, "--", "--list", "--format", "terse"] };
  const listed = await host.run(listing);
  const noList = withoutAnswer(listed, listing, TIMEOUT_MS);
  if (noList !== undefined && (noList.state === "cancelled" || noList.state === "tool-missing")) return empty(noList);
  // A harness of its own may refuse `--list`; then there is no expected set for it and the run alone decides.
  const expected = listed.exitCode === 0 ? parseTestList(listed.stdout) : new Map<string, number>();
  const outcome = await host.run(main);
  const noAnswer = withoutAnswer(outcome, main, TIMEOUT_MS);
  const report = parseTestOutput(outcome.stdout);
  if (noAnswer !== undefined) {
    const last = report.binaries.at(-1)?.suites.at(-1)?.last;
    return empty({ ...noAnswer, summary: last === undefined ? noAnswer.summary : `${noAnswer.summary}; the last test was \`${last}\`` });
  }
  return judge(report, outcome.exitCode, expected);
}

/**
 * Judges one run.
 * @param exitCode An observation only: 0 does not pass a run, and not 0 fails one whose text looks fine.
 */
function judge(report: TestReport, exitCode: number | null, expected: ReadonlyMap<string, number>): RunVerdict {
  const suites = report.binaries.flatMap((binary) => binary.suites);
  const sum = (key: "passed" | "failed" | "ignored" | "filtered"): number => suites.reduce((total, suite) => total + (suite.result?.[key] ?? 0), 0);
  const unclosed = suites.reduce((total, suite) => total + (isClosed(suite) ? 0 : suite.failed.length), 0);
  const counts = { passed: sum("passed"), failed: sum("failed") + unclosed, ignored: sum("ignored") };
  const findings: EvidenceFinding[] = [];
  const early: string[] = [];
  for (const binary of report.binaries) {
    for (const suite of binary.suites) for (const name of suite.failed) findings.push(failure(name, report.failures.get(name)));
    const announced = binary.suites.reduce((total, suite) => total + suite.expected, 0);
    const last = binary.suites.at(-1)?.last;
    if (binary.crash !== undefined || announced < (expected.get(binary.name) ?? 0) || binary.suites.some((suite) => !isClosed(suite))) {
      const why = binary.crash === undefined ? "" : ` (${binary.crash})`;
      early.push(binary.name);
      findings.push({ message: `the test binary ${binary.name} ended early${why}${last === undefined ? "" : `; the last test seen was \`${last}\``}` });
    }
  }
  for (const [name, count] of expected) {
    if (count > 0 && !report.binaries.some((binary) => binary.name === name)) {
      early.push(name);
      findings.push({ message: `${name} lists ${count} tests but was not run` });
    }
  }
  const verdict = (state: Verdict["state"], summary: string): RunVerdict => ({ state, summary, ...counts, findings });
  if (report.notCompiled.length > 0) return verdict("error", `does not compile: ${report.notCompiled.join(", ")}`);
  if (early.length > 0) return verdict("failed", `${early.join(", ")} ended early, whatever the exit code says`);
  if (counts.failed > 0) return verdict("failed", `${counts.failed} failed, ${counts.passed} passed`);
  if (report.binaries.length === 0) return verdict("error", report.error ?? `cargo exited with ${exitCode ?? "a signal"} and ran no tests`);
  if (exitCode !== 0) return verdict("failed", `cargo exited with ${exitCode ?? "a signal"}${report.error === undefined ? "" : `: ${report.error}`}`);
  if (sum("filtered") > 0) return verdict("inconclusive", `${sum("filtered")} tests were filtered out`);
  return verdict("passed", `${counts.passed} passed${counts.ignored === 0 ? "" : `, ${counts.ignored} ignored`}`);
}

/** Worst first; the worst run decides the item. */
const ORDER: readonly Verdict["state"][] = ["cancelled", "tool-missing", "failed", "error", "inconclusive", "passed"];

function combine(results: readonly { readonly run: Run; readonly verdict: RunVerdict }[]): Verdict {
  const measures: Record<string, number> = {};
  for (const { run, verdict } of results) {
    measures[`${run.id}.passed`] = verdict.passed;
    measures[`${run.id}.failed`] = verdict.failed;
    measures[`${run.id}.ignored`] = verdict.ignored;
  }
  const worst = results.toSorted((left, right) => ORDER.indexOf(left.verdict.state) - ORDER.indexOf(right.verdict.state))[0];
  const findings = results.flatMap(({ run, verdict }) => verdict.findings.map((finding) => ({ ...finding, message: `${run.id}: ${finding.message}` })));
  if (worst === undefined) return { state: "error", summary: "no run took place", measures };
  const { verdict } = worst;
  if (verdict.state !== "passed") {
    return { state: verdict.state, summary: `${worst.run.id}: ${verdict.summary}`, measures, findings, ...(verdict.install === undefined ? {} : { install: verdict.install }) };
  }
  // No tests at all prove nothing. One run may be empty (no documentation tests, everything behind a feature).
  if (results.every((result) => result.verdict.passed === 0)) return { state: "inconclusive", summary: "there is no test to run", measures, findings };
  return { state: "passed", summary: results.map((result) => `${result.run.id}: ${result.verdict.summary}`).join("; "), measures, findings };
}

function empty(verdict: Verdict): RunVerdict {
  return { state: verdict.state, summary: verdict.summary, passed: 0, failed: 0, ignored: 0, findings: [], ...(verdict.install === undefined ? {} : { install: verdict.install }) };
}

function failure(name: string, text: string | undefined): EvidenceFinding {
  const place = /panicked at (.+?):(\d+):\d+:/.exec(text ?? "");
  return {
    ...(place?.[1] === undefined ? {} : { file: place[1], line: Number(place[2]) }),
    message: `\`${name}\` failed${text === undefined || text === "" ? "" : `: ${reason(text)}`}`,
  };
}

/** The assertion text after the "panicked at" line, or the first line of what the test printed. */
function reason(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("note: "));
  const panic = lines.findIndex((line) => line.includes("panicked at"));
  return (lines[panic + 1] ?? lines[0] ?? "").trim();
}
