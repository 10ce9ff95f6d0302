/** Files the client is asked to watch. */
import { baselineName } from "../project/baseline.js";
import { headFile } from "./diskFindings.js";

/** What changes on disk can change a verdict or make evidence stale. */
export const watchedFiles: readonly string[] = [
  "**/*.rs", "**/Cargo.toml", "**/Cargo.lock", "**/covenant.toml", `**/${baselineName}`, "**/CHANGELOG.md",
  "**/{,.}clippy.toml", "**/rust-toolchain{,.toml}", "**/.cargo/config{,.toml}", headFile,
];
