import * as vscode from "vscode";
import type { NewCodeMode, NewCodeState } from "../../../server/src/protocol/index.js";
import { DOCUMENTS, SETTING_PREFIX, SETTINGS } from "./manifest.js";
import { newCodeFace } from "./newCodeText.js";

/** The language status item that says which code findings are shown in. */
export class NewCodeItem implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;

  constructor() {
    this.#item = vscode.languages.createLanguageStatusItem("covenant.newCode", DOCUMENTS.map((filter) => ({ ...filter })));
    this.#item.name = "Covenant: new code";
    this.#item.command = { command: "covenant.chooseNewCode", title: "Choose" };
    this.show(undefined);
  }

  /** Shows what the server said; undefined stands for all code. */
  show(state: NewCodeState | undefined): void {
    const { text, detail, isTroubled } = newCodeFace(state);
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.severity = isTroubled ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    this.#item.accessibilityInformation = { label: `${text}. ${detail}` };
  }

  dispose(): void {
    this.#item.dispose();
  }
}

/**
 * Lets the user choose which code findings are shown in, and writes the setting where it stands already, else for this
 * workspace.
 */
export async function chooseNewCode(): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SETTING_PREFIX);
  const now = settings.get<string>("newCode.show");
  const choices = Object.entries(SETTINGS["newCode.show"].choices).map(([mode, detail]) => ({
    label: newCodeFace(mode === "all" ? undefined : { mode: mode as Exclude<NewCodeMode, "all"> }).name,
    description: mode === now ? "now" : "",
    detail,
    mode,
  }));
  const choice = await vscode.window.showQuickPick(choices, { title: "Show findings in which code?" });
  if (choice === undefined) return;
  const { workspaceFolders } = vscode.workspace;
  await settings.update("newCode.show", choice.mode, workspaceFolders === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace);
}
