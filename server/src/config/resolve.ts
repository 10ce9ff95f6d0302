import picomatch from "picomatch";
import {
  type Catalogue,
  DEFAULT_PROFILE,
  type Level,
  type OptionValue,
  type Profile,
  type RuleSummary,
  isProfile,
} from "./catalogue.js";
import type { ConfigFile, Regions, RuleSettings } from "./parseConfig.js";

/** A configuration file and the folder it stands in: forward slashes, absolute or relative like the judged path. */
export interface PlacedConfig {
  readonly dir: string;
  readonly config: ConfigFile;
}

/**
 * What a host adds to the files. An editor sends the user's settings (they only dim or raise in that editor); the CLI
 * sends `--profile`.
 */
export interface Preferences {
  /** The profile when no file names one; unknown names are ignored (the host reports them). */
  readonly defaultProfile?: string;
  /** The profile whatever the files name; their rule levels still apply. */
  readonly profile?: string;
  /** Levels that win over every file. */
  readonly rules?: Readonly<Record<string, Level>>;
}

/** Level and options of one rule for one file. */
export interface ResolvedRule {
  readonly level: Level;
  /** Every option of the rule: the nearest file's value, or the default. */
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** Everything the configuration says about one file. Plain data, so that it can be sent to a worker. */
export interface ResolvedConfig {
  /** Equal for two files exactly when all the rest is equal (for one catalogue): a key for caches and for "did it change?". */
  readonly key: string;
  readonly profile: Profile;
  /** True when an `exclude` of any file in force matches: the file is not judged. */
  readonly excluded: boolean;
  /** One entry for each rule of the catalogue. */
  readonly rules: ReadonlyMap<string, ResolvedRule>;
  readonly regions: Regions;
}

/**
 * The configuration in force for one file. The nearest configuration extends those above it: it is applied after them, key by
 * key, so its value for a rule's level or option wins and everything it does not mention stays. Within one file
 * the overrides that match come after `[rules]`, in their order. Lists (`exclude`, `[regions]`) add up.
 * @param files the configuration files of the folders from the judged file upwards, nearest first; those beyond a
 *   `root = true` are ignored
 * @param path the judged file, forward slashes, with the same base as the folders in `files`
 * @param catalogue the rules
 * @param preferences what the editor or the command line adds
 * @returns the levels, options and lists in force; total, never throws
 */
export function resolve(
  files: readonly PlacedConfig[],
  path: string,
  catalogue: Catalogue,
  preferences: Preferences = {},
): ResolvedConfig {
  const end = files.findIndex(({ config }) => config.root);
  const inForce = (end < 0 ? files : files.slice(0, end + 1)).toReversed();
  const layers: RuleSettings[] = [];
  let named: Profile | undefined;
  let excluded = false;
  for (const { dir, config } of inForce) {
    const relative = relativeTo(dir, path);
    named = config.profile ?? named;
    layers.push(config.rules);
    if (relative === undefined) continue;
    excluded ||= matches(config.exclude, relative);
    for (const override of config.overrides) {
      if (!matches(override.paths, relative)) continue;
      named = override.profile ?? named;
      layers.push(override.rules);
    }
  }
  const profile = validProfile(preferences.profile) ?? named ?? validProfile(preferences.defaultProfile) ?? DEFAULT_PROFILE;
  const rules = new Map(catalogue.map((rule) => [rule.id, resolveRule(rule, profile, layers, preferences.rules)]));
  const regions = mergeRegions(inForce);
  const key = JSON.stringify([profile, excluded, [...rules].sort(byId), regions]);
  return { key, profile, excluded, rules, regions };
}

function resolveRule(
  rule: RuleSummary,
  profile: Profile,
  layers: readonly RuleSettings[],
  preferred: Readonly<Record<string, Level>> | undefined,
): ResolvedRule {
  const isOn = profile === "strict" || rule.profiles.includes(profile);
  let level: Level = isOn ? rule.defaultSeverity : "off";
  const options: Record<string, OptionValue> = Object.fromEntries(
    Object.entries(rule.options).map(([name, option]) => [name, option.default]),
  );
  for (const layer of layers) {
    const setting = layer.get(rule.id);
    if (setting === undefined) continue;
    level = setting.level ?? level;
    Object.assign(options, setting.options);
  }
  if (preferred !== undefined && Object.hasOwn(preferred, rule.id)) level = preferred[rule.id] ?? level;
  return { level, options };
}

function mergeRegions(files: readonly PlacedConfig[]): Regions {
  const merge = (name: keyof Regions): readonly string[] => [...new Set(files.flatMap(({ config }) => config.regions[name]))];
  return {
    testAttributes: merge("testAttributes"),
    testFeatures: merge("testFeatures"),
    testMacros: merge("testMacros"),
    quotingMacros: merge("quotingMacros"),
  };
}

function byId(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

function validProfile(name: string | undefined): Profile | undefined {
  return name !== undefined && isProfile(name) ? name : undefined;
}

/** The path below the folder, or undefined when the file is not in it. */
function relativeTo(dir: string, path: string): string | undefined {
  const base = dir === "" || dir === "." ? "" : dir.endsWith("/") ? dir : `${dir}/`;
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}

/** Whether a glob matches the path itself or a folder above it, so that `vendor` means everything in `vendor`. */
function matches(globs: readonly string[], relative: string): boolean {
  return globs.some((glob) => {
    const clean = glob.replace(/^(\.\/)+/, "").replace(/\/+$/, "");
    if (clean === "" || clean === ".") return true;
    // `windows: false`: paths come with forward slashes on every platform, and the library would ask Node otherwise.
    // `noextglob`: a pattern of a stranger's workspace must not be able to keep the regular expression busy.
    return picomatch([clean, `${clean}/**`], { dot: true, windows: false, noextglob: true })(relative);
  });
}
