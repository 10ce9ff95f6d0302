/**
 * The evidence record (specification 4.2) and what it is worth now: staleness against the present inputs (1.1, 1.4).
 * A record is an observation bound to a digest of everything that could change it; the exit code in it is one of the
 * observations, the state is ours.
 */
import type { ItemState } from "../protocol/index.js";
import { isRecord, parseJson } from "./cargoJson.js";
import type { EvidenceFinding, ItemDeclaration, Verdict } from "./item.js";

/** Version of the record format; a reader ignores unknown fields and refuses other versions. */
export const EVIDENCE_SCHEMA = "rust-covenant/evidence@1";

/** Findings kept in a record. */
export const KEPT_FINDINGS = 200;

/** One command of a run. Paths are relative to the workspace root. */
export interface RunRecord {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: "no" | "total" | "idle";
  readonly durationMs: number;
  /** `sha256:` of the whole output, and its size. */
  readonly logDigest: string;
  readonly logBytes: number;
  /** The end of the output. */
  readonly logExcerpt: string;
}

/** Everything that the verdict depends on, at one moment. */
export interface InputSnapshot {
  /** How the file digests were taken: `git-oid@1` or `sha256@1`, or both where some files lie outside git. */
  readonly algorithm: string;
  /** `sha256:` over the sorted entries. */
  readonly digest: string;
  /** Path relative to the workspace root, `env:NAME`, `tool:NAME`, or `git:tags`, with its digest. */
  readonly entries: Readonly<Record<string, string>>;
}

/** One proof, as it is stored. */
export interface EvidenceRecord {
  readonly schema: typeof EVIDENCE_SCHEMA;
  readonly id: string;
  readonly item: string;
  readonly clause: string;
  /** `name@version`. */
  readonly package: string;
  /** The judgement's own version; other evidence is stale. */
  readonly parser: string;
  readonly runs: readonly RunRecord[];
  /** Start, ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Full version texts of the tools. */
  readonly tools: Readonly<Record<string, string>>;
  readonly inputs: InputSnapshot & { readonly changedDuringRun: readonly string[] };
  readonly result: {
    readonly state: Verdict["state"];
    readonly summary: string;
    readonly measures: Readonly<Record<string, number | string | boolean>>;
    readonly findings: readonly EvidenceFinding[];
    readonly findingsTruncated: number;
  };
  /** Digest of the record before this one, `null` for the first. */
  readonly prev: string | null;
  /** `sha256:` over the canonical JSON of this record without this field; shows accidental edits, not forgery (4.3). */
  readonly digest: string;
}

/** A record as it is on disk, and whether its own digest matches its text. */
export type ReadRecord = { readonly state: "read"; readonly record: EvidenceRecord } | { readonly state: "unreadable"; readonly reason: string };

/** JSON with sorted keys and no white space (RFC 8785 for the values used here: no fractions beyond what JSON prints). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry)).join(",")}]`;
  if (isRecord(value)) {
    const keys = Object.keys(value).filter((key) => value[key] !== undefined).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** The text that a record's digest is taken over. */
export function digestText(record: Omit<EvidenceRecord, "digest">): string {
  const { digest: _digest, ...rest } = record as EvidenceRecord;
  return canonicalJson(rest);
}

/**
 * Reads a stored record.
 * @param sha256 Gives `sha256:<hex>` of a text; this room has no hash function.
 * @returns `unreadable` with the reason for text that is no record, of another schema, or edited.
 */
export function parseEvidence(text: string, sha256: (text: string) => string): ReadRecord {
  const unreadable = (reason: string): ReadRecord => ({ state: "unreadable", reason });
  const value = parseJson(text);
  if (!isRecord(value)) return unreadable("it is not JSON");
  if (value["schema"] !== EVIDENCE_SCHEMA) return unreadable(`its schema is \`${String(value["schema"])}\``);
  const { result, inputs, runs, tools } = value;
  const texts = ["id", "item", "clause", "package", "parser", "startedAt", "digest"].every((key) => typeof value[key] === "string");
  if (
    !texts || typeof value["durationMs"] !== "number" || !Array.isArray(runs) || !runs.every(isRun) || !isRecord(tools) ||
    !isRecord(inputs) || typeof inputs["digest"] !== "string" || !isRecord(inputs["entries"]) || !Array.isArray(inputs["changedDuringRun"]) ||
    !isRecord(result) || typeof result["summary"] !== "string" || !isVerdictState(result["state"]) || !isRecord(result["measures"]) || !Array.isArray(result["findings"])
  ) {
    return unreadable("fields are missing");
  }
  const record = value as unknown as EvidenceRecord;
  return sha256(digestText(record)) === record.digest ? { state: "read", record } : unreadable("its digest does not match its content");
}

function isRun(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value["argv"]) && typeof value["durationMs"] === "number" && typeof value["logExcerpt"] === "string";
}

const VERDICTS: ReadonlySet<unknown> = new Set<Verdict["state"]>(["passed", "failed", "inconclusive", "error", "not-applicable"]);

function isVerdictState(value: unknown): boolean {
  return VERDICTS.has(value);
}

/** True for verdicts that are kept as evidence; a missing tool or a cancelled run is no observation about the package. */
export function isEvidence(verdict: Verdict): boolean {
  return VERDICTS.has(verdict.state);
}

/** Names of entries that differ between two snapshots, sorted. */
export function changedInputs(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}

/**
 * What a record is worth against the present inputs.
 * @returns The record's own state, or `stale` with the reason and the old verdict.
 */
export function standing(record: EvidenceRecord, item: ItemDeclaration, now: InputSnapshot): { readonly state: ItemState; readonly summary: string } {
  const stale = (why: string): { state: ItemState; summary: string } => ({ state: "stale", summary: `${record.result.state}, stale: ${why}` });
  if (record.parser !== item.parser) return stale("the judgement itself has changed since");
  if (record.inputs.changedDuringRun.length > 0) return stale(`${listed(record.inputs.changedDuringRun)} changed while it ran`);
  if (record.inputs.digest === now.digest) return { state: record.result.state, summary: record.result.summary };
  const changed = changedInputs(record.inputs.entries, now.entries);
  return stale(changed.length === 0 ? "the inputs changed" : `${listed(changed)} changed`);
}

/** `a, b, c and 4 more`, without the prefixes of the entry names. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => (name === "git:tags" ? "tags" : name === "git:layout" ? "the list of files" : name.replace(/^(env|tool):/, "")));
  return names.length > 3 ? `${shown.join(", ")} and ${names.length - 3} more` : shown.join(", ");
}
