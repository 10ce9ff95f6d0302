import * as vscode from "vscode";
import type { ServerStatus } from "../../../server/src/protocol/index.js";
import { DOCUMENTS } from "./manifest.js";
import { type SessionState, statusFace } from "./statusText.js";

/** The language status item of Rust files and of the two files that decide how they are judged. */
export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  #session: SessionState = "stopped";
  #status: ServerStatus | undefined;

  constructor() {
    this.#item = vscode.languages.createLanguageStatusItem("covenant.status", DOCUMENTS.map((filter) => ({ ...filter })));
    this.#item.name = "Covenant";
    this.#render();
  }

  /** Shows the state of the server's process; what a server that is gone said last is forgotten. */
  session(state: SessionState): void {
    this.#session = state;
    if (state !== "running") this.#status = undefined;
    this.#render();
  }

  /** Shows what the server said. */
  server(status: ServerStatus): void {
    this.#status = status;
    this.#render();
  }

  /** What the server said last. */
  get last(): ServerStatus | undefined {
    return this.#status;
  }

  #render(): void {
    const face = statusFace(this.#session, this.#status);
    const severities = {
      information: vscode.LanguageStatusSeverity.Information,
      warning: vscode.LanguageStatusSeverity.Warning,
      error: vscode.LanguageStatusSeverity.Error,
    } as const;
    this.#item.text = face.text;
    this.#item.detail = face.detail;
    this.#item.severity = severities[face.severity];
    this.#item.busy = face.busy;
    this.#item.command = { command: face.command.id, title: face.command.title };
    this.#item.accessibilityInformation = { label: `${face.text}. ${face.detail}` };
  }

  dispose(): void {
    this.#item.dispose();
  }
}
