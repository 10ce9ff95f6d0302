import * as vscode from "vscode";
import type { SnippetFix } from "../../../server/src/protocol/index.js";

/** How long the hint in the status bar stands, in milliseconds. */
const HINT_MS = 5_000;

/**
 * The command behind quick-fixes that leave a blank to fill. LSP has no edit with placeholders that every client of the
 * language knows, so the server names this command and the client makes VS Code's own snippet edits of it.
 * Not part of the manifest: it has no meaning in the palette.
 * @returns unregisters the command
 */
export function registerSnippetFix(): vscode.Disposable {
  return vscode.commands.registerCommand("covenant.applySnippetFix", async (fix: SnippetFix) => {
    const uri = vscode.Uri.parse(fix.uri);
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.version !== fix.version) {
      // Computed for an older text: the places may be wrong now.
      vscode.window.setStatusBarMessage("Covenant: the text has changed; open the lightbulb again", HINT_MS);
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    const snippets = fix.edits.map(({ range, snippet }) => {
      const { start, end } = range;
      return new vscode.SnippetTextEdit(
        new vscode.Range(start.line, start.character, end.line, end.character),
        new vscode.SnippetString(snippet),
      );
    });
    edit.set(uri, snippets);
    await vscode.window.showTextDocument(document);
    if (!(await vscode.workspace.applyEdit(edit))) throw new Error("the editor did not take the edit; the file may be read-only");
  });
}
