// Files of the open crate, and what the extension says about them, through the VS Code API only.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { until } from "../until.js";

/** The extension under test. */
export const extensionId = "rust-covenant.rust-covenant";

/** A function whose `unwrap` the covenant forbids and whose mend is one `?`. It has no other finding. */
export const unwrapping =
  "fn second(text: &str) -> Option<char> {\n    let letter = text.chars().nth(1).unwrap();\n    Some(letter)\n}\n";

/** The rule that `unwrapping` breaks. */
export const unwrapRule = "unwrap-in-production";

/**
 * @param path relative to the open folder
 * @returns the address of a file of the open crate
 */
export function crateFile(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0] ?? assert.fail("no folder is open");
  return vscode.Uri.joinPath(folder.uri, path);
}

/**
 * Writes a new file of the crate and opens it in an editor.
 *
 * @param path relative to the open folder
 * @param text what the file has on disk
 */
export async function openNew(path: string, text: string): Promise<vscode.TextDocument> {
  const file = crateFile(path);
  await vscode.workspace.fs.writeFile(file, Buffer.from(text));
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Closes all editors, unsaved text included, and removes the files. */
export async function removeAll(files: readonly vscode.Uri[]): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  for (const file of files) await vscode.workspace.fs.delete(file);
}

/** Replaces the whole text of a document without saving it. */
export async function retype(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length)), text);
  assert.ok(await vscode.workspace.applyEdit(edit), "the editor took the text");
}

/** @returns the rule id of a finding, which stands in its code */
export function ruleOf(finding: vscode.Diagnostic): string {
  const { code } = finding;
  return String(typeof code === "object" ? code.value : code);
}

/** @returns the live findings of one rule in a file */
export function findings(file: vscode.Uri, rule: string = unwrapRule): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file).filter((one) => one.source === "covenant" && ruleOf(one) === rule);
}

/** Waits until a file has that many findings of a rule, and returns them. */
export async function untilFindings(file: vscode.Uri, count: number, rule: string = unwrapRule): Promise<vscode.Diagnostic[]> {
  return until(`${vscode.workspace.asRelativePath(file)} has ${count} findings of ${rule}`, () => {
    const found = findings(file, rule);
    return found.length === count && found;
  });
}

/**
 * Replaces the text of an open file and waits for its findings, after it was empty in between: findings of the text
 * before cannot pass for those of the new one.
 */
export async function judge(document: vscode.TextDocument, text: string, count: number): Promise<vscode.Diagnostic[]> {
  await retype(document, "");
  await untilFindings(document.uri, 0);
  await retype(document, text);
  return untilFindings(document.uri, count);
}

/** @returns what the lightbulb would offer at a finding */
export async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind?: string): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range, kind, 50);
}

/**
 * Applies a fix as the lightbulb does: its edit where it has one, else its command.
 *
 * @throws AssertionError where the action has neither, or the editor refuses the edit
 */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit !== undefined) assert.ok(await vscode.workspace.applyEdit(action.edit), `the editor took \`${action.title}\``);
  const { command } = action;
  if (command !== undefined) await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
  assert.ok(action.edit ?? command, `\`${action.title}\` has an edit or a command`);
}
