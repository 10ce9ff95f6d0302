import * as vscode from "vscode";
import type { Checklist } from "../../../server/src/protocol/index.js";
import { type ItemReference, type Row, checklistRows, checklistTitle, isRunning, stateWord } from "./checklistRows.js";
import { CHECKLIST_VIEW, CONTEXT } from "./manifest.js";

/** Sets a key that the `when` clauses of the manifest read. */
export type SetContext = (key: string, value: unknown) => void;

const LOADING: Checklist = { packages: [], empty: "loading" };

/** The release-checklist view: renders the checklist the server sent last, and holds no other state. */
export class ChecklistView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<Row>;
  readonly #setContext: SetContext;
  #checklist: Checklist = LOADING;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(setContext: SetContext) {
    this.#setContext = setContext;
    this.#view = vscode.window.createTreeView(CHECKLIST_VIEW, { treeDataProvider: this, showCollapseAll: false });
    this.show(LOADING);
  }

  /** Renders a checklist. */
  show(checklist: Checklist): void {
    this.#checklist = checklist;
    const running = isRunning(checklist);
    this.#setContext(CONTEXT.checklistRunning, running);
    this.#setContext(CONTEXT.checklistEmpty, checklist.packages.length === 0 ? (checklist.empty ?? "no-cargo-package") : "");
    this.#view.description = checklistTitle(checklist);
    // A message would hide the welcome text of an empty view.
    if (!running || checklist.packages.length === 0) this.progress(undefined);
    this.#changed.fire();
  }

  /** Forgets everything: the server is gone. */
  clear(): void {
    this.show(LOADING);
  }

  /** Shows in one line above the items what is being done; undefined takes it away. */
  progress(message: string | undefined): void {
    // With `exactOptionalPropertyTypes` absent and undefined differ, and VS Code documents the empty text as "none".
    this.#view.message = message ?? "";
  }

  /**
   * Lets the user choose an item, for commands that were called from the palette.
   * @param title what the choice is for
   * @param runnableOnly leaves out the items that cannot be run now
   * @returns the chosen item, undefined when there is none or the user escaped
   */
  async pick(title: string, runnableOnly: boolean): Promise<ItemReference | undefined> {
    const many = this.#checklist.packages.length > 1;
    const choices = this.#checklist.packages.flatMap((one) =>
      one.items
        .filter((item) => !runnableOnly || item.runnable)
        .map((item) => ({
          label: item.title,
          description: many ? `${one.name}: ${stateWord(item.state)}` : stateWord(item.state),
          detail: item.summary,
          reference: { manifest: one.manifest, item: item.id },
        })),
    );
    if (choices.length === 0) {
      throw new Error(runnableOnly ? "no checklist item can be run now" : "there is no checklist item to choose from");
    }
    const choice = await vscode.window.showQuickPick(choices, { title, matchOnDetail: true });
    return choice?.reference;
  }

  getChildren(row?: Row): Row[] {
    return [...(row === undefined ? checklistRows(this.#checklist, localTime) : row.children)];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const state = row.children.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
    const item = new vscode.TreeItem(row.label, state);
    item.id = row.key;
    item.description = row.description;
    item.tooltip = new vscode.MarkdownString(row.tooltip);
    item.accessibilityInformation = { label: row.spoken };
    item.contextValue = row.context;
    const { id, color } = row.icon;
    item.iconPath = color === undefined ? new vscode.ThemeIcon(id) : new vscode.ThemeIcon(id, new vscode.ThemeColor(color));
    if (row.item !== undefined) {
      item.command = { command: "covenant.checklist.showEvidence", title: "Show Last Evidence", arguments: [row] };
    }
    return item;
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }
}

/** Today's times without the date; a time that cannot be read is shown as it came. */
function localTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const isToday = time.toDateString() === new Date().toDateString();
  return isToday
    ? time.toLocaleTimeString(undefined, { timeStyle: "short" })
    : time.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
