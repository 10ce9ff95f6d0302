import * as vscode from "vscode";

/**
 * Lets the user choose a rule; those that have a finding at the cursor come first, and a single one of those is taken
 * without asking.
 * @param ruleIds ids of all rules
 * @param title what the choice is for
 * @returns the id, undefined when the user escaped
 */
export async function pickRule(ruleIds: readonly string[], title: string): Promise<string | undefined> {
  const here = rulesAtCursor();
  if (here.length === 1) return here[0];
  const others = ruleIds.filter((id) => !here.includes(id));
  return vscode.window.showQuickPick([...here, ...others], { title });
}

function rulesAtCursor(): string[] {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return [];
  const found = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === "covenant" && range.intersection(editor.selection) !== undefined)
    .map(({ code }) => String(typeof code === "object" ? code.value : code));
  return [...new Set(found)];
}

/**
 * Ids of all rules, read from the extension's own manifest, where the generator has put them.
 * @param manifest the extension's `package.json`
 * @returns the keys of the setting `covenant.rules`; empty when the manifest has another shape
 */
export function ruleIdsOf(manifest: unknown): readonly string[] {
  let value = manifest;
  for (const key of ["contributes", "configuration", "properties", "covenant.rules", "properties"]) {
    if (typeof value !== "object" || value === null) return [];
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
