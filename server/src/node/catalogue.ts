import type { RuleSummary } from "../config/catalogue.js";
import type { Rule } from "../engine/rule.js";

/**
 * The rules as the configuration sees them: what it needs to check and resolve a `covenant.toml`, nothing about how
 * they detect anything.
 *
 * @param rules rule declarations, in any order
 * @returns one summary for each rule, in the same order
 */
export function ruleSummaries(rules: readonly Rule[]): readonly RuleSummary[] {
  return rules.map((rule) => ({
    id: rule.id,
    group: rule.group,
    defaultSeverity: rule.severity,
    profiles: rule.profiles,
    options: rule.options,
    summary: rule.summary,
  }));
}
