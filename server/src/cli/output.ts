/** Writes what `covenant check` found: results on standard output, everything else on standard error. */
import type { CliHost, Output } from "./host.js";
import { githubReport } from "./reporters/github.js";
import { humanReport } from "./reporters/human.js";
import { jsonReport } from "./reporters/json.js";
import { sarifReport } from "./reporters/sarif.js";
import { painter } from "./reporters/terminal.js";
import type { CheckResult } from "./result.js";

/** Output formats. */
export const formats = ["human", "json", "sarif", "github"] as const;
export type Format = (typeof formats)[number];

/** Chunks are gathered to about this many characters before they are written. */
const chunk = 1 << 16;

/** Renders the result in a format. */
export function writeReport(format: Format, result: CheckResult, host: CliHost): void {
  let text = "";
  for (const part of render(format, result, host)) {
    text += part;
    if (text.length < chunk) continue;
    host.stdout.write(text);
    text = "";
  }
  if (text !== "") host.stdout.write(text);
}

function render(format: Format, result: CheckResult, host: CliHost): Iterable<string> {
  switch (format) {
    case "human":
      return humanReport(result, painter(isColoured(host.stdout, host)));
    case "json":
      return jsonReport(result);
    case "sarif":
      return sarifReport(result);
    case "github":
      return githubReport(result, host.env["GITHUB_WORKSPACE"]);
  }
}

/** Colours belong to terminals whose user has not asked for none (no-color.org). */
function isColoured(output: Output, host: CliHost): boolean {
  const refused = host.env["NO_COLOR"];
  return output.isTerminal && (refused === undefined || refused === "") && host.env["TERM"] !== "dumb";
}

/** Tells what is no finding but must be known: rules that threw, files that were not judged. */
export function tellProblems(result: CheckResult, host: CliHost): void {
  for (const { shown, reason } of result.unread) host.stderr.write(`note: ${shown}: skipped, it is ${reason}\n`);
  for (const { shown, message } of result.failed) host.stderr.write(`error: ${shown}: ${message}\n`);
  for (const { shown, report } of result.files) {
    for (const { rule, message } of report.problems) host.stderr.write(`error: ${shown}: the rule \`${rule}\` failed, its findings in this item are missing: ${message}\n`);
  }
}

/** Tells where the time went, slowest rule first. */
export function tellTimings(host: CliHost, phases: Readonly<Record<string, number>>, rules: ReadonlyMap<string, number>): void {
  const row = (name: string, time: number): string => `${time.toFixed(1).padStart(10)} ms  ${name}\n`;
  for (const [name, time] of Object.entries(phases)) host.stderr.write(row(name, time));
  // Rules run in several threads at once: their times add up to more than the clock's.
  for (const [rule, time] of [...rules].sort(([, a], [, b]) => b - a)) host.stderr.write(row(`rule ${rule}`, time));
}
