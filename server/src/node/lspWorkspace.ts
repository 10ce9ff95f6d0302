/**
 * The workspace of the language server: the same package index that the command line uses, over open buffers and the
 * disk. Crate indexes are built in the background, a few files at a time; until one is complete its files are judged alone.
 */
import type { Catalogue } from "../config/catalogue.js";
import type { ConfigFile } from "../config/parseConfig.js";
import type { FileSummary } from "../engine/outline.js";
import type { OtherSource } from "../engine/mentions.js";
import { loneFile } from "../engine/role.js";
import type { ConfigProblem, FileContext, Workspace } from "../lsp/host.js";
import type { Settings } from "../protocol/index.js";
import { isLevel } from "../config/catalogue.js";
import { isoDate } from "./isoDate.js";
import { baselineName, type BaselineEntry } from "../project/baseline.js";
import { BaselineIndex } from "./baselineIndex.js";
import { FileSummaries } from "./fileSummaries.js";
import { FileStamps } from "./fileStamps.js";
import { OutlinedFiles } from "./outlinedFiles.js";
import { PackageIndex, type PackageFacts } from "./packageIndex.js";
import type { ConfigPreferences } from "./packageIndexConfig.js";
import { joinPath, sourcesBelow, type FileReader } from "./workspaceFiles.js";
import { sourcesBeside, sourcesWith } from "./packageSources.js";

/** What this module needs of its surroundings. */
export interface LspWorkspaceParts {
  readonly disk: FileReader;
  readonly catalogue: Catalogue;
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** Runs a function when the messages that are here were read. */
  defer(run: () => void): { cancel(): void };
  /** Runs a function after some milliseconds. */
  delay(milliseconds: number, run: () => void): { cancel(): void };
  now(): number;
}

/** A crate is indexed anew when nobody typed a declaration for this long, in milliseconds: indexing a large one costs more than a keystroke may. */
const quietMs = 120;

/** Work in one go while indexing, in milliseconds. */
const sliceMs = 8;

export class LspWorkspace implements Workspace {
  private index: PackageIndex;
  private readonly baselines: BaselineIndex;
  private preferences: ConfigPreferences = {};
  private readonly openTexts = new Map<string, string>();
  /** Rust files whose summary comes from an open buffer: what is on the disk does not count for them. */
  private readonly openSources = new Set<string>();
  /** Outlives the indexes, so that reading everything again while a file is broken switches nothing off. */
  private readonly lastGood = new Map<string, ConfigFile>();
  private readonly summaries: FileSummaries;
  /** Manifests and configuration files that were looked at. */
  private readonly stamps: FileStamps;
  private readonly waiting = new Map<string, PackageFacts>();
  private readonly indexed = new Set<string>();
  private readonly outlined: OutlinedFiles;
  /** Summaries of open files that were not read yet. */
  private readonly unread = new Map<string, () => FileSummary>();
  private handle: { cancel(): void } | undefined;
  private renewal: { cancel(): void } | undefined;
  private listener: () => void = () => undefined;
  private folders: readonly string[] = [];
  private readonly reader: FileReader;

  constructor(private readonly parts: LspWorkspaceParts) {
    this.stamps = new FileStamps((path) => parts.disk.stamp(path));
    const seen = (path: string): void => {
      if (path.endsWith(".toml") || isBaseline(path)) this.stamps.seen(path);
    };
    this.reader = {
      ...parts.disk,
      readText: (path) => {
        seen(path);
        return this.openTexts.get(path) ?? parts.disk.readText(path);
      },
      exists: (path) => {
        seen(path);
        return this.openTexts.has(path) || parts.disk.exists(path);
      },
    };
    this.summaries = new FileSummaries((path) => this.reader.readText(path), (path) => this.index.configs.configOf(path).engine.testFeatures);
    this.outlined = new OutlinedFiles((path) => this.reader.readText(path));
    this.index = this.freshIndex();
    this.baselines = new BaselineIndex(this.reader);
  }

  contextOf(uri: string): FileContext {
    const path = this.parts.pathOf(uri);
    const input = path === undefined ? undefined : this.index.inputOf(path);
    if (path === undefined || !input) {
      const config = this.index.configs.configOf("/untitled.rs");
      return { role: { ...loneFile, target: "library" }, config: config.engine, crate: undefined, today: isoDate(Date.now()), excluded: false, profile: config.profile, configFiles: [] };
    }
    const facts = this.index.packageOf(path);
    if (facts && !input.crate && !this.indexed.has(facts.folder)) this.indexSoon(facts);
    return {
      role: input.role,
      config: input.config.engine,
      crate: input.crate,
      today: isoDate(Date.now()),
      excluded: input.config.excluded,
      profile: input.config.profile,
      configFiles: input.config.files.map((file) => this.parts.uriOf(file)),
    };
  }

  sourcesBeside(uri: string): Iterable<OtherSource> | undefined {
    const path = this.parts.pathOf(uri);
    const facts = path === undefined ? undefined : this.index.packageOf(path);
    return path === undefined || !facts ? undefined : sourcesBeside(this.reader, facts, path);
  }

  baselineOf(uri: string): readonly BaselineEntry[] {
    const path = this.parts.pathOf(uri);
    return (path === undefined ? undefined : this.baselines.ofFile(path)?.entries) ?? [];
  }

  setOutline(uri: string, summary: (() => FileSummary) | undefined): void {
    const path = this.parts.pathOf(uri);
    if (path === undefined) return;
    this.outlined.changed(path);
    if (summary === undefined) {
      this.openSources.delete(path);
      this.unread.delete(path);
      return;
    }
    this.openSources.add(path);
    this.unread.set(path, summary);
    // Where the crate is not indexed yet its verdicts wait for this.
    if (this.index.crateOf(path) === undefined) this.readSummaries();
    this.renewal?.cancel();
    this.renewal = this.parts.delay(quietMs, () => {
      this.readSummaries();
      if (this.index.renewViews()) this.listener();
    });
  }

  /** Takes what the open files say to their crates. */
  private readSummaries(): void {
    for (const [path, summary] of this.unread) {
      const own = summary();
      this.summaries.keep(path, own);
      this.index.setSummary(path, own, this.index.crateOf(path) !== undefined);
    }
    this.unread.clear();
  }

  uriInPackage(uri: string, path: string): string | undefined {
    const own = this.parts.pathOf(uri);
    const facts = own === undefined ? undefined : this.index.packageOf(own);
    // A file that is judged alone goes by a name that no file of the package has.
    return facts?.files.includes(path) ? this.parts.uriOf(joinPath(facts.folder, path)) : undefined;
  }

  outlinedFile(uri: string): ReturnType<Workspace["outlinedFile"]> {
    const path = this.parts.pathOf(uri);
    return path === undefined ? undefined : this.outlined.of(path);
  }

  setOpenText(uri: string, text: string | undefined): void {
    const path = this.parts.pathOf(uri);
    if (path === undefined) return;
    if (text === undefined) this.openTexts.delete(path);
    else this.openTexts.set(path, text);
    this.forget(path);
  }

  filesChanged(uris: readonly string[]): void {
    const paths = uris.flatMap((uri) => this.parts.pathOf(uri) ?? []);
    const old = paths.filter(isBaseline);
    const others = paths.filter((path) => /\.(?:rs|toml)$/.test(path));
    for (const path of [...old, ...others]) this.stamps.forget(path);
    for (const path of others) this.changed(path);
    if (old.length > 0) this.baselines.changed();
    if (others.length > 0) this.indexed.clear();
    if (old.length + others.length > 0) this.changedSoon();
  }

  lookAgain(): void {
    this.filesChanged(this.stamps.changed().map((path) => this.parts.uriOf(path)));
  }

  *sources(packageOf?: string): Generator<string | undefined, void> {
    const path = packageOf === undefined ? undefined : this.parts.pathOf(packageOf);
    for (const source of path === undefined ? sourcesBelow(this.parts.disk, this.folders) : sourcesWith(path, this.index.packageOf(path))) yield source === undefined ? undefined : this.parts.uriOf(source);
  }

  textOf(uri: string): string | undefined {
    const path = this.parts.pathOf(uri);
    return path === undefined ? undefined : this.parts.disk.readText(path);
  }

  isSettled(uri: string): boolean {
    const path = this.parts.pathOf(uri);
    const facts = path === undefined ? undefined : this.index.packageOf(path);
    return path === undefined || !facts || facts.roots.length === 0 || this.indexed.has(facts.folder) || this.index.crateOf(path) !== undefined;
  }

  setFolders(uris: readonly string[]): void {
    this.folders = uris.flatMap((uri) => this.parts.pathOf(uri) ?? []);
    // Packages are found from the files that are shown: folders that went away take theirs with them.
    this.reset();
  }

  setPreferences(settings: Settings): void {
    const rules = Object.fromEntries(Object.entries(settings.rules).filter(([, level]) => isLevel(level)));
    const preferences: ConfigPreferences = { rules, ...(settings.profile === "" ? {} : { defaultProfile: settings.profile }) };
    if (JSON.stringify(preferences) === JSON.stringify(this.preferences)) return;
    this.preferences = preferences;
    this.reset();
  }

  configProblems(): ReadonlyMap<string, readonly ConfigProblem[]> {
    const baselines = [...this.baselines.problems].map(([path, problems]) => [path, problems.map(({ line, message }) => ({ line, column: 0, endColumn: 0, message }))] as const);
    return new Map([...this.index.configs.problems, ...baselines].map(([path, problems]) => [this.parts.uriOf(path), problems]));
  }

  onChange(listener: () => void): void {
    this.listener = listener;
  }

  dispose(): void {
    this.handle?.cancel();
    this.renewal?.cancel();
    this.waiting.clear();
    this.listener = () => undefined;
  }

  private freshIndex(): PackageIndex {
    return new PackageIndex(this.reader, this.parts.catalogue, this.preferences, this.lastGood);
  }

  private reset(): void {
    const broken = [...this.index.configs.problems.keys()];
    this.index = this.freshIndex();
    this.readAgain(broken);
    this.indexed.clear();
    this.waiting.clear();
  }

  private changed(path: string): void {
    this.outlined.changed(path);
    const broken = [...this.index.configs.problems.keys()];
    this.index.changed(path);
    this.readAgain(broken);
    const summary = this.summaries.kept(path);
    if (summary && this.openSources.has(path)) this.index.setSummary(path, summary);
    else this.summaries.forget(path);
  }

  /** Reads configuration files that had problems again, or their problems would vanish until a file near them is judged. */
  private readAgain(configs: readonly string[]): void {
    for (const config of configs) this.index.configs.configOf(config);
  }

  private forget(path: string): void {
    this.changed(path);
    this.indexed.clear();
    // What is test code in other files depends on the configuration; open files are summarised when they are judged.
    for (const other of this.summaries.outdated()) if (!this.openSources.has(other)) this.changed(other);
    // The file itself is read again at once, so that its problems show while it is edited.
    this.index.configs.configOf(path);
    this.changedSoon();
  }

  private changedSoon(): void {
    this.parts.defer(() => this.listener());
  }

  private indexSoon(facts: PackageFacts): void {
    if (this.waiting.has(facts.folder)) return;
    this.waiting.set(facts.folder, facts);
    this.handle ??= this.parts.defer(() => this.work());
  }

  /** Reads and summarises files for a slice of time, then lets messages through. */
  private work(): void {
    this.handle = undefined;
    const end = this.parts.now() + sliceMs;
    for (const [folder, facts] of this.waiting) {
      for (const path of this.index.withoutSummary(facts)) {
        this.index.setSummary(path, this.summaries.of(path));
        if (this.parts.now() >= end) {
          this.handle = this.parts.defer(() => this.work());
          return;
        }
      }
      this.waiting.delete(folder);
      this.indexed.add(folder);
      this.changedSoon();
    }
  }
}

function isBaseline(path: string): boolean {
  return path.endsWith(`/${baselineName}`);
}
