import { defineRule } from "../../engine/rule.js";

/** Found by the engine while it matches waivers (`engine/applyWaivers.ts`); declared here like any other rule. */
export default defineRule({
  id: "unknown-waiver-rule",
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
  summary: "Reports waivers that name no rule.",
  why: "A waiver with a misspelt id waives nothing and suggests that something is waived.",
  remedy: "Use the id that the finding shows.",
  options: {},
  messages: {
    waiver: "`{id}` is no rule{hint}",
  },
  on: {},
});
