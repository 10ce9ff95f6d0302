import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  WorkDoneProgress,
} from "vscode-languageclient";
import type {
  Checklist,
  InitializationOptions,
  NotificationName,
  Notifications,
  OtherDiagnostic,
  RequestName,
  Requests,
  ServerStatus,
} from "../../../server/src/protocol/index.js";
import type { Log } from "./log.js";
import { DOCUMENTS } from "./manifest.js";
import type { Preferences } from "./preferences.js";
import { RestartBudget } from "./restartBudget.js";
import type { SessionState } from "./statusText.js";

/** Makes the language client of a host: a process on the desktop. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The past of a file in a diff is read-only: findings there would fill the problem list with what is already mended. */
const PAST_SCHEMES: readonly string[] = ["git", "gitlens", "pr", "review", "svn", "hg", "scm", "timeline"];

const RESTARTS = 5;
const RESTART_WINDOW_MS = 3 * 60 * 1000;

/**
 * The language client's life: start, restart after a crash (a bounded number of times), restart on demand, stop. Everything the
 * rest of the extension asks of the server goes through `request`, typed by the protocol.
 */
export class Session implements vscode.Disposable {
  readonly #log: Log;
  readonly #preferences: Preferences;
  readonly #client: BaseLanguageClient;
  readonly #budget = new RestartBudget(RESTARTS, RESTART_WINDOW_MS);
  readonly #states = new vscode.EventEmitter<SessionState>();
  readonly #checklists = new vscode.EventEmitter<Checklist>();
  readonly #statuses = new vscode.EventEmitter<ServerStatus>();
  readonly #waivers = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [];
  #state: SessionState = "stopped";
  #restarting: Promise<void> | undefined;
  #disposed = false;

  readonly onDidChangeState = this.#states.event;
  readonly onDidChangeChecklist = this.#checklists.event;
  readonly onDidChangeStatus = this.#statuses.event;
  readonly onDidChangeWaivers = this.#waivers.event;

  constructor(createClient: CreateClient, preferences: Preferences, log: Log) {
    this.#log = log;
    this.#preferences = preferences;
    this.#client = createClient(this.#options());
    // Handlers registered before the start survive every restart of the client; they must not be registered again.
    this.#on("covenant/checklistChanged", (checklist) => this.#checklists.fire(checklist));
    this.#on("covenant/status", (status) => this.#statuses.fire(status));
    this.#on("covenant/waiversChanged", () => this.#waivers.fire());
    this.#subscriptions.push(
      this.#states,
      this.#checklists,
      this.#statuses,
      this.#waivers,
      this.#client.onDidChangeState(({ newState }) => this.#follow(newState)),
      preferences.onDidChange((settings) => this.#notify("covenant/settings", settings)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#notify("covenant/trustGranted", null)),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#notify("covenant/windowFocused", null);
      }),
    );
  }

  get state(): SessionState {
    return this.#state;
  }

  /** What this extension publishes; undefined before the first start. */
  get diagnostics(): vscode.DiagnosticCollection | undefined {
    return this.#client.diagnostics;
  }

  /** Tells the server what other extensions show for a file. */
  tellOthers(uri: string, diagnostics: readonly OtherDiagnostic[]): void {
    this.#notify("covenant/otherDiagnostics", { uri, diagnostics });
  }

  /** Starts the server. A failure is a state, logged and shown in the status item; it is never thrown. */
  async start(): Promise<void> {
    try {
      await this.#client.start();
    } catch (error) {
      this.#log.error("the server could not be started", error);
      this.#set("failed");
    }
  }

  /** Stops and starts the server. Calls that come while one runs share it. */
  restart(): Promise<void> {
    this.#restarting ??= this.#restart().finally(() => {
      this.#restarting = undefined;
    });
    return this.#restarting;
  }

  /**
   * Asks the server.
   * @param method name of the request
   * @param params its parameters
   * @param token cancels the request
   * @returns the server's answer
   * @throws Error when the server does not run or refuses; the message can be shown
   */
  async request<Name extends RequestName>(
    method: Name,
    params: Requests[Name]["params"],
    token?: vscode.CancellationToken,
  ): Promise<Requests[Name]["result"]> {
    if (this.#state !== "running") throw new Error(`the Covenant server is not running (${this.#state})`);
    return token === undefined
      ? this.#client.sendRequest<Requests[Name]["result"]>(method, params)
      : this.#client.sendRequest<Requests[Name]["result"]>(method, params, token);
  }

  /**
   * Listens to the progress of one request.
   * @param token the `workDoneToken` of the request
   * @param report gets what the server is doing now, in a few words
   * @returns ends the listening
   */
  onProgress(token: string, report: (message: string) => void): vscode.Disposable {
    return this.#client.onProgress(WorkDoneProgress.type, token, (value) => {
      const message = value.message ?? (value.kind === "begin" ? value.title : undefined);
      if (message !== undefined) report(message);
    });
  }

  dispose(): void {
    this.#disposed = true;
    for (const subscription of this.#subscriptions.splice(0).reverse()) subscription.dispose();
    this.#client.dispose().catch((error: unknown) => {
      // At this point there is nobody to tell: the window closes and the process dies with its parent.
      console.error("the Covenant server could not be stopped", error);
    });
  }

  async #restart(): Promise<void> {
    this.#budget.reset();
    this.#set("restarting");
    try {
      if (this.#client.needsStop()) await this.#client.stop();
    } catch (error) {
      this.#log.error("the server did not stop in time and is left behind", error);
    }
    await this.start();
  }

  #options(): LanguageClientOptions {
    return {
      documentSelector: DOCUMENTS.map((filter) => ({ ...filter })),
      outputChannel: this.#log.channel,
      traceOutputChannel: this.#log.channel,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticCollectionName: "covenant",
      // A function: after a restart the server must get what holds then.
      initializationOptions: (): InitializationOptions => ({
        trusted: vscode.workspace.isTrusted,
        settings: this.#preferences.current(),
        commands: true,
      }),
      initializationFailedHandler: (error: unknown) => {
        this.#log.error("the server refused to start", error);
        return false;
      },
      errorHandler: {
        // `handled` keeps the library from showing a toast; the status item and the log say it.
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.#closed(),
      },
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => next(uri, PAST_SCHEMES.includes(uri.scheme) ? [] : diagnostics),
      },
    };
  }

  #closed(): { action: CloseAction; handled: true; message: string } {
    if (this.#budget.grant(Date.now())) {
      this.#set("restarting");
      return { action: CloseAction.Restart, handled: true, message: "The server ended and is started again." };
    }
    this.#set("failed");
    const message = `The server ended more than ${RESTARTS} times in ${RESTART_WINDOW_MS / 60_000} minutes and is not started again.`;
    return { action: CloseAction.DoNotRestart, handled: true, message };
  }

  #on<Name extends NotificationName>(method: Name, handle: (params: Notifications[Name]) => void): void {
    this.#subscriptions.push(this.#client.onNotification(method, handle));
  }

  /** Sends a notification; while the server is not running there is nobody to tell, and a start sends everything anew. */
  #notify<Name extends NotificationName>(method: Name, params: Notifications[Name]): void {
    if (this.#state !== "running") return;
    this.#client.sendNotification(method, params).catch((error: unknown) => {
      this.#log.error(`${method} could not be sent`, error);
    });
  }

  #follow(state: State): void {
    if (state === State.Running) this.#set("running");
    else if (state === State.Starting && this.#state !== "restarting") this.#set("starting");
    else if (state === State.Stopped && this.#state === "running" && this.#restarting === undefined) this.#set("stopped");
  }

  #set(state: SessionState): void {
    if (state === this.#state || this.#disposed) return;
    this.#state = state;
    this.#log.info(`server: ${state}`);
    this.#states.fire(state);
  }
}
