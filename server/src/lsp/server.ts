/** The language server: constructs its parts in order and registers what is left. Knows LSP, but neither Node nor a browser. */
import { DidChangeWatchedFilesNotification, TextDocumentSyncKind, type Connection, type InitializeResult } from "vscode-languageserver";
import type { InitializationOptions, Settings } from "../protocol/index.js";
import { codeActionKinds, codeActions } from "./codeActions.js";
import { ConfigProblems } from "./configProblems.js";
import { Documents } from "./documents.js";
import type { Host } from "./host.js";
import { explain, hover } from "./hover.js";
import { DiagnosticsHub } from "./hub.js";
import { diagnosticsReport } from "./report.js";
import { Scheduler } from "./scheduler.js";
import { defaultSettings } from "./settings.js";
import { Services } from "./services.js";
import { Status } from "./status.js";
import { judged, registerTextSync, rulesFailed, type TextSyncParts } from "./textSync.js";
import { watchedFiles } from "./watchedFiles.js";

/** Starts serving a connection; the caller listens on it. */
export function startServer(connection: Connection, host: Host, delay: (milliseconds: number, run: () => void) => { cancel(): void }): void {
  let settings: Settings = defaultSettings;
  let folders: readonly string[] = [];
  let options: Partial<InitializationOptions> = {};
  let watches = false;
  let followsFolders = false;
  const timer = { now: () => host.now(), times: new Map<string, number>() };
  const documents = new Documents(host.syntax, host.rules, timer);
  const hub = new DiagnosticsHub(connection, host, host.rules);
  const status = new Status(connection, host);
  const problems = new ConfigProblems(host, hub, status);
  const services = new Services(connection, host, delay, {
    clippyFindings: (uri, findings) => {
      hub.tools.set(uri, findings);
      republish(uri);
    },
    clippyState: (state, detail) => status.setClippy(state, detail),
  });
  const parts: TextSyncParts = { connection, host, documents, hub, scheduler: () => scheduler, status, problems, services, enabled: () => settings.enable };
  const scheduler = new Scheduler(host, {
    done: (...outcome) => judged(parts, ...outcome),
    failed: (document, error) => connection.console.error(`${document.uri} could not be judged: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  });
  const judgeAll = (): void => documents.all.forEach((document) => scheduler.request(document));
  const hidden = (uri: string): boolean => !settings.enable || host.workspace.contextOf(uri).excluded;
  const republish = (uri: string): void => {
    const document = documents.get(uri);
    if (!document) hub.publishClosed(uri, host.workspace.configProblems().get(uri));
    else if (document.analysis?.version === document.version) hub.publish(uri, document.version, document.file, hidden(uri) ? undefined : document.analysis.result);
  };
  const applySettings = (next: Settings): void => {
    settings = next;
    hub.limit = Math.max(1, next.maxFindingsPerFile);
    host.workspace.setPreferences(next);
    services.settingsChanged();
  };

  connection.onInitialize((params): InitializeResult => {
    options = (params.initializationOptions as Partial<InitializationOptions> | undefined) ?? {};
    folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri === null ? [] : [params.rootUri]);
    hub.links = options.commands === true;
    followsFolders = params.capabilities.workspace?.workspaceFolders === true;
    watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    host.workspace.setFolders(folders);
    applySettings({ ...defaultSettings, ...options.settings });
    return {
      serverInfo: { name: "rust-covenant", version: host.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [...codeActionKinds] },
        hoverProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => {
    host.workspace.onChange(() => {
      problems.show();
      judgeAll();
    });
    services.start(options.trusted ?? false, () => settings, () => folders.flatMap((folder) => host.pathOf(folder) ?? []));
    status.send();
    if (watches) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watchedFiles.map((globPattern) => ({ globPattern })) });
    if (!followsFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map((folder) => folder.uri));
      folders = [...folders.filter((folder) => !gone.has(folder)), ...added.map((folder) => folder.uri)];
      host.workspace.setFolders(folders);
      services.refreshSoon();
    });
  });
  registerTextSync(parts);
  connection.onCodeAction((params) => {
    const document = documents.get(params.textDocument.uri);
    if (!document || hidden(document.uri)) return null;
    scheduler.flush(document);
    return codeActions(host, hub, document, params, options.commands === true, (problem) => rulesFailed(parts, document.uri, [problem]));
  });
  connection.onHover(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (!document || hidden(document.uri)) return null;
    scheduler.flush(document);
    return hover(host, document, position, settings.hoverExamples);
  });
  connection.onRequest("covenant/explain", ({ rule }: { readonly rule: string }) => explain(host, rule));
  connection.onRequest("covenant/report", () => ({ markdown: diagnosticsReport(host, status.current(), settings, timer.times, documents) }));
  connection.onNotification("covenant/settings", (next: Settings) => {
    applySettings({ ...defaultSettings, ...next });
    judgeAll();
  });
  connection.onNotification("covenant/trustGranted", () => services.trust());
  connection.onNotification("covenant/windowFocused", () => host.workspace.lookAgain());
  connection.onShutdown(async () => {
    await services.dispose();
    scheduler.dispose();
    documents.dispose();
    host.workspace.dispose();
  });
}
