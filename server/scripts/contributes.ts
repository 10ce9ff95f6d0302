import {
  COMMANDS,
  type CommandEntry,
  CONTAINER,
  MENUS,
  SETTINGS,
  SETTING_PREFIX,
  type SettingEntry,
  VIEWS,
  WELCOME,
} from "../../client/src/common/manifest.js";
import { LEVELS, type RuleSummary } from "../src/config/catalogue.js";

/** Shown before the title of every command and above the settings. */
const CATEGORY = "Covenant";

/**
 * The `contributes` block of `package.json`, from the client's manifest table and the rules.
 * @param rules all rules; they become the properties of the setting `covenant.rules`
 * @returns plain data ready for JSON, the same for the same rules whatever their order
 */
export function contributes(rules: readonly RuleSummary[]): unknown {
  return {
    commands: Object.entries<CommandEntry>(COMMANDS).map(([command, entry]) => ({
      command,
      title: entry.title,
      category: CATEGORY,
      ...(entry.icon === undefined ? {} : { icon: entry.icon }),
      ...(entry.enablement === undefined ? {} : { enablement: entry.enablement }),
    })),
    menus: MENUS,
    viewsContainers: { activitybar: [CONTAINER] },
    views: { [CONTAINER.id]: VIEWS },
    viewsWelcome: WELCOME.map(({ view = VIEWS[0].id, ...welcome }) => ({ view, ...welcome })),
    configuration: {
      title: CATEGORY,
      properties: Object.fromEntries(
        Object.entries<SettingEntry>(SETTINGS).map(([key, entry], order) => [
          `${SETTING_PREFIX}.${key}`,
          { order, scope: entry.scope, markdownDescription: entry.description, ...shape(entry, rules) },
        ]),
      ),
    },
    grammars: [
      {
        scopeName: "covenant.directives",
        path: "./syntaxes/covenant-directives.tmLanguage.json",
        injectTo: ["source.rust"],
      },
    ],
  };
}

/**
 * The names of the settings that a workspace in Restricted Mode cannot set, for
 * `capabilities.untrustedWorkspaces.restrictedConfigurations`.
 * @returns full names, in the order of the table
 */
export function restrictedConfigurations(): readonly string[] {
  return Object.entries<SettingEntry>(SETTINGS)
    .filter(([, entry]) => entry.restricted === true)
    .map(([key]) => `${SETTING_PREFIX}.${key}`);
}

function shape(entry: SettingEntry, rules: readonly RuleSummary[]): object {
  switch (entry.type) {
    case "choice":
      return {
        type: "string",
        default: entry.default,
        enum: Object.keys(entry.choices),
        enumDescriptions: Object.values(entry.choices),
      };
    case "strings":
      return { type: "array", items: { type: "string" }, default: entry.default };
    case "integer":
      return { type: "integer", default: entry.default, minimum: entry.minimum, maximum: entry.maximum };
    case "rules":
      return { type: "object", default: entry.default, additionalProperties: false, properties: ruleProperties(rules) };
    default:
      return { type: entry.type, default: entry.default };
  }
}

function ruleProperties(rules: readonly RuleSummary[]): object {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return Object.fromEntries(
    sorted.map((rule) => [
      rule.id,
      { type: "string", enum: LEVELS, ...(rule.summary === undefined ? {} : { markdownDescription: rule.summary }) },
    ]),
  );
}
