/** What a client asks about documents, rules and waivers; the requests about clippy and the checklist are the services'. */
import type { CancellationToken } from "vscode-languageserver";
import type { Requests, Settings } from "../protocol/index.js";
import { codeActions } from "./codeActions.js";
import { fixRule, withFixAllEdit, type FixRuleParts } from "./fixRule.js";
import { explain, hover } from "./hover.js";
import { rulesFailed, type TextSyncParts } from "./textSync.js";

export interface RequestParts extends FixRuleParts, TextSyncParts {
  /** Nothing is said about a document: it is excluded, or checking is off. */
  readonly hidden: (uri: string) => boolean;
  /** What the client can do. */
  readonly client: () => { readonly snippets: boolean; readonly resolves: boolean };
  readonly settings: () => Settings;
  /** The diagnostics report. */
  readonly report: () => string;
}

/** Registers the handlers. */
export function registerRequests(parts: RequestParts): void {
  const { connection, host, documents, hub, shown, waivers } = parts;
  connection.onCodeAction((params) => {
    const document = documents.get(params.textDocument.uri);
    if (!document || parts.hidden(document.uri)) return null;
    parts.scheduler().flush(document);
    return codeActions(host, hub, shown, document, params, parts.client(), (problem) => rulesFailed(parts, document.uri, [problem]));
  });
  connection.onCodeActionResolve((action) => withFixAllEdit(host, shown, documents, action));
  connection.onHover(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (!document || parts.hidden(document.uri)) return null;
    parts.scheduler().flush(document);
    return hover(host, shown, document, position, parts.settings().hoverExamples);
  });
  connection.onRequest("covenant/explain", ({ rule }: Requests["covenant/explain"]["params"]) => explain(host, rule));
  connection.onRequest("covenant/report", () => ({ markdown: parts.report() }));
  connection.onRequest("covenant/waivers", (token: CancellationToken) => waivers.list(token));
  connection.onRequest("covenant/fixRule", async (params: Requests["covenant/fixRule"]["params"], token: CancellationToken) => {
    const progress = params.workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(params.workDoneToken);
    progress?.begin(`Fixes of ${params.rule}`, undefined, undefined, true);
    try {
      return await fixRule(parts, params, token, (files) => {
        if (files % filesPerReport === 0) progress?.report(`${files} files`);
      });
    } finally {
      progress?.done();
    }
  });
}

const filesPerReport = 25;
