import { defineRule } from "../../engine/rule.js";
import { waiverRule } from "../shared/waiverRule.js";

/** Found by the engine while it matches waivers (`engine/applyWaivers.ts`); declared here like any other rule. */
export default defineRule({
  ...waiverRule,
  id: "unknown-waiver-rule",
  since: "0.1.0",
  severity: "warning",
  summary: "Reports waivers that name no rule.",
  why: "A waiver with a misspelt id waives nothing and suggests that something is waived.",
  remedy: "Use the id that the finding shows.",
  messages: {
    waiver: "`{id}` is no rule{hint}",
  },
});
