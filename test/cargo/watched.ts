/** A clippy-on-save over one folder, with what it has told. */
import { ClippyOnSave, type ClippyOnSaveOptions } from "../../server/src/cargo/clippyOnSave.js";
import { KeyedQueue } from "../../server/src/cargo/keyedQueue.js";
import type { ExternalFinding } from "../../server/src/release/externalFinding.js";
import { until } from "./samples.js";

export class Watched {
  readonly states: string[] = [];
  readonly details: string[] = [];
  readonly files = new Map<string, readonly ExternalFinding[]>();
  readonly clippy: ClippyOnSave;

  constructor(folder: string, more: Partial<ClippyOnSaveOptions> = {}) {
    this.clippy = new ClippyOnSave({
      queue: new KeyedQueue(), strategy: { runsOnSave: () => true, why: () => "" }, folders: () => [folder], trusted: true, debounceMs: 10, idleMs: 50,
      settings: () => ({ cargo: "cargo", extraArguments: [], environment: {}, targetDirectory: "" }),
      onFindings: (path, findings) => { this.files.set(path, findings); },
      onState: (state, detail) => {
        if (this.states.at(-1) !== state) this.states.push(state);
        this.details.push(detail);
      },
      ...more,
    });
  }

  /** What was said last about the state. */
  get detail(): string {
    return this.details.at(-1) ?? "";
  }

  codes(path: string): readonly string[] {
    return (this.files.get(path) ?? []).map((finding) => finding.code ?? "").toSorted();
  }

  /** Waits until a check that begins after this call has ended. */
  async rest(): Promise<void> {
    const before = this.states.length;
    await until(() => this.states.length > before && this.states.at(-1) !== "running", 60_000);
  }
}
