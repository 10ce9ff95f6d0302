/** What clients ask about findings: pages of rules and lints, the compiler's own words, the report for those who help. */
import type { Connection } from "vscode-languageserver";
import type { Notifications, Requests } from "../protocol/index.js";
import type { ExternalFinding } from "../release/externalFinding.js";
import type { Host } from "./host.js";
import { explain } from "./hover.js";
import type { DiagnosticsHub } from "./hub.js";

export interface ToolRequestParts {
  readonly connection: Connection;
  readonly host: Host;
  readonly hub: DiagnosticsHub;
  /** Publishes a file anew. */
  readonly republish: (uri: string) => void;
  /** False before the workspace is trusted: nothing is started then. */
  readonly trusted: () => boolean;
  /** Folder whose toolchain answers. */
  readonly folder: () => string | undefined;
  readonly cargo: () => string;
  /** The report without what only the client and the toolchain know. */
  readonly report: () => string;
}

/** Registers the requests. */
export function registerToolRequests({ connection, host, hub, republish, trusted, folder, cargo, report }: ToolRequestParts): void {
  connection.onRequest("covenant/explain", ({ rule }: Requests["covenant/explain"]["params"]) => explain(host, rule));
  connection.onRequest("covenant/compilerOutput", ({ uri, line, code }: Requests["covenant/compilerOutput"]["params"]) => compilerOutput(hub.tools.of(uri), line, code));
  connection.onRequest("covenant/explainLint", async ({ code }: Requests["covenant/explainLint"]["params"]): Promise<Requests["covenant/explainLint"]["result"]> => {
    if (!trusted()) throw new Error("the workspace is not trusted; trust it to ask its toolchain");
    const page = await host.lintPage?.(cargo(), folder(), code);
    return page === undefined ? null : { markdown: page };
  });
  connection.onRequest("covenant/report", async (params: Requests["covenant/report"]["params"]) => {
    const toolchain = trusted() ? ((await host.toolchain?.(cargo(), folder())) ?? []) : ["not asked: the workspace is not trusted"];
    const listed = (title: string, lines: readonly string[]): string => `## ${title}\n\n${lines.length === 0 ? "- nothing" : lines.map((line) => `- ${line}`).join("\n")}\n`;
    return { markdown: [report(), listed("Toolchain", toolchain), listed("Editor", params?.editor ?? [])].join("\n") };
  });
  connection.onNotification("covenant/otherDiagnostics", ({ uri, diagnostics }: Notifications["covenant/otherDiagnostics"]) => {
    hub.others.set(uri, diagnostics);
    if (hub.tools.of(uri).length > 0) republish(uri);
  });
}

/** What the compiler wrote about the findings on a line; of those with a code, if one is given. */
function compilerOutput(findings: readonly ExternalFinding[], line: number, code: string | undefined): Requests["covenant/compilerOutput"]["result"] {
  const here = findings.filter(({ range, fullRange }) => range.start.line <= line && line <= (fullRange ?? range).end.line);
  const asked = code === undefined || code === "" ? here : here.filter((finding) => finding.code === code);
  const texts = asked.flatMap(({ rendered, targets, generation }) => (rendered === undefined ? [] : [`${rendered.trimEnd()}\n\nreported for ${targets.join(", ") || "the workspace"} by run ${generation}\n`]));
  const [first] = asked;
  return first === undefined || texts.length === 0 ? null : { title: first.code ?? first.source, text: texts.join("\n\n") };
}
