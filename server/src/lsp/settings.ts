/** What holds when a client sends no settings (another editor, or a field an older client does not know). */
import type { Settings } from "../protocol/index.js";

export const defaultSettings: Settings = {
  enable: true,
  clippyOnSave: "auto",
  clippyWhy: "",
  clippyEnvironment: {},
  clippyArguments: [],
  clippyTargetDirectory: "",
  cargoPath: "cargo",
  rules: {},
  profile: "",
  maxFindingsPerFile: 1000,
  hoverExamples: true,
  newCode: "all",
  newCodeBase: "",
};
