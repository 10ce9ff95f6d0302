/** One clippy process: its time limit, which stands still while cargo waits for a lock, and stepping back from a held one. */
import { lockWait, type ClippyCommand } from "./clippy.js";
import type { ProcessResult, ProcessSpec } from "./processRunner.js";

/** Starts a process; `run` of the process runner, or a test's stand-in. */
export type RunProcess = (spec: ProcessSpec, signal?: AbortSignal) => Promise<ProcessResult>;

/** How a run ended. */
export type RunEnd =
  | { readonly state: "ended"; readonly outcome: ProcessResult; readonly timedOut: boolean }
  /** Another cargo builds into the same folder; the run was ended so that it does not stand in the way of the next build. */
  | { readonly state: "busy" };

/** What a run needs besides its command. Times are milliseconds. */
export interface RunOptions {
  readonly environment: Readonly<Record<string, string>>;
  /** Longest run; waiting for a lock does not count. */
  readonly timeoutMs: number;
  /** How long a build folder may be held by another before we step back: most builds that hold it end sooner. */
  readonly patienceMs: number;
  readonly onLine: (line: string, stream: "stdout" | "stderr") => void;
  readonly onWait: (what: "build" | "downloads") => void;
}

/**
 * Runs `command` and resolves when its whole process tree is gone.
 * @param signal Aborting it ends the tree; the outcome then says `cancelled`.
 */
export async function runClippy(start: RunProcess, command: ClippyCommand, options: RunOptions, signal: AbortSignal): Promise<RunEnd> {
  const own = new AbortController();
  let ended: "busy" | "time" | undefined;
  let timer: NodeJS.Timeout | undefined;
  let left = options.timeoutMs;
  let since = performance.now();
  const end = (why: "busy" | "time"): void => {
    ended ??= why;
    own.abort();
  };
  const count = (): void => {
    clearTimeout(timer);
    since = performance.now();
    timer = setTimeout(() => end("time"), left);
  };
  let waiting = false;
  const onLine = (line: string, stream: "stdout" | "stderr"): void => {
    const lock = stream === "stderr" ? lockWait(line) : undefined;
    if (lock !== undefined) {
      clearTimeout(timer);
      if (!waiting) left = Math.max(left - (performance.now() - since), 1);
      waiting = true;
      if (lock === "build") timer = setTimeout(() => end("busy"), options.patienceMs);
      options.onWait(lock);
      return;
    }
    // Whatever cargo says next, it says because it got the lock.
    if (waiting) {
      waiting = false;
      count();
    }
    options.onLine(line, stream);
  };
  const forward = (): void => own.abort();
  if (signal.aborted) forward();
  signal.addEventListener("abort", forward, { once: true });
  count();
  try {
    const outcome = await start(
      { argv: command.argv, cwd: command.cwd, output: "separate", environment: options.environment, maxLogBytes: MOST_OUTPUT, onLine },
      own.signal,
    );
    if (ended === "busy" && outcome.cancelled && !signal.aborted) return { state: "busy" };
    return { state: "ended", outcome, timedOut: ended === "time" && !signal.aborted };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", forward);
  }
}

/** Kept output in bytes: enough for tens of thousands of findings. */
const MOST_OUTPUT = 256 * 1024 * 1024;

/** Waits, unless `signal` ends the wait. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done, { once: true });
  });
}
