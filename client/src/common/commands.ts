import * as vscode from "vscode";
import type { ToolPlace } from "../../../server/src/protocol/index.js";
import type { ChecklistView } from "./checklistView.js";
import type { ClippyProgress } from "./clippyProgress.js";
import type { CompilerOutput } from "./compilerOutput.js";
import type { ItemReference } from "./checklistRows.js";
import { chooseClippyFolder, reuseRustAnalyzer, stopReusing } from "./clippyCommands.js";
import { openConfiguration } from "./configuration.js";
import { fixRule } from "./fixRule.js";
import type { Log } from "./log.js";
import { CHECKLIST_VIEW, COMMANDS, type CommandId } from "./manifest.js";
import { chooseNewCode } from "./newCode.js";
import type { Pages } from "./pages.js";
import { copyReport } from "./report.js";
import { pickRule } from "./rulePicker.js";
import type { RustAnalyzer } from "./rustAnalyzer.js";
import type { Session } from "./session.js";
import type { StatusItem } from "./status.js";
import type { WaiversView } from "./waiversView.js";

/** What the handlers work with. */
export interface Services {
  readonly session: Session;
  readonly view: ChecklistView;
  readonly waivers: WaiversView;
  readonly pages: Pages;
  readonly output: CompilerOutput;
  readonly progress: ClippyProgress;
  readonly status: StatusItem;
  readonly log: Log;
  /** Ids of all rules, from the extension's own manifest. */
  readonly ruleIds: readonly string[];
  readonly rustAnalyzer: RustAnalyzer;
}

type Handler = (argument: unknown) => Promise<void>;

/**
 * Registers every command of the manifest. A handler that fails tells the user, who asked for it.
 * @param services what the handlers work with
 * @returns unregisters all of them
 */
export function registerCommands(services: Services): vscode.Disposable {
  const registrations = Object.entries(handlers(services)).map(([id, handle]) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      try {
        await handle(argument);
      } catch (error) {
        await services.log.tell(`Covenant: ${COMMANDS[id as CommandId].title}`, error);
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}

function handlers({ session, view, waivers, pages, output, progress, status, log, ruleIds, rustAnalyzer }: Services): Record<CommandId, Handler> {
  const item = async (argument: unknown, title: string, runnableOnly: boolean): Promise<ItemReference | undefined> =>
    referenceOf(argument) ?? (await view.pick(title, runnableOnly));
  return {
    "covenant.checklist.runAll": () => run(session, view, {}),
    "covenant.checklist.runItem": async (argument) => {
      const reference = await item(argument, "Prove which item?", true);
      if (reference !== undefined) await run(session, view, reference);
    },
    "covenant.checklist.cancel": async () => {
      await session.request("covenant/cancelChecklist", null);
    },
    "covenant.checklist.showEvidence": async (argument) => {
      const reference = await item(argument, "Evidence of which item?", false);
      if (reference === undefined) return;
      const { markdown } = await session.request("covenant/evidence", reference);
      // The whole path: two packages of a workspace have an item of the same name.
      await pages.open(`evidence${vscode.Uri.parse(reference.manifest).path}/${reference.item}`, markdown);
    },
    "covenant.restartServer": () => session.restart(),
    "covenant.showLog": async () => log.channel.show(),
    "covenant.explainRule": async (argument) => {
      const rule = typeof argument === "string" ? argument : await pickRule(ruleIds, "Explain which rule?");
      if (rule === undefined) return;
      const page = await session.request("covenant/explain", { rule });
      if (page === null) throw new Error(`there is no rule \`${rule}\``);
      await pages.open(`rules/${rule}`, page.markdown);
    },
    "covenant.runClippy": async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      await progress.during(() => session.request("covenant/runClippy", uri?.scheme === "file" ? { uri: uri.toString() } : {}));
    },
    "covenant.cancelClippy": async () => {
      await session.request("covenant/cancelClippy", null);
    },
    "covenant.reuseRustAnalyzer": () => reuseRustAnalyzer(session, rustAnalyzer),
    "covenant.stopReusingRustAnalyzer": () => stopReusing(rustAnalyzer),
    "covenant.chooseClippyFolder": () => chooseClippyFolder(session),
    "covenant.openConfiguration": () => openConfiguration(status.last),
    "covenant.chooseNewCode": () => chooseNewCode(),
    "covenant.fixRule": (argument) => fixRule(session, ruleIds, undefined, argument),
    "covenant.fixRuleInPackage": (argument) => fixRule(session, ruleIds, "package", argument),
    "covenant.fixRuleInWorkspace": (argument) => fixRule(session, ruleIds, "workspace", argument),
    "covenant.refreshWaivers": async () => waivers.refresh(),
    "covenant.showCompilerOutput": (argument) => output.show(placeOf(argument)),
    "covenant.explainLint": async (argument) => {
      const code = placeOf(argument)?.code ?? (await vscode.window.showInputBox({ prompt: "Lint of clippy or error code", placeHolder: "needless_return, E0308" }))?.trim().replace(/^clippy::/, "");
      if (code === undefined || code === "") return;
      const page = await session.request("covenant/explainLint", { code });
      if (page === null) throw new Error(`the installed toolchain has no page about \`${code}\``);
      await pages.open(`lints/${code}`, page.markdown);
    },
    "covenant.copyReport": () => copyReport(session, pages),
  };
}

/** Runs one item or all of them, with progress in the view; the cancel button in the view's title ends it. */
async function run(session: Session, view: ChecklistView, what: ItemReference | Record<string, never>): Promise<void> {
  const workDoneToken = `covenant-checklist-${Date.now()}-${Math.random().toString(36).slice(2)}`;
  const listening = session.onProgress(workDoneToken, (message) => view.progress(message));
  try {
    const checklist = await vscode.window.withProgress({ location: { viewId: CHECKLIST_VIEW } }, () =>
      session.request("covenant/runChecklist", { ...what, workDoneToken }),
    );
    view.show(checklist);
  } finally {
    listening.dispose();
    view.progress(undefined);
  }
}

/** The item behind a row of the view, or behind a reference given by another extension or a test. */
function referenceOf(argument: unknown): ItemReference | undefined {
  if (typeof argument !== "object" || argument === null) return undefined;
  const inner = "item" in argument && typeof argument.item === "object" && argument.item !== null ? argument.item : argument;
  if (!("manifest" in inner) || !("item" in inner)) return undefined;
  const { manifest, item } = inner;
  return typeof manifest === "string" && typeof item === "string" ? { manifest, item } : undefined;
}

/** The place that a quick-fix names; undefined when the command came from the palette. */
function placeOf(argument: unknown): ToolPlace | undefined {
  if (typeof argument !== "object" || argument === null) return undefined;
  const { uri, line, code }: { uri?: unknown; line?: unknown; code?: unknown } = argument;
  return typeof uri === "string" && typeof line === "number" && typeof code === "string" ? { uri, line, code } : undefined;
}
