/**
 * The only place of the project that starts tools of the user: cargo, rustc, git and the programs they build.
 * Never through a shell, always in a process group of its own, because killing `cargo` alone leaves rustc and build
 * scripts running and holding the build-directory lock (release-evidence specification, sections 0.1.6 and 1.2).
 */
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileTail, LineCollector, type OutputSink } from "./processOutput.js";

/** What to start and how long it may take. Times are milliseconds, sizes bytes. */
export interface ProcessSpec {
  /** Program and arguments; the program is looked up on the PATH when it has no separator. */
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  /** Added to this process's environment; `null` removes a variable. */
  readonly environment?: Readonly<Record<string, string | null>>;
  /** Total time; none when absent. */
  readonly timeoutMs?: number;
  /** Longest silence on both streams; none when absent. */
  readonly idleTimeoutMs?: number;
  /** Time between the polite signal and SIGKILL. Default 2000. */
  readonly killGraceMs?: number;
  /**
   * `separate` keeps stdout and stderr apart (JSON on stdout); `merged` gives both one append-only file, so that
   * cargo's "Running …" lines on stderr stay in order with libtest's stdout.
   */
  readonly output: "separate" | "merged";
  /** Kept output per stream; more sets `truncated`. Default 32 MiB. */
  readonly maxLogBytes?: number;
  /** How `separate` standard output becomes text: `latin1` keeps every byte as one character. Default `utf8`. */
  readonly encoding?: "utf8" | "latin1";
  /** Text for stdin; `/dev/null` when absent. */
  readonly input?: string;
  /** Called for each complete line, without its line break. */
  readonly onLine?: (line: string, stream: "stdout" | "stderr") => void;
}

/** How a process ended. Nothing here is an exception: a missing tool is an answer. */
export interface ProcessResult {
  /** Exit code, `null` when a signal ended it or it never started. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly cancelled: boolean;
  readonly timedOut: "no" | "total" | "idle";
  /** True when the program was not found. */
  readonly missing: boolean;
  /** Why the process could not be started, other than `missing` (no such folder, no permission). */
  readonly startError?: string;
  /** True when output beyond `maxLogBytes` was dropped; a verdict must not rest on it. */
  readonly truncated: boolean;
  /** Standard output, or both streams in order when `merged`. */
  readonly stdout: string;
  /** Standard error; empty when `merged`. */
  readonly stderr: string;
  readonly durationMs: number;
}

const DEFAULT_LOG_BYTES = 32 * 1024 * 1024;
const DEFAULT_GRACE_MS = 2000;

/**
 * Starts `spec` and resolves when the process and its pipes are closed.
 * @param signal Aborting it ends the whole process tree; the result then says `cancelled`.
 * @returns The outcome; never rejects for anything the process does.
 */
export async function run(spec: ProcessSpec, signal?: AbortSignal): Promise<ProcessResult> {
  const started = performance.now();
  const neverRan = (part: Partial<ProcessResult>): ProcessResult => ({
    exitCode: null, signal: null, cancelled: false, timedOut: "no", missing: false, truncated: false,
    stdout: "", stderr: "", durationMs: performance.now() - started, ...part,
  });
  if (signal?.aborted === true) return neverRan({ cancelled: true });
  if (!existsSync(spec.cwd)) return neverRan({ startError: `the folder ${spec.cwd} does not exist` });
  const scratch = spec.output === "merged" ? mkdtempSync(join(tmpdir(), "covenant-log-")) : undefined;
  try {
    return await supervise(spec, signal, scratch, started, neverRan);
  } finally {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  }
}

async function supervise(
  spec: ProcessSpec,
  signal: AbortSignal | undefined,
  scratch: string | undefined,
  started: number,
  neverRan: (part: Partial<ProcessResult>) => ProcessResult,
): Promise<ProcessResult> {
  const limit = spec.maxLogBytes ?? DEFAULT_LOG_BYTES;
  const logFile = scratch === undefined ? undefined : join(scratch, "log");
  const descriptor = logFile === undefined ? undefined : openSync(logFile, "a", 0o600);
  const out = descriptor === undefined ? "pipe" : descriptor;
  let child: ChildProcess;
  try {
    child = spawn(spec.argv[0], spec.argv.slice(1), {
      cwd: spec.cwd,
      env: environment(spec.environment ?? {}),
      stdio: [spec.input === undefined ? "ignore" : "pipe", out, out],
      // A group of its own on POSIX; Windows has no groups and taskkill walks the tree instead.
      detached: process.platform !== "win32",
      windowsHide: true,
      shell: false,
    });
  } catch (error) {
    return neverRan({ startError: error instanceof Error ? error.message : String(error) });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
  // A program that does not read its input ends the pipe early; that is its right and no failure of ours.
  child.stdin?.on("error", () => undefined);
  if (spec.input !== undefined) child.stdin?.end(spec.input);

  return await new Promise<ProcessResult>((resolve) => {
    let cancelled = false;
    let timedOut: ProcessResult["timedOut"] = "no";
    let ending = false;
    let lastOutput = performance.now();
    let exitedAt: number | undefined;
    const timers = new Set<NodeJS.Timeout>();
    const note = (): void => { lastOutput = performance.now(); };
    const stdout: OutputSink = logFile === undefined
      ? new LineCollector(limit, note, (line) => spec.onLine?.(line, "stdout"), spec.encoding)
      : new FileTail(logFile, limit, note, (line) => spec.onLine?.(line, "stdout"));
    const stderr = new LineCollector(limit, note, (line) => spec.onLine?.(line, "stderr"));
    child.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));

    const end = (): void => {
      if (ending) return;
      ending = true;
      killTree(child, "SIGTERM");
      timers.add(setTimeout(() => killTree(child, "SIGKILL"), spec.killGraceMs ?? DEFAULT_GRACE_MS));
    };
    const onAbort = (): void => { cancelled = true; end(); };
    signal?.addEventListener("abort", onAbort, { once: true });
    if (spec.timeoutMs !== undefined) {
      timers.add(setTimeout(() => { if (!ending) timedOut = "total"; end(); }, spec.timeoutMs));
    }
    // One slow clock serves the silence limit, the size limit and the reading of the merged file.
    const clock = setInterval(() => {
      stdout.poll();
      if (spec.idleTimeoutMs !== undefined && !ending && performance.now() - lastOutput > spec.idleTimeoutMs) {
        timedOut = "idle";
        end();
      }
      if (logFile !== undefined && stdout.truncated) end();
      if (exitedAt !== undefined && isOver(exitedAt, lastOutput)) {
        // A daemon that left the group keeps the pipes open; what the program itself wrote has been read.
        child.stdout?.destroy();
        child.stderr?.destroy();
      }
    }, 100);

    const settle = (part: Partial<ProcessResult>): void => {
      clearInterval(clock);
      for (const timer of timers) clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      stdout.finish();
      stderr.finish();
      resolve({
        exitCode: null, signal: null, cancelled, timedOut, missing: false,
        truncated: stdout.truncated || stderr.truncated,
        stdout: stdout.text(), stderr: stderr.text(), durationMs: performance.now() - started, ...part,
      });
    };
    child.once("error", (error: NodeJS.ErrnoException) => {
      // `error` also follows a failed kill; only a process that never got an id has not started.
      if (child.pid !== undefined) return;
      settle(error.code === "ENOENT" ? { missing: true } : { startError: error.message });
    });
    child.once("exit", () => {
      exitedAt = performance.now();
      // Whatever the program left behind in its group would hold our pipes and the build directory open.
      timers.add(setTimeout(() => killTree(child, "SIGKILL"), ending ? spec.killGraceMs ?? DEFAULT_GRACE_MS : 500));
    });
    child.once("close", (exitCode, endSignal) => {
      killTree(child, "SIGKILL");
      settle({ exitCode, signal: endSignal });
    });
  });
}

/** True when nothing more is expected on the pipes of a program that has ended: 3 s of silence, or 10 s in all. */
function isOver(exitedAt: number, lastOutput: number): boolean {
  const now = performance.now();
  return now - exitedAt > 10_000 || now - Math.max(exitedAt, lastOutput) > 3000;
}

/** Sends `name` to the whole group of `child`; silent when nothing is left of it. */
function killTree(child: ChildProcess, name: "SIGTERM" | "SIGKILL"): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === "win32") {
    if (child.exitCode !== null) return;
    spawn("taskkill", ["/PID", String(pid), "/T", "/F"], { stdio: "ignore", windowsHide: true }).on("error", () => child.kill());
    return;
  }
  try {
    process.kill(-pid, name);
  } catch {
    // ESRCH: the group is gone, which is what was wanted.
  }
}

/**
 * The environment of every tool: this process's own, then what keeps output plain and the work tree clean
 * (specification 1.2: quiet hides cargo's lock line, an ICE would otherwise drop a report file into the workspace),
 * then the caller's. RUSTFLAGS and the like pass through unchanged and are never added: they re-key every dependency.
 */
function environment(extra: Readonly<Record<string, string | null>>): NodeJS.ProcessEnv {
  const result: NodeJS.ProcessEnv = { ...process.env };
  const fixed: Readonly<Record<string, string>> = {
    CARGO_TERM_COLOR: "never", CARGO_TERM_PROGRESS_WHEN: "never", CARGO_TERM_QUIET: "false", TERM: "dumb",
    RUST_BACKTRACE: "0", RUSTUP_AUTO_INSTALL: "0", RUSTC_ICE: "0", CARGO_LLVM_COV_SETUP: "no",
    GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0",
  };
  for (const [name, value] of Object.entries<string | null>({ ...fixed, ...extra })) {
    if (value === null) delete result[name];
    else result[name] = value;
  }
  return result;
}
