/**
 * The workspace of the language server: the same package index that the command line uses, over open buffers and the
 * disk. Crate indexes are built in the background, a few files at a time; until one is complete its files are judged alone.
 */
import type { Catalogue } from "../config/catalogue.js";
import { DeclarationCache, outlineOf, summarize, type FileSummary } from "../engine/outline.js";
import { loneFile } from "../engine/role.js";
import { SourceFile } from "../engine/sourceFile.js";
import type { ConfigProblem, FileContext, Workspace } from "../lsp/host.js";
import type { Settings } from "../protocol/index.js";
import { isLevel } from "../config/catalogue.js";
import { PackageIndex, type PackageFacts } from "./packageIndex.js";
import type { ConfigPreferences } from "./packageIndexConfig.js";
import type { FileReader } from "./workspaceFiles.js";

/** What this module needs of its surroundings. */
export interface LspWorkspaceParts {
  readonly disk: FileReader;
  readonly catalogue: Catalogue;
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** Runs a function when the messages that are here were read. */
  defer(run: () => void): { cancel(): void };
  now(): number;
}

/** Work in one go while indexing, in milliseconds. */
const sliceMs = 8;

export class LspWorkspace implements Workspace {
  private index: PackageIndex;
  private preferences: ConfigPreferences = {};
  private readonly openTexts = new Map<string, string>();
  private readonly summaries = new Map<string, FileSummary>();
  private readonly waiting = new Map<string, PackageFacts>();
  private readonly indexed = new Set<string>();
  private handle: { cancel(): void } | undefined;
  private listener: () => void = () => undefined;
  private readonly reader: FileReader;

  constructor(private readonly parts: LspWorkspaceParts) {
    this.reader = {
      ...parts.disk,
      readText: (path) => this.openTexts.get(path) ?? parts.disk.readText(path),
      exists: (path) => this.openTexts.has(path) || parts.disk.exists(path),
    };
    this.index = this.freshIndex();
  }

  contextOf(uri: string): FileContext {
    const path = this.parts.pathOf(uri);
    const input = path === undefined ? undefined : this.index.inputOf(path);
    if (path === undefined || !input) {
      const config = this.index.configs.configOf("/untitled.rs");
      return { role: { ...loneFile, target: "library" }, config: config.engine, crate: undefined, excluded: false, profile: config.profile, configFiles: [] };
    }
    const facts = this.index.packageOf(path);
    if (facts && !input.crate && !this.indexed.has(facts.folder)) this.indexSoon(facts);
    return {
      role: input.role,
      config: input.config.engine,
      crate: input.crate,
      excluded: input.config.excluded,
      profile: input.config.profile,
      configFiles: input.config.files.map((file) => this.parts.uriOf(file)),
    };
  }

  setOutline(uri: string, summary: FileSummary): void {
    const path = this.parts.pathOf(uri);
    if (path === undefined) return;
    this.summaries.set(path, summary);
    const before = this.index.crateOf(path);
    if (this.index.setSummary(path, summary) && before !== undefined) this.changedSoon();
  }

  setOpenText(uri: string, text: string | undefined): void {
    const path = this.parts.pathOf(uri);
    if (path === undefined) return;
    if (text === undefined) this.openTexts.delete(path);
    else this.openTexts.set(path, text);
    this.forget(path);
  }

  filesChanged(uris: readonly string[]): void {
    let relevant = false;
    for (const uri of uris) {
      const path = this.parts.pathOf(uri);
      if (path === undefined || !/\.(?:rs|toml)$/.test(path)) continue;
      this.summaries.delete(path);
      this.index.changed(path);
      relevant = true;
    }
    if (!relevant) return;
    this.indexed.clear();
    this.changedSoon();
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
    return new Map([...this.index.configs.problems].map(([path, problems]) => [this.parts.uriOf(path), problems]));
  }

  onChange(listener: () => void): void {
    this.listener = listener;
  }

  dispose(): void {
    this.handle?.cancel();
    this.waiting.clear();
    this.listener = () => undefined;
  }

  private freshIndex(): PackageIndex {
    return new PackageIndex(this.reader, this.parts.catalogue, this.preferences);
  }

  private reset(): void {
    this.index = this.freshIndex();
    this.indexed.clear();
    this.waiting.clear();
  }

  private forget(path: string): void {
    this.index.changed(path);
    this.indexed.clear();
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
    const summary = summarize(outlineOf(file.segments, cache), file.segments, cache);
    this.summaries.set(path, summary);
    return summary;
  }
}
