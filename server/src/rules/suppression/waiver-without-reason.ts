import { defineRule } from "../../engine/rule.js";

/** Found by the engine while it matches waivers (`engine/applyWaivers.ts`); declared here like any other rule. */
export default defineRule({
  id: "waiver-without-reason",
  group: "suppression",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Forbidden Practices: Ignoring clippy warnings",
  scope: "file",
  regions: ["production", "test", "bench", "example", "build-script"],
  looksFor: "presence",
  wants: () => false,
  summary: "Requires a reason in every waiver comment.",
  why: "Whoever reads the code next must be able to tell why the rule does not hold here; a waiver without that is the same silence the covenant forbids.",
  remedy: "Write ` -- ` and the reason after the rule's id.",
  options: {},
  messages: {
    waiver: "a waiver needs a reason of at least 8 characters after `--`; without one it has no effect",
  },
  on: {},
});
