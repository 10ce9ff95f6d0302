/** `cargo metadata`: its command line and what its failures mean. The parser is pure and lives in the project room. */
import { MetadataError, parseMetadata, type WorkspaceMetadata } from "../project/metadata.js";
import { firstError } from "../release/item.js";
import { run, type ProcessResult, type ProcessSpec } from "./processRunner.js";

/** The workspace of a manifest, or why it is not known. */
export type MetadataOutcome =
  | { readonly state: "known"; readonly workspace: WorkspaceMetadata }
  /** cargo is not installed. */
  | { readonly state: "missing" }
  /** cargo ran and refused, or said something that this program does not know. */
  | { readonly state: "failed"; readonly reason: string; readonly stderr: string }
  | { readonly state: "cancelled" };

/**
 * Asks cargo for the workspace that a folder belongs to. `--no-deps --offline` works even where dependencies cannot be
 * resolved (specification 3.2). A virtual or broken manifest is an outcome, not an exception.
 * @param cargo Program.
 * @param folder Absolute folder with a `Cargo.toml`.
 * @param start Starts the process; a test gives a stand-in.
 */
export async function cargoMetadata(
  cargo: string, folder: string, signal?: AbortSignal, start: (spec: ProcessSpec, signal?: AbortSignal) => Promise<ProcessResult> = run,
): Promise<MetadataOutcome> {
  const outcome = await start(
    { argv: [cargo, "metadata", "--no-deps", "--offline", "--format-version", "1"], cwd: folder, output: "separate", timeoutMs: 30_000 },
    signal,
  );
  if (outcome.cancelled) return { state: "cancelled" };
  if (outcome.missing) return { state: "missing" };
  const failed = (reason: string): MetadataOutcome => ({ state: "failed", reason, stderr: outcome.stderr });
  if (outcome.timedOut !== "no") return failed("cargo metadata did not answer within 30 s");
  if (outcome.exitCode !== 0) return failed(firstError(outcome.stderr) ?? outcome.startError ?? `cargo metadata exited with ${outcome.exitCode ?? "a signal"}`);
  try {
    return { state: "known", workspace: parseMetadata(outcome.stdout) };
  } catch (error) {
    if (error instanceof MetadataError) return failed(error.message);
    throw error;
  }
}

/**
 * Makes the missing `Cargo.lock` that the first build would make: from what is on this machine, else from the registry.
 * Failing is no error here; the build says why with a better message.
 */
export async function makeLockfile(cargo: string, workspaceRoot: string, signal?: AbortSignal): Promise<void> {
  for (const network of [["--offline"], []]) {
    const outcome = await run({ argv: [cargo, "generate-lockfile", ...network], cwd: workspaceRoot, output: "separate", timeoutMs: 120_000 }, signal);
    if (outcome.exitCode === 0 || outcome.cancelled || outcome.missing) return;
  }
}
