/** What the server tells a client of itself. */
import { TextDocumentSyncKind, type InitializeResult } from "vscode-languageserver";
import { codeActionKinds } from "./codeActions.js";

/** The answer to `initialize`. */
export function initializeResult(version: string): InitializeResult {
  return {
    serverInfo: { name: "rust-covenant", version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: true },
      hoverProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
