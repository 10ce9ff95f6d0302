import * as vscode from "vscode";

/** The extension's one output channel, and the one way to tell the user that something they asked for failed. */
export class Log {
  readonly channel: vscode.LogOutputChannel;

  constructor() {
    this.channel = vscode.window.createOutputChannel("Covenant", { log: true });
  }

  info(message: string): void {
    this.channel.info(message);
  }

  warn(message: string): void {
    this.channel.warn(message);
  }

  /** Writes an error with its stack; shows nothing. */
  error(context: string, error: unknown): void {
    this.channel.error(`${context}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  /**
   * Tells the user that what they asked for failed. Never called for anything that happened by itself.
   * @param context what was asked for, for example `Covenant: Run Clippy Now`
   * @param error why it failed
   */
  async tell(context: string, error: unknown): Promise<void> {
    this.error(context, error);
    const message = error instanceof Error ? error.message : String(error);
    const choice = await vscode.window.showErrorMessage(`${context}: ${message}`, "Show Log");
    if (choice !== undefined) this.channel.show();
  }

  dispose(): void {
    this.channel.dispose();
  }
}
