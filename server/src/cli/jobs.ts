/** The messages between the scan and its worker threads. */
import type { FileInCrate } from "../engine/crateIndex.js";
import type { FileSummary } from "../engine/outline.js";
import type { RoleFacts } from "../engine/role.js";
import type { EngineConfig } from "../engine/rules.js";
import type { WasmFiles } from "../node/loadSyntax.js";
import type { KnownSummary } from "./keptSummaries.js";
import type { FileReport } from "./report.js";

/** What a worker is started with. */
export interface JudgeOptions {
  readonly wasm: WasmFiles;
  /** Apply safe fixes and write the files. */
  readonly fix: boolean;
  /** Compute the fixes of each finding for the report. */
  readonly fixes: boolean;
  /** Measure the time of each rule. */
  readonly timings: boolean;
  /** The date, `YYYY-MM-DD`, for waivers with a last day. */
  readonly today: string;
}

/** One file of a job. */
export interface FileTask {
  readonly path: string;
  /** Relative to the package: its name in the crate index. */
  readonly name: string;
  readonly role: RoleFacts;
  readonly config: EngineConfig;
  /** False for a file that only says what its crate contains. */
  readonly judged: boolean;
  /** Key of the cached report, which is valid when the computed key is the same. */
  readonly cachedKey?: string;
  /** What the last run kept of this content: without need the file is not read. */
  readonly known?: KnownSummary;
  /** Content that replaces the file's (standard input, the index of git). */
  readonly bytes?: Uint8Array;
}

/**
 * `package`: read, index and judge some files as one package. A package that is too large for one thread is read
 * (`summarize`) in parts, indexed by the scan, and judged (`judge`) in the same parts.
 */
export type Job =
  | { readonly kind: "package"; readonly files: readonly FileTask[]; readonly roots: readonly string[]; /** Answer with the summaries as well. */ readonly summarize?: boolean }
  | { readonly kind: "summarize"; readonly files: readonly FileTask[] }
  | { readonly kind: "judge"; readonly files: readonly FileTask[]; readonly views: ReadonlyMap<string, FileInCrate> };

/** What became of one file. */
export type FileOutcome =
  | { readonly kind: "judged"; readonly report: FileReport; readonly key: string; readonly digest: string; readonly fixed: number; readonly failure?: string }
  | { readonly kind: "cached"; readonly digest: string }
  /** Not judged: excluded, or read for its crate only. */
  | { readonly kind: "passive"; readonly digest: string }
  | { readonly kind: "unread"; readonly reason: string; readonly digest?: string }
  | { readonly kind: "failed"; readonly message: string };

/** Answer to a job. */
export interface JobResult {
  readonly outcomes: ReadonlyMap<string, FileOutcome>;
  /** Where they were asked for, of files without a known one as well: by name; a file that could not be read has none. */
  readonly summaries: ReadonlyMap<string, FileSummary>;
  /** Milliseconds by rule since the last answer; empty unless asked for. */
  readonly times: ReadonlyMap<string, number>;
}
