/**
 * What is known from clippy, per package and run: rust-analyzer's algorithm with corrections (specification 3.5). A
 * package's old findings stay until its own new result is there; packages that a run did not reach keep theirs; a run that
 * was cancelled, or died before it said `build-finished`, changes nothing that was known.
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
  /** Compiler errors among the messages of this run, duplicates included. */
  readonly errors: number;
  /** Lines on stdout that were not cargo's. */
  readonly noise: number;
  /** Targets checked. */
  readonly artifacts: number;
}

/** What the current run has said about one package so far. */
interface Staged {
  readonly findings: Map<string, ExternalFinding>;
  artifacts: number;
}

/**
 * Findings of one workspace across runs. Give it the lines of a run in order; ask it for the files that changed.
 *
 * Nothing of an old run is ever published together with something of a new one for the same package: the old findings
 * have been moved by the user's edits meanwhile, and only their holder knows where to.
 */
export class ClippyResults {
  readonly #known = new Map<string, ReadonlyMap<string, ExternalFinding>>();
  #staged = new Map<string, Staged>();
  /** Artifacts per package in its last complete run: when as many are there again, the package's result is complete. */
  readonly #expected = new Map<string, number>();
  #changed = new Set<string>();
  #context: MessageContext | undefined;
  #summary = { complete: false, success: false, errors: 0, noise: 0, artifacts: 0 };
  #accepts: (packageId: string) => boolean = () => true;

  /**
   * Starts a run. What an earlier run left unfinished is dropped, except for packages about which nothing else is known.
   * @param accepts Packages whose messages count in this run; a dependency that is checked along with other lint flags
   *   than its own must not overwrite its own result.
   */
  begin(context: MessageContext, accepts: (packageId: string) => boolean = () => true): void {
    for (const [id, staged] of this.#staged) if (!this.#known.has(id)) this.#known.set(id, staged.findings);
    this.#staged = new Map();
    this.#context = context;
    this.#accepts = accepts;
    this.#summary = { complete: false, success: false, errors: 0, noise: 0, artifacts: 0 };
  }

  /** Takes one parsed line of the current run. */
  take(line: CargoLine): void {
    switch (line.reason) {
      case "message": {
        if (this.#context === undefined || !this.#accepts(line.packageId)) return;
        const findings = mapMessage(line, this.#context);
        if (findings.some((finding) => finding.severity === "error")) this.#summary.errors += 1;
        addFindings(this.#stage(line.packageId).findings, findings);
        // A first result is shown as it comes; there is nothing old that it could be mixed with.
        if (!this.#known.has(line.packageId)) for (const finding of findings) this.#changed.add(finding.path);
        return;
      }
      case "artifact": {
        this.#summary.artifacts += 1;
        if (!this.#accepts(line.packageId)) return;
        const staged = this.#stage(line.packageId);
        staged.artifacts += 1;
        if (staged.artifacts === this.#expected.get(line.packageId)) this.#commit(line.packageId, staged);
        return;
      }
      case "finished":
        this.#summary.complete = true;
        this.#summary.success = line.success;
        for (const [id, staged] of this.#staged) {
          this.#commit(id, staged);
          this.#expected.set(id, staged.artifacts);
        }
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
   * to no package.
   */
  set(owner: string, findings: readonly ExternalFinding[]): void {
    this.#forget(owner);
    if (findings.length === 0) return;
    const set = new Map<string, ExternalFinding>();
    addFindings(set, findings);
    this.#known.set(owner, set);
    for (const finding of findings) this.#changed.add(finding.path);
  }

  /** Forgets packages that are no longer members. */
  keepOnly(packageIds: ReadonlySet<string>): void {
    for (const id of new Set([...this.#known.keys(), ...this.#staged.keys()])) {
      if (packageIds.has(id)) continue;
      this.#forget(id);
      for (const finding of this.#staged.get(id)?.findings.values() ?? []) this.#changed.add(finding.path);
      this.#staged.delete(id);
    }
  }

  /** Findings of all packages together. */
  size(): number {
    return [...this.#visible()].length;
  }

  /** Where the current run stands. */
  summary(): RunSummary {
    return { ...this.#summary };
  }

  /** Files whose findings changed since the last call, each with its whole present set. */
  takeChanges(): ReadonlyMap<string, readonly ExternalFinding[]> {
    const result = new Map<string, ExternalFinding[]>();
    for (const path of this.#changed) result.set(path, []);
    if (result.size > 0) for (const finding of this.#visible()) result.get(finding.path)?.push(finding);
    this.#changed = new Set();
    return result;
  }

  *#visible(): Generator<ExternalFinding> {
    for (const set of this.#known.values()) yield* set.values();
    for (const [id, staged] of this.#staged) if (!this.#known.has(id)) yield* staged.findings.values();
  }

  #stage(packageId: string): Staged {
    const staged = this.#staged.get(packageId) ?? { findings: new Map<string, ExternalFinding>(), artifacts: 0 };
    this.#staged.set(packageId, staged);
    return staged;
  }

  #commit(packageId: string, staged: Staged): void {
    if (this.#known.get(packageId) === staged.findings) return;
    this.#forget(packageId);
    this.#known.set(packageId, staged.findings);
    for (const finding of staged.findings.values()) this.#changed.add(finding.path);
  }

  #forget(owner: string): void {
    for (const finding of this.#known.get(owner)?.values() ?? []) this.#changed.add(finding.path);
    this.#known.delete(owner);
  }
}
