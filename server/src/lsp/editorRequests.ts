/** What an editor asks about documents, rules and waivers; the requests about tools and the checklist are in `toolRequests.ts` and `services.ts`. */
import type { CancellationToken } from "vscode-languageserver";
import type { Requests, Settings } from "../protocol/index.js";
import { codeActions } from "./codeActions.js";
import type { OpenDocument } from "./documents.js";
import { fixRule, withFixAllEdit, type FixRuleParts } from "./fixRule.js";
import { hover } from "./hover.js";
import { rulesFailed, type TextSyncParts } from "./textSync.js";

export interface EditorRequestParts extends FixRuleParts, TextSyncParts {
  /** Nothing is said about a document: it is excluded, or checking is off. */
  readonly hidden: (uri: string) => boolean;
  /** What the client can do. */
  readonly client: () => { readonly snippets: boolean; readonly resolves: boolean };
  readonly settings: () => Settings;
}

/** Registers the handlers. */
export function registerEditorRequests(parts: EditorRequestParts): void {
  const { connection, host, documents, hub, shown, waivers } = parts;
  /** The document, with what waits judged, so that the answer is for the present text. */
  const judged = (uri: string): OpenDocument | undefined => {
    const document = documents.get(uri);
    if (!document || parts.hidden(uri)) return undefined;
    parts.scheduler().flush(document);
    return document;
  };
  connection.onCodeAction((params) => {
    const document = judged(params.textDocument.uri);
    return document ? codeActions(host, hub, shown, document, params, parts.client(), (problem) => rulesFailed(parts, document.uri, [problem])) : null;
  });
  connection.onCodeActionResolve((action) => withFixAllEdit(host, shown, documents, action));
  connection.onHover(({ textDocument, position }) => {
    const document = judged(textDocument.uri);
    return document ? hover(host, shown, document, position, parts.settings().hoverExamples) : null;
  });
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
