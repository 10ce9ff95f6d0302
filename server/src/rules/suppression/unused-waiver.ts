import { defineRule } from "../../engine/rule.js";

/** Found by the engine while it matches waivers (`engine/applyWaivers.ts`); declared here like any other rule. */
export default defineRule({
  id: "unused-waiver",
  group: "suppression",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Forbidden Practices: Ignoring clippy warnings",
  scope: "file",
  regions: ["production", "test", "bench", "example", "build-script"],
  looksFor: "presence",
  wants: () => false,
  summary: "Reports waivers that no longer waive anything.",
  why: "A waiver that outlives its finding hides the next one at the same place.",
  remedy: "Remove the id, or the comment if it was the last.",
  options: {},
  messages: {
    waiver: "nothing here breaks `{id}`; remove the waiver",
  },
  on: {},
});
