/**
 * What is known from clippy, per package and run: rust-analyzer's algorithm with three corrections (specification 3.5).
 * A package's old findings stay until its own new result is there; packages that a run did not reach keep theirs; a run
 * that died before it said `build-finished` clears nothing.
 */
import type { CargoLine } from "./cargoJson.js";
import { addFindings, mapMessage, type MessageContext } from "./cargoMessages.js";
import type { ExternalFinding } from "./externalFinding.js";

/** How a run stands after its last line. */
export interface RunSummary {
  /** True when `build-finished` came. */
  readonly complete: boolean;
  /** What `build-finished` said; false when it did not come. */
  readonly success: boolean;
  /** Compiler errors among the findings of this run. */
  readonly errors: number;
  /** Lines on stdout that were not cargo's. */
  readonly noise: number;
  /** Targets checked. */
  readonly artifacts: number;
}

/** Findings of one workspace across runs. Give it the lines of a run in order; ask it for the files that changed. */
export class ClippyResults {
  readonly #packages = new Map<string, Map<string, ExternalFinding>>();
  /** Packages that said something in the current run. */
  #seen = new Set<string>();
  #changed = new Set<string>();
  #context: MessageContext | undefined;
  #summary = { complete: false, success: false, errors: 0, noise: 0, artifacts: 0 };
  #accepts: (packageId: string) => boolean = () => true;

  /**
   * Starts a run.
   * @param accepts Packages whose messages count in this run; a dependency that is checked along with other lint flags
   *   than its own must not overwrite its own result.
   */
  begin(context: MessageContext, accepts: (packageId: string) => boolean = () => true): void {
    this.#context = context;
    this.#accepts = accepts;
    this.#seen = new Set();
    this.#summary = { complete: false, success: false, errors: 0, noise: 0, artifacts: 0 };
  }

  /** Takes one parsed line of the current run. */
  take(line: CargoLine): void {
    switch (line.reason) {
      case "message": {
        if (this.#context === undefined || !this.#accepts(line.packageId)) return;
        const findings = mapMessage(line, this.#context);
        if (findings.some((finding) => finding.severity === "error")) this.#summary.errors += 1;
        const set = this.#open(line.packageId);
        addFindings(set, findings);
        for (const finding of findings) this.#changed.add(finding.path);
        return;
      }
      case "artifact":
        this.#summary.artifacts += 1;
        if (this.#accepts(line.packageId)) this.#open(line.packageId);
        return;
      case "finished":
        this.#summary.complete = true;
        this.#summary.success = line.success;
        return;
      case "noise":
        this.#summary.noise += 1;
        return;
      case "other":
        return;
    }
  }

  /**
   * Replaces the findings under `owner` by `findings`; used for what cargo itself says (a broken manifest), which belongs
   * to no package and goes with the next complete run.
   */
  set(owner: string, findings: readonly ExternalFinding[]): void {
    this.#clear(owner);
    const set = this.#packages.get(owner) ?? new Map<string, ExternalFinding>();
    addFindings(set, findings);
    this.#packages.set(owner, set);
    for (const finding of findings) this.#changed.add(finding.path);
  }

  /** Forgets packages that are no longer members. */
  keepOnly(packageIds: ReadonlySet<string>): void {
    for (const id of [...this.#packages.keys()]) if (!packageIds.has(id)) this.#clear(id);
  }

  /** Where the current run stands. */
  summary(): RunSummary {
    return { ...this.#summary };
  }

  /** Files whose findings changed since the last call, each with its whole present set. */
  takeChanges(): ReadonlyMap<string, readonly ExternalFinding[]> {
    const result = new Map<string, ExternalFinding[]>();
    for (const path of this.#changed) result.set(path, []);
    for (const set of this.#packages.values()) {
      for (const finding of set.values()) result.get(finding.path)?.push(finding);
    }
    this.#changed = new Set();
    return result;
  }

  /** The set of a package, emptied the first time that the current run mentions the package. */
  #open(packageId: string): Map<string, ExternalFinding> {
    if (!this.#seen.has(packageId)) {
      this.#seen.add(packageId);
      this.#clear(packageId);
    }
    const set = this.#packages.get(packageId) ?? new Map<string, ExternalFinding>();
    this.#packages.set(packageId, set);
    return set;
  }

  #clear(owner: string): void {
    for (const finding of this.#packages.get(owner)?.values() ?? []) this.#changed.add(finding.path);
    this.#packages.delete(owner);
  }
}
