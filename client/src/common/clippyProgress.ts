import * as vscode from "vscode";
import type { ServerStatus } from "../../../server/src/protocol/index.js";

/** A run that is over sooner is not worth a movement on the screen, in milliseconds. */
const PATIENCE_MS = 400;

/**
 * Shows that clippy runs, and which crate it has come to. A run after a save turns a wheel in the status bar and is ended by the
 * status item's command; one that the user asked for shows a notification with a button to end it.
 */
export class ClippyProgress implements vscode.Disposable {
  readonly #cancel: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #detail = "";
  #report: ((message: string) => void) | undefined;
  #end: (() => void) | undefined;
  /** The user asked for the run that is shown; it ends when the answer comes. */
  #asked = false;

  /** @param cancel ends the run */
  constructor(cancel: () => void) {
    this.#cancel = cancel;
  }

  /** Follows what the server says of clippy. */
  follow({ clippy, clippyDetail }: Pick<ServerStatus, "clippy" | "clippyDetail">): void {
    if (clippy !== "running") {
      if (!this.#asked) this.#stop();
      return;
    }
    this.#detail = clippyDetail ?? "";
    this.#report?.(this.#detail);
    if (this.#end === undefined) this.#timer ??= setTimeout(() => this.#show(vscode.ProgressLocation.Window), PATIENCE_MS);
  }

  /**
   * Shows a run that the user asked for, from its start to its end.
   * @param run what is waited for
   */
  async during(run: () => Promise<unknown>): Promise<void> {
    this.#stop();
    this.#show(vscode.ProgressLocation.Notification);
    this.#asked = true;
    const end = this.#end;
    try {
      await run();
    } finally {
      if (this.#end === end) this.#stop();
    }
  }

  #show(location: vscode.ProgressLocation): void {
    const asked = location === vscode.ProgressLocation.Notification;
    vscode.window.withProgress({ location, title: asked ? "Covenant: clippy" : "clippy", cancellable: asked }, (progress, token) => {
      token.onCancellationRequested(this.#cancel);
      this.#report = (message) => progress.report({ message });
      this.#report(this.#detail);
      return new Promise<void>((resolve) => {
        this.#end = resolve;
      });
    }).then(undefined, () => {
      // Nothing was done in there that could fail; without this the promise would float.
    });
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asked = false;
    this.#report = undefined;
    this.#detail = "";
    this.#end?.();
    this.#end = undefined;
  }

  dispose(): void {
    this.#stop();
  }
}
