import * as vscode from "vscode";
import type { BuildFolder } from "../../../server/src/protocol/index.js";
import { SETTING_PREFIX } from "./manifest.js";
import type { RustAnalyzer } from "./rustAnalyzer.js";
import type { Session } from "./session.js";

/** Lets rust-analyzer run clippy on save, with the user's consent. @throws Error when it cannot be asked */
export async function reuseRustAnalyzer(session: Session, rustAnalyzer: RustAnalyzer): Promise<void> {
  const { flags } = await session.request("covenant/clippyFlags", null);
  if (await rustAnalyzer.reuse(flags)) say("rust-analyzer runs clippy on save");
}

/** Takes the request back. @throws Error when there is none */
export async function stopReusing(rustAnalyzer: RustAnalyzer): Promise<void> {
  if (!rustAnalyzer.neighbour.asked) throw new Error("rust-analyzer was not asked to run clippy in this workspace");
  await rustAnalyzer.takeBack();
  say("rust-analyzer checks as its settings say");
}

/** Shows where clippy can build, what stands there now, and what the choice means; writes the choice into the workspace's settings. */
export async function chooseClippyFolder(session: Session): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const { folders } = await session.request("covenant/buildFolders", uri?.scheme === "file" ? { uri: uri.toString() } : {});
  const chosen = await pickFolder(folders);
  if (chosen === undefined) return;
  // The default is not written down: an empty setting would hide a later change of the default.
  const settings = vscode.workspace.getConfiguration(SETTING_PREFIX);
  await settings.update("clippy.targetDirectory", chosen === "" ? undefined : chosen, vscode.ConfigurationTarget.Workspace);
}

/** What the choice means, by kind of folder. */
const MEANINGS: Readonly<Record<BuildFolder["kind"], { readonly label: string; readonly detail: string }>> = {
  own: { label: "A folder of its own", detail: "Never waits for your builds and never makes them wait. The dependencies are checked once more for it." },
  project: { label: "The project's own target directory", detail: "Dependencies that you have checked are not checked again. Clippy steps back while you build, and your builds wait while it runs." },
  chosen: { label: "The folder chosen now", detail: "As your settings say." },
};

/** @returns the value for the setting, undefined when nothing was chosen */
async function pickFolder(folders: readonly BuildFolder[]): Promise<string | undefined> {
  const items = folders.map((folder) => ({
    ...MEANINGS[folder.kind],
    description: `${folder.path} · ${sizeText(folder)}`,
    setting: folder.setting,
  }));
  const other = { label: "Another folder…", detail: "For example on a faster disk.", description: "", setting: undefined };
  const picked = await vscode.window.showQuickPick([...items, other], { title: "Where clippy builds", placeHolder: "What stands in a folder now is shown with it; nothing is deleted", matchOnDescription: true });
  if (picked === undefined || picked.setting !== undefined) return picked?.setting;
  const chosen = await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: "Build Here", title: "Where clippy builds" });
  return chosen?.[0]?.fsPath;
}

function sizeText({ bytes, complete }: BuildFolder): string {
  if (bytes === 0 && complete) return "empty";
  const megabytes = bytes / 1_000_000;
  const size = megabytes >= 1000 ? `${(megabytes / 1000).toFixed(1)} GB` : `${megabytes.toFixed(megabytes >= 10 ? 0 : 1)} MB`;
  return complete ? size : `more than ${size}`;
}

function say(message: string): void {
  vscode.window.setStatusBarMessage(`Covenant: ${message}`, 5000);
}
