/**
 * The workspace of the language server: the same package index that the command line uses, over open buffers and the
 * disk. Crate indexes are built in the background, a few files at a time; until one is complete its files are judged alone.
 */
import type { Catalogue } from "../config/catalogue.js";
import type { ConfigFile } from "../config/parseConfig.js";
import { testFeatures } from "../engine/cfg.js";
import { DeclarationCache, outlineOf, summarize, type FileSummary } from "../engine/outline.js";
import { loneFile } from "../engine/role.js";
import { SourceFile } from "../engine/sourceFile.js";
import type { ConfigProblem, FileContext, Workspace } from "../lsp/host.js";
import type { Settings } from "../protocol/index.js";
import { isLevel } from "../config/catalogue.js";
import { isoDate } from "./isoDate.js";
import { baselineName, type BaselineEntry } from "../project/baseline.js";
import { BaselineIndex } from "./baselineIndex.js";
import { PackageIndex, type PackageFacts } from "./packageIndex.js";
import type { ConfigPreferences } from "./packageIndexConfig.js";
import { joinPath, type FileReader } from "./workspaceFiles.js";

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
  private readonly summaries = new Map<string, FileSummary>();
  /** The test features each summary was made with. */
  private readonly features = new Map<string, string>();
  /** Manifests and configuration files that were looked at, those that are absent included, as they were then. */
  private readonly stamps = new Map<string, string>();
  private readonly waiting = new Map<string, PackageFacts>();
  private readonly indexed = new Set<string>();
  /** Files that findings lead into; read again when they change. */
  private readonly outlined = new Map<string, NonNullable<ReturnType<Workspace["outlinedFile"]>>>();
  private handle: { cancel(): void } | undefined;
  private renewal: { cancel(): void } | undefined;
  private listener: () => void = () => undefined;
  private readonly reader: FileReader;

  constructor(private readonly parts: LspWorkspaceParts) {
    const seen = (path: string): void => {
      if ((path.endsWith(".toml") || isBaseline(path)) && !this.stamps.has(path)) this.stamps.set(path, this.stampOf(path));
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

  baselineOf(uri: string): readonly BaselineEntry[] {
    const path = this.parts.pathOf(uri);
    return (path === undefined ? undefined : this.baselines.ofFile(path)?.entries) ?? [];
  }

  setOutline(uri: string, summary: FileSummary | undefined): void {
    const path = this.parts.pathOf(uri);
    if (path === undefined) return;
    this.outlined.delete(path);
    if (summary === undefined) {
      this.openSources.delete(path);
      return;
    }
    this.openSources.add(path);
    this.keep(path, summary);
    const before = this.index.crateOf(path);
    if (!this.index.setSummary(path, summary, before !== undefined) || before === undefined) return;
    this.renewal?.cancel();
    this.renewal = this.parts.delay(quietMs, () => {
      this.index.renewViews();
      this.listener();
    });
  }

  uriInPackage(uri: string, path: string): string | undefined {
    const own = this.parts.pathOf(uri);
    const facts = own === undefined ? undefined : this.index.packageOf(own);
    // A file that is judged alone goes by a name that no file of the package has.
    return facts?.files.includes(path) ? this.parts.uriOf(joinPath(facts.folder, path)) : undefined;
  }

  outlinedFile(uri: string): ReturnType<Workspace["outlinedFile"]> {
    const path = this.parts.pathOf(uri);
    if (path === undefined) return undefined;
    let known = this.outlined.get(path);
    const text = known ? undefined : this.reader.readText(path);
    if (text !== undefined) {
      const file = SourceFile.of(text);
      this.outlined.set(path, (known = { file, places: outlineOf(file.segments, new DeclarationCache()).places }));
    }
    return known;
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
    for (const path of [...old, ...others]) this.stamps.delete(path);
    for (const path of others) this.changed(path);
    if (old.length > 0) this.baselines.changed();
    if (others.length > 0) this.indexed.clear();
    if (old.length + others.length > 0) this.changedSoon();
  }

  lookAgain(): void {
    const changed = [...this.stamps].filter(([path, stamp]) => this.stampOf(path) !== stamp).map(([path]) => path);
    this.filesChanged(changed.map((path) => this.parts.uriOf(path)));
  }

  setFolders(_uris: readonly string[]): void {
    // Packages are found from the files that are shown; folders that went away take their packages with them.
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
    this.outlined.delete(path);
    const broken = [...this.index.configs.problems.keys()];
    this.index.changed(path);
    this.readAgain(broken);
    const summary = this.summaries.get(path);
    if (summary && this.openSources.has(path)) this.index.setSummary(path, summary);
    else {
      this.summaries.delete(path);
      this.features.delete(path);
    }
  }

  /** Reads configuration files that had problems again, or their problems would vanish until a file near them is judged. */
  private readAgain(configs: readonly string[]): void {
    for (const config of configs) this.index.configs.configOf(config);
  }

  private forget(path: string): void {
    this.changed(path);
    this.indexed.clear();
    // What is test code in other files depends on the configuration; open files are summarised when they are judged.
    for (const [other, features] of this.features) if (!this.openSources.has(other) && this.featuresOf(other).join() !== features) this.changed(other);
    // The file itself is read again at once, so that its problems show while it is edited.
    this.index.configs.configOf(path);
    this.changedSoon();
  }

  /** Total: a path that cannot be looked at counts as absent, as it does for reading. */
  private stampOf(path: string): string {
    try {
      return this.parts.disk.stamp(path);
    } catch {
      return "";
    }
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
        this.index.setSummary(path, this.summaryOf(path));
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

  private summaryOf(path: string): FileSummary {
    const known = this.summaries.get(path);
    if (known) return known;
    const cache = new DeclarationCache();
    const file = SourceFile.of(this.reader.readText(path) ?? "");
    const summary = summarize(outlineOf(file.segments, cache), file.segments, cache, testFeatures(this.featuresOf(path)));
    this.keep(path, summary);
    return summary;
  }

  private keep(path: string, summary: FileSummary): void {
    this.summaries.set(path, summary);
    this.features.set(path, this.featuresOf(path).join());
  }

  private featuresOf(path: string): readonly string[] {
    return this.index.configs.configOf(path).engine.testFeatures;
  }
}

function isBaseline(path: string): boolean {
  return path.endsWith(`/${baselineName}`);
}
