import { defineRule } from "../../engine/rule.js";
import { waiverRule } from "../shared/waiverRule.js";

/** Found by the engine while it matches waivers (`engine/applyWaivers.ts`); declared here like any other rule. */
export default defineRule({
  ...waiverRule,
  id: "expired-waiver",
  since: "0.1.0",
  severity: "warning",
  summary: "Reports waivers whose last day is over.",
  why: "A waiver with a date was meant to be temporary. Without a reminder it becomes permanent, and nobody decided that.",
  remedy: "Mend what the waiver covers and remove it, or set a later date if the reason still holds.",
  messages: {
    waiver: "this waiver held until {until} and has no effect since; mend what it covers, or decide anew",
  },
});
