/**
 * New-code mode of the server: what git says about the repositories whose files the editor shows. Git is asked in the
 * background, once for all that happens together, and never before the workspace is trusted.
 */
import { Repository } from "../cargo/git.js";
import type { NewCodeService } from "../lsp/host.js";
import type { ChangedFile, LineRange } from "../project/changedLines.js";
import type { NewCodeState, Settings } from "../protocol/index.js";
import { foldersAbove, joinPath, type FileReader } from "./workspaceFiles.js";

/** What this module needs of its surroundings. */
export interface NewCodeParts {
  readonly reader: FileReader;
  readonly settings: () => Settings;
  readonly trusted: boolean;
  /** Runs a function after some milliseconds. */
  delay(milliseconds: number, run: () => void): { cancel(): void };
  /** Git answered, or which code counts changed. */
  readonly onChange: () => void;
  /** Calls `changed` with the names of entries that change in a folder; says nothing where it cannot be watched. */
  watch(folder: string, changed: (name: string) => void): { close(): void };
}

/** Wait after a change before git is asked, in milliseconds: a commit touches several files. */
const settleMs = 150;

/** Entries of git's own folder that say that a commit was made, checked out, staged or fetched. */
const tellingNames: ReadonlySet<string> = new Set(["HEAD", "ORIG_HEAD", "FETCH_HEAD", "index", "packed-refs"]);

/** What git said about a repository. */
interface Answer {
  /** Undefined where it could not tell: everything counts. */
  readonly lines: ReadonlyMap<string, readonly LineRange[]> | undefined;
  readonly base?: string;
  readonly problem?: string;
}

const nothingNew: readonly LineRange[] = [];

export class NewCodeIndex implements NewCodeService {
  private readonly roots = new Map<string, string | undefined>();
  /** By root; undefined before the first answer. */
  private readonly answers = new Map<string, Answer | undefined>();
  private readonly watchers = new Map<string, { close(): void }>();
  private timer: { cancel(): void } | undefined;
  private asking: Promise<void> | undefined;
  private again = false;
  private readonly ended = new AbortController();
  private trusted: boolean;
  private choice: string;

  constructor(private readonly parts: NewCodeParts) {
    this.trusted = parts.trusted;
    this.choice = this.chosen();
  }

  linesOf(path: string): readonly LineRange[] | undefined {
    if (!this.isOn()) return undefined;
    const root = this.rootOf(path);
    if (root === undefined) return undefined;
    if (!this.answers.has(root)) {
      this.answers.set(root, undefined);
      this.soon();
    }
    const answer = this.answers.get(root);
    return answer && !answer.lines ? undefined : (answer?.lines?.get(path) ?? nothingNew);
  }

  textOf(path: string): string | undefined {
    return this.parts.reader.readText(path);
  }

  state(): NewCodeState | undefined {
    const { newCode } = this.parts.settings();
    if (newCode === "all") return undefined;
    if (!this.trusted) return { mode: newCode, problem: "git is not started in Restricted Mode" };
    const known = [...this.answers.values()].filter((answer) => answer !== undefined);
    const problem = known.find((answer) => answer.problem !== undefined)?.problem;
    const base = known.find((answer) => answer.base !== undefined)?.base;
    return { mode: newCode, ...(base === undefined ? {} : { base }), ...(problem === undefined ? {} : { problem }) };
  }

  refresh(): void {
    const choice = this.chosen();
    if (choice !== this.choice) {
      this.choice = choice;
      // What was said about another base is no answer.
      this.forget();
    }
    if (this.isOn()) this.soon();
  }

  setTrusted(trusted: boolean): void {
    this.trusted = trusted;
    this.forget();
  }

  async dispose(): Promise<void> {
    this.ended.abort();
    this.timer?.cancel();
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
    await this.asking;
  }

  private chosen(): string {
    const { newCode, newCodeBase } = this.parts.settings();
    return `${newCode} ${newCodeBase}`;
  }

  private isOn(): boolean {
    return this.trusted && this.parts.settings().newCode !== "all";
  }

  private forget(): void {
    this.answers.clear();
    this.parts.onChange();
  }

  /** The work tree a file is in: the nearest folder above it that has a `.git`, so that a repository in a repository is its own. */
  private rootOf(path: string): string | undefined {
    const passed: string[] = [];
    let found: string | undefined;
    for (const folder of foldersAbove(path)) {
      if (this.roots.has(folder)) {
        found = this.roots.get(folder);
        break;
      }
      passed.push(folder);
      if (this.parts.reader.exists(joinPath(folder, ".git"))) {
        found = folder;
        break;
      }
    }
    for (const folder of passed) this.roots.set(folder, found);
    return found;
  }

  private soon(): void {
    this.timer?.cancel();
    this.timer = this.parts.delay(settleMs, () => this.askAll());
  }

  /** One round at a time; what comes meanwhile is a round of its own. */
  private askAll(): void {
    if (this.asking) {
      this.again = true;
      return;
    }
    this.asking = this.round().finally(() => {
      this.asking = undefined;
      if (this.again && !this.ended.signal.aborted) this.soon();
      this.again = false;
    });
  }

  private async round(): Promise<void> {
    const { choice } = this;
    // A folder may have become a repository, or stopped being one.
    this.roots.clear();
    for (const root of [...this.answers.keys()]) {
      const answer = await this.ask(root);
      if (this.ended.signal.aborted || choice !== this.choice || !this.isOn()) return;
      this.answers.set(root, answer);
    }
    this.parts.onChange();
  }

  private async ask(root: string): Promise<Answer> {
    const { newCode, newCodeBase } = this.parts.settings();
    try {
      const repository = await Repository.of(root, this.ended.signal);
      await this.watch(root, repository);
      if (!(await repository.hasCommit())) return { lines: undefined, base: "nothing: there is no commit yet" };
      const base = newCode === "uncommitted" ? "HEAD" : newCodeBase.trim() || (await repository.usualBase());
      if (base === undefined) return { lines: undefined, problem: "no branch `main` or `master` was found to compare with; name one in the setting `covenant.newCode.base`" };
      const changed = await repository.changedSince(base);
      return { base, lines: new Map(changed.filter(({ lines }) => lines.length > 0).map((file: ChangedFile) => [joinPath(repository.root, file.path), file.lines] as const)) };
    } catch (error) {
      // Without an answer everything is shown: nothing may be hidden because git is missing.
      return { lines: undefined, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  private async watch(root: string, repository: Repository): Promise<void> {
    if (this.watchers.has(root)) return;
    const folder = await repository.ownFolder();
    if (this.ended.signal.aborted) return;
    this.watchers.set(root, this.parts.watch(folder, (name) => {
      if (tellingNames.has(name) && this.isOn()) this.soon();
    }));
  }
}
