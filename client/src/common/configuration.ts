import * as vscode from "vscode";
import type { ServerStatus } from "../../../server/src/protocol/index.js";

const NAME = "covenant.toml";

const STARTER = `# Policy of Rust Covenant for this folder and everything below it.
profile = "recommended"

[rules]
# unwrap-in-production = "warning"

# [[overrides]]
# paths = ["src/generated/**"]
# [overrides.rules]
# missing-docs = "off"
`;

/**
 * Opens the configuration in force for the file at hand: the one that is broken, else the nearest one. Where there is none an
 * unsaved file with a starting point is opened; nothing is written before the user saves it.
 * @param status what the server said last
 * @throws Error when there is neither a configuration nor a folder to put one in
 */
export async function openConfiguration(status: ServerStatus | undefined): Promise<void> {
  if (status?.configError !== undefined) {
    const position = new vscode.Position(status.configError.line, 0);
    await vscode.window.showTextDocument(vscode.Uri.parse(status.configError.uri), {
      selection: new vscode.Range(position, position),
    });
    return;
  }
  const nearest = status?.configFiles[0];
  if (nearest !== undefined) {
    await vscode.window.showTextDocument(vscode.Uri.parse(nearest));
    return;
  }
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error(`open a folder first: ${NAME} stands at its top`);
  const uri = vscode.Uri.joinPath(folder.uri, NAME);
  if (await exists(uri)) {
    await vscode.window.showTextDocument(uri);
    return;
  }
  const editor = await vscode.window.showTextDocument(uri.with({ scheme: "untitled" }));
  if (editor.document.getText() === "") {
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), STARTER));
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return false;
    throw error;
  }
}
