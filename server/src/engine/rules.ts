/** The rules in force for one file, prepared for dispatch. */
import type { Severity } from "./finding.js";
import { isIdentifierPart } from "./lexer.js";
import type { Rule } from "./rule.js";
import type { Region } from "./role.js";

/** Level and options of one rule. */
export interface RuleSetting {
  readonly level: "off" | Severity;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Everything about a configuration that analysis needs. */
export interface EngineConfig {
  /** Equal keys mean equal configurations; part of every cache key. */
  readonly key: string;
  /** By rule id; a rule without a setting is off. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Additions to the built-in lists. */
  readonly testAttributes: readonly string[];
  readonly testFeatures: readonly string[];
  readonly testMacros: readonly string[];
  readonly quotingMacros: readonly string[];
}

/** A rule that is on, with its setting. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>>;
  /** The rule's `needs` under its options; undefined when every segment is visited. */
  readonly needs: readonly string[] | undefined;
}

/** Rules whose `needs` or `wants` can be met in a file of the region. */
export function activeRules(rules: readonly Rule[], config: EngineConfig): readonly ActiveRule[] {
  const active: ActiveRule[] = [];
  for (const rule of rules) {
    const setting = config.rules.get(rule.id);
    if (!setting || setting.level === "off") continue;
    const needs = typeof rule.needs === "function" ? rule.needs(setting.options) : rule.needs;
    active.push({ rule, severity: setting.level, options: setting.options, needs });
  }
  return active;
}

/** True for rules that may find something in code of a region. */
export function mayApply(rule: Rule, region: Region): boolean {
  // A test function stands in a production file as an item of its own: only its own attributes make it a test.
  return rule.regions.includes(region) || (region === "production" && rule.regions.includes("test"));
}

/**
 * Offsets at which one of the words stands, ascending, by the same measure as `containsAny`.
 * @param most beyond this number the answer is undefined: then looking everywhere is cheaper
 */
export function placesOf(text: string, words: readonly string[], most: number): readonly number[] | undefined {
  const places = new Set<number>();
  for (const word of words) {
    const open = !isIdentifierPart(word.charCodeAt(word.length - 1));
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const after = text.charCodeAt(at + word.length);
      if (!open && isIdentifierPart(after)) continue;
      places.add(at);
      if (places.size > most) return undefined;
    }
  }
  return [...places].sort((a, b) => a - b);
}

/** True when the text contains one of the words; a word that ends in a letter must end there (`unwrap` is not in `unwrap_or`). */
export function containsAny(text: string, words: readonly string[]): boolean {
  for (const word of words) {
    const open = !isIdentifierPart(word.charCodeAt(word.length - 1));
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const after = text.charCodeAt(at + word.length);
      if (open || after !== after || !isIdentifierPart(after)) return true;
    }
  }
  return false;
}
