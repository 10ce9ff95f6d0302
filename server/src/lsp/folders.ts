/** The folders that the editor has open. */
import type { Connection, InitializeParams } from "vscode-languageserver";
import type { Host } from "./host.js";
import type { DiagnosticsHub } from "./hub.js";

export class Folders {
  private uris: readonly string[] = [];
  private follows = false;

  constructor(private readonly host: Host) {}

  /** Absolute paths. */
  get paths(): readonly string[] {
    return this.uris.flatMap((uri) => this.host.pathOf(uri) ?? []);
  }

  /** Takes the folders that a client starts with. */
  start({ workspaceFolders, rootUri, capabilities }: InitializeParams): void {
    this.follows = capabilities.workspace?.workspaceFolders === true;
    this.set(workspaceFolders?.map((folder) => folder.uri) ?? (rootUri === null ? [] : [rootUri]));
  }

  /**
   * Follows the client's changes, where it tells of them. What tools said about files of a removed folder is withdrawn.
   * @param changed called after each change
   */
  follow(connection: Connection, hub: DiagnosticsHub, changed: () => void): void {
    if (!this.follows) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map((folder) => folder.uri));
      this.set([...this.uris.filter((uri) => !gone.has(uri)), ...added.map((folder) => folder.uri)]);
      for (const uri of hub.tools.uris) {
        if (![...gone].some((folder) => uri.startsWith(`${folder}/`)) || this.uris.some((folder) => uri.startsWith(`${folder}/`))) continue;
        hub.tools.set(uri, []);
        hub.publishClosed(uri);
      }
      changed();
    });
  }

  private set(uris: readonly string[]): void {
    this.uris = uris;
    this.host.workspace.setFolders(uris);
  }
}
