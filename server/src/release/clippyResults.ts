/**
 * What is known from clippy, per package and run: rust-analyzer's algorithm with corrections (specification 3.5). A
 * package's old findings stay until its own new result is there; packages that a run did not reach keep theirs; a run that
 * was cancelled, or died before it said `build-finished`, changes nothing that was known. Where a target of a package did
 * not compile, or a message was lost, no lint of it is taken back: that it is not there says nothing.
 */
import type { CargoLine } from "./cargoJson.js";
import { addFindings, findingKey, mapMessage, targetLabel, type MessageContext } from "./cargoMessages.js";
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
  /** Checked targets by label; a library and its test build have the same one. */
  readonly artifacts: Map<string, number>;
}

/**
 * Findings of one workspace across runs. Give it the lines of a run in order; ask it for the files that changed.
 *
 * A finding of an earlier run that still holds is handed out as the same object as before: the user's edits have moved it
 * meanwhile, and only its holder knows where to.
 */
export class ClippyResults {
  readonly #known = new Map<string, ReadonlyMap<string, ExternalFinding>>();
  #staged = new Map<string, Staged>();
  /** Artifacts per package in its last run without errors: when as many are there again, the package's result is complete. */
  readonly #expected = new Map<string, ReadonlyMap<string, number>>();
  #changed = new Set<string>();
  #context: MessageContext | undefined;
  #summary = { complete: false, success: false, errors: 0, noise: 0, artifacts: 0 };
  #accepts: (packageId: string) => boolean = () => true;
  #corrupted = false;
  /** Targets of accepted packages checked in this run. */
  #done = 0;

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
    this.#corrupted = false;
    this.#done = 0;
    this.#summary = { complete: false, success: false, errors: 0, noise: 0, artifacts: 0 };
  }

  /** A message of the current run was lost on its way (specification 3.5.6): from now on absence says nothing. */
  corrupted(): void {
    this.#corrupted = true;
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
        this.#done += 1;
        const label = targetLabel(line.target);
        staged.artifacts.set(label, (staged.artifacts.get(label) ?? 0) + 1);
        if (this.#isComplete(line.packageId, staged)) this.#commit(line.packageId, staged);
        return;
      }
      case "finished":
        this.#summary.complete = true;
        this.#summary.success = line.success;
        for (const [id, staged] of this.#staged) {
          if (line.success || !hasErrors(staged)) this.#expected.set(id, new Map(staged.artifacts));
          this.#commit(id, staged);
        }
        return;
      case "noise":
        this.#summary.noise += 1;
        if (line.cut === true) this.#corrupted = true;
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

  /** Targets that the current run has checked, and how many there were the last time; 0 where that is not known. */
  progress(): { readonly done: number; readonly total: number } {
    let total = 0;
    for (const [id, expected] of this.#expected) if (this.#accepts(id)) for (const count of expected.values()) total += count;
    return { done: this.#done, total };
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
    const staged = this.#staged.get(packageId) ?? { findings: new Map<string, ExternalFinding>(), artifacts: new Map<string, number>() };
    this.#staged.set(packageId, staged);
    return staged;
  }

  #isComplete(packageId: string, staged: Staged): boolean {
    const expected = this.#expected.get(packageId);
    return expected !== undefined && [...expected].every(([label, count]) => (staged.artifacts.get(label) ?? 0) >= count);
  }

  #commit(packageId: string, staged: Staged): void {
    if (this.#known.get(packageId) === staged.findings) return;
    for (const [key, finding] of this.#stillHolding(packageId, staged)) staged.findings.set(key, finding);
    this.#forget(packageId);
    this.#known.set(packageId, staged.findings);
    for (const finding of staged.findings.values()) this.#changed.add(finding.path);
  }

  /** Old lints of targets that were not checked to their end, and all old ones where a message was lost. */
  #stillHolding(packageId: string, staged: Staged): readonly (readonly [string, ExternalFinding])[] {
    if (!this.#corrupted && ![...staged.findings.values()].some(stopsTheCompiler)) return [];
    const expected = this.#expected.get(packageId);
    const isUnchecked = (label: string): boolean => (staged.artifacts.get(label) ?? 0) < (expected?.get(label) ?? 1);
    // Two places of one finding would be shown where the same lint was said again at its new place.
    const said = new Set([...staged.findings.values()].map(withoutPlace));
    return [...(this.#known.get(packageId) ?? [])].filter(([key, old]) => {
      if (staged.findings.has(key) || said.has(withoutPlace(old))) return false;
      // An old compile error is either among the new ones or mended.
      return this.#corrupted || (old.severity !== "error" && old.targets.some(isUnchecked));
    });
  }

  #forget(owner: string): void {
    for (const finding of this.#known.get(owner)?.values() ?? []) this.#changed.add(finding.path);
    this.#known.delete(owner);
  }
}

function hasErrors(staged: Staged): boolean {
  return [...staged.findings.values()].some((finding) => finding.severity === "error");
}

/** An error after which lints were not looked for; a lint that a project denies is none. */
function stopsTheCompiler(finding: ExternalFinding): boolean {
  return finding.severity === "error" && (finding.code === undefined || /^E\d{4}$/.test(finding.code));
}

/** What a finding says, wherever it stands: its lines moved when the text above them changed. */
function withoutPlace(finding: ExternalFinding): string {
  return finding.lines === undefined ? findingKey(finding) : JSON.stringify([finding.path, finding.code, finding.message, finding.lines]);
}
