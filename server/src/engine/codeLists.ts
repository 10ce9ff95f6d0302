/** The built-in lists of the semantic layer with what a configuration adds. */
import { defaultTestFeatures } from "./cfg.js";
import type { CodeLists } from "./code.js";
import { defaultTestAttributes, defaultTestMacros } from "./context.js";
import { defaultQuotingMacros } from "./macroRegions.js";
import type { EngineConfig } from "./rules.js";

/** Lists in force for a configuration. */
export function listsOf(config: EngineConfig): CodeLists {
  return {
    testAttributes: new Set([...defaultTestAttributes, ...config.testAttributes]),
    testFeatures: new Set([...defaultTestFeatures, ...config.testFeatures]),
    testMacros: new Set([...defaultTestMacros, ...config.testMacros]),
    quotingMacros: new Set([...defaultQuotingMacros, ...config.quotingMacros]),
  };
}
