/**
 * From a path to everything an analysis needs besides the text: the package and the file's role in it, its configuration and
 * its crate's view of it. The command line and the language server ask the same index, so they find the same.
 */
import type { Catalogue } from "../config/catalogue.js";
import type { ConfigFile } from "../config/parseConfig.js";
import { indexCrate, type FileInCrate } from "../engine/crateIndex.js";
import type { FileSummary } from "../engine/outline.js";
import { loneFile, type RoleFacts } from "../engine/role.js";
import { fileRole } from "../project/fileRole.js";
import { parseManifest } from "../project/manifest.js";
import type { Dependency, ManifestProblem, PackageModel } from "../project/packageModel.js";
import { fuzzedWords } from "./fuzzTargets.js";
import { ConfigIndex, type ConfigPreferences, type FileConfig } from "./packageIndexConfig.js";
import { foldersAbove, joinPath, pathBelow, walk, type FileReader, type Listing } from "./workspaceFiles.js";

/** Name of cargo's manifest. */
export const manifestName = "Cargo.toml";

/** A package as far as its manifest can be read. */
export interface PackageFacts {
  readonly folder: string;
  readonly model: PackageModel;
  /** Its `.rs` files relative to the folder, sorted. */
  readonly files: readonly string[];
  /** Root files of its targets, library first, so that a file of several crates counts for the library. */
  readonly roots: readonly string[];
  readonly problems: readonly ManifestProblem[];
}

/** How a file is judged. */
export interface FileInput {
  readonly role: RoleFacts;
  readonly config: FileConfig;
  /** Undefined outside a package and as long as summaries of the package are missing. */
  readonly crate: FileInCrate | undefined;
}

const lone: RoleFacts = { ...loneFile, target: "library" };

/** Packages, roles, configurations and crate views of the files of a workspace. Holds what it read until told of a change. */
export class PackageIndex {
  readonly configs: ConfigIndex;
  private readonly listed = new Map<string, readonly string[]>();
  private readonly covered: string[] = [];
  private readonly included = new Set<string>();
  private readonly nearest = new Map<string, string | undefined>();
  private readonly packages = new Map<string, PackageFacts | undefined>();
  private readonly roles = new Map<string, RoleFacts>();
  private readonly fuzzed = new Map<string, string | undefined>();
  private readonly summaries = new Map<string, Map<string, FileSummary>>();
  private readonly views = new Map<string, ReadonlyMap<string, FileInCrate>>();
  /** Folders whose views are older than a summary. */
  private readonly outdated = new Set<string>();
  /** Summaries as text, for comparing. */
  private readonly texts = new WeakMap<FileSummary, string>();
  private readonly brokenManifests = new Map<string, readonly ManifestProblem[]>();

  constructor(
    private readonly reader: FileReader,
    catalogue: Catalogue,
    preferences: ConfigPreferences = {},
    lastGood = new Map<string, ConfigFile>(),
  ) {
    this.configs = new ConfigIndex(reader, catalogue, preferences, lastGood);
  }

  /** Uses a walk that was done already instead of walking the packages below its root again. */
  addListing(listing: Listing): void {
    this.covered.push(listing.root);
    const found = new Map<string, string[]>();
    for (const folder of listing.packages) {
      this.nearest.set(folder, folder);
      found.set(folder, []);
    }
    for (const path of listing.sources) {
      const folder = this.packageFolder(path);
      const relative = folder === undefined ? undefined : pathBelow(folder, path);
      // A package that begins above the walked folder was seen in part only.
      if (folder !== undefined && relative !== undefined) found.get(folder)?.push(relative);
    }
    for (const [folder, files] of found) if (!this.listed.has(folder)) this.listed.set(folder, files);
  }

  /** Counts a file in that a walk leaves out: named by the user though ignored, or not on the disk yet. */
  include(path: string): void {
    this.included.add(path);
  }

  /** The package a file belongs to: that of the nearest manifest above it; undefined outside any. */
  packageOf(path: string): PackageFacts | undefined {
    const folder = this.packageFolder(path);
    if (folder === undefined) return undefined;
    if (!this.packages.has(folder)) this.packages.set(folder, this.readPackage(folder));
    return this.packages.get(folder);
  }

  /** The role of a file (core rules, section 2.2). Equal roles of one package are one object. */
  roleOf(path: string): RoleFacts {
    const facts = this.packageOf(path);
    const relative = facts && pathBelow(facts.folder, path);
    if (!facts || relative === undefined) return lone;
    const { target, crateRoot, testRole } = fileRole(facts.model, relative);
    const key = `${facts.folder}\0${target}\0${crateRoot}\0${testRole}`;
    const known = this.roles.get(key);
    if (known) return known;
    const dependencies = dependenciesFor(facts.model, target);
    const fuzzed = target === "library" ? this.fuzzedBeside(facts) : undefined;
    const role: RoleFacts = {
      target,
      crateRoot,
      testRole,
      dependencies: new Set(dependencies.map(({ key: name }) => name.replaceAll("-", "_"))),
      dependencyFeatures: featuresOf(dependencies),
      edition: facts.model.edition,
      ...(facts.model.rustVersion === undefined ? {} : { rustVersion: facts.model.rustVersion }),
      ...(fuzzed === undefined ? {} : { fuzzed }),
    };
    this.roles.set(key, role);
    return role;
  }

  /** How a file is judged, from what is known now. */
  inputOf(path: string): FileInput {
    return { role: this.roleOf(path), config: this.configs.configOf(path), crate: this.crateOf(path) };
  }

  /** The crate's view of a file; undefined outside a package, in one without targets, and until every file of the package has a summary. */
  crateOf(path: string): FileInCrate | undefined {
    const facts = this.packageOf(path);
    const relative = facts && pathBelow(facts.folder, path);
    // A package without the root of any target is no crate: its files are judged alone.
    if (!facts || relative === undefined || facts.roots.length === 0) return undefined;
    let views = this.views.get(facts.folder);
    if (!views) {
      const summaries = this.summaries.get(facts.folder);
      if (!summaries || facts.files.some((file) => !summaries.has(file))) return undefined;
      views = indexCrate(summaries, facts.roots);
      this.views.set(facts.folder, views);
    }
    return views.get(relative);
  }

  /**
   * Stores what a file contributes to its crate (`summarize` of its outline).
   * @param later keeps the views as they are until `renewViews`, so that no keystroke waits for a crate to be indexed
   * @returns true when the views of the package may differ from before
   */
  setSummary(path: string, summary: FileSummary, later = false): boolean {
    const facts = this.packageOf(path);
    const relative = facts && pathBelow(facts.folder, path);
    if (!facts || relative === undefined) return false;
    const own = this.summaries.get(facts.folder) ?? new Map<string, FileSummary>();
    this.summaries.set(facts.folder, own);
    const before = own.get(relative);
    own.set(relative, summary);
    if (before && this.textOf(before) === this.textOf(summary)) return false;
    if (later && this.views.has(facts.folder)) this.outdated.add(facts.folder);
    else this.views.delete(facts.folder);
    return true;
  }

  /** Forgets the views that `setSummary` left as they were, so that the next question makes them anew; false where there are none. */
  renewViews(): boolean {
    const some = this.outdated.size > 0;
    for (const folder of this.outdated) this.views.delete(folder);
    this.outdated.clear();
    return some;
  }

  private textOf(summary: FileSummary): string {
    let text = this.texts.get(summary);
    if (text === undefined) this.texts.set(summary, (text = JSON.stringify(summary)));
    return text;
  }

  /** Absolute paths of the package's files that have no summary yet; a host reads them when it has time. */
  withoutSummary(facts: PackageFacts): readonly string[] {
    const own = this.summaries.get(facts.folder);
    return facts.files.filter((file) => !own?.has(file)).map((file) => joinPath(facts.folder, file));
  }

  /** Problems of the manifests read so far, by path. */
  get manifestProblems(): ReadonlyMap<string, readonly ManifestProblem[]> {
    return this.brokenManifests;
  }

  /**
   * Something changed on disk or in an open buffer.
   * @param path a manifest, a configuration file, or a source that appeared or went away; for a source whose text
   *   changed use `setSummary`
   */
  changed(path: string): void {
    if (path.endsWith(".toml")) this.configs.changed();
    this.listed.clear();
    this.covered.length = 0;
    this.nearest.clear();
    this.packages.clear();
    this.roles.clear();
    this.fuzzed.clear();
    this.views.clear();
    this.brokenManifests.clear();
    for (const [folder, own] of this.summaries) {
      const relative = pathBelow(folder, path);
      if (relative !== undefined) own.delete(relative);
    }
  }

  /** Read once for each package, until something on the disk changes. */
  private fuzzedBeside(facts: PackageFacts): string | undefined {
    if (!this.fuzzed.has(facts.folder)) this.fuzzed.set(facts.folder, fuzzedWords(this.reader, facts.folder, facts.model.name));
    return this.fuzzed.get(facts.folder);
  }

  private packageFolder(path: string): string | undefined {
    const passed: string[] = [];
    let found: string | undefined;
    for (const folder of foldersAbove(path)) {
      if (this.nearest.has(folder)) {
        found = this.nearest.get(folder);
        break;
      }
      passed.push(folder);
      if (this.reader.exists(joinPath(folder, manifestName))) {
        found = folder;
        break;
      }
    }
    for (const folder of passed) this.nearest.set(folder, found);
    return found;
  }

  private readPackage(folder: string): PackageFacts | undefined {
    const path = joinPath(folder, manifestName);
    const text = this.reader.readText(path);
    if (text === undefined) {
      this.brokenManifests.set(path, [{ message: "this file cannot be read as UTF-8 text" }]);
      return undefined;
    }
    const files = this.filesOf(folder);
    const manifest = parseManifest(text, files, this.workspaceText(folder, text));
    if (manifest.problems.length > 0) this.brokenManifests.set(path, manifest.problems);
    if (!manifest.package) return undefined;
    const known = new Set(files);
    const roots = manifest.package.targets.map((target) => target.path).filter((root) => known.has(root));
    return { folder, model: manifest.package, files, roots: [...new Set(roots)], problems: manifest.problems };
  }

  private filesOf(folder: string): readonly string[] {
    const isCovered = this.covered.some((root) => folder === root || pathBelow(root, folder) !== undefined);
    if (!isCovered) this.addListing(walk(this.reader, folder));
    const files = this.listed.get(folder) ?? [];
    const more = [...this.included].filter((path) => this.packageFolder(path) === folder).flatMap((path) => pathBelow(folder, path) ?? []);
    return more.length === 0 ? files : [...new Set([...files, ...more])].sort();
  }

  /** The manifest from which the package inherits: the next one above with a `[workspace]`, or the one it names. */
  private workspaceText(folder: string, text: string): string | undefined {
    if (/^\s*\[workspace[\].]/m.test(text)) return undefined;
    const named = /^\s*workspace\s*=\s*["']([^"'\n]+)["']/m.exec(text)?.[1];
    if (named !== undefined) return this.reader.readText(joinPath(joinPath(folder, named), manifestName));
    for (const above of foldersAbove(folder)) {
      const candidate = this.reader.readText(joinPath(above, manifestName));
      if (candidate !== undefined && /^\s*\[workspace[\].]/m.test(candidate)) return candidate;
    }
    return undefined;
  }
}

/** Dependencies that code of a target can name. */
function dependenciesFor(model: PackageModel, target: string): readonly Dependency[] {
  switch (target) {
    case "build-script":
      return model.buildDependencies;
    case "test":
    case "bench":
    case "example":
    case "fuzz":
      return [...model.dependencies, ...model.devDependencies];
    default:
      return model.dependencies;
  }
}

/** Features the code can count on: not those of optional or platform-specific dependencies. */
function featuresOf(dependencies: readonly Dependency[]): ReadonlyMap<string, readonly string[]> {
  const features = new Map<string, readonly string[]>();
  for (const { key, features: own, optional, target } of dependencies) {
    if (optional || target !== undefined) continue;
    const name = key.replaceAll("-", "_");
    features.set(name, [...new Set([...(features.get(name) ?? []), ...own])].sort());
  }
  return features;
}
