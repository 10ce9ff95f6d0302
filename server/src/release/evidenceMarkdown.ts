/** An evidence record as Markdown, for people: verdict, numbers, findings, commands with the end of their log. */
import type { EvidenceRecord } from "./evidence.js";
import type { ItemDeclaration } from "./item.js";

/**
 * Renders a record.
 * @param standing What the record is worth now, from `standing` of `evidence.ts`; `called` is the state in words.
 */
export function evidenceMarkdown(item: ItemDeclaration, record: EvidenceRecord, standing: { readonly called: string; readonly summary: string }): string {
  const lines = [
    `# ${item.title}: ${standing.called}`, "",
    `${escape(standing.summary)}.`, "",
    `*${escape(item.proves)}*`, "",
    `- Package: \`${record.package}\``,
    `- Taken: ${record.startedAt}, in ${(record.durationMs / 1000).toFixed(1)} s`,
    `- Clause of the covenant: ${escape(item.clause)}`,
    `- Inputs: ${Object.keys(record.inputs.entries).length} (\`${record.inputs.digest.slice(0, 19)}…\`, ${record.inputs.algorithm})`,
    ...Object.entries(record.tools).map(([name, version]) => `- ${name}: ${escape(version.split("\n")[0] ?? "")}`),
    "",
  ];
  const measures = Object.entries(record.result.measures);
  if (measures.length > 0) lines.push("| measure | value |", "| --- | --- |", ...measures.map(([name, value]) => `| ${escape(name)} | ${escape(String(value))} |`), "");
  if (record.result.findings.length > 0) {
    lines.push("## Findings", "");
    for (const finding of record.result.findings) {
      const place = finding.file === undefined ? "" : `\`${finding.file}${finding.line === undefined ? "" : `:${finding.line}`}\` `;
      lines.push(`- ${place}${escape(finding.message.split("\n")[0] ?? "")}`);
    }
    if (record.result.findingsTruncated > 0) lines.push(`- … and ${record.result.findingsTruncated} more`);
    lines.push("");
  }
  for (const run of record.runs) {
    const end = run.exitCode === null ? `ended by ${run.signal ?? "an unknown cause"}` : `exit code ${run.exitCode}`;
    lines.push(`## \`${run.argv.join(" ")}\``, "", `In \`${run.cwd}\`, ${(run.durationMs / 1000).toFixed(1)} s, ${end}, log ${run.logBytes} bytes (\`${run.logDigest.slice(0, 19)}…\`).`, "");
    if (run.logExcerpt !== "") {
      const fence = fenceFor(run.logExcerpt);
      lines.push(`${fence}text`, run.logExcerpt, fence, "");
    }
  }
  return lines.join("\n");
}

/** A fence longer than any run of backticks in the text, so that a log cannot end its own block. */
function fenceFor(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, ticks) => Math.max(most, ticks.length), 2);
  return "`".repeat(longest + 1);
}

/** Text of a tool must not become Markdown, a link or HTML in the editor's page. */
function escape(text: string): string {
  // What stands between backticks is code already; an escape there would show.
  return text.replace(/`[^`\n]*`|[\\*_[\]<>|#]/g, (found) => (found.length > 1 ? found : `\\${found}`));
}
