/** What the host-neutral server needs from its host. An absent member is normal: no clippy in a browser, none untrusted. */
import type { FileSummary, Outline } from "../engine/outline.js";
import type { SourceFile } from "../engine/sourceFile.js";
import type { AnalysisInput } from "../engine/analyze.js";
import type { OtherSource } from "../engine/mentions.js";
import type { Rule } from "../engine/rule.js";
import type { Syntax } from "../engine/syntax.js";
import type { BaselineEntry } from "../project/baseline.js";
import type { LineRange } from "../project/changedLines.js";
import type { BuildFolder, Checklist, ClippyState, NewCodeState, Settings } from "../protocol/index.js";
import type { ExternalFinding } from "../release/externalFinding.js";

/** How one file is judged: everything of an analysis but the text. */
export interface FileContext extends Omit<AnalysisInput, "file"> {
  /** The configuration excludes the file: no findings. */
  readonly excluded: boolean;
  readonly profile: string;
  /** URIs of the configuration files in force, nearest first. */
  readonly configFiles: readonly string[];
}

/** A problem in a configuration file; lines from 0, columns in UTF-16 units from 0. */
export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly message: string;
}

/** Packages, roles, configuration and crate indexes of the files the editor shows. */
export interface Workspace {
  /** How a file is judged, from what is known now; never waits. */
  contextOf(uri: string): FileContext;
  /** The other source files of a file's package, as they are on the disk; undefined where they are not known, or too many to read while somebody waits. */
  sourcesBeside?(uri: string): Iterable<OtherSource> | undefined;
  /** What the nearest baseline above the file holds of it; findings that match are not shown. Empty where there is none. */
  baselineOf(uri: string): readonly BaselineEntry[];
  /**
   * The outline of an open file changed; the crate index follows, once nobody types. Undefined when it is closed: from then on
   * the disk counts.
   * @param summary makes the summary; it is asked for when it is needed, and not at all for a version that is outdated by then
   */
  setOutline(uri: string, summary: (() => FileSummary) | undefined): void;
  /** URI of a file by its path in the package of another; undefined outside a package. */
  uriInPackage(uri: string, path: string): string | undefined;
  /** A file that is not open with its outline, as it was read last; undefined when it cannot be read. */
  outlinedFile(uri: string): { readonly file: SourceFile; readonly places: Outline["places"] } | undefined;
  /** A configuration file or manifest is shown or changed in the editor; undefined when it is closed. */
  setOpenText(uri: string, text: string | undefined): void;
  /** Files changed on disk. */
  filesChanged(uris: readonly string[]): void;
  /** Looks whether manifests and configuration files changed on disk: an editor's watcher can run out of watches and say nothing. */
  lookAgain(): void;
  /** Folders of the editor, as URIs. */
  setFolders(uris: readonly string[]): void;
  setPreferences(settings: Settings): void;
  /** Problems of the configuration files that are in force or open, by URI. */
  configProblems(): ReadonlyMap<string, readonly ConfigProblem[]>;
  /**
   * URIs of the Rust sources of a file's package or, without a file, of all folders of the editor. Undefined is a pause: the
   * caller may let messages through.
   */
  sources(packageOf?: string): Generator<string | undefined, void>;
  /** The text of a file on the disk; undefined where there is none that can be read. */
  textOf(uri: string): string | undefined;
  /** False as long as the crate of a file is being read: its context will be another one soon. */
  isSettled(uri: string): boolean;
  /** Called when contexts may have changed; without URIs, any of them. */
  onChange(listener: () => void): void;
  dispose(): void;
}

/** Clippy on save. */
export interface ClippyService {
  /** @param lost findings went with an edit since the last save: only a check can say whether they still hold */
  save(path: string, lost: boolean): void;
  /** Files changed on disk, whoever changed them. */
  filesChanged(paths: readonly string[]): Promise<void>;
  runNow(path: string | undefined): Promise<void>;
  cancel(): Promise<void>;
  /** Lint flags that do for every member of the open workspaces; none where members need different ones. */
  flags(): Promise<readonly string[]>;
  /** Where clippy can build for the workspace of `path`, or of the first folder; empty where cargo knows none. */
  buildFolders(path: string | undefined): Promise<readonly BuildFolder[]>;
  setTrusted(trusted: boolean): void;
  refresh(): void;
  dispose(): Promise<void>;
}

/** The release checklist. */
export interface ChecklistService {
  checklist(): Checklist;
  refresh(): Promise<void>;
  run(request: { readonly manifest?: string | undefined; readonly item?: string | undefined }, progress: (progress: { readonly done: number; readonly total: number; readonly message: string }) => void, signal?: unknown): Promise<Checklist>;
  cancel(): Promise<void>;
  evidence(manifest: string, item: string): string;
  setTrusted(trusted: boolean): void;
  dispose(): Promise<void>;
}

/** Which code is new, as git says (settings `newCode` and `newCodeBase`). */
export interface NewCodeService {
  /** New lines of a file as it is on the disk, ascending, none as long as git has not answered; undefined where all code counts. */
  linesOf(path: string): readonly LineRange[] | undefined;
  /** What is on the disk; undefined for a file that is not there or no text. */
  textOf(path: string): string | undefined;
  /** Undefined where all code counts by choice. */
  state(): NewCodeState | undefined;
  /** Asks git again soon: something was saved, or the window is back. */
  refresh(): void;
  setTrusted(trusted: boolean): void;
  dispose(): Promise<void>;
}

/** What services tell the server. */
export interface ServiceEvents {
  readonly onClippyFindings: (path: string, findings: readonly ExternalFinding[]) => void;
  readonly onClippyState: (state: ClippyState, detail: string) => void;
  readonly onChecklist: (checklist: Checklist) => void;
  /** Git answered, or which code counts changed. */
  readonly onNewCode: () => void;
  readonly settings: () => Settings;
  readonly folders: () => readonly string[];
  readonly trusted: boolean;
}

/** The host. */
export interface Host {
  readonly syntax: Syntax;
  readonly rules: readonly Rule[];
  readonly version: string;
  /** Assert after every analysis that the result equals the one from scratch. */
  readonly development: boolean;
  readonly workspace: Workspace;
  /** Page of a rule as Markdown; undefined for an unknown id. */
  rulePage(id: string): string | undefined;
  clippy?(events: ServiceEvents): ClippyService;
  checklist?(events: ServiceEvents): ChecklistService;
  newCode?(events: ServiceEvents): NewCodeService;
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Runs a function after the messages that are already here were read. */
  defer(run: () => void): { cancel(): void };
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** Lines about the machine for the diagnostics report. */
  report(): readonly string[];
  /** Text of a file on the disk; undefined when there is none. Absent where there is no disk. */
  readText?(path: string): string | undefined;
  /** The toolchain's page of a lint or error code as Markdown. Starts a process: never asked before trust is given. */
  lintPage?(cargo: string, folder: string | undefined, code: string): Promise<string | undefined>;
  /** Versions of the toolchain's programs, one line each. Starts processes: never asked before trust is given. */
  toolchain?(cargo: string, folder: string | undefined): Promise<readonly string[]>;
}
