/** What the rules about waivers have in common: the engine finds their findings while it matches waivers (`engine/applyWaivers.ts`). */
export const waiverRule = {
  group: "suppression",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Forbidden Practices: Ignoring clippy warnings",
  scope: "file",
  regions: ["production", "test", "bench", "example", "build-script"],
  looksFor: "presence",
  wants: () => false,
  options: {},
  on: {},
} as const;
