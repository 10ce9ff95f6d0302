import * as vscode from "vscode";
import type { FileFixes, FixScope, RuleFix, RuleFixes, TextRange } from "../../../server/src/protocol/ruleFixes.js";
import { pickRule } from "./rulePicker.js";
import type { Session } from "./session.js";

/** What the lightbulb's action hands over. */
interface Given {
  readonly rule?: string;
  readonly uri?: string;
}

/**
 * Mends all findings of one rule in a package or in all folders. The editor's refactor preview shows every edit, and nothing
 * is changed that the user did not accept there.
 * @param scope where; undefined asks
 * @param given the rule and a file of the package; what is missing is asked for, or is the active editor's
 */
export async function fixRule(session: Session, ruleIds: readonly string[], scope: FixScope | undefined, given: unknown): Promise<void> {
  const { rule: named, uri: near } = isGiven(given) ? given : {};
  const rule = named ?? (await pickRule(ruleIds, "Fix all findings of which rule?"));
  const where = rule === undefined ? undefined : (scope ?? (await pickScope(rule)));
  if (rule === undefined || where === undefined) return;
  const uri = near ?? vscode.window.activeTextEditor?.document.uri.toString();
  const found = await asked(session, rule, where, uri);
  if (found === undefined) return;
  const { edit, fixes, changed } = await editOf(found.files);
  const left = found.left === 0 ? "" : `, ${found.left} findings have none`;
  const late = changed === 0 ? "" : `, ${changed} files changed meanwhile and were left out`;
  if (fixes === 0) {
    vscode.window.setStatusBarMessage(`Covenant: no fix of ${rule} that can be applied as it is${left}${late}`, 8000);
    return;
  }
  const applied = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  vscode.window.setStatusBarMessage(applied ? `Covenant: ${fixes} fixes of ${rule} were offered${left}${late}` : "Covenant: nothing was changed", 8000);
}

function isGiven(value: unknown): value is Given {
  if (typeof value !== "object" || value === null) return false;
  return (!("rule" in value) || typeof value.rule === "string") && (!("uri" in value) || typeof value.uri === "string");
}

async function pickScope(rule: string): Promise<FixScope | undefined> {
  const choices: readonly (vscode.QuickPickItem & { readonly scope: FixScope })[] = [
    { label: "In the package", scope: "package" },
    { label: "In the workspace", scope: "workspace" },
  ];
  return (await vscode.window.showQuickPick(choices, { title: `Fix all ${rule}` }))?.scope;
}

/** Asks the server, with progress that can be cancelled; undefined when it was. */
async function asked(session: Session, rule: string, scope: FixScope, uri: string | undefined): Promise<RuleFixes | undefined> {
  const workDoneToken = `covenant-fix-${Date.now()}-${Math.random().toString(36).slice(2)}`;
  const options = { location: vscode.ProgressLocation.Notification, title: `Looking for fixes of ${rule}`, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const listening = session.onProgress(workDoneToken, (message) => progress.report({ message }));
    try {
      return await session.request("covenant/fixRule", { rule, scope, workDoneToken, ...(uri === undefined ? {} : { uri }) }, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listening.dispose();
    }
  });
}

/** The edits to be confirmed. A file whose text is another one by now is left out: its places may be wrong. */
async function editOf(files: readonly FileFixes[]): Promise<{ readonly edit: vscode.WorkspaceEdit; readonly fixes: number; readonly changed: number }> {
  const edit = new vscode.WorkspaceEdit();
  let fixes = 0;
  let changed = 0;
  for (const file of files) {
    const uri = vscode.Uri.parse(file.uri);
    const document = await vscode.workspace.openTextDocument(uri);
    if (!file.fixes.every(({ range, oldText }) => document.getText(rangeOf(range)) === oldText)) {
      changed++;
      continue;
    }
    for (const fix of file.fixes) {
      fixes += fix.fixes;
      edit.replace(uri, rangeOf(fix.range), fix.newText, metadataOf(fix));
    }
  }
  return { edit, fixes, changed };
}

function metadataOf({ title, safe }: RuleFix): vscode.WorkspaceEditEntryMetadata {
  const description = safe ? "keeps the meaning" : "a suggestion: look at each";
  return { needsConfirmation: true, label: title, description };
}

function rangeOf({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
