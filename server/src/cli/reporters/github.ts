/** `--format github`: workflow commands that GitHub shows as annotations of the changed lines. */
import type { Severity } from "../../engine/finding.js";
import type { CheckResult } from "../result.js";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "notice", hint: "notice" };

/**
 * Renders one command a finding.
 * @param workspace checkout folder of the job (`GITHUB_WORKSPACE`), which annotations count paths from; undefined: the current folder
 */
export function* githubReport(result: CheckResult, workspace: string | undefined): Iterable<string> {
  const base = workspace === undefined ? undefined : `${workspace.replaceAll("\\", "/").replace(/\/+$/, "")}/`;
  const remedies = new Map(result.rules.map((rule) => [rule.id, rule.remedy]));
  for (const { path, shown, report } of result.files) {
    const file = base !== undefined && path.startsWith(base) ? path.slice(base.length) : shown;
    for (const { rule, severity, message, start, end } of report.findings) {
      // GitHub refuses columns of a range over several lines.
      const columns = start.line === end.line ? { col: start.column, endColumn: Math.max(end.column, start.column + 1) - 1 } : {};
      const properties = { file, line: start.line, endLine: end.line, ...columns, title: `covenant: ${rule}` };
      const remedy = remedies.get(rule);
      yield command(commands[severity], properties, remedy === undefined ? message : `${message}\n${remedy}`);
    }
  }
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${written.join(",")}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
