// Starting programs and ending them again, with everything they started themselves.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { constants, accessSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { TaskError } from "./task.js";

/** How long a program may take to end after it was asked, in milliseconds. */
const graceMs = 5_000;

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Keep the output back and show it only in the error, for steps whose success needs no words. */
  readonly quiet?: boolean;
}

/**
 * Runs a program to its end, without standard input.
 *
 * @param command a program, looked up on the PATH
 * @param args its arguments, not interpreted by any shell
 * @returns its exit code; 1 where a signal ended it
 * @throws TaskError where it cannot be started
 */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: options.quiet === true ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
  });
  const kept: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => kept.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => kept.push(chunk));
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", (error) => {
      reject(new TaskError(`\`${command}\` could not be started: ${error.message}`));
    });
    child.once("close", (status) => {
      resolve(status ?? 1);
    });
  });
  if (code !== 0 && kept.length > 0) process.stderr.write(Buffer.concat(kept));
  return code;
}

/**
 * Runs a program that has to succeed.
 *
 * @param what the step in words, for the error
 * @throws TaskError where it cannot be started or exits with another code than 0
 */
export async function runOrThrow(what: string, command: string, args: readonly string[], options: RunOptions = {}): Promise<void> {
  const code = await run(command, args, options);
  if (code !== 0) throw new TaskError(`${what} failed: \`${[command, ...args].join(" ")}\` exited with ${code}`);
}

/**
 * Looks a program up as a shell would.
 *
 * @param name a program without its path
 * @param env the environment whose PATH counts
 * @returns its absolute path; undefined where it is not on the PATH
 */
export function findProgram(name: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const extensions = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  for (const folder of (env["PATH"] ?? "").split(delimiter)) {
    if (folder === "") continue;
    for (const extension of extensions) {
      const file = join(folder, name + extension);
      if (isExecutable(file)) return file;
    }
  }
  return undefined;
}

/** @returns whether the path is a file that this user may run */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false; // Absent and forbidden come to the same here: it cannot be run.
  }
}

/**
 * A program in a process group of its own, so that ending it ends its children too (an editor's server has extension
 * hosts and terminals, and those have children).
 */
export class ProcessGroup {
  readonly child: ChildProcess;
  /** Resolves with the exit code once the leader has ended; never rejects. */
  readonly ended: Promise<number>;

  /**
   * @param command an absolute path or a program on the PATH
   * @param args its arguments
   */
  constructor(
    command: string,
    args: readonly string[],
    options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly show?: boolean } = {},
  ) {
    this.child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      detached: process.platform !== "win32",
      stdio: options.show === true ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    this.ended = new Promise((resolve) => {
      this.child.once("exit", (code) => {
        resolve(code ?? 1);
      });
      this.child.once("error", () => {
        resolve(127);
      });
    });
  }

  /**
   * Asks the whole group to end, waits, and ends by force what is left. Safe to call twice.
   *
   * @param withinMs how long the group may take before force is used, in milliseconds; five seconds unless told
   * @returns when the leader has ended and no member of the group is left
   */
  async stop(withinMs: number = graceMs): Promise<void> {
    if (this.child.pid === undefined) return;
    this.#signal("SIGTERM");
    const deadline = Date.now() + withinMs;
    while (this.#alive() && Date.now() < deadline)
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    if (this.#alive()) this.#signal("SIGKILL");
    await this.ended;
  }

  #alive(): boolean {
    const { pid, exitCode, signalCode } = this.child;
    if (pid === undefined) return false;
    if (process.platform === "win32") return exitCode === null && signalCode === null;
    try {
      process.kill(-pid, 0);
      return true;
    } catch {
      return false; // ESRCH: the group has no member any more.
    }
  }

  #signal(signal: "SIGTERM" | "SIGKILL"): void {
    const { pid } = this.child;
    if (pid === undefined) return;
    if (process.platform === "win32") {
      spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
      return;
    }
    try {
      process.kill(-pid, signal);
    } catch {
      // ESRCH: it ended by itself between the look and the signal, which is what was wanted.
    }
  }
}
