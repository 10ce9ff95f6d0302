/** One piece of work at a time per key: cargo's runs in one target directory wait for each other here, visibly and cancellably. */
export class KeyedQueue {
  readonly #tails = new Map<string, Promise<void>>();

  /**
   * Runs `work` when everything queued earlier under `key` has ended.
   * @param key For cargo the absolute target directory. Work that was cancelled while it waited must look at its own
   *   signal when its turn comes, as `run` of the process runner does.
   * @returns What `work` returns; a rejection of earlier work does not reach later work.
   */
  async enter<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(work);
    const tail = mine.then(() => undefined, () => undefined);
    this.#tails.set(key, tail);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    }
  }

  /** True while work under `key` runs or waits. */
  busy(key: string): boolean {
    return this.#tails.has(key);
  }
}
