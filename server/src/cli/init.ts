/** The command `covenant init`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_PROFILE, PROFILES } from "../config/catalogue.js";
import { groups } from "../engine/rule.js";
import type { Rule } from "../engine/rule.js";
import { configName } from "../node/packageIndexConfig.js";
import { UsageError, type CliHost } from "./host.js";

/**
 * Writes a commented `covenant.toml` in the current folder.
 * @returns what to tell the user
 * @throws UsageError when there is one already, or it cannot be written
 */
export function init(host: CliHost): string {
  try {
    writeFileSync(join(host.cwd, configName), starterConfig(host.rules), { flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw new UsageError(`${configName} exists already and was left as it is`, { cause: error });
    throw new UsageError(`${configName} cannot be written: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return `wrote ${configName}; every line in it is a comment or a default\n`;
}

/** The text of a new configuration: the defaults, with everything else to choose from in comments. */
export function starterConfig(rules: readonly Rule[]): string {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byGroup = Object.entries(groups).flatMap(([group, title]) => {
    const own = sorted.filter((rule) => rule.group === group);
    return own.length === 0 ? [] : [`# ${title}`, ...own.map((rule) => `# ${rule.id} = "${rule.severity}"${inDefault(rule) ? "" : "   # not in this profile unless you set a level"}`), "#"];
  });
  return [
    "# Policy of Rust Covenant for this folder and everything below it. The nearest covenant.toml extends those above;",
    "# with `root = true` those above do not count.",
    "# root = true",
    "",
    `# Which rules are on: ${PROFILES.join(", ")}. \`strict\` has every rule on.`,
    `profile = "${DEFAULT_PROFILE}"`,
    "",
    "# Files and folders that are not judged, relative to this file.",
    "exclude = []",
    "",
    "# A level for each rule: off, hint, information, warning or error. `covenant explain <rule>` tells what it is about.",
    "[rules]",
    ...byGroup.slice(0, -1),
    "",
    "# Other levels for some paths; of the overrides that match a file a later one wins.",
    "# [[overrides]]",
    '# paths = ["src/generated/**"]',
    '# profile = "recommended"',
    "# rules = {}",
    "",
    "# Names added to the built-in lists that decide what is test code.",
    "# [regions]",
    '# testAttributes = ["my_test"]',
    '# testFeatures = ["testing"]',
    "",
  ].join("\n");
}

function inDefault(rule: Rule): boolean {
  return (rule.profiles as readonly string[]).includes(DEFAULT_PROFILE);
}
