import { defineRule } from "../../engine/rule.js";
import { waiverRule } from "../shared/waiverRule.js";

/** Found by the engine while it matches waivers (`engine/applyWaivers.ts`); declared here like any other rule. */
export default defineRule({
  ...waiverRule,
  id: "unused-waiver",
  since: "0.1.0",
  severity: "warning",
  summary: "Reports waivers that no longer waive anything.",
  why: "A waiver that outlives its finding hides the next one at the same place.",
  remedy: "Remove the id, or the comment if it was the last.",
  messages: {
    waiver: "nothing here breaks `{id}`; remove the waiver",
  },
});
