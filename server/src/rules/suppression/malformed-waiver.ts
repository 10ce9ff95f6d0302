import { defineRule } from "../../engine/rule.js";
import { waiverRule } from "../shared/waiverRule.js";

/** Found by the engine while it matches waivers (`engine/applyWaivers.ts`); declared here like any other rule. */
export default defineRule({
  ...waiverRule,
  id: "malformed-waiver",
  since: "0.1.0",
  severity: "error",
  summary: "Reports waivers whose `until` or `issue` cannot be read.",
  why: "A date that cannot be read would never come; rather than last for ever, such a waiver has no effect.",
  remedy: "Write `until` with a day as `YYYY-MM-DD`, `issue` with a reference, and everything else behind `--`.",
  messages: {
    date: "`{text}` is no date: `until` takes a day written as `YYYY-MM-DD`; the waiver has no effect",
    issue: "`{text}` is no issue: `issue` takes `#123`, `owner/name#123`, `KEY-123` or an address; the waiver has no effect",
    twice: "`{text}` stands twice; the waiver has no effect",
    word: "`{text}` means nothing here: before `--` only `until` and `issue` can stand; the waiver has no effect",
  },
});
