/** What rust-analyzer next door does at a save, and who therefore runs clippy. Pure; `rustAnalyzer.ts` asks VS Code. */

/** Reads a setting below `rust-analyzer.`; whatever the user wrote. */
export type ReadNeighbour = (key: string) => unknown;

/** What is known of the rust-analyzer extension. */
export interface Neighbour {
  /** Installed, enabled and started in this window. */
  readonly active: boolean;
  /** Its settings as they are in force, without what we have asked it for. */
  readonly read: ReadNeighbour;
  /** Keys of `rust-analyzer.` that the user has set; they win over what we ask for. */
  readonly isSet: (key: string) => boolean;
  /** We have asked it to run clippy, with the user's consent. */
  readonly asked: boolean;
}

/** Who runs clippy on save. */
export type ClippyMode = "reuse" | "own" | "off";

/** Who runs clippy on save, and why, in a few words for the status item. */
export interface ModeChoice {
  readonly mode: ClippyMode;
  readonly why: string;
}

/**
 * Resolves the setting `clippy.onSave`.
 * @param setting its value
 */
export function chooseMode(setting: "auto" | "reuse" | "own" | "off", neighbour: Neighbour): ModeChoice {
  const check = checkOf(neighbour);
  switch (setting) {
    case "off":
      return { mode: "off", why: "by your setting" };
    case "own":
      return { mode: "own", why: check === "nothing" ? "by your setting" : `by your setting, beside rust-analyzer's \`${check}\`` };
    case "reuse":
      if (check === "clippy") return { mode: "reuse", why: "rust-analyzer runs clippy, by your setting" };
      return {
        mode: "off",
        why: check === "nothing"
          ? "it is left to rust-analyzer by your setting, which checks nothing on save"
          : `it is left to rust-analyzer by your setting, which runs \`${check}\`: Covenant: Let rust-analyzer Run Clippy`,
      };
    case "auto":
      if (check === "clippy") return { mode: "reuse", why: neighbour.asked ? "rust-analyzer runs clippy, as you let it" : "rust-analyzer runs clippy already" };
      return { mode: "own", why: check === "nothing" ? "rust-analyzer checks nothing on save" : `in a folder of its own, beside rust-analyzer's \`${check}\`` };
  }
}

/** Why asking rust-analyzer would change nothing: a setting of the user's says otherwise. `undefined` where it would. */
export function inTheWay(neighbour: Neighbour): string | undefined {
  if (neighbour.read("checkOnSave") === false) return "rust-analyzer.checkOnSave is off";
  if (hasOverride(neighbour)) return "rust-analyzer.check.overrideCommand is set";
  if (neighbour.isSet("check.command") && neighbour.read("check.command") !== "clippy") return "rust-analyzer.check.command is set";
  return undefined;
}

/** What our own run takes over from rust-analyzer's settings, so that both build the same thing. */
export interface Imported {
  /** For `cargo clippy`, before `--`. */
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Features, target and environment of rust-analyzer's checks. What is not of the type that its documentation names is left
 * out.
 * @param own arguments of the user's for our run: where they choose features or a target, rust-analyzer's choice does not count
 */
export function importedFrom(read: ReadNeighbour, own: readonly string[]): Imported {
  const result: string[] = [];
  const says = (...flags: readonly string[]): boolean => own.some((word) => flags.some((flag) => word === flag || word.startsWith(`${flag}=`)));
  if (!says("--features", "-F", "--all-features", "--no-default-features")) {
    const features = read("check.features") ?? read("cargo.features");
    const noDefault = read("check.noDefaultFeatures") ?? read("cargo.noDefaultFeatures");
    if (features === "all") result.push("--all-features");
    else {
      if (noDefault === true) result.push("--no-default-features");
      if (isTexts(features) && features.length > 0) result.push("--features", features.join(","));
    }
  }
  if (!says("--target")) {
    const target = read("check.targets") ?? read("cargo.target");
    const targets = typeof target === "string" ? [target] : isTexts(target) ? target : [];
    for (const one of targets) if (one !== "") result.push("--target", one);
  }
  const environment: Record<string, string> = {};
  for (const key of ["cargo.extraEnv", "check.extraEnv"]) {
    const value = read(key);
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    for (const [name, text] of Object.entries(value)) {
      if (typeof text === "string" || typeof text === "number") environment[name] = String(text);
    }
  }
  return { arguments: result, environment };
}

/** Command of rust-analyzer's check on save; `nothing` where there is none. */
function checkOf(neighbour: Neighbour): string {
  const { active, read } = neighbour;
  if (!active || read("checkOnSave") === false) return "nothing";
  const override = read("check.overrideCommand");
  if (isTexts(override) && override.length > 0) return override.includes("clippy") ? "clippy" : override.join(" ");
  if (neighbour.asked && inTheWay(neighbour) === undefined) return "clippy";
  const command = read("check.command");
  return typeof command === "string" && command !== "" ? command : "check";
}

function hasOverride({ read }: Neighbour): boolean {
  const override = read("check.overrideCommand");
  return isTexts(override) && override.length > 0;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
