import type { Catalogue } from "../server/src/config/catalogue.js";

/** A catalogue of three rules with every kind of option, for the tests of the configuration. */
export const catalogue: Catalogue = [
  {
    id: "unwrap-in-production",
    group: "panics",
    defaultSeverity: "error",
    profiles: ["recommended", "library", "service", "ffi"],
    options: { allowLockUnwrap: { type: "boolean", default: false, description: "Accept `lock().unwrap()`." } },
    summary: "`unwrap()` panics on the error.",
  },
  {
    id: "panic-in-production",
    group: "panics",
    defaultSeverity: "warning",
    profiles: ["recommended"],
    options: {
      macros: { type: "strings", default: ["panic"], description: "Macros that count as a panic." },
      limit: { type: "number", default: 3, description: "How many are tolerated." },
      prefix: { type: "string", default: "", description: "Prefix of exempt functions." },
    },
  },
  { id: "missing-docs", group: "docs", defaultSeverity: "information", profiles: ["library"], options: {} },
];
