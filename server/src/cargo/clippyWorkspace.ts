/** Clippy over one cargo workspace: runs the commands and turns their lines into data. Holds what is known so far. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { lintsOptOut } from "../project/lintsOptOut.js";
import { withDependents, type MetadataPackage, type WorkspaceMetadata } from "../project/metadata.js";
import { pedanticFlags } from "../project/metadataLints.js";
import { isLeakedDiagnostic, parseCargoLine } from "../release/cargoJson.js";
import { ClippyResults } from "../release/clippyResults.js";
import type { ExternalFinding } from "../release/externalFinding.js";
import { firstError } from "../release/item.js";
import { isInside, resolvePath } from "../release/paths.js";
import { CARGO_ITSELF, cargoError, clippyCommands, missingClippy, ownTargetDirectory, packageSpec, type ClippyCommand } from "./clippy.js";
import { pause, runClippy, type RunProcess } from "./clippyRun.js";
import type { KeyedQueue } from "./keyedQueue.js";
import { fooled, stampSources, type SourceStamps } from "./staleCache.js";

/** How a check of a workspace ended. */
export type ClippyEnd =
  | { readonly state: "done"; readonly findings: number; readonly durationMs: number; readonly command: string; readonly note?: string }
  | { readonly state: "cancelled" }
  | { readonly state: "missing"; readonly detail: string }
  | { readonly state: "failed"; readonly detail: string };

/** Settings of a check; `targetDirectory` is absolute. */
export interface ClippyWorkspaceOptions {
  readonly cargo: string;
  readonly extraArguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly targetDirectory?: string;
}

/** What a workspace tells and with what it works. */
export interface ClippyWorkspaceHost {
  readonly queue: KeyedQueue;
  readonly start: RunProcess;
  readonly onFindings: (path: string, findings: readonly ExternalFinding[], generation: number) => void;
  readonly onDetail: (detail: string) => void;
  /** How long another cargo may hold the build folder before we step back, and then the first wait; milliseconds. */
  readonly lockPatienceMs: number;
}

/** Publish at once for the first change, then at most this often (specification 3.5.1). */
const PUBLISH_EVERY_MS = 300;
/** Longest check outside of waiting for a lock. */
const TIMEOUT_MS = 10 * 60_000;
/** Longest wait between two attempts while another cargo holds the build folder. */
const LONGEST_PAUSE_MS = 15_000;

/** One workspace and its findings. */
export class ClippyWorkspace {
  readonly #results = new ClippyResults();
  /** Members that a change may have reached and no complete check has looked at since; by package id. */
  readonly #owed = new Set<string>();
  /** By package id, what the disk had when the last complete check of the package began. */
  readonly #stamps = new Map<string, SourceStamps>();
  /** Texts of the manifests when the last check began: where a finding without a place goes. */
  #manifestTexts: ReadonlyMap<string, string> = new Map();
  #published = 0;

  #workspace: WorkspaceMetadata;

  constructor(workspace: WorkspaceMetadata, private readonly host: ClippyWorkspaceHost) {
    this.#workspace = workspace;
  }

  /** What cargo said about the workspace last. */
  get workspace(): WorkspaceMetadata {
    return this.#workspace;
  }

  /** The manifests changed; takes effect with the next check. */
  update(workspace: WorkspaceMetadata): void {
    this.#workspace = workspace;
  }

  /** The member a file belongs to: the one with the innermost folder around it. */
  ownerOf(path: string): MetadataPackage | undefined {
    return this.workspace.members.filter((member) => isInside(member.root, path)).toSorted((left, right) => right.root.length - left.root.length)[0];
  }

  /** Members that wait for a check because something they depend on changed. */
  get owed(): readonly MetadataPackage[] {
    return this.workspace.members.filter((member) => this.#owed.has(member.id));
  }

  /** The lint flags of each member. */
  async flags(): Promise<readonly (readonly string[])[]> {
    const manifests = await this.#manifests();
    const root = manifests.get(resolvePath(this.workspace.root, "Cargo.toml"));
    return this.workspace.members.map((member) => pedanticFlags(manifests.get(member.manifestPath) ?? "", root));
  }

  /** Shows what cargo itself complains about until the next complete check; everything else stays. */
  report(finding: ExternalFinding | undefined, generation: number): void {
    this.#results.set(CARGO_ITSELF, finding === undefined ? [] : [finding]);
    this.#publish(generation);
  }

  /**
   * Checks some members, or all. The members that depend on them are owed a check from then on.
   * @param generation Number of this check, greater than any before it.
   * @returns How it ended; never rejects for what the tools do. When it did not end as `done`, findings of packages
   *   that were not reached stay as they were.
   */
  async check(options: ClippyWorkspaceOptions, members: readonly MetadataPackage[] | undefined, generation: number, signal: AbortSignal): Promise<ClippyEnd> {
    const started = performance.now();
    const { workspace } = this;
    const selected = members ?? workspace.members;
    for (const member of selected) for (const entry of members === undefined ? [member] : withDependents(workspace, member)) this.#owed.add(entry.id);
    const manifests = await this.#manifests();
    this.#manifestTexts = manifests;
    this.#results.keepOnly(new Set([...workspace.members.flatMap((entry) => [entry.id, lintsOwner(entry)]), CARGO_ITSELF]));
    for (const member of workspace.members) this.#reportOptOut(member, manifests, generation);
    const commands = clippyCommands({ ...options, workspace, members: selected, manifests });
    const stamps = stampSources(selected, workspace.targetDirectory);
    const rebuilt = new Set<string>();
    const all = async (): Promise<ClippyEnd | undefined> => {
      for (const command of commands) {
        const end = await this.#patiently(command, options, generation, rebuilt, signal);
        if (end !== undefined) return end;
      }
      return undefined;
    };
    let end = await all();
    let note: string | undefined;
    if (end === undefined) {
      const now = await stamps;
      const stale = this.#stale(selected, now, rebuilt);
      if (stale.size > 0) {
        const [[, path] = ["", ""]] = stale;
        if (options.targetDirectory === undefined || isInside(ownTargetDirectory(workspace), options.targetDirectory)) {
          note = `cargo had missed the change of ${path}; checked anew`;
          await this.#forget([...stale.keys()], commands, options, signal);
          end = await all();
        } else note = `cargo has missed the change of ${path}: run \`cargo clean -p ${[...stale.keys()].map(packageSpec).join(" -p ")}\``;
      }
      if (end === undefined) for (const member of selected) this.#stamps.set(member.id, now);
    }
    if (end !== undefined) return end;
    for (const member of selected) this.#owed.delete(member.id);
    this.#results.set(CARGO_ITSELF, []);
    this.#publish(generation);
    const command = commands.map((entry) => entry.argv.join(" ")).join(" && ");
    return { state: "done", findings: this.#results.size(), durationMs: performance.now() - started, command, ...(note === undefined ? {} : { note }) };
  }

  /** Withdraws every finding: the workspace is no longer watched. */
  clear(generation: number): void {
    this.#results.keepOnly(new Set());
    this.#publish(generation);
  }

  /** Runs a command, again and again while another cargo holds its build folder. */
  async #patiently(command: ClippyCommand, options: ClippyWorkspaceOptions, generation: number, rebuilt: Set<string>, signal: AbortSignal): Promise<ClippyEnd | undefined> {
    for (let wait = this.host.lockPatienceMs; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      const end = await this.host.queue.enter(command.targetDirectory, () => this.#run(command, options, generation, rebuilt, signal));
      if (end?.state !== "busy") return end;
      this.host.onDetail(`stepped back: another cargo builds into ${command.targetDirectory}`);
      await pause(wait, signal);
    }
  }

  /** @returns `undefined` when the run is complete and its findings are all there is to say. */
  async #run(
    command: ClippyCommand, options: ClippyWorkspaceOptions, generation: number, rebuilt: Set<string>, signal: AbortSignal,
  ): Promise<ClippyEnd | { readonly state: "busy" } | undefined> {
    const results = this.#results;
    results.begin(
      { workspaceRoot: this.workspace.root, targetDirectory: this.workspace.targetDirectory, generation, manifests: this.#manifestTexts },
      (id) => command.packages.has(id),
    );
    let leaked = false;
    const end = await runClippy(this.host.start, command, {
      environment: options.environment,
      timeoutMs: TIMEOUT_MS,
      patienceMs: this.host.lockPatienceMs,
      onWait: (what) => this.host.onDetail(what === "build" ? "another cargo builds into the same folder" : "waiting for another cargo's download"),
      onLine: (line, stream) => {
        // What arrives after cancelling belongs to nobody: the next run decides.
        if (signal.aborted) return;
        if (stream === "stderr") {
          if (isLeakedDiagnostic(line)) {
            leaked = true;
            results.corrupted();
          }
          return;
        }
        const parsed = parseCargoLine(line);
        results.take(parsed);
        if (parsed.reason === "artifact") {
          if (!parsed.fresh) rebuilt.add(parsed.packageId);
          this.host.onDetail(progressText(parsed.target.name, results.progress()));
        }
        if (performance.now() - this.#published > PUBLISH_EVERY_MS) this.#publish(generation);
      },
    }, signal);
    if (end.state === "busy") return end;
    const { outcome } = end;
    this.#publish(generation);
    if (end.timedOut) return this.#failed("clippy did not end within 10 min", outcome.stderr, generation);
    if (outcome.cancelled) return { state: "cancelled" };
    if (outcome.missing) return { state: "missing", detail: "cargo was not found: install Rust from https://rustup.rs, or set the path of cargo" };
    const install = missingClippy(outcome.stderr);
    if (install !== undefined) return { state: "missing", detail: `clippy is not installed: ${install}` };
    const summary = results.summary();
    // "Failed" with compile errors among the findings is a complete answer; without any, stderr has the reason.
    if (summary.complete && !leaked && (summary.success || summary.errors > 0)) return undefined;
    if (leaked) return this.#failed("a procedural macro printed into the compiler's messages; some findings are missing", outcome.stderr, generation);
    const reason = firstError(outcome.stderr) ?? outcome.startError ?? (outcome.signal === null ? `exit code ${outcome.exitCode ?? "none"}` : `ended by ${outcome.signal}`);
    return this.#failed(reason, outcome.stderr, generation);
  }

  #failed(detail: string, stderr: string, generation: number): ClippyEnd {
    this.report(cargoError(stderr, this.workspace.root, generation), generation);
    return { state: "failed", detail };
  }

  /** Members that cargo called fresh against the evidence of the disk, each with the file that shows it. */
  #stale(members: readonly MetadataPackage[], now: SourceStamps, rebuilt: ReadonlySet<string>): ReadonlyMap<MetadataPackage, string> {
    return new Map(members.flatMap((member) => {
      const before = this.#stamps.get(member.id);
      return before === undefined ? [] : [...fooled([member], before, now, rebuilt)];
    }));
  }

  /** Makes cargo forget what it knows about members, in build folders of our own only. */
  async #forget(members: readonly MetadataPackage[], commands: readonly ClippyCommand[], options: ClippyWorkspaceOptions, signal: AbortSignal): Promise<void> {
    for (const { targetDirectory, packages, cwd } of commands) {
      const specs = members.filter((member) => packages.has(member.id)).flatMap((member) => ["-p", packageSpec(member)]);
      if (specs.length === 0) continue;
      await this.host.queue.enter(targetDirectory, () =>
        this.host.start({ argv: [options.cargo, "clean", ...specs, "--target-dir", targetDirectory], cwd, output: "separate", environment: options.environment, timeoutMs: 60_000 }, signal),
      );
    }
  }

  #reportOptOut(member: MetadataPackage, manifests: ReadonlyMap<string, string>, generation: number): void {
    const workspaceManifest = join(this.workspace.root, "Cargo.toml");
    const found = lintsOptOut(manifests.get(member.manifestPath) ?? "", manifests.get(workspaceManifest) ?? "");
    const range = { start: { line: found?.line ?? 0, character: 0 }, end: { line: found?.line ?? 0, character: found?.endColumn ?? 0 } };
    this.#results.set(lintsOwner(member), found === undefined ? [] : [{
      path: member.manifestPath, range, severity: "warning", source: "cargo", code: "lints_not_inherited", message: found.message,
      related: [], tags: [], fixes: [], package: lintsOwner(member), targets: [], generation,
    }]);
  }

  #publish(generation: number): void {
    this.#published = performance.now();
    for (const [path, findings] of this.#results.takeChanges()) this.host.onFindings(path, findings, generation);
  }

  async #manifests(): Promise<ReadonlyMap<string, string>> {
    const paths = new Set([resolvePath(this.workspace.root, "Cargo.toml"), ...this.workspace.members.map((member) => member.manifestPath)]);
    const read = async (path: string): Promise<readonly (readonly [string, string])[]> => {
      try {
        return [[path, await readFile(path, "utf8")]];
      } catch {
        // A manifest that is gone is cargo's to complain about, with a better message than ours.
        return [];
      }
    };
    return new Map((await Promise.all([...paths].map(read))).flat());
  }
}

/** Owner of what we say about a member's `[lints]`; it belongs to no run. */
function lintsOwner(member: MetadataPackage): string {
  return `lints of ${member.id}`;
}

/** What was checked last, and how far that is; without a number while it is not known how many targets there are. */
function progressText(target: string, { done, total }: { readonly done: number; readonly total: number }): string {
  return total < done || total === 0 ? `checked ${target}` : `checked ${target}, ${done} of ${total}`;
}
