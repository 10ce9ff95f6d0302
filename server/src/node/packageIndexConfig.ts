/** The `covenant.toml` files in force for a file, and what they make of the rules. */
import type { Catalogue } from "../config/catalogue.js";
import { parseConfig, type ConfigFile, type ConfigProblem } from "../config/parseConfig.js";
import { resolve, type PlacedConfig, type Preferences, type ResolvedConfig } from "../config/resolve.js";
import type { EngineConfig } from "../engine/rules.js";
import { folderOf, joinPath, type FileReader } from "./workspaceFiles.js";

/** Name of the configuration file. */
export const configName = "covenant.toml";

/** The configuration of one file. Equal configurations are one object. */
export interface FileConfig {
  readonly engine: EngineConfig;
  readonly excluded: boolean;
  readonly profile: string;
  /** Paths of the files in force, nearest first. */
  readonly files: readonly string[];
}

/** Preferences of the host; `only` is the command line's choice of rules. */
export interface ConfigPreferences extends Preferences {
  /** Ids of the rules that are on, at their configured level or, where that is off, at their own; the rest is off. */
  readonly only?: readonly string[];
}

interface Chain {
  readonly configs: readonly PlacedConfig[];
  /** An exclude or an override can make two files of one folder differ. */
  readonly byPath: boolean;
}

/** Reads configuration files once and keeps the last good text of each. */
export class ConfigIndex {
  private readonly chains = new Map<string, Chain>();
  private readonly resolved = new Map<Chain, FileConfig>();
  private readonly shared = new Map<string, FileConfig>();
  private readonly found = new Map<string, readonly ConfigProblem[]>();

  constructor(
    private readonly reader: FileReader,
    private readonly catalogue: Catalogue,
    private readonly preferences: ConfigPreferences = {},
    /** Last good configurations by path; hand on those of an index that this one replaces. */
    private readonly good = new Map<string, ConfigFile>(),
  ) {}

  /** The configuration in force for a file. */
  configOf(path: string): FileConfig {
    const chain = this.chainOf(folderOf(path));
    const known = chain.byPath ? undefined : this.resolved.get(chain);
    if (known) return known;
    const config = this.intern(resolve(chain.configs, path, this.catalogue, this.preferences), chain);
    if (!chain.byPath) this.resolved.set(chain, config);
    return config;
  }

  /** Problems of the files read so far, by path; lines and columns from 0. A file with a problem is judged by its last good text. */
  get problems(): ReadonlyMap<string, readonly ConfigProblem[]> {
    return this.found;
  }

  /** Forgets what was read, except the last good configurations: a file changed, appeared or went away. */
  changed(): void {
    this.chains.clear();
    this.resolved.clear();
    this.shared.clear();
    this.found.clear();
  }

  private chainOf(folder: string): Chain {
    const known = this.chains.get(folder);
    if (known) return known;
    const above = folderOf(folder);
    const parent: Chain = above === folder ? { configs: [], byPath: false } : this.chainOf(above);
    const own = this.read(joinPath(folder, configName));
    const inherited = own?.root ? { configs: [], byPath: false } : parent;
    const chain = own ? { configs: [{ dir: folder, config: own }, ...inherited.configs], byPath: inherited.byPath || own.exclude.length > 0 || own.overrides.length > 0 } : parent;
    this.chains.set(folder, chain);
    return chain;
  }

  private read(path: string): ConfigFile | undefined {
    const text = this.reader.readText(path);
    if (text === undefined) {
      // A configuration that exists and cannot be read must not silently count as absent.
      if (this.reader.exists(path)) this.found.set(path, [{ line: 0, column: 0, endColumn: 0, message: "this file cannot be read as UTF-8 text" }]);
      else this.good.delete(path);
      return this.good.get(path);
    }
    const parsed = parseConfig(text, this.catalogue);
    if (parsed.problems.length > 0) this.found.set(path, parsed.problems);
    if (parsed.config) this.good.set(path, parsed.config);
    return parsed.config ?? this.good.get(path);
  }

  private intern(config: ResolvedConfig, chain: Chain): FileConfig {
    const { only } = this.preferences;
    const files = chain.configs.map(({ dir }) => joinPath(dir, configName));
    const key = `${config.key}\0${(only ?? ["*"]).join(",")}`;
    const known = this.shared.get(`${key}\0${files.join("\0")}`);
    if (known) return known;
    const rules = new Map(
      [...config.rules].map(([id, setting]) => {
        if (!only) return [id, setting] as const;
        const own = this.catalogue.find((rule) => rule.id === id)?.defaultSeverity ?? "warning";
        return [id, { level: only.includes(id) ? (setting.level === "off" ? own : setting.level) : ("off" as const), options: setting.options }] as const;
      }),
    );
    const made: FileConfig = { engine: { key, rules, ...config.regions }, excluded: config.excluded, profile: config.profile, files };
    this.shared.set(`${key}\0${files.join("\0")}`, made);
    return made;
  }
}
