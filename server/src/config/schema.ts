import { type Catalogue, LEVELS, type OptionSchema, PROFILES, type RuleSummary } from "./catalogue.js";

/**
 * The part of JSON schema (draft 7) that `covenant.toml` needs. `parseConfig` walks the very schema that is published for
 * editors, so the two cannot disagree about what is valid.
 */
export type Schema = ScalarSchema | ArraySchema | ObjectSchema | EitherSchema;

/** A string, number or boolean. */
export interface ScalarSchema {
  readonly type: "string" | "number" | "boolean";
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
}

/** A list of one kind of element. */
export interface ArraySchema {
  readonly type: "array";
  readonly description?: string;
  readonly default?: unknown;
  readonly items: Schema;
  readonly minItems?: number;
}

/** A table with known keys and no others. */
export interface ObjectSchema {
  readonly type: "object";
  readonly description?: string;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

/** One of several shapes that differ in their type, so that a value belongs to at most one. */
export interface EitherSchema {
  readonly description?: string;
  readonly anyOf: readonly (ScalarSchema | ArraySchema | ObjectSchema)[];
}

/** A published schema: the root carries what editors look for. */
export type RootSchema = ObjectSchema & { readonly $schema: string; readonly title: string };

/**
 * A glob of `paths` or `exclude`: relative, forward slashes, no leading `!` (a negated glob matches everything else, which
 * in `exclude` would silently switch the rest of the crate off) and no `..` (it could never match).
 */
const GLOB_PATTERN = "^(?![!/])(?!(.*/)?\\.\\.(/|$))[^\\\\]{1,1000}$";

const globs = (description: string, minItems?: number): ArraySchema => ({
  type: "array",
  description,
  items: { type: "string", minLength: 1, pattern: GLOB_PATTERN },
  ...(minItems === undefined ? {} : { minItems }),
});

const names = (description: string): ArraySchema => ({
  type: "array",
  description,
  items: { type: "string", minLength: 1 },
});

/**
 * JSON schema (draft 7) of `covenant.toml`.
 * @param catalogue the rules whose ids and options are valid
 * @returns plain data, the same for the same catalogue whatever its order
 */
export function configSchema(catalogue: Catalogue): RootSchema {
  const rules = rulesSchema(catalogue);
  const profile: ScalarSchema = {
    type: "string",
    description: "Which rules are on before `[rules]` is applied. `strict` has every rule on.",
    enum: PROFILES,
  };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "covenant.toml",
    type: "object",
    description: "Policy of Rust Covenant for the folder of this file and everything below it.",
    properties: {
      root: {
        type: "boolean",
        description: "Stops the search for configuration files in the folders above.",
        default: false,
      },
      profile,
      exclude: globs("Files and folders that are not judged, relative to the folder of this file."),
      rules,
      regions: regionsSchema(),
      overrides: {
        type: "array",
        description: "Other levels for some paths. Of the overrides that match a file, a later one wins.",
        items: {
          type: "object",
          properties: {
            paths: globs("Globs relative to the folder of this file.", 1),
            profile,
            rules,
          },
          required: ["paths"],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  };
}

function regionsSchema(): ObjectSchema {
  return {
    type: "object",
    description: "Names added to the built-in lists that decide what is test code and what is not code at all.",
    properties: {
      testAttributes: names("Attributes that make a function a test, by their last path segment."),
      testFeatures: names("Cargo features that are on in test builds only."),
      testMacros: names("Macros whose arguments are test code."),
      quotingMacros: names("Macros whose arguments are not run where they stand."),
    },
    additionalProperties: false,
  };
}

function rulesSchema(catalogue: Catalogue): ObjectSchema {
  const sorted = [...catalogue].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return {
    type: "object",
    description: "Levels and options, one key for each rule.",
    properties: Object.fromEntries(sorted.map((rule) => [rule.id, ruleSchema(rule)])),
    additionalProperties: false,
  };
}

function ruleSchema(rule: RuleSummary): EitherSchema {
  const level: ScalarSchema = {
    type: "string",
    description: `Level of the rule; "${rule.defaultSeverity}" where its profile has it on.`,
    enum: LEVELS,
  };
  const options = Object.entries(rule.options).map(([name, option]) => [name, optionSchema(option)] as const);
  return {
    ...(rule.summary === undefined ? {} : { description: rule.summary }),
    anyOf: [
      level,
      { type: "object", properties: { level, ...Object.fromEntries(options) }, additionalProperties: false },
    ],
  };
}

function optionSchema(option: OptionSchema): Schema {
  const { description } = option;
  if (option.type === "strings") return { ...names(description), default: option.default };
  return { type: option.type, description, default: option.default };
}
