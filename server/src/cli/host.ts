/** The machine as the command line sees it; tests bring their own. */
import type { PageExamples } from "../engine/rulePage.js";
import type { Rule } from "../engine/rule.js";
import type { WasmFiles } from "../node/loadSyntax.js";

/** Where results or messages go. */
export interface Output {
  write(text: string): void;
  /** True for a terminal, which gets colours unless `NO_COLOR` is set. */
  readonly isTerminal: boolean;
}

/** Files of the program. */
export interface ProgramFiles {
  readonly wasm: WasmFiles;
  /** Program of a worker thread. */
  readonly worker: string;
  /** Program of the language server. */
  readonly server: string;
}

/** Everything a command uses of its surroundings. */
export interface CliHost {
  readonly rules: readonly Rule[];
  readonly examples: Readonly<Record<string, PageExamples>>;
  readonly version: string;
  readonly files: ProgramFiles;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readonly stdin: () => Promise<string>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
  /** Number of threads that can run at once. */
  readonly threads: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Exit codes of every command. CI systems rely on them. Where several hold, the largest wins: a verdict that is not
 * complete is worth more attention than what the rest of it found, and all findings are printed all the same.
 */
export const exitCode = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** A command line or a configuration file that makes no sense; nothing was judged. */
  usage: 2,
  /** A file that could not be read or written, a rule that threw, a thread that died: the verdict is not complete. */
  failure: 3,
} as const;

/** A mistake in the command line or the configuration: its message is for the user and ends the command with `usage`. */
export class UsageError extends Error {}
