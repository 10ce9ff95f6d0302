import * as vscode from "vscode";
import type { Log } from "./log.js";
import { inTheWay, type Neighbour } from "./neighbour.js";

const RUST_ANALYZER = "rust-lang.rust-analyzer";

/** How often, in milliseconds, and how many times it is looked whether rust-analyzer has been started: that has no event. */
const LOOK_EVERY_MS = 2000;
const LOOKS = 60;

/** Where the user's consent is kept, per workspace, as rust-analyzer keeps what it was asked for. */
const CONSENT = "clippyByRustAnalyzer";

/**
 * What rust-analyzer's extension exports, as far as we use it. `addConfiguration` came with its pull request 20837: it takes
 * overrides of settings under the name of the extension that asks, keeps them with the workspace, leaves the user's settings
 * files alone, lets what they say win, and drops the overrides of an extension that is no longer there.
 */
interface RustAnalyzerApi {
  addConfiguration?(extensionId: string, configuration: Readonly<Record<string, unknown>>): Promise<void>;
  readonly client?: { sendNotification(method: string, parameters: unknown): Promise<void> };
}

/** The rust-analyzer extension of this window: what it does at a save, and our one request to it. */
export class RustAnalyzer implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<void>();

  #looking: ReturnType<typeof setInterval> | undefined;

  /** The consent was given or taken back, or rust-analyzer was started. */
  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext, log: Log) {
    this.#context = context;
    this.#log = log;
    if (this.neighbour.active) return;
    let looks = 0;
    this.#looking = setInterval(() => {
      looks += 1;
      const { active } = this.neighbour;
      if (!active && looks < LOOKS) return;
      clearInterval(this.#looking);
      if (active) this.#changed.fire();
    }, LOOK_EVERY_MS);
  }

  /** What it does now. */
  get neighbour(): Neighbour {
    const settings = vscode.workspace.getConfiguration("rust-analyzer");
    return {
      active: vscode.extensions.getExtension(RUST_ANALYZER)?.isActive === true,
      read: (key) => settings.get(key),
      isSet: (key) => {
        const found = settings.inspect(key);
        return found?.globalValue !== undefined || found?.workspaceValue !== undefined || found?.workspaceFolderValue !== undefined;
      },
      asked: this.#context.workspaceState.get<boolean>(CONSENT) === true,
    };
  }

  /**
   * Asks the user, and then rust-analyzer, to check with clippy.
   * @param flags what makes the pedantic lints effective in this workspace, for after `--`
   * @returns false when the user did not consent
   * @throws Error when rust-analyzer cannot be asked or a setting says otherwise; the message can be shown
   */
  async reuse(flags: readonly string[]): Promise<boolean> {
    const api = await this.#api();
    if (api?.addConfiguration === undefined) {
      throw new Error(api === undefined
        ? "rust-analyzer is not installed or not enabled here"
        : "this version of rust-analyzer cannot be asked by another extension; update it, or set rust-analyzer.check.command to clippy");
    }
    const { neighbour } = this;
    const obstacle = inTheWay(neighbour);
    if (obstacle !== undefined) throw new Error(`${obstacle}, and your settings win; change that setting first`);
    const configuration = { "check.command": "clippy", ...(flags.length > 0 && !neighbour.isSet("check.extraArgs") ? { "check.extraArgs": ["--", ...flags] } : {}) };
    const consent = "Let rust-analyzer Run Clippy";
    const answer = await vscode.window.showInformationMessage("Let rust-analyzer run clippy on save for Covenant?", {
      modal: true,
      detail: [
        "rust-analyzer is asked, through its interface for other extensions, to check this workspace with:",
        ...Object.entries(configuration).map(([key, value]) => `    ${key} = ${JSON.stringify(value)}`),
        "Your settings files stay as they are. Covenant then starts no cargo of its own on save; what is built is built by rust-analyzer, in its folder.",
        "`Covenant: Take Clippy Back from rust-analyzer` undoes this.",
      ].join("\n\n"),
    }, consent);
    if (answer !== consent) return false;
    await this.#configure(api, configuration, true);
    return true;
  }

  /** Takes our request back; rust-analyzer does what its settings say. Does nothing where nothing was asked. */
  async takeBack(): Promise<void> {
    if (!this.neighbour.asked) return;
    await this.#configure(await this.#api(), {}, undefined);
  }

  async #configure(api: RustAnalyzerApi | undefined, configuration: Readonly<Record<string, unknown>>, consent: true | undefined): Promise<void> {
    await api?.addConfiguration?.(this.#context.extension.id, configuration);
    await this.#context.workspaceState.update(CONSENT, consent);
    this.#changed.fire();
    try {
      // As its own extension does after a change of settings: the server asks for them anew, and no restart is needed.
      await api?.client?.sendNotification("workspace/didChangeConfiguration", { settings: "" });
    } catch (error) {
      this.#log.error("rust-analyzer takes the change over when it is started next", error);
    }
  }

  async #api(): Promise<RustAnalyzerApi | undefined> {
    const exported: unknown = await vscode.extensions.getExtension(RUST_ANALYZER)?.activate();
    return typeof exported === "object" && exported !== null ? exported : undefined;
  }

  dispose(): void {
    clearInterval(this.#looking);
    this.#changed.dispose();
  }
}
