import { TomlError, parse } from "smol-toml";
import type { Catalogue, Level, OptionValue, Profile } from "./catalogue.js";
import { configSchema } from "./schema.js";
import { type Span, tomlPositions } from "./tomlPositions.js";
import { validate } from "./validate.js";

/** What a file says about one rule. */
export interface RuleSetting {
  /** Absent when the file sets options only. */
  readonly level?: Level;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** Settings of the rules a file names, by rule id. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** One `[[overrides]]` table. */
export interface Override {
  /** Globs relative to the folder of the file. */
  readonly paths: readonly string[];
  readonly profile?: Profile;
  readonly rules: RuleSettings;
}

/** Names a configuration adds to the built-in lists (core rules, sections 2.2, 2.3 and 2.9). */
export interface Regions {
  readonly testAttributes: readonly string[];
  readonly testFeatures: readonly string[];
  readonly testMacros: readonly string[];
  readonly quotingMacros: readonly string[];
}

/** A valid `covenant.toml`: plain data, so that it can be sent to a worker. */
export interface ConfigFile {
  /** True when files of the folders above do not count. */
  readonly root: boolean;
  readonly profile?: Profile;
  readonly exclude: readonly string[];
  readonly rules: RuleSettings;
  readonly overrides: readonly Override[];
  readonly regions: Regions;
}

/** One thing wrong with the text; lines and UTF-16 columns from 0, `endColumn` exclusive on the same line. */
export interface ConfigProblem extends Span {
  readonly message: string;
}

/** Either a configuration or at least one problem, never both. */
export interface ParsedConfig {
  readonly config?: ConfigFile;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads a `covenant.toml`. A file with any problem gives no configuration at all: the host keeps the last good one, so a
 * slip of the fingers never switches a rule off.
 * @param text the file's text; a byte-order mark and any line ending are accepted
 * @param catalogue the rules that exist, with their options
 * @returns the configuration, or every problem found (only the first one for a syntax error)
 */
export function parseConfig(text: string, catalogue: Catalogue): ParsedConfig {
  // A space instead of the mark keeps every column true.
  const clean = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  let value: unknown;
  try {
    value = parse(clean);
  } catch (error) {
    return { problems: [syntaxProblem(clean, error)] };
  }
  const violations = validate(configSchema(catalogue), value);
  if (violations.length > 0) {
    const positions = tomlPositions(clean);
    const problems = violations.map(({ path, at, message }) => ({ ...positions[at](path), message }));
    return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
  }
  return { config: toConfig(value as RawConfig), problems: [] };
}

/** The shape `configSchema` describes; the cast above is sound because the value was checked against it. */
interface RawConfig {
  readonly root?: boolean;
  readonly profile?: Profile;
  readonly exclude?: readonly string[];
  readonly rules?: RawRules;
  readonly overrides?: readonly { readonly paths: readonly string[]; readonly profile?: Profile; readonly rules?: RawRules }[];
  readonly regions?: Partial<Regions>;
}

type RawRules = Readonly<Record<string, Level | Readonly<Record<string, OptionValue>>>>;

function toConfig(raw: RawConfig): ConfigFile {
  return {
    root: raw.root ?? false,
    ...(raw.profile === undefined ? {} : { profile: raw.profile }),
    exclude: raw.exclude ?? [],
    rules: toSettings(raw.rules ?? {}),
    overrides: (raw.overrides ?? []).map(({ paths, profile, rules }) => ({
      paths,
      ...(profile === undefined ? {} : { profile }),
      rules: toSettings(rules ?? {}),
    })),
    regions: { testAttributes: [], testFeatures: [], testMacros: [], quotingMacros: [], ...raw.regions },
  };
}

function toSettings(raw: RawRules): RuleSettings {
  return new Map(
    Object.entries(raw).map(([id, setting]): [string, RuleSetting] => {
      if (typeof setting === "string") return [id, { level: setting, options: {} }];
      const { level, ...options } = setting;
      return [id, { ...(level === undefined ? {} : { level: level as Level }), options }];
    }),
  );
}

function syntaxProblem(text: string, error: unknown): ConfigProblem {
  if (!(error instanceof TomlError)) {
    return { line: 0, column: 0, endColumn: 0, message: `this file cannot be read: ${String(error)}` };
  }
  // smol-toml counts lines and columns from 1 and puts a drawing of the place after the first line of its message.
  const lines = text.split("\n");
  const line = Math.min(Math.max(error.line - 1, 0), lines.length - 1);
  const length = (lines[line] ?? "").replace(/\r$/, "").length;
  const column = Math.min(Math.max(error.column - 1, 0), length);
  const reason = (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
  return { line, column, endColumn: Math.max(column, length), message: `not valid TOML: ${reason}` };
}
