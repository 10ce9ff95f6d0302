import * as vscode from "vscode";
import type { SnippetFix } from "../../../server/src/protocol/index.js";

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
    // Computed for an older text: the places may be wrong, and the lightbulb offers the fix anew.
    if (document.version !== fix.version) return;
    const edit = new vscode.WorkspaceEdit();
    edit.set(
      uri,
      fix.edits.map(({ range, snippet }) => new vscode.SnippetTextEdit(new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character), new vscode.SnippetString(snippet))),
    );
    await vscode.window.showTextDocument(document);
    await vscode.workspace.applyEdit(edit);
  });
}
