/**
 * Clippy after a save: one check per workspace at a time, the newest save wins, and every way of failing is a state
 * (specification 3). The package of the saved file comes first; what depends on it follows when nothing else is asked for.
 * Starts nothing before the workspace is trusted: cargo runs code of the project.
 */
import { basename, dirname, isAbsolute, join } from "node:path";
import type { BuildFolder, ClippyState } from "../protocol/index.js";
import type { ExternalFinding } from "../release/externalFinding.js";
import { buildFolders } from "./buildFolders.js";
import { ClippyFolders, nearestManifest } from "./clippyFolders.js";
import { endText, membersOf, withUnfinished, type Job } from "./clippyJobs.js";
import type { RunProcess } from "./clippyRun.js";
import type { ClippySettings, ClippyStrategy } from "./clippySettings.js";
import { isSource, matters } from "./clippyTriggers.js";
import { ClippyWorkspace, type ClippyEnd } from "./clippyWorkspace.js";
import type { KeyedQueue } from "./keyedQueue.js";
import { run } from "./processRunner.js";
import { digestTexts, SeenTexts, unchanged } from "./savedTexts.js";

/** What the object needs and whom it tells. Times are milliseconds. */
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
  /** Wait for further saves: 10 after a first one, ten times as long when they come in a row. */
  readonly debounceMs?: number;
  /** Quiet time after a check before what depends on the saved package is checked. Default 2000. */
  readonly idleMs?: number;
  /** How long another cargo may hold the build folder before we step back. Default 1000. */
  readonly lockPatienceMs?: number;
  /** Starts processes; a test gives a stand-in. */
  readonly start?: RunProcess;
}

/** A check that runs or waits, per workspace. */
interface Flight {
  readonly job: Job;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/** Saves of one workspace that wait for further ones. */
interface Gathered {
  readonly paths: Set<string>;
  /** An edit removed findings that only a new check can bring back. */
  lost: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** After so many cancelled checks in a row one is let through, or auto-save would starve clippy for ever (3.3.5). */
const PATIENCE = 2;

/** Clippy on save. Owner: the server; `dispose` ends every process. */
export class ClippyOnSave {
  readonly #folders: ClippyFolders;
  readonly #seen = new SeenTexts();
  /** By workspace root, or by manifest folder while the workspace is not known. */
  readonly #gathered = new Map<string, Gathered>();
  readonly #flights = new Map<ClippyWorkspace, Flight>();
  readonly #idle = new Map<ClippyWorkspace, NodeJS.Timeout>();
  readonly #cancelled = new Map<ClippyWorkspace, number>();
  /** Questions to cargo about workspaces, and what ends them. */
  readonly #asking = new Set<Promise<unknown>>();
  #life = new AbortController();
  #lastSave = Number.NEGATIVE_INFINITY;
  #lastEnd = "";
  #generation = 0;
  #trusted: boolean;
  #disposed = false;

  constructor(private readonly options: ClippyOnSaveOptions) {
    this.#trusted = options.trusted;
    this.#folders = new ClippyFolders({
      queue: options.queue,
      start: options.start ?? run,
      onFindings: options.onFindings,
      onDetail: (detail) => options.onState("running", detail),
      lockPatienceMs: options.lockPatienceMs ?? 1000,
    }, options.onFindings);
    this.#rest();
  }

  /** The user trusted the workspace (or took it back, in tests). */
  setTrusted(trusted: boolean): void {
    this.#trusted = trusted;
    this.#rest();
  }

  /** Settings or rust-analyzer changed: tells the present state anew. */
  refresh(): void {
    if (this.#flights.size === 0) this.#rest();
  }

  /**
   * A file was saved. Starts a check after a short wait when the file matters to cargo, the strategy says so, and clippy
   * could tell its text from the one it saw last.
   * @param lost Findings went with an edit since the last save, so that only a check can say whether they still hold.
   */
  save(path: string, lost = false): void {
    if (this.#disposed || !this.#trusted || !matters(path) || !this.options.strategy.runsOnSave()) return;
    const folder = nearestManifest(dirname(path));
    if (folder === undefined) return;
    if (basename(path) === "Cargo.toml") this.#folders.manifestChanged(folder);
    const key = this.#folders.keyOf(folder);
    const gathered = this.#gathered.get(key) ?? { paths: new Set<string>(), lost: false, timer: undefined };
    gathered.paths.add(path);
    gathered.lost ||= lost;
    clearTimeout(gathered.timer);
    const debounce = this.options.debounceMs ?? 10;
    const inRow = performance.now() - this.#lastSave < 10 * debounce;
    this.#lastSave = performance.now();
    gathered.timer = setTimeout(() => {
      this.#gathered.delete(key);
      void this.#saved(folder, gathered);
    }, inRow ? 10 * debounce : debounce);
    this.#gathered.set(key, gathered);
  }

  /**
   * Files changed on the disk, by us or by others. What only others can have changed makes clippy's knowledge doubtful;
   * files that steer cargo start a check as if they had been saved.
   */
  async filesChanged(paths: readonly string[]): Promise<void> {
    if (this.#disposed || !this.#trusted) return;
    const relevant = paths.filter((path) => matters(path) && !this.#expects(path));
    const digests = await digestTexts(relevant);
    for (const [path, digest] of digests) {
      if (this.#seen.get(path) === digest) continue;
      this.#seen.clear();
      // cargo writes the lockfile itself; a check for it would follow every first check.
      if (!isSource(path) && basename(path) !== "Cargo.lock") this.save(path);
    }
  }

  /**
   * Checks now: the workspace of `path`, or every workspace folder.
   * @returns When the checks ended; never rejects for what the tools do. Does nothing in an untrusted workspace.
   */
  async runNow(path: string | undefined): Promise<void> {
    await Promise.all((await this.#open(path)).map((workspace) => this.#start({ workspace, kind: "asked", digests: new Map() })));
  }

  /** Lint flags that do for every member of the open workspaces; none where members need different ones, or untrusted. */
  async flags(): Promise<readonly string[]> {
    const workspaces = await this.#open(undefined, true);
    const all = (await Promise.all(workspaces.map((workspace) => workspace.flags()))).flat();
    const [first = []] = all;
    return all.every((flags) => flags.join(" ") === first.join(" ")) ? first : [];
  }

  /** Where clippy can build for the workspace of `path`, or of the first folder. Empty without one, and untrusted. */
  async buildFolders(path: string | undefined): Promise<readonly BuildFolder[]> {
    const [workspace] = await this.#open(path, true);
    return workspace === undefined ? [] : await buildFolders(workspace.workspace, this.options.settings().targetDirectory);
  }

  /** Stops what runs and waits; resolves when the process trees are gone. */
  async cancel(): Promise<void> {
    for (const { timer } of this.#gathered.values()) clearTimeout(timer);
    this.#gathered.clear();
    for (const timer of this.#idle.values()) clearTimeout(timer);
    this.#idle.clear();
    this.#life.abort();
    this.#life = new AbortController();
    const flights = [...this.#flights.values()];
    for (const flight of flights) flight.abort.abort();
    await Promise.all([...this.#asking, ...flights.map((flight) => flight.done)]);
  }

  /** Ends everything for good. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    await this.cancel();
  }

  /** True for a file whose change on disk is a save that we know of. */
  #expects(path: string): boolean {
    return [...this.#gathered.values()].some(({ paths }) => paths.has(path)) || [...this.#flights.values()].some(({ job }) => job.digests.has(path));
  }

  /** Saves have come to a rest: starts a check unless clippy has seen, or is about to see, just these texts. */
  async #saved(folder: string, { paths, lost }: Gathered): Promise<void> {
    const [workspace, digests] = await Promise.all([this.#locate(folder), digestTexts(paths)]);
    if (this.#disposed || workspace === undefined) return;
    const owed = new Set(workspace.owed);
    const running = this.#flights.get(workspace)?.job;
    const waits = [...paths].some((path) => {
      const owner = workspace.ownerOf(path);
      return owner !== undefined && owed.has(owner) && running?.digests.has(path) !== true;
    });
    if (!lost && !waits && unchanged(digests, (path) => running?.digests.get(path) ?? this.#seen.get(path))) return;
    await this.#start({ workspace, kind: "save", digests, ...([...paths].every((path) => isSource(path)) ? { paths: [...paths] } : {}) });
  }

  /** The workspace of `path`, or those of all folders; none untrusted, because cargo is asked. `quietly` tells no state. */
  async #open(path: string | undefined, quietly = false): Promise<readonly ClippyWorkspace[]> {
    if (this.#disposed || !this.#trusted) return [];
    const folders = path === undefined ? this.options.folders() : [dirname(path)];
    const manifests = new Set(folders.flatMap((folder) => nearestManifest(folder) ?? []));
    const found = await Promise.all([...manifests].map((folder) => this.#locate(folder, quietly)));
    return [...new Set(found.filter((workspace) => workspace !== undefined))];
  }

  /** The workspace of a manifest folder; where cargo does not know one, that is told, and what ran there is ended. */
  async #locate(folder: string, quietly = false): Promise<ClippyWorkspace | undefined> {
    const { signal } = this.#life;
    const known = this.#folders.known(folder);
    if (known === undefined && !quietly) this.options.onState("running", "reading the workspace");
    const asked = this.#folders.find(this.options.settings().cargo, folder, ++this.#generation, signal);
    this.#asking.add(asked);
    const found = await asked;
    this.#asking.delete(asked);
    if (found instanceof ClippyWorkspace) return signal.aborted || this.#disposed ? undefined : found;
    if (quietly) return undefined;
    const flight = known && this.#flights.get(known);
    flight?.abort.abort();
    await flight?.done;
    this.#tell(found);
    return undefined;
  }

  /** Takes the place of the flight over the job's workspace: cancels it, or waits for it when that was done too often. */
  async #start(asked: Job): Promise<void> {
    const key = asked.workspace;
    clearTimeout(this.#idle.get(key));
    this.#idle.delete(key);
    const before = this.#flights.get(key);
    const starved = asked.kind === "save" && before?.job.kind === "save" && (this.#cancelled.get(key) ?? 0) >= PATIENCE;
    const job = before === undefined || starved ? asked : withUnfinished(asked, before.job);
    const abort = new AbortController();
    let followUp = false;
    const work = async (): Promise<void> => {
      if (before !== undefined) {
        if (starved) this.#cancelled.set(key, 0);
        else {
          if (before.job.kind === "save") this.#cancelled.set(key, (this.#cancelled.get(key) ?? 0) + 1);
          before.abort.abort();
        }
        await before.done;
      }
      if (abort.signal.aborted || this.#disposed) return;
      const end = await this.#check(job, abort.signal);
      if (end.state === "done" && !abort.signal.aborted) {
        this.#cancelled.set(key, 0);
        this.#seen.add(job.digests);
      }
      // A newer flight over the same workspace will speak for it.
      if (this.#flights.get(key)?.abort !== abort) return;
      this.#tell(end);
      followUp = end.state === "done";
    };
    const done = work();
    const flight: Flight = { job, abort, done };
    this.#flights.set(key, flight);
    try {
      await done;
    } finally {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    }
    if (followUp) this.#followUp(key);
  }

  /** What depends on a checked package is checked after a while in which nothing else was asked for. */
  #followUp(workspace: ClippyWorkspace): void {
    if (this.#disposed || workspace.owed.length === 0 || this.#flights.has(workspace) || this.#idle.has(workspace)) return;
    this.#idle.set(workspace, setTimeout(() => {
      this.#idle.delete(workspace);
      if (this.options.strategy.runsOnSave()) void this.#start({ workspace, kind: "idle", paths: [], digests: new Map() });
    }, this.options.idleMs ?? 2000));
  }

  async #check(job: Job, signal: AbortSignal): Promise<ClippyEnd> {
    this.options.onState("running", "starting");
    const { cargo, extraArguments, environment, targetDirectory } = this.options.settings();
    const { root } = job.workspace.workspace;
    const place = targetDirectory === "" ? {} : { targetDirectory: isAbsolute(targetDirectory) ? targetDirectory : join(root, targetDirectory) };
    return await job.workspace.check({ cargo, extraArguments, environment, ...place }, membersOf(job), ++this.#generation, signal);
  }

  #tell(end: ClippyEnd): void {
    if (end.state === "missing" || end.state === "failed") {
      this.options.onState(end.state, end.detail);
      return;
    }
    this.#lastEnd = endText(end);
    this.#rest();
  }

  #rest(): void {
    const on = this.options.strategy.runsOnSave();
    const state = !this.#trusted ? "untrusted" : on ? "idle" : "off";
    this.options.onState(state, this.#lastEnd === "" || state !== "idle" ? this.options.strategy.why() : this.#lastEnd);
  }
}
