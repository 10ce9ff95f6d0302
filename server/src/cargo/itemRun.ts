/** Running one checklist item: the host that its proof asks, and the record of what was observed. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { changedInputs, digestText, EVIDENCE_SCHEMA, isEvidence, KEPT_FINDINGS, type EvidenceRecord, type RunRecord } from "../release/evidence.js";
import type { CommandOutcome, ItemCommand, ItemContext, ItemDeclaration, ProofHost, Verdict } from "../release/item.js";
import { relativePath } from "../release/paths.js";
import { sha256 } from "./inputDigest.js";
import { itemInputs, workspaceInputs } from "./itemInputs.js";
import type { KeyedQueue } from "./keyedQueue.js";
import { run } from "./processRunner.js";

/** Kept end of a command's output, in characters. */
const EXCERPT = 16_000;

/** What a run of an item gave. `record` is there when the verdict is evidence (not cancelled, no tool missing). */
export interface ItemRun {
  readonly verdict: Verdict;
  readonly record?: EvidenceRecord;
}

/** Hooks and limits of a run. */
export interface ItemRunOptions {
  readonly queue: KeyedQueue;
  readonly signal: AbortSignal;
  /** One line for the user: what runs now. */
  readonly onProgress: (message: string) => void;
  readonly now: () => Date;
  /** Digest of the record before, for the chain. */
  readonly prev: string | null;
}

/**
 * Proves one item: digest of the inputs, the proof, digest again. A run whose inputs changed under it is stored as such
 * and is stale at once (specification 1.1).
 * @returns Never rejects for what tools do; an unexpected exception of a proof becomes the verdict `error`.
 */
export async function runItem(item: ItemDeclaration, context: ItemContext, options: ItemRunOptions): Promise<ItemRun> {
  const started = options.now();
  const clock = performance.now();
  const runs: RunRecord[] = [];
  try {
    const before = await workspaceInputs(context, options.signal);
    const inputs = await itemInputs(item.inputs, context, before);
    const host = proofHost(context, [...before.folder.files.keys()], runs, options);
    const verdict = await options.queue.enter(context.buildDirectory, () => item.prove(context, host));
    if (options.signal.aborted) return { verdict: { state: "cancelled", summary: "cancelled", measures: {} } };
    if (!isEvidence(verdict)) return { verdict };
    const after = await itemInputs(item.inputs, context, await workspaceInputs(context, options.signal));
    if (options.signal.aborted) return { verdict: { state: "cancelled", summary: "cancelled", measures: {} } };
    const findings = verdict.findings ?? [];
    const body: Omit<EvidenceRecord, "digest"> = {
      schema: EVIDENCE_SCHEMA,
      id: randomUUID(),
      item: item.id,
      clause: item.clause,
      package: `${context.package.name}@${context.package.version}`,
      parser: item.parser,
      runs,
      startedAt: started.toISOString(),
      durationMs: Math.round(performance.now() - clock),
      tools: item.inputs.includes("tools") ? before.tools : {},
      inputs: { ...inputs, changedDuringRun: changedInputs(inputs.entries, after.entries) },
      result: {
        state: verdict.state, summary: verdict.summary, measures: verdict.measures,
        findings: findings.slice(0, KEPT_FINDINGS), findingsTruncated: Math.max(0, findings.length - KEPT_FINDINGS),
      },
      prev: options.prev,
    };
    return { verdict, record: { ...body, digest: sha256(digestText(body)) } };
  } catch (error) {
    // Unreadable files, a full disk: a reason not to have a proof, never a reason to lose the others.
    return { verdict: { state: "error", summary: error instanceof Error ? error.message : String(error), measures: {} } };
  }
}

function proofHost(context: ItemContext, files: readonly string[], runs: RunRecord[], options: ItemRunOptions): ProofHost {
  const { root } = context.workspace;
  return {
    run: async (command: ItemCommand): Promise<CommandOutcome> => {
      options.onProgress(shown(command, context).join(" "));
      const outcome = await run({ ...command }, options.signal);
      const log = outcome.stderr === "" ? outcome.stdout : `${outcome.stdout}\n${outcome.stderr}`;
      // JSON on stdout is for machines; people read stderr.
      const readable = (command.output === "separate" ? outcome.stderr : outcome.stdout).replaceAll(root, ".");
      runs.push({
        argv: shown(command, context), cwd: relativePath(root, command.cwd),
        exitCode: outcome.exitCode, signal: outcome.signal, timedOut: outcome.timedOut, durationMs: Math.round(outcome.durationMs),
        logDigest: sha256(log), logBytes: Buffer.byteLength(log),
        logExcerpt: readable.length > EXCERPT ? `…${readable.slice(-EXCERPT)}` : readable,
      });
      return outcome;
    },
    read: async (path) => {
      try {
        return await readFile(path, "utf8");
      } catch {
        return undefined;
      }
    },
    files: async () => files.map((path) => relativePath(root, path)).sort(),
  };
}

/** The command line without paths of this machine: relative to the workspace, cargo by its name. */
function shown(command: ItemCommand, context: ItemContext): readonly string[] {
  return command.argv.map((word, index) => {
    if (index === 0 && word === context.cargo) return "cargo";
    return isAbsolute(word) ? relativePath(context.workspace.root, word) : word;
  });
}
