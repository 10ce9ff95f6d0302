import * as vscode from "vscode";
import type { Settings } from "../../../server/src/protocol/index.js";
import { SETTING_PREFIX, type SettingKey } from "./manifest.js";
import type { RustAnalyzer } from "./rustAnalyzer.js";
import { toSettings } from "./settings.js";

/**
 * The settings as VS Code has them now, and an event for each real change. Trust, rust-analyzer's settings and its
 * activation change what is sent, so all of them are watched.
 */
export class Preferences implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Settings>();
  readonly #subscriptions: vscode.Disposable;
  readonly #rustAnalyzer: RustAnalyzer;
  #last: string;

  /** Fires with the whole new value; not when something changed that leaves it the same. */
  readonly onDidChange = this.#changed.event;

  constructor(rustAnalyzer: RustAnalyzer) {
    this.#rustAnalyzer = rustAnalyzer;
    this.#last = JSON.stringify(this.current());
    const check = (): void => this.#check();
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeConfiguration(check),
      vscode.workspace.onDidGrantWorkspaceTrust(check),
      vscode.extensions.onDidChange(check),
      rustAnalyzer.onDidChange(check),
      // An extension's activation has no event; before a save is the last moment at which the answer matters.
      vscode.workspace.onWillSaveTextDocument(check),
      vscode.window.onDidChangeActiveTextEditor(check),
    );
  }

  /** The value to send now. */
  current(): Settings {
    return toSettings(read, { trusted: vscode.workspace.isTrusted, neighbour: this.#rustAnalyzer.neighbour });
  }

  #check(): void {
    const settings = this.current();
    const text = JSON.stringify(settings);
    if (text === this.#last) return;
    this.#last = text;
    this.#changed.fire(settings);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

function read(key: SettingKey): unknown {
  return vscode.workspace.getConfiguration(SETTING_PREFIX).get(key);
}
