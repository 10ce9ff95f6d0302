/** Files as they were when somebody looked at them, those that are absent included: a watcher may miss a change. */
export class FileStamps {
  private readonly known = new Map<string, string>();

  /** @param stamp what changes with a file's content; may throw */
  constructor(private readonly stamp: (path: string) => string) {}

  /** Remembers a file as it is now, unless it is remembered. */
  seen(path: string): void {
    if (!this.known.has(path)) this.known.set(path, this.now(path));
  }

  /** The next look at the file counts. */
  forget(path: string): void {
    this.known.delete(path);
  }

  /** Paths of the files that are not what they were. */
  changed(): readonly string[] {
    return [...this.known].filter(([path, stamp]) => this.now(path) !== stamp).map(([path]) => path);
  }

  /** Total: a path that cannot be looked at counts as absent, as it does for reading. */
  private now(path: string): string {
    try {
      return this.stamp(path);
    } catch {
      return "";
    }
  }
}
