/** The diagnostics report: what somebody who helps a user needs to know, as Markdown. */
import type { ServerStatus, Settings } from "../protocol/index.js";
import type { Documents } from "./documents.js";
import type { Host } from "./host.js";

/**
 * Versions, effective configuration, timings and the state of the tools. Rule times are milliseconds since the start.
 * @param runs one line for each of clippy's last runs
 */
export function diagnosticsReport(host: Host, status: ServerStatus, settings: Settings, times: ReadonlyMap<string, number>, documents: Documents, runs: readonly string[]): string {
  const slowest = [...times].sort((a, b) => b[1] - a[1]).slice(0, 15);
  return [
    "# Rust Covenant report",
    "",
    `- version ${host.version}`,
    ...host.report().map((line) => `- ${line}`),
    `- profile ${status.profile}, configuration files: ${status.configFiles.length === 0 ? "none" : status.configFiles.join(", ")}`,
    `- last analysis ${status.lastAnalysisMs} ms; open Rust documents: ${documents.all.length}; parse trees alive: ${host.syntax.liveTrees}`,
    `- clippy: ${status.clippy}${status.clippyDetail === undefined ? "" : ` (${status.clippyDetail})`}`,
    `- configuration error: ${status.configError?.message ?? "none"}`,
    `- rules that failed: ${status.brokenRules.length === 0 ? "none" : status.brokenRules.join(", ")}`,
    "",
    "## Last runs of clippy",
    "",
    ...(runs.length === 0 ? ["- none"] : runs.map((line) => `- ${line}`)),
    "",
    "## Settings",
    "",
    "```json",
    JSON.stringify(settings, null, 2),
    "```",
    "",
    "## Time by rule (ms since start)",
    "",
    ...slowest.map(([rule, milliseconds]) => `- ${rule}: ${milliseconds.toFixed(1)}`),
    "",
  ].join("\n");
}
