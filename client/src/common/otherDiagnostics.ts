import * as vscode from "vscode";
import type { OtherDiagnostic } from "../../../server/src/protocol/index.js";

/** Tools whose findings the server shows as well when it runs them itself. */
const TOOLS: readonly string[] = ["rustc", "clippy", "rustdoc"];

/**
 * Tells what other extensions publish about Rust files. Only an extension can see that, so the server is told; it does not
 * show a second time what rust-analyzer shows.
 */
export class OtherDiagnostics implements vscode.Disposable {
  readonly #own: () => vscode.DiagnosticCollection | undefined;
  readonly #tell: (uri: string, diagnostics: readonly OtherDiagnostic[]) => void;
  /** What was told last, as JSON, by URI. */
  readonly #told = new Map<string, string>();
  readonly #subscription: vscode.Disposable;

  /**
   * @param own our own collection, whose diagnostics do not count
   * @param tell gets the whole new set of a file when it changed
   */
  constructor(own: () => vscode.DiagnosticCollection | undefined, tell: (uri: string, diagnostics: readonly OtherDiagnostic[]) => void) {
    this.#own = own;
    this.#tell = tell;
    this.#subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) this.#look(uri);
    });
  }

  /** Tells everything anew: a server that was started again knows nothing. */
  restart(): void {
    this.#told.clear();
    for (const [uri] of vscode.languages.getDiagnostics()) this.#look(uri);
  }

  #look(uri: vscode.Uri): void {
    if (uri.scheme !== "file") return;
    const own = new Set(this.#own()?.get(uri) ?? []);
    const others = vscode.languages.getDiagnostics(uri).flatMap((diagnostic) => (own.has(diagnostic) ? [] : toOther(diagnostic)));
    const key = uri.toString();
    const text = JSON.stringify(others);
    if (text === (this.#told.get(key) ?? "[]")) return;
    if (others.length === 0) this.#told.delete(key);
    else this.#told.set(key, text);
    this.#tell(key, others);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

function toOther({ source, code, range }: vscode.Diagnostic): readonly OtherDiagnostic[] {
  if (source === undefined || !TOOLS.includes(source)) return [];
  const value = typeof code === "object" ? code.value : (code ?? "");
  const { start, end } = range;
  return [{
    source,
    code: String(value),
    range: { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } },
  }];
}
