import * as vscode from "vscode";
import type { ToolPlace } from "../../../server/src/protocol/index.js";
import type { Session } from "./session.js";

const SCHEME = "covenant-clippy";

/** What the compiler wrote about a finding, as a document beside the code: read-only, never on disk, in the compiler's own drawing. */
export class CompilerOutput implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #session: Session;
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === SCHEME) this.#texts.delete(uri.toString());
      }),
    );
  }

  /**
   * Shows the output for a place; without one, for the line of the cursor.
   * @throws Error when no tool says anything there
   */
  async show(place: ToolPlace | undefined): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const asked = place ?? (editor && { uri: editor.document.uri.toString(), line: editor.selection.active.line });
    if (asked === undefined) throw new Error("open a Rust file and put the cursor on the line");
    const output = await this.#session.request("covenant/compilerOutput", asked);
    if (output === null) throw new Error(`neither clippy nor rustc says anything about line ${asked.line + 1}`);
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${output.title}.txt`, query: `${asked.uri}:${asked.line + 1}` });
    this.#texts.set(uri.toString(), output.text);
    this.#changed.fire(uri);
    await vscode.window.showTextDocument(uri, { preview: true, viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? "This output is no longer held in memory; ask for it again.";
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
