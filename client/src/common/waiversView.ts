import * as vscode from "vscode";
import type { ListedWaiver } from "../../../server/src/protocol/ruleFixes.js";
import type { SetContext } from "./checklistView.js";
import type { Log } from "./log.js";
import { CONTEXT, WAIVERS_VIEW } from "./manifest.js";
import type { Session } from "./session.js";
import { type WaiverRow, waiverRows, waiversTitle } from "./waiverRows.js";

/** The view that lists every waiver. It asks the server when somebody looks, and again when waivers change meanwhile. */
export class WaiversView implements vscode.TreeDataProvider<WaiverRow>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<WaiverRow>;
  readonly #subscriptions: vscode.Disposable;
  #rows: readonly WaiverRow[] = [];
  #stale = true;
  #asked: vscode.CancellationTokenSource | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly session: Session,
    private readonly setContext: SetContext,
    private readonly log: Log,
  ) {
    this.#view = vscode.window.createTreeView(WAIVERS_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(
      this.#view,
      this.#changed,
      this.#view.onDidChangeVisibility(() => this.#look()),
      session.onDidChangeWaivers(() => this.refresh()),
      session.onDidChangeState((state) => (state === "running" ? this.refresh() : this.#show(undefined))),
    );
    this.#show(undefined);
  }

  /** What is shown may be true no more: asks again now, or as soon as somebody looks. */
  refresh(): void {
    this.#stale = true;
    this.#look();
  }

  getChildren(row?: WaiverRow): WaiverRow[] {
    return [...(row === undefined ? this.#rows : row.children)];
  }

  getTreeItem(row: WaiverRow): vscode.TreeItem {
    const state = row.waiver === undefined ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None;
    const item = new vscode.TreeItem(row.label, state);
    item.id = row.key;
    item.description = row.description;
    item.tooltip = new vscode.MarkdownString(row.tooltip);
    item.accessibilityInformation = { label: row.spoken };
    const { id, color } = row.icon;
    item.iconPath = color === undefined ? new vscode.ThemeIcon(id) : new vscode.ThemeIcon(id, new vscode.ThemeColor(color));
    if (row.waiver !== undefined) {
      const { start, end } = row.waiver.range;
      const selection = new vscode.Range(start.line, start.character, end.line, end.character);
      item.command = { command: "vscode.open", title: "Open", arguments: [vscode.Uri.parse(row.waiver.uri), { selection }] };
    }
    return item;
  }

  dispose(): void {
    this.#asked?.cancel();
    this.#subscriptions.dispose();
  }

  #look(): void {
    if (!this.#stale || !this.#view.visible || this.session.state !== "running") return;
    this.#stale = false;
    this.#asked?.cancel();
    const asked = new vscode.CancellationTokenSource();
    this.#asked = asked;
    this.session.request("covenant/waivers", null, asked.token).then(
      (waivers) => {
        if (this.#asked === asked) this.#show(waivers);
      },
      (error: unknown) => {
        // A newer question, or the end of the server, took its place.
        if (this.#asked === asked && !asked.token.isCancellationRequested) this.log.error("the waivers could not be listed", error);
      },
    );
  }

  /** Undefined as long as nothing is known. */
  #show(waivers: readonly ListedWaiver[] | undefined): void {
    this.#rows = waiverRows(waivers ?? [], (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
    this.setContext(CONTEXT.waiversEmpty, waivers === undefined ? "loading" : waivers.length === 0 ? "none" : "");
    this.#view.description = waiversTitle(waivers ?? []);
    this.#changed.fire();
  }
}
