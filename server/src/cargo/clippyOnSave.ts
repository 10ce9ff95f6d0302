/**
 * Clippy after a save: one check per workspace at a time, the newest save wins, and every way of failing is a state
 * (specification 3). Starts nothing before the workspace is trusted: cargo runs code of the project.
 */
import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import type { MetadataPackage } from "../project/metadata.js";
import type { ClippyState } from "../protocol/index.js";
import type { ExternalFinding } from "../release/externalFinding.js";
import { isInside } from "../release/paths.js";
import { cargoMetadata } from "./cargoMetadata.js";
import { cargoError } from "./clippy.js";
import { ClippyWorkspace, type ClippyEnd } from "./clippyWorkspace.js";
import type { KeyedQueue } from "./keyedQueue.js";

/** Decides whether a save starts clippy. The third issue adds `adopt` (reading rust-analyzer's findings) here. */
export interface ClippyStrategy {
  /** True when a save is to start clippy now. Asked at every save; running on demand does not ask. */
  runsOnSave(): boolean;
}

/**
 * The strategy of the setting `clippyOnSave` (specification 3.1).
 * @param rustAnalyzerRunsClippy Whether the editor's rust-analyzer has clippy as its check command; asked each time.
 */
export function clippyStrategy(setting: () => "auto" | "on" | "off", rustAnalyzerRunsClippy: () => boolean): ClippyStrategy {
  return { runsOnSave: () => setting() === "on" || (setting() === "auto" && !rustAnalyzerRunsClippy()) };
}

/** What can change while the object lives. */
export interface ClippySettings {
  /** Program for cargo. */
  readonly cargo: string;
  readonly extraArguments: readonly string[];
  /** Empty for `<target directory>/covenant`; relative to the workspace root otherwise. */
  readonly targetDirectory: string;
}

/** What the object needs and whom it tells. */
export interface ClippyOnSaveOptions {
  readonly queue: KeyedQueue;
  readonly strategy: ClippyStrategy;
  readonly settings: () => ClippySettings;
  /** Workspace folders of the editor, absolute; for running everything. */
  readonly folders: () => readonly string[];
  readonly trusted: boolean;
  /** The whole present set of a file. `generation` grows with every check. */
  readonly onFindings: (path: string, findings: readonly ExternalFinding[], generation: number) => void;
  readonly onState: (state: ClippyState, detail: string) => void;
  /** Time to wait for further saves, in milliseconds. */
  readonly debounceMs?: number;
}

/** A check that runs or waits, per workspace folder. */
interface Flight {
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

const TRIGGERS = /(\.rs|^Cargo\.toml|^Cargo\.lock|^\.?clippy\.toml|^rust-toolchain(\.toml)?|^config(\.toml)?)$/;
/** After so many cancelled checks in a row one is let through, or auto-save would starve clippy for ever (3.3.5). */
const PATIENCE = 2;

/** Clippy on save. Owner: the server; `dispose` ends every process. */
export class ClippyOnSave {
  /** By workspace root. */
  readonly #workspaces = new Map<string, ClippyWorkspace>();
  /** Roots whose manifests were saved since cargo was last asked about them. */
  readonly #outdated = new Set<string>();
  /** Manifest folder, of which no workspace is known, to the file that carries cargo's error about it. */
  readonly #broken = new Map<string, string>();
  /** By workspace root, or by manifest folder while the workspace is not known. */
  readonly #flights = new Map<string, Flight>();
  readonly #pending = new Map<string, NodeJS.Timeout>();
  readonly #cancelled = new Map<string, number>();
  #generation = 0;
  #trusted: boolean;
  #disposed = false;

  constructor(private readonly options: ClippyOnSaveOptions) {
    this.#trusted = options.trusted;
    this.#rest("");
  }

  /** The user trusted the workspace (or took it back, in tests). */
  setTrusted(trusted: boolean): void {
    this.#trusted = trusted;
    this.#rest("");
  }

  /** Settings or rust-analyzer changed: tells the present state anew. */
  refresh(): void {
    if (this.#flights.size === 0) this.#rest("");
  }

  /** A file was saved. Starts a check after a short wait when the file matters to cargo and the strategy says so. */
  save(path: string): void {
    if (this.#disposed || !this.#trusted || !TRIGGERS.test(basename(path)) || !this.options.strategy.runsOnSave()) return;
    const folder = nearestManifest(dirname(path));
    if (folder === undefined) return;
    const key = this.#key(folder);
    if (basename(path) === "Cargo.toml") this.#outdated.add(key);
    clearTimeout(this.#pending.get(key));
    this.#pending.set(key, setTimeout(() => {
      this.#pending.delete(key);
      void this.#start(folder, path, true);
    }, this.options.debounceMs ?? 150));
  }

  /**
   * Checks now: the package of `path`, or every workspace folder.
   * @returns When the checks ended; never rejects for what the tools do. Does nothing in an untrusted workspace.
   */
  async runNow(path: string | undefined): Promise<void> {
    if (this.#disposed || !this.#trusted) return;
    const folders = path === undefined ? this.options.folders() : [dirname(path)];
    const manifests = new Set(folders.flatMap((folder) => nearestManifest(folder) ?? []));
    await Promise.all([...manifests].map((folder) => this.#start(folder, path, false)));
  }

  /** Stops what runs and waits; resolves when the process trees are gone. */
  async cancel(): Promise<void> {
    for (const timer of this.#pending.values()) clearTimeout(timer);
    this.#pending.clear();
    const flights = [...this.#flights.values()];
    for (const flight of flights) flight.abort.abort();
    await Promise.all(flights.map((flight) => flight.done));
  }

  /** Ends everything for good. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    await this.cancel();
  }

  /** Takes the place of the flight over `folder`: cancels it, or waits for it when it was cancelled too often. */
  async #start(folder: string, path: string | undefined, mayWait: boolean): Promise<void> {
    const key = this.#key(folder);
    const before = this.#flights.get(key);
    const starved = mayWait && before !== undefined && (this.#cancelled.get(key) ?? 0) >= PATIENCE;
    const abort = new AbortController();
    const work = async (): Promise<void> => {
      if (before !== undefined) {
        if (starved) this.#cancelled.set(key, 0);
        else {
          this.#cancelled.set(key, (this.#cancelled.get(key) ?? 0) + 1);
          before.abort.abort();
        }
        await before.done;
      }
      if (abort.signal.aborted || this.#disposed) return;
      const end = await this.#check(folder, path, abort.signal);
      if (end.state === "done" && !abort.signal.aborted) this.#cancelled.set(key, 0);
      // A newer flight over the same workspace will speak for it.
      if (this.#flights.get(key)?.abort === abort) this.#tell(end);
    };
    const done = work();
    const flight: Flight = { abort, done };
    this.#flights.set(key, flight);
    try {
      await done;
    } finally {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    }
  }

  async #check(folder: string, path: string | undefined, signal: AbortSignal): Promise<ClippyEnd> {
    const settings = this.options.settings();
    this.options.onState("running", "reading the workspace");
    const generation = ++this.#generation;
    const workspace = await this.#workspace(folder, settings, generation, signal);
    if (!(workspace instanceof ClippyWorkspace)) return workspace;
    const { root } = workspace.workspace;
    const member = path === undefined ? undefined : ownerOf(workspace.workspace.members, path);
    const target = settings.targetDirectory;
    return await workspace.check({
      cargo: settings.cargo,
      extraArguments: settings.extraArguments,
      ...(target === "" ? {} : { targetDirectory: isAbsolute(target) ? target : join(root, target) }),
    }, member, generation, signal);
  }

  /** The workspace of a manifest folder, from memory while its manifests have not been saved. */
  async #workspace(folder: string, settings: ClippySettings, generation: number, signal: AbortSignal): Promise<ClippyWorkspace | ClippyEnd> {
    const key = this.#key(folder);
    const known = this.#workspaces.get(key);
    if (known !== undefined && !this.#outdated.has(key)) return known;
    const metadata = await cargoMetadata(settings.cargo, folder, signal);
    switch (metadata.state) {
      case "cancelled":
        return { state: "cancelled" };
      case "missing":
        return { state: "missing", detail: "cargo was not found: install Rust from https://rustup.rs, or set the path of cargo" };
      case "failed": {
        // cargo writes paths relative to the folder it was started in here, not to the workspace root.
        const finding = cargoError(metadata.stderr, folder, generation);
        if (known !== undefined) known.report(finding, generation);
        else if (finding !== undefined) {
          this.#broken.set(folder, finding.path);
          this.options.onFindings(finding.path, [finding], generation);
        }
        return { state: "failed", detail: metadata.reason };
      }
      case "known": {
        const { workspace } = metadata;
        const broken = this.#broken.get(folder);
        if (broken !== undefined) this.options.onFindings(broken, [], generation);
        this.#broken.delete(folder);
        this.#outdated.delete(key);
        // Members of one workspace share one object, whatever folder a save came from.
        const entry = this.#workspaces.get(workspace.root) ?? new ClippyWorkspace(
          workspace, this.options.queue, this.options.onFindings, (detail) => this.options.onState("running", detail),
        );
        entry.update(workspace);
        this.#workspaces.set(workspace.root, entry);
        return entry;
      }
    }
  }

  /** The root of the known workspace that a manifest folder belongs to, else the folder itself. */
  #key(folder: string): string {
    for (const [root, { workspace }] of this.#workspaces) {
      if (root === folder || workspace.members.some((member) => member.root === folder)) return root;
    }
    return folder;
  }

  #tell(end: ClippyEnd): void {
    switch (end.state) {
      case "done":
        this.#rest(`${end.findings} ${end.findings === 1 ? "finding" : "findings"} in ${(end.durationMs / 1000).toFixed(1)} s: ${end.command}`);
        return;
      case "cancelled":
        this.#rest("cancelled");
        return;
      case "missing":
      case "failed":
        this.options.onState(end.state, end.detail);
        return;
    }
  }

  #rest(detail: string): void {
    this.options.onState(!this.#trusted ? "untrusted" : this.options.strategy.runsOnSave() ? "idle" : "off", detail);
  }
}

/** The nearest folder upwards that has a manifest. */
function nearestManifest(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "Cargo.toml"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function ownerOf(members: readonly MetadataPackage[], path: string): MetadataPackage | undefined {
  return members.filter((member) => isInside(member.root, path)).toSorted((left, right) => right.root.length - left.root.length)[0];
}
