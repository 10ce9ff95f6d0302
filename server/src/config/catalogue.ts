/**
 * What the configuration knows about rules: identity, default level, profiles and options, and nothing about how they
 * detect anything. The hosts build the catalogue from the rule declarations and pass it in, so this room never
 * imports a rule and a test can bring its own.
 *
 * Prohibitions of this room: no Node, no VS Code, no file system, no rule imports. Text in, data out.
 */

/** Severity of a finding, named as LSP names it. */
export type Severity = "error" | "warning" | "information" | "hint";

/** What a configuration may set a rule to. */
export type Level = "off" | Severity;

/** Every level in the order messages list them. */
export const LEVELS = ["off", "error", "warning", "information", "hint"] as const satisfies readonly Level[];

/**
 * Names of the profiles. `strict` has every rule on whatever the rule says; for the others the rule's own `profiles`
 * decide. `recommended` is in force when nothing names one.
 */
export const PROFILES = ["recommended", "strict", "library", "service", "ffi"] as const;

/** Name of a profile. */
export type Profile = (typeof PROFILES)[number];

/** The profile in force when no file and no preference names one. */
export const DEFAULT_PROFILE: Profile = "recommended";

/** Value of a rule option. */
export type OptionValue = boolean | number | string | readonly string[];

/** Declaration of one rule option: its type, its default and one sentence for the documentation. */
export type OptionSchema =
  | { readonly type: "boolean"; readonly default: boolean; readonly description: string }
  | { readonly type: "number"; readonly default: number; readonly description: string }
  | { readonly type: "string"; readonly default: string; readonly description: string }
  | { readonly type: "strings"; readonly default: readonly string[]; readonly description: string };

/** What the configuration needs to know about one rule. */
export interface RuleSummary {
  /** Identifier, kebab-case, also the key in `[rules]`. */
  readonly id: string;
  readonly group: string;
  /** Level when the rule is on and nothing sets another. */
  readonly defaultSeverity: Severity;
  /** Profiles in which the rule is on, besides `strict`. */
  readonly profiles: readonly string[];
  readonly options: Readonly<Record<string, OptionSchema>>;
  /** One sentence for settings and schema descriptions. */
  readonly summary?: string;
}

/** All rules, in any order. */
export type Catalogue = readonly RuleSummary[];

/**
 * Tells a profile name from any other text.
 * @param name any text, for example a setting of the editor
 * @returns true when `name` is one of `PROFILES`
 */
export function isProfile(name: string): name is Profile {
  return (PROFILES as readonly string[]).includes(name);
}

/**
 * Tells a level from any other text.
 * @param name any text
 * @returns true when `name` is one of `LEVELS`
 */
export function isLevel(name: string): name is Level {
  return (LEVELS as readonly string[]).includes(name);
}
