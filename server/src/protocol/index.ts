/**
 * Messages between the Covenant language server and its clients that are not part of LSP itself, and the plain data
 * they carry. Leaf of the dependency graph: imports no other room, holds types and string literals only.
 */
import type { FixScope, ListedWaiver, RuleFixes } from "./ruleFixes.js";

/**
 * Where a finding's code links to: `<rule>.md` below this is a document that the client asks the server for
 * (`covenant/explain`). No `command:` link, because VS Code follows none of those in a diagnostic.
 */
export const rulePages = "covenant-page:/rules/";

/** Where a lint's code links to: `<code>.md` below this is its page from the installed toolchain (`covenant/explainLint`). */
export const lintPages = "covenant-page:/lints/";

/** Severity of a finding, named as LSP names it. */
export type Severity = "error" | "warning" | "information" | "hint";

/** States of a checklist item, and what they are called wherever a person reads them. */
export const itemStates = {
  passed: "proved",
  failed: "failed",
  stale: "out of date",
  running: "running",
  queued: "waiting",
  "never-run": "not proved yet",
  inconclusive: "inconclusive",
  error: "could not be judged",
  cancelled: "cancelled",
  "tool-missing": "tool missing",
  waived: "waived",
  "not-applicable": "does not apply",
} as const;

/**
 * State of one checklist item. Only `passed`, `waived` and `not-applicable` count as proved; every other state means
 * the gate has no proof (release-evidence specification, section 1.1).
 */
export type ItemState = keyof typeof itemStates;

/** One line of a checklist as a client shows it. */
export interface ChecklistItem {
  /** Identifier of the item declaration, for example `tests`. */
  readonly id: string;
  /** What the covenant asks for, for example "All tests passing". */
  readonly title: string;
  readonly state: ItemState;
  /** One sentence: the verdict's reason, or what is missing. */
  readonly summary: string;
  /** Name of the last evidence's command line, absent when the item needs no tool or was never run. */
  readonly command?: string;
  /** When the last evidence was taken, ISO 8601 in UTC. */
  readonly time?: string;
  /** How long the last evidence took, in milliseconds. */
  readonly durationMs?: number;
  /** A command that would install what is missing; offered for copying, never run. */
  readonly install?: string;
  /** True when the item can be run now (declared as runnable and the workspace is trusted). */
  readonly runnable: boolean;
}

/** The checklist of one package. */
export interface PackageChecklist {
  /** Package name from its manifest. */
  readonly name: string;
  /** URI of the package's `Cargo.toml`. */
  readonly manifest: string;
  /** Version from the manifest. */
  readonly version: string;
  readonly items: readonly ChecklistItem[];
}

/** Why there is no checklist to show. */
export type EmptyReason = "no-cargo-package" | "untrusted" | "loading";

/** Everything the release-checklist view renders. */
export interface Checklist {
  readonly packages: readonly PackageChecklist[];
  /** Present when `packages` is empty. */
  readonly empty?: EmptyReason;
}

/** State of clippy-on-save. `missing` and `failed` carry a `detail` for the status item. */
export type ClippyState = "off" | "untrusted" | "idle" | "running" | "missing" | "failed";

/** Which code counts: all of it, what is new since the branch left its base, or what is not committed. */
export type NewCodeMode = "all" | "sinceBase" | "uncommitted";

/** New-code mode while it is on. */
export interface NewCodeState {
  readonly mode: Exclude<NewCodeMode, "all">;
  /** The commit that code is compared with, as a person names it; absent before git has answered. */
  readonly base?: string;
  /** Why all code is shown all the same, in words for the user. */
  readonly problem?: string;
}

/** What the language status item shows. */
export interface ServerStatus {
  /** Duration of the last analysis of the document that changed last, in milliseconds. */
  readonly lastAnalysisMs: number;
  readonly clippy: ClippyState;
  /** One line about clippy's state: last run's time and command, or the reason it failed. */
  readonly clippyDetail?: string;
  /** A broken configuration file: the last good configuration stays in force. */
  readonly configError?: { readonly uri: string; readonly line: number; readonly message: string };
  /** Rules that threw while analysing; they are skipped, everything else goes on. */
  readonly brokenRules: readonly string[];
  /** Where the effective configuration comes from: URIs of the `covenant.toml` files, nearest first. */
  readonly configFiles: readonly string[];
  /** Name of the profile in force for the document that changed last. */
  readonly profile: string;
  /** Absent where all code counts. */
  readonly newCode?: NewCodeState;
}

/** Sent once in `initialize`. */
export interface InitializationOptions {
  /** Workspace trust at start; `covenant/trustGranted` follows when it is given later. */
  readonly trusted: boolean;
  /** The client's settings under `covenant.` (see `settings.ts` of the client). */
  readonly settings: Settings;
  /**
   * The client knows the command `covenant.applySnippetFix` (see `SnippetFix`) and shows the documents below `rulePages`.
   * Other editors get the placeholders as plain text and no link.
   */
  readonly commands?: boolean;
}

/** What another extension shows at a place: enough to tell whether a tool's finding is the same. */
export interface OtherDiagnostic {
  readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: { readonly line: number; readonly character: number } };
  /** `rustc`, `clippy`, … */
  readonly source: string;
  /** Lint or error code without the tool's prefix; empty for none. */
  readonly code: string;
}

/** Argument of the client commands about a tool's finding: where it is, and its lint or error code. */
export interface ToolPlace {
  readonly uri: string;
  readonly line: number;
  readonly code: string;
}

/** Argument of the client command `covenant.applySnippetFix`: edits whose texts are snippets, for one document version. */
export interface SnippetFix {
  readonly uri: string;
  readonly version: number;
  readonly edits: readonly {
    readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: { readonly line: number; readonly character: number } };
    readonly snippet: string;
  }[];
}

/**
 * Editor preferences, read by the client and sent whole. What CI judges is in `covenant.toml`; these only add or dim.
 * In an untrusted workspace the client sends none that names a program or its arguments.
 */
export interface Settings {
  readonly enable: boolean;
  /**
   * Who runs clippy on save: we (`own`), the rust-analyzer next door (`reuse`), or nobody. `auto` is what a client sends that
   * cannot see its other extensions; it means `own`.
   */
  readonly clippyOnSave: "auto" | "reuse" | "own" | "off";
  /** Why it is so, in a few words: what `auto` found out. Shown with the state of clippy; may be empty. */
  readonly clippyWhy: string;
  /** Added to the environment of cargo, so that our run builds what the editor's rust-analyzer builds. */
  readonly clippyEnvironment: Readonly<Record<string, string>>;
  readonly clippyArguments: readonly string[];
  readonly clippyTargetDirectory: string;
  readonly cargoPath: string;
  /** Rule levels that dim or raise findings in this editor only. */
  readonly rules: Readonly<Record<string, "off" | Severity>>;
  readonly profile: string;
  /** Findings published for one file; the rest is summarised in one line. */
  readonly maxFindingsPerFile: number;
  readonly hoverExamples: boolean;
  readonly newCode: NewCodeMode;
  /** What `sinceBase` compares with; empty for the branch that this one most likely left from. */
  readonly newCodeBase: string;
}

/** A folder where clippy can build. */
export interface BuildFolder {
  /** Ours, the project's target directory, or another that is chosen now. */
  readonly kind: "own" | "project" | "chosen";
  readonly path: string;
  /** Value of the setting `clippy.targetDirectory` that chooses it. */
  readonly setting: string;
  /** What stands in it now, in bytes. */
  readonly bytes: number;
  /** False when it holds more than was counted. */
  readonly complete: boolean;
}

/** Requests: name → parameters and result. The comment says who sends it and what the receiver does. */
export interface Requests {
  /** client → server: the checklist as it stands; the server answers at once, running nothing. */
  "covenant/checklist": { params: null; result: Checklist };
  /**
   * client → server: prove one item (`item` given) or all runnable items of a package (`item` absent), or of all
   * packages (`manifest` absent). The server shows work-done progress with cancel when `workDoneToken` is given, and
   * answers when the run ended; refused with an LSP error in an untrusted workspace.
   */
  "covenant/runChecklist": {
    params: { readonly manifest?: string; readonly item?: string; readonly workDoneToken?: string };
    result: Checklist;
  };
  /** client → server: stop every running checklist item; answers when their processes are gone. */
  "covenant/cancelChecklist": { params: null; result: null };
  /** client → server: the last evidence of an item as Markdown, log included. */
  "covenant/evidence": { params: { readonly manifest: string; readonly item: string }; result: { readonly markdown: string } };
  /** client → server: the page of a rule as Markdown (the same text as `covenant explain RULE`), null for an unknown id. */
  "covenant/explain": { params: { readonly rule: string }; result: { readonly markdown: string } | null };
  /** client → server: run clippy now for the cargo workspace of `uri`, or for all of them. Refused when untrusted. */
  "covenant/runClippy": { params: { readonly uri?: string }; result: null };
  /** client → server: stop a running clippy; answers when its process tree is gone. */
  "covenant/cancelClippy": { params: null; result: null };
  /**
   * client → server: the fixes of all findings of a rule (`clippy::…` for a lint of clippy), of files that are not open as well. The
   * server changes nothing. It shows work-done progress when `workDoneToken` is given; cancelling the request ends it.
   */
  "covenant/fixRule": { params: { readonly rule: string; readonly scope: FixScope; readonly uri?: string; readonly workDoneToken?: string }; result: RuleFixes };
  /** client → server: every waiver comment of the folders, those that ask for attention first. */
  "covenant/waivers": { params: null; result: readonly ListedWaiver[] };
  /**
   * client → server: arguments for after `--` that make the pedantic lints effective in every member of the open
   * workspaces without taking back what a manifest says. Empty where one set of arguments would not do for all.
   */
  "covenant/clippyFlags": { params: null; result: { readonly flags: readonly string[] } };
  /** client → server: where clippy can build for the workspace of `uri`, or the first one. Refused when untrusted. */
  "covenant/buildFolders": { params: { readonly uri?: string }; result: { readonly folders: readonly BuildFolder[] } };
  /**
   * client → server: versions, effective configuration, timings and last runs as Markdown. `editor` are lines about what
   * only the client knows: the editor and its other extensions.
   */
  "covenant/report": { params: { readonly editor?: readonly string[] } | null; result: { readonly markdown: string } };
  /**
   * client → server: what the compiler wrote about the findings on a line (from 0), as it would stand in a terminal; of
   * the one with that `code` alone, if given. Null where no tool says anything.
   */
  "covenant/compilerOutput": { params: { readonly uri: string; readonly line: number; readonly code?: string }; result: { readonly title: string; readonly text: string } | null };
  /**
   * client → server: the page of a lint (`needless_return`) or error code (`E0308`) as Markdown, from the installed
   * toolchain. Null where the toolchain has none. Refused when untrusted, because it starts cargo or rustc.
   */
  "covenant/explainLint": { params: { readonly code: string }; result: { readonly markdown: string } | null };
}

/** Notifications: name → parameters. */
export interface Notifications {
  /** server → client: the checklist changed; render it. */
  "covenant/checklistChanged": Checklist;
  /** server → client: waivers may have come, gone or changed; ask for them if somebody looks. */
  "covenant/waiversChanged": null;
  /** server → client: the status changed; render the status item. */
  "covenant/status": ServerStatus;
  /** client → server: the user trusted the workspace; processes may be started from now on. */
  "covenant/trustGranted": null;
  /** client → server: what other extensions show for a file now; replaces what was said before. */
  "covenant/otherDiagnostics": { readonly uri: string; readonly diagnostics: readonly OtherDiagnostic[] };
  /** client → server: the user is back at the editor's window; files may have changed meanwhile. */
  "covenant/windowFocused": null;
  /** client → server: settings changed; the whole new value. */
  "covenant/settings": Settings;
}

export type RequestName = keyof Requests;
export type NotificationName = keyof Notifications;
