/** Clippy and the checklist behind the `covenant/*` messages: created when the client is known, absent where the host has none. */
import type { CancellationToken, Connection } from "vscode-languageserver";
import type { Checklist, ClippyState, Requests, Settings } from "../protocol/index.js";
import type { ExternalFinding } from "../release/externalFinding.js";
import type { ChecklistService, ClippyService, Host, NewCodeService } from "./host.js";

/** What the services report to. */
export interface ServiceListener {
  readonly clippyFindings: (uri: string, findings: readonly ExternalFinding[]) => void;
  readonly clippyState: (state: ClippyState, detail: string) => void;
  readonly newCode: () => void;
}

/** Wait after a save or a change on disk before the evidence is compared again, in milliseconds. */
const refreshDelayMs = 400;

export class Services {
  private clippy: ClippyService | undefined;
  private checklist: ChecklistService | undefined;
  /** Which code is new; undefined where the host cannot tell. */
  newCode: NewCodeService | undefined;
  private timer: { cancel(): void } | undefined;
  private trusted = false;

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly delay: (milliseconds: number, run: () => void) => { cancel(): void },
    private readonly listener: ServiceListener,
  ) {}

  /** Starts the services; none starts a process before the workspace is trusted. */
  start(trusted: boolean, settings: () => Settings, folders: () => readonly string[]): void {
    this.trusted = trusted;
    const events = {
      onClippyFindings: (path: string, findings: readonly ExternalFinding[]) => this.listener.clippyFindings(this.host.uriOf(path), findings),
      onClippyState: (state: ClippyState, detail: string) => this.listener.clippyState(state, detail),
      onChecklist: (checklist: Checklist) => void this.connection.sendNotification("covenant/checklistChanged", checklist),
      onNewCode: () => this.listener.newCode(),
      settings,
      folders,
      trusted,
    };
    this.newCode = this.host.newCode?.(events);
    this.clippy = this.host.clippy?.(events);
    this.checklist = this.host.checklist?.(events);
    this.refreshSoon();
    this.register();
  }

  /** False until the user trusts the workspace. */
  get isTrusted(): boolean {
    return this.trusted;
  }

  /** The user trusted the workspace. */
  trust(): void {
    this.trusted = true;
    this.newCode?.setTrusted(true);
    this.clippy?.setTrusted(true);
    this.checklist?.setTrusted(true);
    this.refreshSoon();
  }

  settingsChanged(): void {
    this.clippy?.refresh();
    this.newCode?.refresh();
  }

  /** The user is back at the window: the repository may have another commit checked out. */
  focused(): void {
    this.newCode?.refresh();
  }

  /** @param lost findings of tools went with an edit since the last save */
  saved(uri: string, lost: boolean): void {
    const path = this.host.pathOf(uri);
    if (path !== undefined) this.clippy?.save(path, lost);
    this.newCode?.refresh();
    this.refreshSoon();
  }

  /** Files changed on disk. */
  filesChanged(uris: readonly string[]): void {
    const changed = this.clippy?.filesChanged(uris.flatMap((uri) => this.host.pathOf(uri) ?? []));
    changed?.catch((error: unknown) => this.connection.console.error(`changed files could not be read: ${String(error)}`));
    this.refreshSoon();
  }

  /** Looks again at packages and evidence, once for calls that come together. */
  refreshSoon(): void {
    this.timer?.cancel();
    this.timer = this.delay(refreshDelayMs, () => {
      this.checklist?.refresh().catch((error: unknown) => this.connection.console.error(`the checklist could not be read: ${String(error)}`));
    });
  }

  async dispose(): Promise<void> {
    this.timer?.cancel();
    await Promise.allSettled([this.clippy?.dispose(), this.checklist?.dispose(), this.newCode?.dispose()]);
  }

  private register(): void {
    const empty: Checklist = { packages: [], empty: "no-cargo-package" };
    this.connection.onRequest("covenant/checklist", () => this.checklist?.checklist() ?? empty);
    this.connection.onRequest("covenant/cancelChecklist", async () => {
      await this.checklist?.cancel();
      return null;
    });
    this.connection.onRequest("covenant/evidence", ({ manifest, item }: Requests["covenant/evidence"]["params"]) => ({
      markdown: this.checklist?.evidence(manifest, item) ?? "There is no checklist here.",
    }));
    this.connection.onRequest("covenant/runChecklist", (params: Requests["covenant/runChecklist"]["params"], token) => this.runChecklist(params, token));
    this.connection.onRequest("covenant/runClippy", async ({ uri }: Requests["covenant/runClippy"]["params"]) => {
      this.requireTrust();
      await this.clippy?.runNow(uri === undefined ? undefined : this.host.pathOf(uri));
      return null;
    });
    this.connection.onRequest("covenant/clippyFlags", async () => {
      this.requireTrust();
      return { flags: (await this.clippy?.flags()) ?? [] };
    });
    this.connection.onRequest("covenant/buildFolders", async ({ uri }: Requests["covenant/buildFolders"]["params"]) => {
      this.requireTrust();
      return { folders: (await this.clippy?.buildFolders(uri === undefined ? undefined : this.host.pathOf(uri))) ?? [] };
    });
    this.connection.onRequest("covenant/cancelClippy", async () => {
      await this.clippy?.cancel();
      return null;
    });
  }

  private async runChecklist(params: Requests["covenant/runChecklist"]["params"], cancellation: CancellationToken): Promise<Checklist> {
    this.requireTrust();
    const { checklist } = this;
    if (!checklist) return { packages: [], empty: "no-cargo-package" };
    const progress = params.workDoneToken === undefined ? undefined : this.connection.window.attachWorkDoneProgress(params.workDoneToken);
    progress?.begin("Release checklist", 0, "", true);
    // Cancelling the request does what the view's cancel does.
    const cancelled = cancellation.onCancellationRequested(() => void checklist.cancel());
    try {
      return await checklist.run({ manifest: params.manifest, item: params.item }, ({ done, total, message }) => progress?.report(total === 0 ? 0 : Math.round((100 * done) / total), message));
    } finally {
      cancelled.dispose();
      progress?.done();
    }
  }

  private requireTrust(): void {
    if (!this.trusted) throw new Error("the workspace is not trusted; trust it to run checks");
  }
}
