import { defineRule } from "../../engine/rule.js";

/** Found by the engine while it matches waivers (`engine/applyWaivers.ts`); declared here like any other rule. */
export default defineRule({
  id: "expired-waiver",
  group: "suppression",
  since: "0.2.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Forbidden Practices: Ignoring clippy warnings",
  scope: "file",
  regions: ["production", "test", "bench", "example", "build-script"],
  looksFor: "presence",
  wants: () => false,
  summary: "Reports waivers whose last day is over.",
  why: "A waiver with a date was meant to be temporary. Without a reminder it becomes permanent, and nobody decided that.",
  remedy: "Mend what the waiver covers and remove it, or set a later date if the reason still holds.",
  options: {},
  messages: {
    waiver: "this waiver held until {until} and has no effect since; mend what it covers, or decide anew",
  },
  on: {},
});
