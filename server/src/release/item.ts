/**
 * The declaration of a checklist item. One file per item says everything about it: what the covenant asks, which commands
 * prove it, how their output is judged, and which inputs make the proof stale (release-evidence specification, section 2).
 *
 * This room starts no process and reads no file. An item asks its `ProofHost`; a test gives it recorded output.
 */
import type { ItemState } from "../protocol/index.js";
import type { MetadataPackage, WorkspaceMetadata } from "../project/metadata.js";

/** Sets of inputs (specification 1.4). A change in any set of an item makes its evidence stale. */
export type InputSet =
  /** `*.rs` of the package and of the members it depends on. */
  | "source"
  /** Every file of those packages except the changelog; tests read fixtures. */
  | "package"
  /** All member manifests, the workspace manifest, `Cargo.lock`. */
  | "manifests"
  /** clippy, rustfmt, cargo and toolchain configuration, looked up through the parent folders. */
  | "configuration"
  /** `RUSTFLAGS` and the like. */
  | "environment"
  /** Full versions of the tools. */
  | "tools"
  /** The changelogs of the package and of the workspace. */
  | "changelog"
  /** The repository's tags and HEAD. */
  | "tags"
  /** Names of all files of the workspace: proofs of absence rest on them. */
  | "layout";

/** A command line that an item needs. Times are milliseconds. */
export interface ItemCommand {
  readonly argv: readonly [string, ...string[]];
  /** Absolute. */
  readonly cwd: string;
  readonly timeoutMs: number;
  /** Longest silence. */
  readonly idleTimeoutMs?: number;
  readonly output: "separate" | "merged";
}

/** How a command ended; the fields mean what they mean in the process runner. */
export interface CommandOutcome {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly cancelled: boolean;
  readonly timedOut: "no" | "total" | "idle";
  readonly missing: boolean;
  readonly startError?: string;
  readonly truncated: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

/** What an item may ask of the outside world. */
export interface ProofHost {
  /** Runs a command; never rejects for what the command does. */
  run(command: ItemCommand): Promise<CommandOutcome>;
  /** Text of a file by absolute path; `undefined` when it is not there or not readable. */
  read(path: string): Promise<string | undefined>;
  /** Files of the workspace that git tracks or would track, relative to the workspace root, `/` between names, sorted. */
  files(): Promise<readonly string[]>;
}

/** The package that is to be proved. */
export interface ItemContext {
  readonly package: MetadataPackage;
  readonly workspace: WorkspaceMetadata;
  /** Program for cargo. */
  readonly cargo: string;
  /** Absolute folder for everything that this checklist builds; never the user's own target folder. */
  readonly buildDirectory: string;
  /** True when `Cargo.lock` exists, so that `--locked` can be asked for. */
  readonly locked: boolean;
  /** Today as `YYYY-MM-DD` in UTC. */
  readonly today: string;
}

/** One thing that was found, for the evidence record. */
export interface EvidenceFinding {
  /** Relative to the workspace root. */
  readonly file?: string;
  /** From 1, as people count. */
  readonly line?: number;
  readonly code?: string;
  readonly message: string;
}

/** What a run of an item established. */
export interface Verdict {
  readonly state: Extract<ItemState, "passed" | "failed" | "inconclusive" | "error" | "not-applicable" | "never-run" | "tool-missing" | "cancelled">;
  /** One sentence: why. */
  readonly summary: string;
  /** Numbers and facts that the verdict rests on. */
  readonly measures: Readonly<Record<string, number | string | boolean>>;
  readonly findings?: readonly EvidenceFinding[];
  /** Command that installs what is missing. */
  readonly install?: string;
}

/** Everything about one item. */
export interface ItemDeclaration {
  /** File name, and name in evidence records. */
  readonly id: string;
  /** The line of the covenant's release checklist. */
  readonly title: string;
  /** Where the covenant asks for it. */
  readonly clause: string;
  /** What a pass means, and what it does not mean, in two sentences. */
  readonly proves: string;
  /** Changes whenever the judgement changes; older evidence is then stale. */
  readonly parser: string;
  readonly inputs: readonly InputSet[];
  /** Longest time for one command of the item, in milliseconds. */
  readonly timeoutMs: number;
  /** Tools, each with the command that installs it; offered for copying, never run. */
  readonly needs: readonly { readonly tool: string; readonly install: string }[];
  /** The commands known beforehand; an item may run more (the programs it built). */
  readonly commands: (context: ItemContext) => readonly ItemCommand[];
  /** Establishes the verdict. */
  readonly prove: (context: ItemContext, host: ProofHost) => Promise<Verdict>;
}

/** Checks nothing and returns its argument; gives declarations their type without widening them. */
export function defineItem(declaration: ItemDeclaration): ItemDeclaration {
  return declaration;
}

/** What every item that needs cargo offers when cargo is missing. */
export const CARGO = { tool: "cargo", install: "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh" } as const;

/** Arguments that name the package and keep the build out of the user's way. */
export function packageArguments(context: ItemContext): readonly string[] {
  return [
    "-p", `${context.package.name}@${context.package.version}`,
    ...(context.locked ? ["--locked"] : []),
    "--target-dir", context.buildDirectory,
  ];
}

/**
 * The verdict on a command that gave no answer: cancelled, not found, out of time, cut off, killed.
 * @returns `undefined` when the command ended by itself and its output can be judged.
 */
export function withoutAnswer(outcome: CommandOutcome, command: ItemCommand, timeoutMs: number): Verdict | undefined {
  const name = command.argv.slice(0, 2).join(" ");
  const state = (kind: Verdict["state"], summary: string, install?: string): Verdict => ({ state: kind, summary, measures: {}, ...(install === undefined ? {} : { install }) });
  if (outcome.cancelled) return state("cancelled", `\`${name}\` was cancelled`);
  if (outcome.missing) return state("tool-missing", `\`${command.argv[0]}\` was not found`, CARGO.install);
  if (outcome.startError !== undefined) return state("error", `\`${name}\` could not be started: ${outcome.startError}`);
  if (outcome.timedOut === "total") return state("error", `\`${name}\` did not end within ${seconds(timeoutMs)}`);
  if (outcome.timedOut === "idle") return state("error", `\`${name}\` was silent for ${seconds(command.idleTimeoutMs ?? 0)}`);
  if (outcome.truncated) return state("error", `\`${name}\` printed more than is kept; its output cannot be judged`);
  if (outcome.signal !== null) return state("error", `\`${name}\` was ended by ${outcome.signal}`);
  return undefined;
}

/** The first `error:` line of cargo on stderr, without the word, or `undefined`. */
export function firstError(stderr: string): string | undefined {
  return /^error(?:\[\w+\])?: (.+)$/m.exec(stderr)?.[1];
}

function seconds(ms: number): string {
  return ms >= 120_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 1000)} s`;
}
