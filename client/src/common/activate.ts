import * as vscode from "vscode";
import { ChecklistView, type SetContext } from "./checklistView.js";
import { registerCommands } from "./commands.js";
import { ClippyProgress } from "./clippyProgress.js";
import { CompilerOutput } from "./compilerOutput.js";
import { DisposableStore } from "./lifecycle.js";
import { Log } from "./log.js";
import { CONTEXT } from "./manifest.js";
import { NewCodeItem } from "./newCode.js";
import { OtherDiagnostics } from "./otherDiagnostics.js";
import { Pages } from "./pages.js";
import { Preferences } from "./preferences.js";
import { ruleIdsOf } from "./rulePicker.js";
import { RustAnalyzer } from "./rustAnalyzer.js";
import { type CreateClient, Session } from "./session.js";
import { registerSnippetFix } from "./snippetFix.js";
import { StatusItem } from "./status.js";
import { WaiversView } from "./waiversView.js";

/**
 * Builds the extension from its parts and starts the server. Wiring only.
 * @param context VS Code's; owns everything that is built here
 * @param createClient the host's way to reach the server
 */
export async function activate(context: vscode.ExtensionContext, createClient: CreateClient): Promise<void> {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  const log = store.add(new Log());
  const setContext: SetContext = (key, value) => {
    vscode.commands.executeCommand("setContext", key, value).then(undefined, (error: unknown) => log.error(key, error));
  };
  const rustAnalyzer = store.add(new RustAnalyzer(context, log));
  const preferences = store.add(new Preferences(rustAnalyzer));
  const status = store.add(new StatusItem());
  const newCode = store.add(new NewCodeItem());
  const view = store.add(new ChecklistView(setContext));
  const session = store.add(new Session(createClient, preferences, log));
  const waivers = store.add(new WaiversView(session, setContext, log));
  const pages = store.add(new Pages({
    rule: async (rule) => (await session.request("covenant/explain", { rule }))?.markdown,
    lint: async (code) => (await session.request("covenant/explainLint", { code }))?.markdown,
  }));
  const output = store.add(new CompilerOutput(session));
  const others = store.add(new OtherDiagnostics(() => session.diagnostics, (uri, diagnostics) => session.tellOthers(uri, diagnostics)));
  const ruleIds = ruleIdsOf(context.extension.packageJSON);
  store.add(registerSnippetFix());
  const progress = store.add(new ClippyProgress(() => {
    session.request("covenant/cancelClippy", null).then(undefined, (error: unknown) => log.error("clippy could not be cancelled", error));
  }));
  store.add(registerCommands({ session, view, waivers, pages, output, progress, status, log, ruleIds, rustAnalyzer }));

  store.add(session.onDidChangeChecklist((checklist) => view.show(checklist)));
  store.add(
    session.onDidChangeStatus((news) => {
      status.server(news);
      newCode.show(news.newCode);
      progress.follow(news);
      setContext(CONTEXT.clippyRunning, news.clippy === "running");
    }),
  );
  store.add(
    session.onDidChangeState((state) => {
      status.session(state);
      setContext(CONTEXT.serverFailed, state === "failed");
      if (state !== "running") {
        view.clear();
        progress.follow({ clippy: "off" });
        setContext(CONTEXT.clippyRunning, false);
        return;
      }
      others.restart();
      session.request("covenant/checklist", null).then(
        (checklist) => view.show(checklist),
        (error: unknown) => log.error("the checklist could not be read", error),
      );
    }),
  );
  await session.start();
}
