/** Clippy in one workspace: runs its commands in order and turns every ending into data. Holds what is known so far. */
import { readFile } from "node:fs/promises";
import type { MetadataPackage, WorkspaceMetadata } from "../project/metadata.js";
import { isLeakedDiagnostic, parseCargoLine } from "../release/cargoJson.js";
import { ClippyResults } from "../release/clippyResults.js";
import type { ExternalFinding } from "../release/externalFinding.js";
import { firstError } from "../release/item.js";
import { resolvePath } from "../release/paths.js";
import { CARGO_ITSELF, cargoError, clippyCommands, isLockWait, missingClippy, type ClippyCommand } from "./clippy.js";
import type { KeyedQueue } from "./keyedQueue.js";
import { run } from "./processRunner.js";

/** How a check of a workspace ended. */
export type ClippyEnd =
  | { readonly state: "done"; readonly findings: number; readonly durationMs: number; readonly command: string }
  | { readonly state: "cancelled" }
  | { readonly state: "missing"; readonly detail: string }
  | { readonly state: "failed"; readonly detail: string };

/** Settings of a check; `targetDirectory` is absolute. */
export interface ClippyWorkspaceOptions {
  readonly cargo: string;
  readonly extraArguments: readonly string[];
  readonly targetDirectory?: string;
}

/** Publish at once for the first change, then at most this often (specification 3.5.1). */
const PUBLISH_EVERY_MS = 300;
/** Longest check, and longest silence outside of waiting for a lock. */
const TIMEOUT_MS = 10 * 60_000;

/** One workspace and its findings. */
export class ClippyWorkspace {
  readonly #results = new ClippyResults();
  #published = 0;

  #workspace: WorkspaceMetadata;

  constructor(
    workspace: WorkspaceMetadata,
    private readonly queue: KeyedQueue,
    private readonly onFindings: (path: string, findings: readonly ExternalFinding[], generation: number) => void,
    private readonly onDetail: (detail: string) => void,
  ) {
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

  /** Shows what cargo itself complains about until the next complete check; everything else stays. */
  report(finding: ExternalFinding | undefined, generation: number): void {
    this.#results.set(CARGO_ITSELF, finding === undefined ? [] : [finding]);
    this.#publish(generation);
  }

  /**
   * Checks a member, or all.
   * @param generation Number of this check, greater than any before it.
   * @returns How it ended; never rejects for what the tools do. When it did not end as `done`, findings of packages
   *   that were not reached stay as they were.
   */
  async check(options: ClippyWorkspaceOptions, member: MetadataPackage | undefined, generation: number, signal: AbortSignal): Promise<ClippyEnd> {
    const started = performance.now();
    this.#results.keepOnly(new Set([...this.workspace.members.map((entry) => entry.id), CARGO_ITSELF]));
    const commands = clippyCommands({
      cargo: options.cargo,
      workspace: this.workspace,
      ...(member === undefined ? {} : { member }),
      manifests: await this.#manifests(),
      ...(options.targetDirectory === undefined ? {} : { targetDirectory: options.targetDirectory }),
      extraArguments: options.extraArguments,
    });
    for (const command of commands) {
      const end = await this.queue.enter(command.targetDirectory, () => this.#run(command, generation, signal));
      if (end !== undefined) return end;
    }
    this.#results.set(CARGO_ITSELF, []);
    this.#publish(generation);
    return { state: "done", findings: this.#results.size(), durationMs: performance.now() - started, command: commands.map((entry) => entry.argv.join(" ")).join(" && ") };
  }

  /** Withdraws every finding: the workspace is no longer watched. */
  clear(generation: number): void {
    this.#results.keepOnly(new Set());
    this.#publish(generation);
  }

  /** @returns `undefined` when the run is complete and its findings are all there is to say. */
  async #run(command: ClippyCommand, generation: number, signal: AbortSignal): Promise<ClippyEnd | undefined> {
    const results = this.#results;
    results.begin(
      { workspaceRoot: this.workspace.root, targetDirectory: this.workspace.targetDirectory, generation },
      (id) => command.packages.has(id),
    );
    let leaked = false;
    const outcome = await run({
      argv: command.argv,
      cwd: command.cwd,
      output: "separate",
      timeoutMs: TIMEOUT_MS,
      maxLogBytes: 256 * 1024 * 1024,
      onLine: (line, stream) => {
        // What arrives after cancelling belongs to nobody: the next run decides.
        if (signal.aborted) return;
        if (stream === "stderr") {
          leaked ||= isLeakedDiagnostic(line);
          if (isLockWait(line)) this.onDetail("waiting for another cargo");
          return;
        }
        const parsed = parseCargoLine(line);
        results.take(parsed);
        if (parsed.reason === "artifact") this.onDetail(`checked ${parsed.target.name}`);
        if (performance.now() - this.#published > PUBLISH_EVERY_MS) this.#publish(generation);
      },
    }, signal);
    this.#publish(generation);
    if (outcome.cancelled) return { state: "cancelled" };
    if (outcome.missing) return { state: "missing", detail: "cargo was not found: install Rust from https://rustup.rs, or set the path of cargo" };
    const install = missingClippy(outcome.stderr);
    if (install !== undefined) return { state: "missing", detail: `clippy is not installed: ${install}` };
    const summary = results.summary();
    // "Failed" with compile errors among the findings is a complete answer; without any, stderr has the reason.
    if (summary.complete && !leaked && (summary.success || summary.errors > 0)) return undefined;
    const finding = cargoError(outcome.stderr, this.workspace.root, generation);
    this.report(finding, generation);
    if (outcome.timedOut !== "no") return { state: "failed", detail: "clippy did not end within 10 min" };
    if (leaked) return { state: "failed", detail: "a procedural macro printed into the compiler's messages; some findings are missing" };
    const reason = firstError(outcome.stderr) ?? outcome.startError ?? (outcome.signal === null ? `exit code ${outcome.exitCode ?? "none"}` : `ended by ${outcome.signal}`);
    return { state: "failed", detail: reason };
  }

  #publish(generation: number): void {
    this.#published = performance.now();
    for (const [path, findings] of this.#results.takeChanges()) this.onFindings(path, findings, generation);
  }

  async #manifests(): Promise<ReadonlyMap<string, string>> {
    const paths = new Set([resolvePath(this.workspace.root, "Cargo.toml"), ...this.workspace.members.map((member) => member.manifestPath)]);
    const texts = new Map<string, string>();
    for (const path of paths) {
      try {
        texts.set(path, await readFile(path, "utf8"));
      } catch {
        // A manifest that is gone is cargo's to complain about, with a better message than ours.
      }
    }
    return texts;
  }
}
