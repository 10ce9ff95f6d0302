/** A clippy for tests of the server: it starts nothing. */
import type { BuildFolder } from "../server/src/protocol/index.js";
import type { ClippyService, ServiceEvents } from "../server/src/lsp/host.js";

/** A clippy that says what the test says. */
export class FakeClippy implements ClippyService {
  readonly saves: string[] = [];
  readonly trust: boolean[] = [];
  events: ServiceEvents | undefined;

  readonly make = (events: ServiceEvents): ClippyService => {
    this.events = events;
    this.trust.push(events.trusted);
    return this;
  };
  save(path: string): void {
    this.saves.push(path);
  }
  filesChanged(): Promise<void> {
    return Promise.resolve();
  }
  runNow(): Promise<void> {
    return Promise.resolve();
  }
  flags(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }
  buildFolders(): Promise<readonly BuildFolder[]> {
    return Promise.resolve([]);
  }
  cancel(): Promise<void> {
    return Promise.resolve();
  }
  setTrusted(trusted: boolean): void {
    this.trust.push(trusted);
  }
  refresh(): void {
    this.events?.onClippyState("idle", "");
  }
  dispose(): Promise<void> {
    return Promise.resolve();
  }
}
