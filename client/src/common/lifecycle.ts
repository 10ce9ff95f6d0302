/** Something that can be released; structurally VS Code's `Disposable`. */
export interface Disposable {
  dispose(): unknown;
}

/**
 * Owner of disposables. What is added to an owner that is gone is released at once, so that nothing that finishes late
 * can leak.
 */
export class DisposableStore implements Disposable {
  readonly #owned: Disposable[] = [];
  #disposed = false;

  /**
   * Takes ownership.
   * @param disposable what to release with this store
   * @returns the same object, for use at birth: `const x = store.add(new X())`
   */
  add<T extends Disposable>(disposable: T): T {
    if (this.#disposed) disposable.dispose();
    else this.#owned.push(disposable);
    return disposable;
  }

  /** Releases everything, last added first; one that throws does not keep the others. Errors are rethrown together. */
  dispose(): void {
    this.#disposed = true;
    const errors: unknown[] = [];
    for (const disposable of this.#owned.splice(0).reverse()) {
      try {
        disposable.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, "some resources could not be released");
  }
}
