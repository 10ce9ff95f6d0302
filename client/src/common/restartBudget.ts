/**
 * Decides whether a server that ended by itself is started again: at most `limit` times within `windowMs`, so that a
 * server that cannot live does not spin.
 */
export class RestartBudget {
  readonly #limit: number;
  readonly #windowMs: number;
  #deaths: number[] = [];

  /**
   * @param limit restarts that are granted within the window
   * @param windowMs length of the window in milliseconds
   */
  constructor(limit: number, windowMs: number) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  /**
   * Records a death.
   * @param now the time in milliseconds
   * @returns true when a restart is granted
   */
  grant(now: number): boolean {
    this.#deaths = this.#deaths.filter((time) => now - time < this.#windowMs);
    this.#deaths.push(now);
    return this.#deaths.length <= this.#limit;
  }

  /** Forgets the past; called when the user restarts the server. */
  reset(): void {
    this.#deaths = [];
  }
}
