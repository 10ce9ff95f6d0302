/**
 * The release checklist of the open folders: which packages there are, what is proved about each, and running proofs.
 * Starts no process before `setTrusted(true)`; answers `checklist()` from memory at any time.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { itemStates, type Checklist, type EmptyReason } from "../protocol/index.js";
import { CHECKLIST_ITEMS } from "../release/checklistItems.js";
import { standing } from "../release/evidence.js";
import { evidenceMarkdown } from "../release/evidenceMarkdown.js";
import { CARGO, type ItemContext, type ItemDeclaration } from "../release/item.js";
import { makeLockfile } from "./cargoMetadata.js";
import { afterCancel, kept, manifestUri, renderRow, withoutRecord, type Entry, type Row } from "./checklistRows.js";
import { EvidenceStore } from "./evidenceStore.js";
import { itemInputs, workspaceInputs, type WorkspaceInputs } from "./itemInputs.js";
import { runItem } from "./itemRun.js";
import type { KeyedQueue } from "./keyedQueue.js";
import { findPackages, type FoundPackage } from "./packages.js";

/** What the runner needs. */
export interface ChecklistOptions {
  readonly queue: KeyedQueue;
  /** Workspace folders of the editor, absolute. */
  readonly folders: () => readonly string[];
  /** Program for cargo. */
  readonly cargo: () => string;
  readonly trusted: boolean;
  readonly onChange: (checklist: Checklist) => void;
  /** The items; the covenant's eight when absent. */
  readonly items?: readonly ItemDeclaration[];
  readonly now?: () => Date;
}

/** One step of a run, for a progress display. */
export interface ChecklistProgress {
  readonly done: number;
  readonly total: number;
  readonly message: string;
}

/** Which items to run: of one package or all (`manifest` is a URI), one item or all. */
export interface ChecklistRequest {
  readonly manifest?: string | undefined;
  readonly item?: string | undefined;
}

/** The checklist. Owner: the server; `dispose` ends every process. */
export class ChecklistRunner {
  readonly #items: readonly ItemDeclaration[];
  readonly #now: () => Date;
  #rows: readonly Row[] = [];
  #empty: EmptyReason;
  #trusted: boolean;
  #refresh: Promise<void> = Promise.resolve();
  readonly #running = new Set<{ readonly abort: AbortController; readonly done: Promise<unknown> }>();
  #disposed = false;

  constructor(private readonly options: ChecklistOptions) {
    this.#items = options.items ?? CHECKLIST_ITEMS;
    this.#now = options.now ?? (() => new Date());
    this.#trusted = options.trusted;
    this.#empty = options.trusted ? "loading" : "untrusted";
  }

  /** The user trusted the workspace. Call `refresh` afterwards. */
  setTrusted(trusted: boolean): void {
    this.#trusted = trusted;
    this.#empty = trusted ? "loading" : "untrusted";
    if (!trusted) this.#rows = [];
    this.#changed();
  }

  /** The checklist as it stands; starts nothing. */
  checklist(): Checklist {
    const packages = this.#rows.map((row) => renderRow(row, this.#items, this.#trusted));
    return packages.length === 0 ? { packages, empty: this.#empty } : { packages };
  }

  /**
   * Finds the packages anew, reads their evidence, and compares it with the present inputs. Call it at start, after trust,
   * and (debounced) after saves and changes of the folders. Refreshes queue up; none runs beside another.
   */
  async refresh(): Promise<void> {
    const next = this.#refresh.then(() => this.#load());
    this.#refresh = next.catch(() => undefined);
    await next;
  }

  /**
   * Proves items one after another.
   * @param signal Cancels the running item and skips the rest; finished evidence stays.
   * @returns The checklist afterwards. Does nothing in an untrusted workspace.
   */
  async run(request: ChecklistRequest, progress: (progress: ChecklistProgress) => void, signal?: AbortSignal): Promise<Checklist> {
    if (!this.#trusted || this.#disposed) return this.checklist();
    const abort = new AbortController();
    const onAbort = (): void => abort.abort();
    if (signal?.aborted === true) abort.abort();
    signal?.addEventListener("abort", onAbort, { once: true });
    const done = this.#runAll(request, progress, abort.signal);
    const flight = { abort, done };
    this.#running.add(flight);
    try {
      await done;
    } finally {
      this.#running.delete(flight);
      signal?.removeEventListener("abort", onAbort);
    }
    return this.checklist();
  }

  /** Stops every running item; resolves when their processes are gone. */
  async cancel(): Promise<void> {
    const flights = [...this.#running];
    for (const flight of flights) flight.abort.abort();
    await Promise.allSettled(flights.map((flight) => flight.done));
  }

  /** The last evidence of an item as Markdown; a sentence when there is none. */
  evidence(manifest: string, item: string): string {
    const declaration = this.#items.find((entry) => entry.id === item);
    const row = this.#rows.find((entry) => manifestUri(entry.found) === manifest);
    const entry = row?.entries.get(item);
    if (declaration === undefined || entry === undefined) return "There is no such item.";
    if (entry.record !== undefined) return evidenceMarkdown(declaration, entry.record, { called: itemStates[entry.state], summary: entry.summary });
    const install = entry.install === undefined ? "" : `\n\nTo install what is missing:\n\n\`\`\`sh\n${entry.install}\n\`\`\``;
    return `# ${declaration.title}: ${itemStates[entry.state]}\n\n${entry.summary}.\n\n*${declaration.proves}*${install}\n`;
  }

  /** Ends everything for good. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    await this.cancel();
    await this.#refresh;
  }

  async #load(): Promise<void> {
    if (!this.#trusted || this.#disposed) return;
    const found = await findPackages(this.options.cargo(), this.options.folders());
    const shared = new Map<string, WorkspaceInputs>();
    const rows: Row[] = [];
    const before = new Map(this.#rows.map((row) => [manifestUri(row.found), new Map(row.entries)]));
    for (const entry of found) rows.push({ found: entry, entries: await this.#entries(entry, before.get(manifestUri(entry)), shared) });
    if (!this.#trusted || this.#disposed) return;
    // What an item that ran meanwhile has said is newer than what was read from disk.
    for (const row of rows) {
      const manifest = manifestUri(row.found);
      for (const item of this.#items) {
        const present = this.#entry(manifest, item.id);
        if (present !== undefined && present !== before.get(manifest)?.get(item.id)) row.entries.set(item.id, present);
      }
    }
    this.#rows = rows;
    this.#empty = "no-cargo-package";
    this.#changed();
  }

  async #entries(found: FoundPackage, before: ReadonlyMap<string, Entry> | undefined, shared: Map<string, WorkspaceInputs>): Promise<Map<string, Entry>> {
    const entries = new Map<string, Entry>();
    for (const item of this.#items) {
      const old = before?.get(item.id);
      if (found.state === "unknown") {
        entries.set(item.id, found.missingCargo
          ? { state: "tool-missing", summary: "cargo was not found", install: CARGO.install }
          : { state: "error", summary: `cargo does not understand the manifest: ${found.reason}` });
      } else if (old?.state === "running" || old?.state === "queued") {
        entries.set(item.id, old);
      } else {
        entries.set(item.id, await this.#judge(item, this.#context(found), shared, old));
      }
    }
    return entries;
  }

  /** The state of an item that does not run: from its stored evidence, else from what the last run in this session said. */
  async #judge(item: ItemDeclaration, context: ItemContext, shared: Map<string, WorkspaceInputs>, old: Entry | undefined): Promise<Entry> {
    const stored = await this.#store(context).latest(context.package.name, item.id);
    if (stored?.state === "unreadable") return { state: "never-run", summary: `the stored evidence is not usable: ${stored.reason}` };
    if (stored === undefined) return old !== undefined && old.record === undefined ? old : { state: "never-run", summary: "not proved yet" };
    try {
      const key = context.workspace.root;
      const inputs = shared.get(key) ?? (await workspaceInputs(context));
      shared.set(key, inputs);
      return { ...standing(stored.record, item, await itemInputs(item.inputs, context, inputs)), record: stored.record };
    } catch (error) {
      return { state: "stale", summary: `the inputs cannot be read: ${error instanceof Error ? error.message : String(error)}`, record: stored.record };
    }
  }

  async #runAll(request: ChecklistRequest, progress: (progress: ChecklistProgress) => void, signal: AbortSignal): Promise<void> {
    // The packages as they are now: a version that was just bumped must not be proved under its old name.
    await this.refresh();
    const jobs = this.#rows.flatMap((row) => {
      if (row.found.state !== "known" || (request.manifest !== undefined && request.manifest !== manifestUri(row.found))) return [];
      const { found } = row;
      return this.#items.filter((item) => request.item === undefined || item.id === request.item).map((item) => ({ manifest: manifestUri(found), found, item }));
    });
    const before = new Map(jobs.map((job) => [job, this.#entry(job.manifest, job.item.id)]));
    for (const job of jobs) this.#put(job.manifest, job.item.id, { ...kept(before.get(job)), state: "queued", summary: "waiting for its turn" });
    this.#changed();
    for (const [index, job] of jobs.entries()) {
      const old = before.get(job);
      if (signal.aborted) {
        this.#put(job.manifest, job.item.id, afterCancel(old));
        continue;
      }
      const label = `${job.found.package.name}: ${job.item.title}`;
      const say = (message: string): void => {
        progress({ done: index, total: jobs.length, message: `${label} (${message})` });
        this.#put(job.manifest, job.item.id, { ...kept(old), state: "running", summary: message });
        this.#changed();
      };
      say("starting");
      this.#put(job.manifest, job.item.id, await this.#prove(job.item, await this.#locked(job.item, this.#context(job.found), signal), old, say, signal));
      this.#changed();
    }
    progress({ done: jobs.length, total: jobs.length, message: "done" });
    this.#changed();
  }

  async #prove(item: ItemDeclaration, context: ItemContext, old: Entry | undefined, onProgress: (message: string) => void, signal: AbortSignal): Promise<Entry> {
    const { verdict, record } = await runItem(item, context, { queue: this.options.queue, signal, onProgress, now: this.#now, prev: old?.record?.digest ?? null });
    if (verdict.state === "cancelled") return afterCancel(old);
    if (record === undefined) return withoutRecord(verdict);
    try {
      await this.#store(context).write(context.package.name, record);
    } catch (error) {
      // A read-only workspace: the verdict holds for this session and says that it will not last.
      const why = error instanceof Error ? error.message : String(error);
      return { ...standing(record, item, record.inputs), summary: `${verdict.summary} (not stored: ${why})`, record };
    }
    return { ...standing(record, item, record.inputs), record };
  }

  /** cargo makes a missing lockfile with its first build; made before the digest is taken, it does not count as a change. */
  async #locked(item: ItemDeclaration, context: ItemContext, signal: AbortSignal): Promise<ItemContext> {
    if (context.locked || item.commands(context).length === 0) return context;
    await makeLockfile(context.cargo, context.workspace.root, signal);
    return { ...context, locked: existsSync(join(context.workspace.root, "Cargo.lock")) };
  }

  #context(found: Extract<FoundPackage, { state: "known" }>): ItemContext {
    const { root, targetDirectory } = found.workspace;
    return {
      package: found.package, workspace: found.workspace, cargo: this.options.cargo(),
      buildDirectory: join(targetDirectory, "covenant", "checklist"),
      locked: existsSync(join(root, "Cargo.lock")),
      today: this.#now().toISOString().slice(0, 10),
    };
  }

  #store(context: ItemContext): EvidenceStore {
    return new EvidenceStore(join(context.workspace.targetDirectory, "covenant", "evidence"));
  }

  #entry(manifest: string, item: string): Entry | undefined {
    return this.#rows.find((row) => manifestUri(row.found) === manifest)?.entries.get(item);
  }

  /** Looked up by name each time: a refresh may have replaced the rows while an item ran. */
  #put(manifest: string, item: string, entry: Entry): void {
    this.#rows.find((row) => manifestUri(row.found) === manifest)?.entries.set(item, entry);
  }

  #changed(): void {
    if (!this.#disposed) this.options.onChange(this.checklist());
  }
}
