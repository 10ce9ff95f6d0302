import type { Settings, Severity } from "../../../server/src/protocol/index.js";
import { chooseMode, importedFrom, type Neighbour } from "./neighbour.js";
import { SETTINGS, type SettingEntry, type SettingKey } from "./manifest.js";

/** Reads the raw value of a setting without the prefix `covenant.`; whatever the user wrote. */
export type ReadSetting = (key: SettingKey) => unknown;

/** What besides the settings decides about the values that are sent. */
export interface Surroundings {
  /** Workspace trust. In an untrusted workspace settings that name a program or its arguments are not read at all. */
  readonly trusted: boolean;
  /** The rust-analyzer of this window. */
  readonly neighbour: Neighbour;
}

/**
 * The settings as the server gets them. A value of the wrong type counts as its default: VS Code underlines it in the settings
 * file, and nothing may break meanwhile.
 * @param read how to read one setting
 * @param surroundings trust and the extension next door
 * @returns the whole value, safe to send
 */
export function toSettings(read: ReadSetting, surroundings: Surroundings): Settings {
  const value = (key: SettingKey): unknown => {
    const entry: SettingEntry = SETTINGS[key];
    return entry.restricted === true && !surroundings.trusted ? entry.default : read(key);
  };
  const { mode, why } = chooseMode(choice(value("clippy.onSave"), SETTINGS["clippy.onSave"]), surroundings.neighbour);
  const own = strings(value("clippy.arguments"));
  // rust-analyzer's settings can name what is built and with which variables: not from a workspace without trust.
  const follows = surroundings.trusted && flag(value("clippy.followRustAnalyzer"), SETTINGS["clippy.followRustAnalyzer"]);
  const imported = follows ? importedFrom(surroundings.neighbour.read, own) : { arguments: [], environment: {} };
  return {
    enable: flag(value("enable"), SETTINGS.enable),
    clippyOnSave: mode,
    clippyWhy: why,
    clippyArguments: [...imported.arguments, ...own],
    clippyEnvironment: imported.environment,
    clippyTargetDirectory: text(value("clippy.targetDirectory"), SETTINGS["clippy.targetDirectory"]),
    cargoPath: text(value("cargo.path"), SETTINGS["cargo.path"]).trim() || SETTINGS["cargo.path"].default,
    rules: levels(value("rules")),
    profile: choice(value("profile"), SETTINGS.profile),
    maxFindingsPerFile: integer(value("maxFindingsPerFile"), SETTINGS.maxFindingsPerFile),
    hoverExamples: flag(value("hover.examples"), SETTINGS["hover.examples"]),
    newCode: choice(value("newCode.show"), SETTINGS["newCode.show"]),
    newCodeBase: text(value("newCode.base"), SETTINGS["newCode.base"]),
  };
}

function flag(value: unknown, entry: { readonly default: boolean }): boolean {
  return typeof value === "boolean" ? value : entry.default;
}

function text(value: unknown, entry: { readonly default: string }): string {
  return typeof value === "string" ? value : entry.default;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) && value.every((item): item is string => typeof item === "string") ? value : [];
}

function choice<Choice extends string>(
  value: unknown,
  entry: { readonly default: NoInfer<Choice>; readonly choices: Readonly<Record<Choice, string>> },
): Choice {
  const known = Object.keys(entry.choices) as Choice[];
  return known.find((one) => one === value) ?? entry.default;
}

function integer(value: unknown, entry: { readonly default: number; readonly minimum: number; readonly maximum: number }): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return entry.default;
  return Math.min(Math.max(Math.round(value), entry.minimum), entry.maximum);
}

function levels(value: unknown): Settings["rules"] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const known: readonly ("off" | Severity)[] = ["off", "error", "warning", "information", "hint"];
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, level]) => {
      const found = known.find((one) => one === level);
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
}
