import { defineRule } from "../../engine/rule.js";
import { waiverRule } from "../shared/waiverRule.js";

/** Found by the engine while it matches waivers (`engine/applyWaivers.ts`); declared here like any other rule. */
export default defineRule({
  ...waiverRule,
  id: "waiver-without-reason",
  since: "0.1.0",
  severity: "error",
  summary: "Requires a reason in every waiver comment.",
  why: "Whoever reads the code next must be able to tell why the rule does not hold here; a waiver without that is the same silence the covenant forbids.",
  remedy: "Write ` -- ` and the reason after the rule's id.",
  messages: {
    waiver: "a waiver needs a reason of at least 8 characters after `--`; without one it has no effect",
  },
});
