/**
 * The one table of what the extension contributes to VS Code: commands, menus, views and settings. Data only.
 *
 * `server/scripts/contributes.ts` turns it into the `contributes` block of `package.json`; `commands.ts` must have a
 * handler for each command of this table or it does not compile; `settings.ts` can read no setting that is not in it.
 */

/** Identifier of the view container and prefix of everything the extension contributes. */
export const CONTAINER = { id: "covenant", title: "Covenant", icon: "client/icon.svg" } as const;

/** The view that renders the release checklist. */
export const CHECKLIST_VIEW = "covenant.checklist";

/** The view that lists the waivers. */
export const WAIVERS_VIEW = "covenant.waivers";

/** Keys of `setContext`, read by the `when` clauses below. */
export const CONTEXT = {
  checklistRunning: "covenant.checklistRunning",
  checklistEmpty: "covenant.checklistEmpty",
  waiversEmpty: "covenant.waiversEmpty",
  clippyRunning: "covenant.clippyRunning",
  serverFailed: "covenant.serverFailed",
} as const;

/** A command as the palette and the menus show it. */
export interface CommandEntry {
  readonly title: string;
  /** A product icon, for commands that stand in a title bar or inline. */
  readonly icon?: string;
  readonly enablement?: string;
}

const runnable = `isWorkspaceTrusted && !${CONTEXT.checklistRunning}`;

/** Every command; the category "Covenant" is added by the generator. */
export const COMMANDS = {
  "covenant.checklist.runAll": { title: "Prove All Checklist Items", icon: "$(run-all)", enablement: runnable },
  "covenant.checklist.runItem": { title: "Prove Checklist Item", icon: "$(play)", enablement: runnable },
  "covenant.checklist.cancel": { title: "Cancel Checklist Run", icon: "$(stop-circle)", enablement: CONTEXT.checklistRunning },
  "covenant.checklist.showEvidence": { title: "Show Last Evidence", icon: "$(output)" },
  "covenant.restartServer": { title: "Restart Server", icon: "$(refresh)" },
  "covenant.showLog": { title: "Show Log" },
  "covenant.explainRule": { title: "Explain Rule" },
  "covenant.runClippy": { title: "Run Clippy Now", enablement: "isWorkspaceTrusted" },
  "covenant.cancelClippy": { title: "Cancel Clippy", enablement: CONTEXT.clippyRunning },
  "covenant.reuseRustAnalyzer": { title: "Let rust-analyzer Run Clippy", enablement: "isWorkspaceTrusted" },
  "covenant.stopReusingRustAnalyzer": { title: "Take Clippy Back from rust-analyzer" },
  "covenant.chooseClippyFolder": { title: "Choose Where Clippy Builds", enablement: "isWorkspaceTrusted" },
  "covenant.openConfiguration": { title: "Open Configuration (covenant.toml)", icon: "$(gear)" },
  "covenant.chooseNewCode": { title: "Choose the Code to Show Findings In" },
  "covenant.fixRule": { title: "Fix All of a Rule…" },
  "covenant.fixRuleInPackage": { title: "Fix All of a Rule in the Package" },
  "covenant.fixRuleInWorkspace": { title: "Fix All of a Rule in the Workspace" },
  "covenant.refreshWaivers": { title: "List Waivers Again", icon: "$(refresh)" },
  "covenant.showCompilerOutput": { title: "Show Compiler Output for This Line", enablement: "editorLangId == rust" },
  "covenant.explainLint": { title: "Explain Clippy Lint or Compiler Error", enablement: "isWorkspaceTrusted" },
  "covenant.copyReport": { title: "Copy Diagnostics Report" },
} as const satisfies Readonly<Record<string, CommandEntry>>;

/** Name of a command of the extension. */
export type CommandId = keyof typeof COMMANDS;

/** A menu entry. */
export interface MenuEntry {
  readonly command: CommandId;
  readonly when: string;
  readonly group: string;
}

const inChecklist = `view == ${CHECKLIST_VIEW}`;
const running = CONTEXT.checklistRunning;

/** Menu entries by the place they stand in. The words in `viewItem` are written by `checklistRows.ts`. */
export const MENUS = {
  "view/title": [
    { command: "covenant.checklist.runAll", when: `${inChecklist} && !${running}`, group: "navigation@1" },
    { command: "covenant.checklist.cancel", when: `${inChecklist} && ${running}`, group: "navigation@1" },
    { command: "covenant.openConfiguration", when: inChecklist, group: "1_policy@1" },
    { command: "covenant.restartServer", when: inChecklist, group: "2_server@1" },
    { command: "covenant.showLog", when: inChecklist, group: "2_server@2" },
    { command: "covenant.refreshWaivers", when: `view == ${WAIVERS_VIEW}`, group: "navigation@1" },
  ],
  "view/item/context": [
    { command: "covenant.checklist.runItem", when: `${inChecklist} && viewItem =~ /\\brun\\b/`, group: "inline@1" },
    { command: "covenant.checklist.cancel", when: `${inChecklist} && viewItem =~ /\\bbusy\\b/`, group: "inline@1" },
    { command: "covenant.checklist.runItem", when: `${inChecklist} && viewItem =~ /\\brun\\b/`, group: "1_run@1" },
    { command: "covenant.checklist.showEvidence", when: `${inChecklist} && viewItem =~ /\\bitem\\b/`, group: "1_run@2" },
  ],
} as const satisfies Readonly<Record<string, readonly MenuEntry[]>>;

/** Views of the container. */
export const VIEWS = [
  { id: CHECKLIST_VIEW, name: "Release checklist" },
  { id: WAIVERS_VIEW, name: "Waivers" },
] as const;

/** What a view says when it is empty, and what to do about it. A command link alone on its line becomes a button. */
export const WELCOME: readonly { readonly view?: (typeof VIEWS)[number]["id"]; readonly when: string; readonly contents: string }[] = [
  {
    view: WAIVERS_VIEW,
    when: `${CONTEXT.waiversEmpty} == 'loading'`,
    contents: "Looking for waivers…",
  },
  {
    view: WAIVERS_VIEW,
    when: `${CONTEXT.waiversEmpty} == 'none'`,
    contents: "There are no waivers here. Where a rule is wrong about one place, the lightbulb writes `// covenant: allow(rule) -- reason` above it, and it is listed here.",
  },
  {
    when: CONTEXT.serverFailed,
    contents:
      "Covenant's server stopped several times and was not started again; the log says why.\n[Restart Server](command:covenant.restartServer)\n[Show Log](command:covenant.showLog)",
  },
  {
    when: `!${CONTEXT.serverFailed} && workspaceFolderCount == 0`,
    contents:
      "Open the folder of a Rust crate to see its release checklist. A single Rust file is checked without one.\n[Open Folder](command:vscode.openFolder)",
  },
  {
    when: `!${CONTEXT.serverFailed} && workspaceFolderCount != 0 && ${CONTEXT.checklistEmpty} == 'loading'`,
    contents: "Reading the packages of this workspace…",
  },
  {
    when: `!${CONTEXT.serverFailed} && workspaceFolderCount != 0 && ${CONTEXT.checklistEmpty} == 'no-cargo-package'`,
    contents:
      "There is no cargo package in this workspace. The checklist needs a `Cargo.toml` with a `[package]` table, or cargo to read the workspace with; the log says what was found.\n[Open Folder](command:vscode.openFolder)\n[Show Log](command:covenant.showLog)",
  },
  {
    when: `!${CONTEXT.serverFailed} && workspaceFolderCount != 0 && ${CONTEXT.checklistEmpty} == 'untrusted'`,
    contents:
      "This workspace is in Restricted Mode: the live rules run, but no process is started, so nothing can be proved. Trust the workspace to run tests, clippy and the rest of the checklist.\n[Manage Workspace Trust](command:workbench.trust.manage)",
  },
];

/** Where a setting may be written. `machine-overridable` is for paths to programs. */
export type SettingScope = "window" | "resource" | "machine-overridable";

/** One setting. `restricted` ones name a program or its arguments: a workspace that is not trusted cannot set them. */
export type SettingEntry = {
  readonly description: string;
  readonly scope: SettingScope;
  readonly restricted?: boolean;
} & (
  | { readonly type: "boolean"; readonly default: boolean }
  | { readonly type: "integer"; readonly default: number; readonly minimum: number; readonly maximum: number }
  | { readonly type: "string"; readonly default: string }
  | { readonly type: "choice"; readonly default: string; readonly choices: Readonly<Record<string, string>> }
  | { readonly type: "strings"; readonly default: readonly string[] }
  | { readonly type: "rules"; readonly default: Readonly<Record<string, never>> }
);

/** Every setting below `covenant.`, in the order the settings editor shows them. */
export const SETTINGS = {
  enable: {
    type: "boolean",
    default: true,
    scope: "window",
    description: "Check Rust files while typing. When off, nothing is published and no process is started.",
  },
  profile: {
    type: "choice",
    default: "recommended",
    scope: "window",
    choices: {
      recommended: "What every production crate should keep.",
      strict: "Every rule is on.",
      library: "For crates that others depend on: documentation and public API as well.",
      service: "For programs that run for long: async and panics before documentation.",
      ffi: "For crates with bindings to other languages.",
    },
    description:
      "Profile used where no `covenant.toml` names one. What CI judges belongs in `covenant.toml`; this is a preference of the editor.",
  },
  rules: {
    type: "rules",
    default: {},
    scope: "window",
    description: "Levels that dim or raise findings in this editor only. The command line and CI do not see them.",
  },
  "clippy.onSave": {
    type: "choice",
    default: "auto",
    scope: "window",
    choices: {
      auto: "rust-analyzer's run where it runs clippy already, else our own. The status item says which, and why.",
      reuse: "Only rust-analyzer's run. `Covenant: Let rust-analyzer Run Clippy` asks it to, and can be taken back.",
      own: "Our own run, whatever rust-analyzer does.",
      off: "No clippy on save. The command `Covenant: Run Clippy Now` still runs it.",
    },
    description: "Who runs `cargo clippy` with the pedantic lints when a Rust file is saved. Never in Restricted Mode.",
  },
  "clippy.followRustAnalyzer": {
    type: "boolean",
    default: true,
    scope: "window",
    restricted: true,
    description:
      "Build with the features, the target and the environment that rust-analyzer's settings name, unless `#covenant.clippy.arguments#` says otherwise.",
  },
  "clippy.arguments": {
    type: "strings",
    default: [],
    scope: "window",
    restricted: true,
    description: "More arguments for `cargo clippy`, before `--`, for example `--all-features`.",
  },
  "clippy.targetDirectory": {
    type: "string",
    default: "",
    scope: "window",
    restricted: true,
    description:
      "Folder for clippy's build products. Empty: a folder `covenant` in the workspace's target directory, so that clippy never waits for your own builds.",
  },
  "cargo.path": {
    type: "string",
    default: "cargo",
    scope: "machine-overridable",
    restricted: true,
    description: "Program that is run as cargo: a name on the PATH or an absolute path.",
  },
  maxFindingsPerFile: {
    type: "integer",
    default: 500,
    minimum: 1,
    maximum: 10_000,
    scope: "window",
    description: "Findings published for one file. The rest is summed up in one line.",
  },
  "hover.examples": {
    type: "boolean",
    default: true,
    scope: "window",
    description: "Show a bad and a good example when hovering over a finding.",
  },
  "newCode.show": {
    type: "choice",
    default: "all",
    scope: "window",
    choices: {
      all: "All code.",
      sinceBase: "Lines that are new since the branch left its base, unsaved ones included.",
      uncommitted: "Lines that are not committed, unsaved ones included.",
    },
    description: "Which code findings are shown in. Git tells what is new; in Restricted Mode, where it is not started, all code counts.",
  },
  "newCode.base": {
    type: "string",
    default: "",
    scope: "window",
    description: "Branch, tag or commit that `sinceBase` compares with. Empty: the remote's default branch, else `main` or `master`.",
  },
  "trace.server": {
    type: "choice",
    default: "off",
    scope: "window",
    choices: { off: "No trace.", messages: "Names and times of messages.", verbose: "Whole messages." },
    description: "Writes the messages between VS Code and the server to the Covenant log.",
  },
} as const satisfies Readonly<Record<string, SettingEntry>>;

/** Name of a setting without the prefix `covenant.`. */
export type SettingKey = keyof typeof SETTINGS;

/** Prefix of all settings. */
export const SETTING_PREFIX = "covenant";

/** Files the server is told about: Rust of every scheme, and the two files that decide how it is judged. */
export const DOCUMENTS = [{ language: "rust" }, { pattern: "**/covenant.toml" }, { pattern: "**/Cargo.toml" }] as const;
