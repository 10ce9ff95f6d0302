import * as vscode from "vscode";
import { lintPages, rulePages } from "../../../server/src/protocol/index.js";

const SCHEME = vscode.Uri.parse(rulePages).scheme;

/** The built-in extension that renders Markdown; a user can disable it. */
const MARKDOWN = "vscode.markdown-language-features";

/** Texts of pages by name; undefined for an unknown one. */
export interface Explanations {
  rule(id: string): Promise<string | undefined>;
  /** A lint of clippy or an error code. */
  lint(code: string): Promise<string | undefined>;
}

/** Virtual Markdown documents: rule pages and evidence, read-only and never on disk. */
export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #texts = new Map<string, string>();
  readonly #subscriptions: vscode.Disposable;
  readonly #explain: Explanations;

  readonly onDidChange = this.#changed.event;

  /** @param explain the texts of pages that are opened by a link and not by `open` */
  constructor(explain: Explanations) {
    this.#explain = explain;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === SCHEME) this.#texts.delete(uri.toString());
      }),
    );
  }

  /**
   * Opens a page as rendered Markdown, or as text where the preview is not there (it is an extension that can be disabled).
   * @param name path of the page without extension, for example `rules/missing-docs`; one page is shown per name
   * @param markdown its text; an open page of this name is brought up to date
   */
  async open(name: string, markdown: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md` });
    this.#texts.set(uri.toString(), markdown);
    this.#changed.fire(uri);
    // Asking for the extension, not for the command: the command is registered only once something has activated it.
    if (vscode.extensions.getExtension(MARKDOWN) === undefined) await vscode.window.showTextDocument(uri);
    else await vscode.commands.executeCommand("markdown.showPreview", uri);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const held = this.#texts.get(uri.toString());
    if (held !== undefined) return held;
    const text = uri.toString();
    const name = (prefix: string): string | undefined => (text.startsWith(prefix) ? text.slice(prefix.length).replace(/\.md$/, "") : undefined);
    const rule = name(rulePages);
    const lint = name(lintPages);
    const page = rule !== undefined ? await this.#explain.rule(rule) : lint !== undefined ? await this.#explain.lint(lint) : undefined;
    return page ?? "This page is no longer held in memory; run its command again.";
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
