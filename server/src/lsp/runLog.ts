/** The last runs of clippy as somebody who helps a user wants to see them. */
import type { ClippyState } from "../protocol/index.js";

/** Runs that are remembered. */
const most = 10;

export class RunLog {
  private readonly runs: string[] = [];
  private started: { readonly at: Date; readonly clock: number } | undefined;

  /**
   * @param now milliseconds of a monotonic clock
   * @param date the time of day
   */
  constructor(
    private readonly now: () => number,
    private readonly date: () => Date,
  ) {}

  /** Follows the state; every end of a run becomes a line. */
  state(state: ClippyState, detail: string): void {
    if (state === "running") {
      this.started ??= { at: this.date(), clock: this.now() };
      return;
    }
    if (!this.started) return;
    const seconds = (this.now() - this.started.clock) / 1000;
    this.runs.push(`${this.started.at.toISOString()}, ${seconds.toFixed(1)} s: ${state === "idle" || state === "off" ? "" : `${state}: `}${detail === "" ? "ended" : detail}`);
    if (this.runs.length > most) this.runs.shift();
    this.started = undefined;
  }

  /** One line for each run, the last one first. */
  get lines(): readonly string[] {
    return this.runs.toReversed();
  }
}
