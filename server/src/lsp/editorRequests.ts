/** The requests of an editor about one place of a document: quick-fixes and hover. */
import type { Connection } from "vscode-languageserver";
import type { RuleProblem } from "../engine/judge.js";
import { codeActions } from "./codeActions.js";
import type { Documents, OpenDocument } from "./documents.js";
import type { Host } from "./host.js";
import { hover } from "./hover.js";
import type { DiagnosticsHub } from "./hub.js";

export interface EditorRequestParts {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: Documents;
  readonly hub: DiagnosticsHub;
  /** Nothing is said about the file: it is excluded, or the rules are off. */
  readonly hidden: (uri: string) => boolean;
  /** Judges what waits, so that the answer is for the present text. */
  readonly flush: (document: OpenDocument) => void;
  /** The client knows the commands of `protocol`. */
  readonly commands: () => boolean;
  readonly examples: () => boolean;
  readonly failed: (uri: string, problems: readonly RuleProblem[]) => void;
}

/** Registers the requests. */
export function registerEditorRequests(parts: EditorRequestParts): void {
  const { connection, host, hub } = parts;
  const judged = (uri: string): OpenDocument | undefined => {
    const document = parts.documents.get(uri);
    if (!document || parts.hidden(uri)) return undefined;
    parts.flush(document);
    return document;
  };
  connection.onCodeAction((params) => {
    const document = judged(params.textDocument.uri);
    return document ? codeActions(host, hub, document, params, parts.commands(), (problem) => parts.failed(document.uri, [problem])) : null;
  });
  connection.onHover(({ textDocument, position }) => {
    const document = judged(textDocument.uri);
    return document ? hover(host, document, position, parts.examples()) : null;
  });
}
