/** The rules prepared for the configurations they meet: preparing them anew for every file and keystroke costs more than a small file does. */
import type { CodeLists } from "./code.js";
import { listsOf } from "./codeLists.js";
import type { Region } from "./role.js";
import type { Rule } from "./rule.js";
import { RuleFilter } from "./ruleFilter.js";
import { activeRules, mayApply, type ActiveRule, type EngineConfig } from "./rules.js";

/** What a configuration puts in force. */
export interface InForce {
  /** Rules that are on. */
  readonly active: readonly ActiveRule[];
  /** Those of them that may find something in code of a region. */
  readonly byRegion: Readonly<Record<Region, RuleFilter>>;
  readonly lists: CodeLists;
}

/** One set of rules. Configurations are told apart as objects: equal ones should be one object. */
export class RuleBook {
  private readonly known = new WeakMap<EngineConfig, InForce>();

  constructor(readonly rules: readonly Rule[]) {}

  /** What a configuration puts in force. */
  of(config: EngineConfig): InForce {
    let found = this.known.get(config);
    if (!found) this.known.set(config, (found = prepare(this.rules, config)));
    return found;
  }
}

function prepare(rules: readonly Rule[], config: EngineConfig): InForce {
  const active = activeRules(rules, config);
  const within = (region: Region): RuleFilter => new RuleFilter(active.filter(({ rule }) => mayApply(rule, region)));
  const byRegion = { production: within("production"), test: within("test"), bench: within("bench"), example: within("example"), "build-script": within("build-script") };
  return { active, byRegion, lists: listsOf(config) };
}
