import * as vscode from "vscode";
import type { Pages } from "./pages.js";
import type { Session } from "./session.js";

/**
 * Shows the diagnostics report and copies it when the user, who has seen it now, says so: it names paths and settings.
 * @throws Error when the server does not run
 */
export async function copyReport(session: Session, pages: Pages): Promise<void> {
  const { markdown } = await session.request("covenant/report", { editor: editorLines() });
  await pages.open("report", markdown);
  const choice = await vscode.window.showInformationMessage("Covenant: this is the report. Copy it to the clipboard?", "Copy");
  if (choice === undefined) return;
  await vscode.env.clipboard.writeText(markdown);
  vscode.window.setStatusBarMessage("Covenant: report copied to the clipboard", 5000);
}

/** The editor, and the other extensions that have to do with Rust. */
function editorLines(): readonly string[] {
  const others = vscode.extensions.all.flatMap((extension) => {
    const { version, isBuiltin, activationEvents }: { readonly version?: unknown; readonly isBuiltin?: unknown; readonly activationEvents?: unknown } = extension.packageJSON as object;
    const events = Array.isArray(activationEvents) ? activationEvents : [];
    const isRust = /rust|cargo|crates|lldb/i.test(extension.id) || events.some((event) => event === "onLanguage:rust");
    return isRust && isBuiltin !== true ? [`${extension.id} ${String(version)}${extension.isActive ? ", active" : ""}`] : [];
  });
  return [
    `${vscode.env.appName} ${vscode.version} on ${vscode.env.appHost}${vscode.env.remoteName === undefined ? "" : `, remote ${vscode.env.remoteName}`}`,
    `workspace trusted: ${vscode.workspace.isTrusted ? "yes" : "no"}; folders: ${vscode.workspace.workspaceFolders?.length ?? 0}`,
    ...others,
  ];
}
